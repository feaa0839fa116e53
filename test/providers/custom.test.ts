import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { ContactCardCustomApi } from '../../credentials/ContactCardCustomApi.credentials';
import { fitContact } from '../../nodes/carried/fitContact';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { custom } from '../../nodes/providers/custom/custom';
import { readTarget } from '../../nodes/providers/targetParameters';
import { account as CUSTOM, specialNumbers } from '../../sandbox/providers/custom/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { contactOf, MESSAGE_ID, RICH_CONTACT } from '../support/contacts';
import { testCredential } from '../support/credentialTest';
import { CARD } from '../support/failure';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const ANA = { name: { formatted_name: 'Ana Lima' }, phones: ['+5512996130832'] };
const given = {
	recipient: '+44 7700 900001',
	customPath: '/send',
	customBody: { vcard: '[[vcard]]' },
};
const target = (parameters: object = {}) => readTarget(custom, { ...given, ...parameters });
const requestOf = (contact: unknown, parameters: object = {}) => {
	const { reading: _reading, ...request } = custom.request(
		{ id: MESSAGE_ID, contacts: [contactOf(contact)] },
		target(parameters),
	);
	return request;
};

describe('the request', () => {
	it('has method, path, headers and body with their places filled', () => {
		const customBody = `{
			"to": "[[recipient]]", "digits": "[[ recipientDigits ]]", "key": "[[messageId]]",
			"text": "[[name]] ([[firstName]] [[lastName]]), [[jobTitle]] at [[company]]",
			"phones": ["[[phone]]", "[[phoneDigits]]", "[[whatsappId]]"],
			"more": { "email": "[[email]]", "contact": "[[contact]]", "asText": "is [[contact]]" },
			"count": 1, "none": null
		}`;
		const request = requestOf(RICH_CONTACT, {
			customMethod: 'PUT',
			customPath: 'chats/[[recipientDigits]]/cards?name=[[name]]&to=[[recipient]]',
			customHeaders: { header: [{ name: 'Idempotency-Key', value: '[[messageId]]' }] },
			customBody,
		});
		expect(request).toEqual({
			method: 'PUT',
			path: '/chats/447700900001/cards?name=Dr.%20John%20A.%20Doe%20Jr.&to=%2B447700900001',
			headers: { 'Idempotency-Key': MESSAGE_ID },
			messageId: MESSAGE_ID,
			body: {
				to: '+447700900001',
				digits: '447700900001',
				key: MESSAGE_ID,
				text: 'Dr. John A. Doe Jr. (John Doe), Developer at Acme',
				phones: ['+5512996130832', '5512996130832', '5512996130832'],
				more: {
					email: 'john@example.com',
					contact: contactOf(RICH_CONTACT),
					asText: `is ${JSON.stringify(contactOf(RICH_CONTACT))}`,
				},
				count: 1,
				none: null,
			},
		});
	});

	it('may be a form, or have no body', () => {
		const form = requestOf(ANA, {
			customBodyAs: 'form',
			customForm: {
				field: [
					{ name: 'to', value: '[[recipient]]' },
					{ name: 'card', value: '[[vcard]]' },
				],
			},
		});
		expect(form).toMatchObject({
			form: { to: '+447700900001', card: expect.stringMatching(/^BEGIN:VCARD/) },
		});
		expect(form).not.toHaveProperty('body');
		expect(
			requestOf(ANA, { customMethod: 'GET', customPath: '/send?card=[[vcardBase64]]' }),
		).toMatchObject({
			method: 'GET',
			path: expect.stringMatching(/^\/send\?card=QkVHSU46VkNBUkQ[A-Za-z0-9%]+$/),
		});
	});

	it('holds what a contact says within its text, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (words) => {
				const contact = { ...contactOf(ANA), name: { formatted_name: words } };
				const { path: sent, body } = custom.request(
					{ id: MESSAGE_ID, contacts: [contact] },
					target({
						customPath: '/a?b=[[name]]&c=1',
						customBody: '{"x":"[[name]]","y":"<[[name]]>"}',
					}),
				);
				expect(body).toEqual({ x: words, y: `<${words}>` });
				const query = new URL(`http://localhost${sent}`).searchParams;
				expect([...query.keys()]).toEqual(['b', 'c']);
				expect(query.get('b')).toBe(words.toWellFormed());
			}),
		);
	});

	it('of a text has its own path and body, and is refused without one', () => {
		const textBody = {
			customTextBody: '{"to":"[[recipient]]","text":"[[text]]!"}',
			textBefore: 'Hi',
		};
		const text = (parameters: object) => {
			const request = custom.text?.request(
				{ id: MESSAGE_ID, text: '[[name]] "Hi"' },
				target(parameters),
			);
			return [request?.path, request?.body, request?.messageId];
		};
		const body = { to: '+447700900001', text: '[[name]] "Hi"!' };
		expect(text(textBody)).toEqual(['/send', body, undefined]);
		expect(text({ ...textBody, customTextPath: '/text/[[recipientDigits]]' })).toEqual([
			'/text/447700900001',
			body,
			undefined,
		]);
		expect(text({ ...textBody, customTextPath: '/text?id=[[messageId]]' })).toEqual([
			`/text?id=${MESSAGE_ID}`,
			body,
			MESSAGE_ID,
		]);
		for (const refused of [
			{ textBefore: 'Hi' },
			{ customTextBody: '{"to":"[[recipient]]"}' },
			{ customTextBody: '{"text":"[[text]] [[name]]"}' },
			{ ...textBody, customTextPath: '/text?name=[[name]]' },
		]) {
			expect(refusalOf(() => target(refused)).field).toMatch(/^customText(Body|Path)$/);
		}
	});

	it('has what looks like a place or an expression in brackets of other kinds as it is', () => {
		const { body } = requestOf(ANA, {
			customBody:
				'{"x":"[[vcard]]","list":"[[1,2],[3]]","braces":"{{name}} {{ $price }}","one":"[name]"}',
		});
		expect(body).toMatchObject({
			list: '[[1,2],[3]]',
			braces: '{{name}} {{ $price }}',
			one: '[name]',
		});
	});

	it('takes numbers for texts, and nothing for an empty one', () => {
		const field = [
			{ name: 'vcard', value: '[[vcard]]' },
			{ name: 'count', value: 3 },
			{ name: 'none', value: null },
		];
		const { form } = requestOf(ANA, { customBodyAs: 'form', customForm: { field } });
		expect(form).toMatchObject({ count: '3', none: '' });
		expect(
			refusalOf(() =>
				target({
					customBodyAs: 'form',
					customForm: { field: [{ name: 'vcard', value: { a: 1 } }] },
				}),
			).message,
		).toContain('Form');
	});

	it('never goes to the Test Path of the credential', () => {
		expect(requestOf(ANA, { customPath: '/{test-path}?a={b}' }).path).toBe(
			'/%7Btest-path%7D?a=%7Bb%7D',
		);
	});

	it('fills a place once: what a contact says is no place', () => {
		const { body } = requestOf({ ...ANA, name: '[[vcard]]' }, { customBody: '{"x":"[[name]]!"}' });
		expect(body).toEqual({ x: '[[vcard]]!' });
	});
});

describe('the target', () => {
	it.each([
		[{}, '+447700900001'],
		[{ recipient: '120363040000000001@g.us' }, '120363040000000001@g.us'],
		[{ recipient: ' ana@example.com ', customRecipient: 'text' }, 'ana@example.com'],
		[{ recipient: '#sales', customRecipient: 'text' }, '#sales'],
	])('reads %j', (parameters, recipient) => {
		expect(target(parameters).recipient).toBe(recipient);
	});

	it.each([
		[{ recipient: 'ana@example.com' }, 'recipient', /not a JID/],
		[{ recipient: '', customRecipient: 'text' }, 'recipient', /is empty/],
		[{ recipient: 'a\nb', customRecipient: 'text' }, 'recipient', /line break/],
		[
			{ recipient: '..', customRecipient: 'text', customPath: '/to/[[recipient]]' },
			'recipient',
			/cannot be used in a path/,
		],
		[
			{ recipient: 'Ana', customRecipient: 'text', customPath: '/to/[[recipientDigits]]' },
			'recipient',
			/no digits/,
		],
		[
			{
				recipient: 'José',
				customRecipient: 'text',
				customHeaders: { header: [{ name: 'X-To', value: '[[recipient]]' }] },
			},
			'recipient',
			/cannot be used in a header/,
		],
		[{ customPath: '/a b' }, 'customPath', /contains a space/],
		[{ customPath: '/%2e%2E/admin' }, 'customPath', /contains \. or \.\./],
		[{ customPath: '//example.com/x' }, 'customPath', /whole address/],
		[
			{ customPath: '/to/[[name]]' },
			'customPath',
			/has \[\[name\]\], which is not a placeholder there/,
		],
		[{ customBody: '[1]' }, 'customBody', /not a JSON object/],
		[{ customBody: '{"card": [[vcard]]}' }, 'customBody', /not a JSON object/],
		[{ customBody: { a: ['[[vcart]]'] } }, 'customBody', /Body has \[\[vcart\]\]/],
		[{ customBody: { a: 'x' } }, 'customBody', /no placeholder for the contact/],
		[
			{ customHeaders: { header: [{ name: 'a b', value: '' }] } },
			'customHeaders',
			/not a valid header name/,
		],
		[
			{ customHeaders: { header: [{ name: 'Authorization', value: 'x' }] } },
			'customHeaders',
			/cannot be set here/,
		],
		[
			{ customHeaders: { header: [{ name: 'X-A', value: 'x\r\nX-B: y' }] } },
			'customHeaders',
			/non-ASCII characters/,
		],
		[
			{
				customHeaders: {
					header: [
						{ name: 'X-A', value: '1' },
						{ name: 'x-a', value: '2' },
					],
				},
			},
			'customHeaders',
			/"x-a" twice/,
		],
		[
			{ customHeaders: { header: [{ name: 'Expect', value: 'x' }] } },
			'customHeaders',
			/cannot be set here/,
		],
		[
			{ customHeaders: { header: [{ name: 'X-A', value: '[[name]]' }] } },
			'customHeaders',
			/has \[\[name\]\], which is not a placeholder there/,
		],
		[{ customHeaders: 'x' }, 'customHeaders', /Headers/],
		[{ customPath: '/a/..%2Fadmin' }, 'customPath', /contains \. or \.\./],
		[{ customPath: '/[[ \\..\\admin ]]' }, 'customPath', /contains a space, # or/],
		[{ customPath: '/[[recipient' }, 'customPath', /has \[\[recipient, which is not a placeholder/],
		[
			{ customPath: '/to/{{ $json.id }}' },
			'customPath',
			/has \{\{ \$json\.id \}\}, which n8n has not/,
		],
		[
			{ customBody: { a: '[[vcard]]', b: '{{ $("Sheet").item.json.b }}' } },
			'customBody',
			/which n8n has not evaluated/,
		],
		[{ customBody: { a: '[[vcard]]', b: '[[first name]]' } }, 'customBody', /\[\[first name\]\]/],
		[{ customBody: { a: '[[vcard]]', b: '[[recipient]' } }, 'customBody', /\[\[recipient, which/],
		[{ customBody: { '[[name]]': '[[vcard]]' } }, 'customBody', /in the name of a field/],
		[
			{ customBodyAs: 'form', customForm: { field: [{ name: ' ', value: '[[vcard]]' }] } },
			'customForm',
			/field without a name/,
		],
		[
			{ customAnswer: { messageIdPath: '{{ $json.id }}' } },
			'customAnswer',
			/Message ID Path "\{\{ \$json\.id \}\}" is not a path/,
		],
		[{ customAnswer: { messageIdPath: '$json.id' } }, 'customAnswer', /is not a path/],
		[{ customAnswer: { successPath: 'a..b' } }, 'customAnswer', /Success Path "a\.\.b"/],
		[{ customAnswer: { chatIdPath: 'header:a b' } }, 'customAnswer', /Chat ID Path/],
		[{ customAnswer: { retryStatuses: '503, 200' } }, 'customAnswer', /"200"/],
		[{ customAnswer: { notSentValue: 'no' } }, 'customAnswer', /without Not Sent Path/],
		[
			{
				customBodyAs: 'form',
				customForm: {
					field: [
						{ name: 'a', value: '[[name]]' },
						{ name: 'a', value: '' },
					],
				},
			},
			'customForm',
			/"a" twice/,
		],
	])('refuses %j', (parameters, field, message) => {
		const refusal = refusalOf(() => target(parameters));
		expect(refusal).toMatchObject({ field, message: expect.stringMatching(message) });
	});
});

describe('what is carried', () => {
	const warningsOf = (customBody: object) => {
		const carries = custom.carriedTo?.(target({ customBody })) ?? custom.carries;
		return fitContact(
			{ contact: contactOf(RICH_CONTACT), warnings: [] },
			1,
			{ ...custom, carries },
			'warn',
		).warnings.map(({ field }) => field);
	};

	it.each([{ a: '[[vcard]]' }, { a: '[[contact]]' }, { a: '[[vcardBase64]]' }])(
		'is everything with %j',
		(body) => {
			expect(warningsOf(body)).toEqual(['photo']);
		},
	);

	it('is what there are places for', () => {
		const fields = warningsOf({ a: '[[name]] [[phone]] [[email]] [[company]]' });
		expect(new Set(fields)).toEqual(
			new Set([
				'phones',
				'emails',
				'addresses',
				'urls',
				'org',
				'birthday',
				'nickname',
				'note',
				'photo',
			]),
		);
		expect(warningsOf({ a: '[[name]]' })).toContain('phones');
	});
});

describe('answers', () => {
	const resultOf = (rules: object | undefined, status: number, body: unknown, headers = {}) => {
		const { reading } = custom.request(
			{ id: MESSAGE_ID, contacts: [contactOf(ANA)] },
			target({ customAnswer: rules }),
		);
		const got = { kind: 'response' as const, response: answer(status, body, headers) };
		return resultOfAnswer({ ...custom, ...reading }, got, 0, (text) => text);
	};

	it.each([
		['an id by default', undefined, { id: 7 }, ['7'], null],
		[
			'an id in a list',
			{ messageIdPath: 'data[0].key.id' },
			{ data: [{ key: { id: 'M' } }] },
			['M'],
			null,
		],
		['a path from its root', { messageIdPath: '$.data.id' }, { data: { id: 'M' } }, ['M'], null],
		['a path from a list', { messageIdPath: '$[0].id' }, [{ id: 'M' }], ['M'], null],
		[
			'a quoted name',
			{ messageIdPath: 'data["message.id"]' },
			{ data: { 'message.id': 'M' } },
			['M'],
			null,
		],
		['a chat', { chatIdPath: 'chat' }, { id: 'M', chat: 'C' }, ['M'], 'C'],
		['none, where that is said', { sentWithoutId: true }, 'ok', [], null],
		[
			'none, where a success is',
			{ successPath: 'status', successValue: 'queued' },
			{ status: 'queued' },
			[],
			null,
		],
		['true, for any value', { successPath: 'done' }, { done: true }, [], null],
	])('are a receipt with %s', (_name, rules, body, messageIds, chatId) => {
		expect(resultOf(rules, 200, body)).toMatchObject({
			outcome: 'sent',
			receipt: { messageIds, chatId },
		});
	});

	it('may have the id in a header', () => {
		const result = resultOf({ messageIdPath: 'header: X-Message-ID' }, 202, '', {
			'x-message-id': 'H',
		});
		expect(result).toMatchObject({ outcome: 'sent', receipt: { messageIds: ['H'] } });
	});

	it.each([
		['a 2xx without an id', undefined, 200, { ok: true }, 'unknown', false],
		['an id elsewhere', undefined, 200, { data: { id: 'M' } }, 'unknown', false],
		['an inherited property', { messageIdPath: 'constructor.name' }, 200, {}, 'unknown', false],
		[
			'another success',
			{ successPath: 'status', successValue: 'queued' },
			200,
			{ id: 'M', status: 'held' },
			'unknown',
			false,
		],
		['a code in a 2xx', { codePath: 'status' }, 200, { status: 'held' }, 'unknown', false],
		['success: false beside an id', undefined, 200, { id: 'M', success: false }, 'unknown', false],
		[
			'not sent, by its word',
			{ notSentPath: 'status', notSentValue: 'no' },
			200,
			{ id: 'M', status: 'no' },
			'notSent',
			false,
		],
		['not sent, by any word', { notSentPath: 'problem' }, 500, { problem: 'x' }, 'notSent', false],
		['not sent, by its status', { notSentStatuses: '500, 503' }, 503, {}, 'notSent', false],
		['to be retried', { retryStatuses: '503' }, 503, {}, 'notSent', true],
		['a 4xx', undefined, 404, { error: { message: 'Gone' } }, 'notSent', false],
		['a 5xx', undefined, 500, {}, 'unknown', false],
	])('%s', (_name, rules, status, body, outcome, repeats) => {
		const result = resultOf(rules, status, body);
		expect(result.outcome).toBe(outcome);
		expect('repeat' in result).toBe(repeats);
	});

	it('are reported in the words of the service', () => {
		expect(resultOf(undefined, 400, { error: { message: 'No' } })).toMatchObject({
			failure: { words: 'No' },
		});
		const rules = { messagePath: 'why.text', codePath: 'why.code' };
		expect(resultOf(rules, 400, { why: { text: 'Odd', code: 17 } })).toMatchObject({
			failure: { words: 'Odd', code: '17' },
		});
	});
});

describe('on the server', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => {
		sandbox.reset();
		sandbox.clear();
	});

	const page = readFileSync(path.resolve(__dirname, '../../docs/providers/custom.md'), 'utf8');
	const examples = [...page.matchAll(/^### (.+)\n[\s\S]*?```json\n([\s\S]*?)```/gm)].map(
		([, title = '', json = '']) => ({ title, parameters: JSON.parse(json) as INodeParameters }),
	);
	const run = async (parameters: INodeParameters, credential = {}) =>
		await runSend(
			sandbox,
			{
				...CARD,
				contactsJson: JSON.stringify(ANA),
				provider: 'custom',
				options: { maxRetries: 1 },
				...parameters,
			},
			{ onError: 'continueRegularOutput' },
			{ custom: credential },
		);
	const example = (title: string) =>
		examples.find((each) => each.title === title)?.parameters ?? {};

	it('the examples of the page are three', () => {
		expect(examples.map(({ title }) => title)).toEqual([
			'A private fork',
			'A plain webhook',
			'An email gateway',
		]);
	});

	it('the private fork takes the card, refuses it, and gets it again when it was not connected', async () => {
		const fork = example('A private fork');
		expect(outputs(await run(fork))[0]).toMatchObject({
			status: 'sent',
			messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			chatId: '+447700900001',
		});
		expect(
			outputs(await run({ ...fork, recipient: `+${specialNumbers.rejected}` }))[0],
		).toMatchObject({
			outcome: 'notSent',
			error: expect.stringContaining('The number is not on WhatsApp'),
		});
		expect(
			outputs(await run({ ...fork, recipient: `+${specialNumbers.offlineOnce}` }))[0],
		).toMatchObject({ status: 'sent' });
		expect(sandbox.stats()).toMatchObject({ requests: 4, cards: 2, duplicates: 0 });
	});

	it('the plain webhook takes the card without an ID', async () => {
		const hook = example('A plain webhook');
		const header = { authentication: 'header', name: CUSTOM.name };
		expect(outputs(await run(hook, header))[0]).toMatchObject({
			status: 'sent',
			recipient: 'sales team',
			messageId: null,
			messageIds: [],
		});
		expect(sandbox.deliveries()[0]?.contacts).toMatchObject([
			{ name: { formatted_name: 'Ana Lima' } },
		]);
		const unsaid = outputs(await run({ ...hook, customAnswer: {} }, header))[0];
		expect(unsaid).toMatchObject({ outcome: 'unknown' });
		expect(unsaid?.['error']).toContain('Under Answer, set where the message ID is found');
	});

	it('the email gateway takes the card as an attachment, and gives its ID in a header', async () => {
		expect(outputs(await run(example('An email gateway')))[0]).toMatchObject({
			status: 'sent',
			recipient: 'ana@example.com',
			messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		});
		expect(sandbox.deliveries()[0]?.vcards[0]).toMatch(/^BEGIN:VCARD[\s\S]*FN:Ana Lima/);
	});

	it('a form goes out as one, and a preview shows it', async () => {
		const form: INodeParameters = {
			recipient: '+44 7700 900001',
			customPath: '/form',
			customBodyAs: 'form',
			customForm: {
				field: [
					{ name: 'to', value: '[[recipient]]' },
					{ name: 'vcard', value: '[[vcard]]' },
				],
			},
			customAnswer: { messageIdPath: 'result[0].number' },
		};
		expect(outputs(await run(form))[0]).toMatchObject({
			status: 'sent',
			recipient: '+447700900001',
		});
		expect(outputs(await run({ ...form, operation: 'preview' }))[0]).toMatchObject({
			requests: [
				{
					headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
					body: { to: '+447700900001', vcard: expect.stringMatching(/^BEGIN:VCARD/) },
				},
			],
		});
	});

	it('a secret in the query stands beside a query of the path, masked', async () => {
		const parameters = { ...example('A private fork'), customPath: '/fork/contacts?priority=1' };
		const query = { authentication: 'query', name: CUSTOM.name };
		expect(outputs(await run(parameters, query))[0]).toMatchObject({ status: 'sent' });
		expect(outputs(await run({ ...parameters, operation: 'preview' }, query))[0]).toMatchObject({
			requests: [{ url: `${sandbox.url}/custom/fork/contacts?priority=1&${CUSTOM.name}=***` }],
		});
	});

	it('a path that is not there is reported as one', async () => {
		expect(
			outputs(await run({ ...example('A private fork'), customPath: '/nothing' }))[0],
		).toMatchObject({ outcome: 'notSent', error: expect.stringContaining('Check the Path') });
	});

	it('a card in doubt is not sent again, though the message has a key', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const [item] = outputs(await run(example('A private fork')));
		const [request, ...more] = sandbox.requests();
		expect(more).toEqual([]);
		const { key } = JSON.parse(request?.body ?? '{}') as { key?: string };
		expect(item).toMatchObject({
			outcome: 'unknown',
			error: expect.stringContaining(`Its message ID is ${key}.`),
		});
	});

	it('signs in by nothing where that is chosen', async () => {
		const [item] = outputs(await run(example('A private fork'), { authentication: 'none' }));
		expect(item).toMatchObject({ outcome: 'notSent', httpCode: '401' });
		const { headers, url } = sandbox.requests()[0] ?? {};
		expect(headers).not.toHaveProperty('authorization');
		expect(url).toBe('/custom/fork/contacts');
	});

	it.each(['bearer', 'header', 'query', 'basic'])(
		'signs in by %s, and reports a wrong secret',
		async (authentication) => {
			const test = (changes: object) =>
				testCredential(new ContactCardCustomApi().name, {
					...sandbox.credentials.custom,
					authentication,
					...changes,
				});
			expect(await test({})).toMatchObject({ status: 'OK' });
			expect(await test({ secret: 'x' })).toMatchObject({
				message: expect.stringMatching(/^Custom HTTP rejected this secret/),
			});
			expect(await test({ testPath: 'nothing' })).toMatchObject({
				message: expect.stringMatching(/^Custom HTTP found nothing at this address/),
			});
		},
	);
});
