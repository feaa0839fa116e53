import * as fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { evolutionGo } from '../../nodes/providers/evolutionGo/evolutionGo';
import { readTarget } from '../../nodes/providers/targetParameters';
import {
	account as EVOLUTION_GO,
	specialNumbers,
} from '../../sandbox/providers/evolutionGo/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { contactOf, contactsOf, MESSAGE_ID } from '../support/contacts';
import { testCredential } from '../support/credentialTest';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const ANA = { name: { formatted_name: 'Ana Lima' }, phones: ['+5512996130832'] };
const RECIPIENT = '+44 7700 900001';

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(evolutionGo, { recipient: RECIPIENT, ...parameters });
	return evolutionGo.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, target).body;
}

describe('the request', () => {
	it('is the documented one, to the byte, with an ID of ours and a number that nobody rewrites', () => {
		const contact = { ...ANA, org: { company: 'Acme' } };
		const target = readTarget(evolutionGo, { recipient: RECIPIENT });
		const { method, path, headers, body } = evolutionGo.request(
			{ id: MESSAGE_ID, contacts: contactsOf(contact) },
			target,
		);
		expect({ method, path, headers }).toEqual({
			method: 'POST',
			path: '/send/contact',
			headers: undefined,
		});
		expect(JSON.stringify(body)).toBe(
			'{"number":"+447700900001@s.whatsapp.net","vcard":{"fullName":"Ana Lima","phone":"5512996130832","organization":"Acme"},"id":"0123456789ABCDEF0123456789ABCDEF","formatJid":false}',
		);
	});

	it('has every option of the server', () => {
		const options = {
			recipient: EVOLUTION_GO.group,
			delay: 2,
			mentionAll: true,
			mentions: '+44 7700 900002; 98765432109876@lid,',
			replyTo: '3EB0AA',
			replyToParticipant: '+44 7700 900003',
		};
		expect(bodyOf(ANA, options)).toMatchObject({
			number: EVOLUTION_GO.group,
			delay: 2000,
			mentionAll: true,
			mentionedJid: ['447700900002@s.whatsapp.net', '98765432109876@lid'],
			quoted: { messageId: '3EB0AA', participant: '447700900003@s.whatsapp.net' },
		});
	});

	it('leaves out the options that are not set', () => {
		const options = { delay: 0, mentionAll: false, mentions: ' , ', replyTo: '' };
		expect(Object.keys(bodyOf(ANA, options) ?? {})).toEqual(['number', 'vcard', 'id', 'formatJid']);
	});

	it('replies to the recipient in the chat of a person', () => {
		expect(bodyOf(ANA, { replyTo: '3EB0AA' })).toMatchObject({
			quoted: { messageId: '3EB0AA', participant: '447700900001@s.whatsapp.net' },
		});
	});

	it.each([
		[{}, {}],
		[
			{ delay: 1, replyTo: '3EB0AA', mentionAll: true },
			{
				delay: 1000,
				quoted: { messageId: '3EB0AA', participant: '447700900001@s.whatsapp.net' },
			},
		],
	])('sends a text to the same place, with %j', (options, sent) => {
		const target = readTarget(evolutionGo, { recipient: RECIPIENT, ...options });
		expect(evolutionGo.text?.request({ id: MESSAGE_ID, text: 'Hi\nthere' }, target)).toEqual({
			messageId: MESSAGE_ID,
			method: 'POST',
			path: '/send/text',
			body: {
				number: '+447700900001@s.whatsapp.net',
				text: 'Hi\nthere',
				id: MESSAGE_ID,
				formatJid: false,
				...sent,
			},
		});
	});
});

describe('the target', () => {
	it.each([
		['+52 1 555 123 4567', '5215551234567@s.whatsapp.net', '+5215551234567@s.whatsapp.net'],
		['447700900001@c.us', '447700900001@s.whatsapp.net', '+447700900001@s.whatsapp.net'],
		['120363040000000001@g.us', '120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid', '98765432109876@lid'],
		[
			'120363040000000001@newsletter',
			'120363040000000001@newsletter',
			'120363040000000001@newsletter',
		],
	])('reads %s', (recipient, shown, number) => {
		expect(readTarget(evolutionGo, { recipient })).toMatchObject({ recipient: shown, number });
	});

	it('never lets digits become a group', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\+?\d{18,25}$/), (recipient) => {
				expect(refusalOf(() => readTarget(evolutionGo, { recipient })).field).toBe('recipient');
			}),
		);
	});

	it.each([
		[{ mentions: 'Ana' }, 'Mentions: "Ana" is not a person\'s number or JID', 'mentions'],
		[
			{ recipient: EVOLUTION_GO.group, replyTo: 'x' },
			'Reply To Participant is missing',
			'replyToParticipant',
		],
		[
			{ replyTo: 'x', replyToParticipant: EVOLUTION_GO.group },
			'Reply To Participant: "120363040000000001@g.us" is not a person\'s number or JID',
			'replyToParticipant',
		],
		[{ delay: 30 }, 'Delay must be shorter than Timeout', 'delay'],
		[{ delay: 5, timeout: 5000 }, 'Delay must be shorter than Timeout', 'delay'],
	])('refuses %j', (parameters, message, field) => {
		const action = () => readTarget(evolutionGo, { recipient: RECIPIENT, ...parameters });
		expect(refusalOf(action)).toMatchObject({ message, field });
	});

	it('takes a delay that is shorter than the timeout', () => {
		const parameters = { recipient: RECIPIENT, delay: 59, timeout: '60000' };
		expect(readTarget(evolutionGo, parameters).delay).toBe(59);
	});
});

describe('a contact', () => {
	it.each([
		[{ name: { formatted_name: 'Ana' }, phones: [] }, 'has no phone number'],
		...['0812 345 6789', '1-800-FLOWERS', '+44 7700 900123;900124', '5.513E+12'].map(
			(phone): [unknown, string] => [
				{ name: { formatted_name: 'Ana' }, phones: [phone] },
				`has the phone number "${phone}", which is not clearly one number with country code`,
			],
		),
	])('without a number that can be sent is refused: %j', (contact, problem) => {
		expect(evolutionGo.fit?.(contactOf(contact))).toMatchObject({ problem, field: 'phones' });
	});

	it('may have a short number', () => {
		const contact = { name: { formatted_name: 'Fire brigade' }, phones: ['112'] };
		expect(bodyOf(contact)).toMatchObject({ vcard: { phone: '112' } });
	});

	it('loses the extension of its phone, which has no place', () => {
		const contact = { name: { formatted_name: 'Ana' }, phones: ['+14155551234 ext. 5'] };
		expect(bodyOf(contact)).toMatchObject({ vcard: { phone: '14155551234' } });
	});

	it('keeps every text in its field', () => {
		const contact = { name: { formatted_name: 'Lima; Ana\\n' }, phones: ['+14155551234'] };
		expect(evolutionGo.fit?.(contactOf(contact))).toMatchObject({
			contact: { name: { formatted_name: 'Lima, Ana/n' } },
			warnings: [{ field: 'name' }],
		});
	});
});

describe('receipts', () => {
	it('are the ID and the chat that the server names', () => {
		const Info = { ID: '3EB0AA', Chat: '447700900001@s.whatsapp.net' };
		expect(evolutionGo.receipt(answer(200, { message: 'success', data: { Info } }))).toEqual({
			messageIds: ['3EB0AA'],
			chatId: '447700900001@s.whatsapp.net',
		});
		const bare = { message: 'success', data: { Info: { ID: '3EB0AA' } } };
		expect(evolutionGo.receipt(answer(200, bare))).toEqual({
			messageIds: ['3EB0AA'],
			chatId: null,
		});
	});

	it.each([
		{ message: 'success', data: null },
		{ message: 'success', data: { Info: { ID: '' } } },
		{ message: 'failed', data: { Info: { ID: '3EB0' } } },
		'success',
	])('are none in %j', (body) => {
		expect(evolutionGo.receipt(answer(200, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	const token =
		'Check the API key in the credential: the token of the instance, not the global key of the server.';
	const connect = 'Connect the instance to WhatsApp in Evolution Go.';
	const notSent = { outcome: 'notSent', retry: false };

	it.each([
		[400, { error: 'phone number is required' }, { message: 'phone number is required' }],
		[401, { error: 'not authorized' }, { message: 'not authorized', advice: token }],
		[
			500,
			{ error: 'client disconnected' },
			{ message: 'client disconnected', ...notSent, advice: connect },
		],
		[
			500,
			{ error: 'failed to connect client: no active session found' },
			{ message: 'failed to connect client: no active session found', ...notSent, advice: connect },
		],
		[
			500,
			{ error: 'number +44@s.whatsapp.net is not registered on WhatsApp' },
			{
				message: 'number +44@s.whatsapp.net is not registered on WhatsApp',
				...notSent,
				advice: 'Check the number: it has no WhatsApp account.',
			},
		],
		[
			500,
			{ error: 'server returned error 479' },
			{ message: 'server returned error 479', ...notSent },
		],
		[
			500,
			{ error: 'failed to get device list: failed to send usync query: websocket not connected' },
			{
				message: 'failed to get device list: failed to send usync query: websocket not connected',
				...notSent,
				advice: 'Connect the account to WhatsApp again.',
			},
		],
		[500, { error: 'websocket not connected' }, { message: 'websocket not connected' }],
		[
			500,
			{ error: 'timed out waiting for message send response' },
			{ message: 'timed out waiting for message send response' },
		],
		[
			503,
			{ error: 'service not activated', code: 'LICENSE_REQUIRED', message: 'License required.' },
			{
				message: 'License required.',
				code: 'LICENSE_REQUIRED',
				...notSent,
				advice: 'Activate the license of this server in the Evolution Go manager, then send again.',
			},
		],
		[502, '<html>502</html>', { message: '<html>502</html>' }],
		[500, { error: { deep: true } }, { message: '{"error":{"deep":true}}' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(evolutionGo.refusal(answer(status, body))).toEqual(refusal);
	});
});

describe('a look-up', () => {
	const found = (body: unknown, numbers: string[]) => {
		const map = evolutionGo.lookUp?.found(answer(200, body), numbers);
		return map === undefined ? undefined : Object.fromEntries(map);
	};

	it('asks about the numbers as they are', () => {
		const target = readTarget(evolutionGo, { recipient: RECIPIENT });
		expect(evolutionGo.lookUp?.request(['447700900001', '5531998765432'], target)).toEqual({
			method: 'POST',
			path: '/user/check',
			body: { number: ['+447700900001', '+5531998765432'], formatJid: false },
		});
	});

	it("reads the account's own ID where there is one, and nothing from the rest", () => {
		const Users = [
			{
				Query: '+5531998765432',
				IsInWhatsapp: true,
				JID: '553198765432@s.whatsapp.net',
				RemoteJID: '553198765432@s.whatsapp.net',
			},
			{ Query: '+447700900002', IsInWhatsapp: false, JID: '', RemoteJID: '+447700900002' },
			{ Query: '447700900003@s.whatsapp.net', IsInWhatsapp: true, RemoteJID: '9876543210@lid' },
			{ Query: '+15550001111', IsInWhatsapp: true, RemoteJID: '15550001111@s.whatsapp.net' },
		];
		const numbers = ['5531998765432', '447700900002', '447700900003', '447700900004'];
		expect(found({ message: 'success', data: { Users } }, numbers)).toEqual({
			'5531998765432': { onWhatsApp: true, waId: '553198765432' },
			'447700900002': { onWhatsApp: false },
			'447700900003': { onWhatsApp: true },
		});
	});

	it('knows nothing where WhatsApp did not answer, and reads no other answer', () => {
		expect(found({ message: 'success', data: null }, ['447700900001'])).toEqual({});
		expect(found({ message: 'success', data: { Users: null } }, ['447700900001'])).toEqual({});
		expect(found({ error: 'client disconnected' }, ['447700900001'])).toBeUndefined();
	});
});

describe('through the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => sandbox.reset());

	const send = async (parameters: INodeParameters, credential = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'evolutionGo',
				recipient: RECIPIENT,
				contactSource: 'json',
				contactsJson: JSON.stringify([ANA, ANA]),
				...parameters,
			},
			{ onError: 'continueRegularOutput' },
			{ evolutionGo: credential },
		);

	it('only the first message of a card replies', async () => {
		const options = { replyTo: '3EB0AA', textBefore: 'Here they are' };
		expect((await send({ options })).error).toBeUndefined();
		expect(sandbox.deliveries().map((card) => card.options)).toEqual([
			{ quoted: { messageId: '3EB0AA', participant: '447700900001@s.whatsapp.net' } },
			{},
			{},
		]);
	});

	it('knows nothing of a number about which WhatsApp does not answer', async () => {
		const phones = [`+${specialNumbers.notAnswered}`];
		const contactsJson = JSON.stringify({ ...ANA, phones });
		const run = await send({ contactsJson, options: { whatsappId: 'lookUp' } });
		expect(outputs(run)[0]).toMatchObject({
			status: 'sent',
			warnings: [
				{
					field: 'phones',
					message: `The WhatsApp ID of ${phones.join()} could not be looked up (the answer does not include it), so the digits of the number are used instead`,
				},
			],
		});
	});

	it('sends nothing twice to a server without a license', async () => {
		const run = await send({}, sandbox.otherCredentials.evolutionGo.unlicensed);
		expect(outputs(run)[0]).toMatchObject({ outcome: 'notSent', code: 'LICENSE_REQUIRED' });
		expect(sandbox.requests()).toHaveLength(1);
	});

	it.each([
		[EVOLUTION_GO.globalKey, /^Evolution Go rejected this API key\. Use the token of the instance/],
		[EVOLUTION_GO.loggedOutToken, /^The API key is correct, but its instance is not logged in/],
		[EVOLUTION_GO.sleepingToken, /^The instance of this API key is not connected/],
	])('the credential test says of %s what is wrong', async (apiKey, message) => {
		const data = { ...sandbox.credentials.evolutionGo, apiKey };
		const result = await testCredential('contactCardEvolutionGoApi', data);
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	it('the credential test says that a server has no license', async () => {
		const data = sandbox.otherCredentials.evolutionGo.unlicensed;
		const { message } = await testCredential('contactCardEvolutionGoApi', data);
		expect(message).toContain('Activate the license of this server in the Evolution Go manager');
	});
});
