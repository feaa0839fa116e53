import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { byId } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const ANA = { name: { formatted_name: 'Ana' }, phones: [{ phone: '+5512996130832' }] };

/** Parameters of which the second of three items has `bad` for `parameter`, and the others `good`. */
async function runThree(
	parameters: INodeParameters,
	good: unknown,
	bad: unknown,
	onError?: 'continueRegularOutput',
) {
	const items = [good, bad, good].map((value) => ({ value: JSON.stringify(value) }));
	return await runSend(
		sandbox,
		{ operation: 'send', provider: 'gowa', recipient: '+6281234567890', ...parameters },
		{ items, ...(onError === undefined ? {} : { onError }) },
	);
}

const VALUE = '={{ JSON.parse($json.value) }}';
const json: INodeParameters = { contactSource: 'json', contactsJson: VALUE };
const toOne: INodeParameters = {
	contactSource: 'json',
	contactsJson: JSON.stringify(ANA),
	recipient: VALUE,
};
const inFields: INodeParameters = {
	contactSource: 'fields',
	contacts: { contact: [{ note: 'Hello', phones: { phone: [{ phone: VALUE }] } }] },
};

const BAD: Array<[string, INodeParameters, unknown, unknown, RegExp]> = [
	['no contact in the JSON', json, ANA, [], /contains no contact/],
	['empty JSON', json, ANA, '', /^The JSON is empty/],
	[
		'a contact with nothing to name it by',
		json,
		ANA,
		[{ name: {}, urls: [{ url: 'https://example.com' }] }],
		/^Contact 1 has no name, organization, phone or email/,
	],
	[
		'fields with nothing to name the contact by',
		inFields,
		'+5512996130832',
		'',
		/^(Contact 1|The contact) has no name, organization, phone or email/,
	],
	[
		'a contact without a phone number',
		json,
		ANA,
		[ANA, { name: { formatted_name: 'Ben' } }],
		/^Contact 2 has no phone number/,
	],
	['no recipient', toOne, '+6281234567890', '', /^Recipient is empty/],
	['a recipient that is a name', toOne, '+6281234567890', 'Ana', /^Recipient "Ana" has no digits/],
	['two recipients', toOne, '+6281234567890', '+6281234567890 +6281234567891', /^Recipient "/],
	[
		'a recipient without country code',
		toOne,
		'+6281234567890',
		'081234567890',
		/^Recipient "081234567890" /,
	],
	[
		'a JID of another service',
		toOne,
		'+6281234567890',
		'x@example.com',
		/^Recipient "x@example\.com" is not a JID/,
	],
	['a recipient that is a list', toOne, '+6281234567890', ['+62'], /^Recipient must be text/],
	[
		'malformed JSON',
		json,
		ANA,
		'{\n  "name": { "formatted_name": "Ana" },\n  "phones": [,]\n}',
		/^The JSON is malformed at line 3, column 14/,
	],
	['JSON of no known spelling', json, ANA, [{ colour: 'blue' }], /\[0\] is not a contact/],
	['a number in the place of a contact', json, ANA, 42, /is not a contact/],
	[
		'a name of the wrong type',
		json,
		ANA,
		[ANA, { name: { formatted_name: true }, phones: ['+5512996130832'] }],
		/\[1\]\.name\.formatted_name must be text/,
	],
	[
		'a phone of the wrong type',
		json,
		ANA,
		[{ name: { formatted_name: 'Ana' }, phones: [{ phone: {} }] }],
		/\[0\]\.phones\[0\]\.phone must be text/,
	],
];

describe.each(BAD)('%s', (_what, parameters, good, bad, message) => {
	it('is refused before any request, with the item', async () => {
		const run = await runThree(parameters, good, bad);
		expect(run.error?.message).toMatch(/^0 of 3 cards were sent\. Item 1: /);
		const text = (run.error?.message ?? '').replace(/^.*?Item 1: /, '');
		expect(text).toMatch(message);
		expect(text).not.toContain('mistake of its own');
		expect(sandbox.requests()).toEqual([]);
	});

	it('lets the other items go out with Continue On Fail', async () => {
		const run = await runThree(parameters, good, bad, 'continueRegularOutput');
		expect(run.error).toBeUndefined();
		expect(outputs(run)).toMatchObject([
			{ status: 'sent' },
			{
				error: expect.stringMatching(message),
				outcome: 'notSent',
				provider: 'gowa',
				sentMessageIds: [],
			},
			{ status: 'sent' },
		]);
		expect(outputs(run)[1]?.['error']).toContain('[item 1]');
		expect(run.items('Send Contact Card').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(sandbox.requests()).toHaveLength(2);
	});
});

const contact: INodeParameters = { contactSource: 'json', contactsJson: JSON.stringify(ANA) };
const chatvolt: INodeParameters = {
	provider: 'chatvolt',
	agentId: byId('agent-001'),
	conversationId: byId('conv-001'),
};
const ryzeapi: INodeParameters = {
	provider: 'ryzeapi',
	instance: byId('sales'),
	recipient: '+6281234567890',
};
const gowa: INodeParameters = { provider: 'gowa', recipient: '+6281234567890' };
const EMPTY = byId("={{ '' }}");

const REFUSED: Array<[string, INodeParameters, RegExp]> = [
	[
		'no contact in the fields',
		{ ...gowa, contactSource: 'fields', contacts: {} },
		/^There is no contact \[item 0\]/,
	],
	['a missing agent', { ...chatvolt, agentId: EMPTY }, /^Agent is missing \[item 0\]/],
	[
		'a missing conversation',
		{ ...chatvolt, conversationId: EMPTY },
		/^Conversation is missing \[item 0\]/,
	],
	['a missing instance', { ...ryzeapi, instance: EMPTY }, /^Instance is missing \[item 0\]/],
	[
		'a missing chat',
		{ provider: 'chert', addressBy: 'chat', chatId: "={{ '' }}" },
		/^Chat ID is missing \[item 0\]/,
	],
	[
		'a duration that is not allowed',
		{ ...gowa, options: { duration: 3600 } },
		/^Disappears After must be one of 0, 86400, 604800, 7776000 seconds \[item 0\]/,
	],
	[
		'a negative delay',
		{ ...ryzeapi, options: { delay: -3 } },
		/^Delay must be a whole number of seconds, 0 or more \[item 0\]/,
	],
	[
		'an option of the wrong type',
		{ ...gowa, options: { isForwarded: 'yes' } },
		/^Mark as Forwarded must be true or false, not text \[item 0\]/,
	],
	['a timeout of nothing', { ...gowa, options: { timeout: 0 } }, /^Timeout must be /],
	['half a retry', { ...gowa, options: { maxRetries: 0.5 } }, /^Max Retries must be /],
	[
		'an output that there is none of',
		{ ...gowa, options: { output: 'csv' } },
		/output has an unknown value/,
	],
	[
		'a country that there is none of',
		{ ...gowa, options: { defaultCountry: 'Brazil' } },
		/^Default Country "Brazil" is not a country/,
	],
	['a provider that there is none of', { provider: 'pigeon' }, /^There is no provider "pigeon"/],
];

it.each(REFUSED)('refuses %s before any request', async (_what, parameters, message) => {
	const run = await runSend(sandbox, { operation: 'send', ...contact, ...parameters });
	expect(run.error?.message).toMatch(message);
	expect(run.error?.message).not.toContain('mistake of its own');
	expect(sandbox.requests()).toEqual([]);
});

const BASE_URLS: Array<[ICredentialDataDecryptedObject, RegExp]> = [
	[{ baseUrl: '' }, /^The Base URL is empty/],
	[{ baseUrl: 'localhost:3000' }, /^The Base URL /],
	[{ baseUrl: 'ftp://example.com' }, /^The Base URL does not begin with http:\/\/ or https:\/\//],
	[{ baseUrl: 'javascript:alert(1)' }, /^The Base URL does not begin with/],
	[{ baseUrl: 'example' }, /^The Base URL is not an address/],
	[{ baseUrl: 'http://example.com/?x=1' }, /^The Base URL contains a \? or #/],
];

it.each(BASE_URLS)('refuses %j before any request', async (credential, message) => {
	const items = [{}, {}];
	const parameters = { operation: 'send', ...contact, ...gowa };
	const stopped = await runSend(sandbox, parameters, { items }, { gowa: credential });
	expect(stopped.error?.message.replace(/^.*Item 0: /, '')).toMatch(message);
	const going = await runSend(
		sandbox,
		parameters,
		{ items, onError: 'continueRegularOutput' },
		{ gowa: credential },
	);
	expect(outputs(going)).toMatchObject([
		{ error: expect.stringMatching(message), outcome: 'notSent' },
		{ error: expect.stringMatching(message), outcome: 'notSent' },
	]);
	expect(sandbox.requests()).toEqual([]);
});

describe('a contact that says nothing, between two others', () => {
	const [ana, ben] = [
		ANA,
		{ name: { formatted_name: 'Ben' }, phones: [{ phone: '+447700900124' }] },
	];

	it('is left out, and the contact behind it keeps its number', async () => {
		const run = await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'gowa',
				recipient: '+6281234567890',
				contactSource: 'json',
				contactsJson: JSON.stringify([
					ana,
					{ note: 'Ask at the gate' },
					{ ...ben, emails: [{ email: 'ben@example.com' }] },
				]),
			},
			{ items: [{}] },
		);
		expect(run.error).toBeUndefined();
		expect(
			sandbox.deliveries().map(({ contacts: [contact] }) => contact?.name.formatted_name),
		).toEqual(['Ana', 'Ben']);
		expect(outputs(run)[0]?.['warnings']).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(/^\[1\] is not a contact: .*, so contact 2 was left out$/),
			}),
			expect.objectContaining({ contact: 3, field: 'emails' }),
		]);
	});
});
