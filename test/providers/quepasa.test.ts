import * as fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { quepasa } from '../../nodes/providers/quepasa/quepasa';
import { readTarget } from '../../nodes/providers/targetParameters';
import { account as QUEPASA } from '../../sandbox/providers/quepasa/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { contactsOf, MESSAGE_ID } from '../support/contacts';
import { testCredential } from '../support/credentialTest';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const ANA = { name: { formatted_name: 'Lima; Ana' }, phones: ['+5512996130832'] };

const bodyIdSchema = z.object({ id: z.string() });

function requestOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(quepasa, { recipient: '+44 7700 900001', ...parameters });
	return quepasa.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, target);
}

function textOf(text: string, recipient: string = QUEPASA.group): unknown {
	const target = readTarget(quepasa, { recipient });
	return quepasa.text?.request({ id: MESSAGE_ID, text }, target).body?.['text'];
}

describe('the request', () => {
	it('is a vCard of ours, with an ID of ours', () => {
		expect(requestOf(ANA, { replyTo: '3EB0', trackId: ' crm-1 ' })).toEqual({
			messageId: MESSAGE_ID,
			method: 'POST',
			path: '/send',
			body: {
				chatId: '447700900001@s.whatsapp.net',
				contact: {
					phone: '+5512996130832',
					name: 'Lima; Ana',
					vcard:
						'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Lima\\; Ana;;;\r\nFN:Lima\\; Ana\r\nTEL:+5512996130832\r\nEND:VCARD\r\n',
				},
				id: MESSAGE_ID,
				trackid: 'crm-1',
				inreply: '3EB0',
			},
		});
	});

	it('needs no phone', () => {
		const contact = { name: { formatted_name: 'Ana' }, emails: ['ana@example.com'] };
		expect(requestOf(contact).body).toMatchObject({
			contact: { phone: '', vcard: expect.stringContaining('EMAIL') },
		});
	});
});

describe('a text', () => {
	it('goes to the same place', () => {
		const parameters = { recipient: QUEPASA.group, trackId: 'crm-1', replyTo: '3EB0' };
		const target = readTarget(quepasa, parameters);
		expect(quepasa.text?.request({ id: MESSAGE_ID, text: 'Hi\nthere' }, target)).toEqual({
			messageId: MESSAGE_ID,
			method: 'POST',
			path: '/send',
			body: {
				chatId: QUEPASA.group,
				text: 'Hi\nthere',
				id: MESSAGE_ID,
				trackid: 'crm-1',
				inreply: '3EB0',
			},
		});
	});

	it.each([
		['poll: lunch?', 'poll\u2060: lunch?'],
		[' \npoll:{}', ' \npoll\u2060:{}'],
		['\u0085\u3000poll:', '\u0085\u3000poll\u2060:'],
		['Take $Buttons:[a] or #buttons:[b]', 'Take $\u2060Buttons:[a] or #\u2060buttons:[b]'],
		['Hi @447700900123 and @ALL', 'Hi @\u2060447700900123 and @\u2060ALL'],
		['me@all.example', 'me@\u2060all.example'],
	])('%j has nothing in it that the server acts on', (text, sent) => {
		expect(textOf(text)).toBe(sent);
	});

	it.each(['The poll: at noon', 'ana@example.com', '@allan', 'all @ 12345678', 'Room @123'])(
		'%j stays as it is',
		(text) => {
			expect(textOf(text)).toBe(text);
		},
	);

	it('never leaves anything in it that the server acts on', () => {
		const parts = ['poll:', ' ', '\n', '$', '#', 'buttons:[', '@', 'all', '4477009', 'a', '\u2060'];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (words) => {
				const text = words.join('');
				const sent = String(textOf(text));
				expect(sent).not.toMatch(/^\s*poll:|[$#]buttons:\[|@(\d{7}|all\b)/i);
				expect(sent.replaceAll('\u2060', '')).toBe(text.replaceAll('\u2060', ''));
			}),
		);
	});

	it('keeps its mentions for a person, where the server makes none', () => {
		expect(textOf('me@all.example', '+44 7700 900001')).toBe('me@all.example');
	});
});

it.each([
	['+44 7700 900001', '447700900001@s.whatsapp.net'],
	['447700900001@c.us', '447700900001@s.whatsapp.net'],
	['+290 22222', '29022222@s.whatsapp.net'],
	['120363040000000001@g.us', '120363040000000001@g.us'],
	['98765432109876@lid', '98765432109876@lid'],
])('reads the recipient %s as a whole JID', (recipient, jid) => {
	expect(readTarget(quepasa, { recipient }).recipient).toBe(jid);
});

it.each([
	[
		{ success: true, message: { id: '3EB0', chatId: '1@s.whatsapp.net' } },
		{ messageIds: ['3EB0'], chatId: '1@s.whatsapp.net' },
	],
	[
		{ success: true, message: { id: '3EB0' } },
		{ messageIds: ['3EB0'], chatId: null },
	],
	[{ success: true, message: { id: '' } }, undefined],
	[{ success: false, message: { id: '3EB0' } }, undefined],
	['', undefined],
])('reads the receipt %j', (body, receipt) => {
	expect(quepasa.receipt(answer(200, body))).toEqual(receipt);
});

describe('refusals', () => {
	const notSent = { outcome: 'notSent', retry: false };

	it.each([
		[
			400,
			{ success: false, status: 'the requested whatsapp server was not found' },
			{
				message: 'the requested whatsapp server was not found',
				...notSent,
				advice: 'Check the token in the credential: the token of the connection that sends.',
			},
		],
		[
			503,
			{ success: false, status: 'server (x) not ready yet ! current status: Connected.' },
			{
				message: 'server (x) not ready yet ! current status: Connected.',
				...notSent,
				advice: 'Connect the number to WhatsApp in Quepasa.',
			},
		],
		[
			400,
			{
				success: false,
				status: 'error converting text to json poll: unexpected end of JSON input',
			},
			{ message: 'error converting text to json poll: unexpected end of JSON input', ...notSent },
		],
		[
			400,
			{ success: false, status: 'invalid chatid length' },
			{ message: 'invalid chatid length', ...notSent },
		],
		[
			400,
			{ success: false, status: 'timed out waiting for message send response' },
			{ message: 'timed out waiting for message send response', outcome: 'unknown' },
		],
		[
			400,
			{ success: false, status: 'failed to send message node: websocket not connected' },
			{
				message: 'failed to send message node: websocket not connected',
				...notSent,
				advice: 'Connect the account to WhatsApp again.',
			},
		],
		[
			400,
			{ success: false, status: 'websocket not connected' },
			{ message: 'websocket not connected', outcome: 'unknown' },
		],
		[400, '<html>', { message: '<html>', outcome: 'unknown' }],
		[503, 'The service is not ready yet', { message: 'The service is not ready yet' }],
		[500, { result: 'oops' }, { message: 'oops' }],
		[200, { success: false, status: 'no' }, { message: 'no' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(quepasa.refusal(answer(status, body))).toEqual(refusal);
	});
});

describe('a look-up', () => {
	const found = (body: unknown) =>
		quepasa.lookUp?.found(answer(200, body), ['5531998765432'])?.get('5531998765432');

	it('asks about one number, in a bare list', () => {
		const target = readTarget(quepasa, { recipient: '+44 7700 900001' });
		expect(quepasa.lookUp?.numbersPerRequest).toBe(1);
		expect(quepasa.lookUp?.request(['5531998765432'], target)).toEqual({
			method: 'POST',
			path: '/isonwhatsapp',
			body: ['+5531998765432'],
		});
	});

	it.each([
		[
			{ success: true, total: 1, registered: ['553198765432@s.whatsapp.net'] },
			{ onWhatsApp: true, waId: '553198765432' },
		],
		[{ success: true, total: 1, registered: ['9876543210@lid'] }, { onWhatsApp: true }],
		[{ success: true }, { onWhatsApp: false }],
		[{ success: false, status: 'x' }, undefined],
	])('reads %j', (body, status) => {
		expect(found(body)).toEqual(status);
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
				provider: 'quepasa',
				recipient: '+44 7700 900001',
				contactSource: 'json',
				contactsJson: JSON.stringify([ANA, ANA]),
				...parameters,
			},
			{ onError: 'continueRegularOutput' },
			{ quepasa: credential },
		);

	it('texts and cards have IDs of ours, and only the first message replies', async () => {
		const options = { replyTo: '3EB0', trackId: 'crm-1', textBefore: 'poll: Ana? @all' };
		const [item] = outputs(await send({ recipient: QUEPASA.group, options }));
		const cards = sandbox.deliveries();
		expect(cards.map((card) => card.options)).toEqual([
			{ inreply: '3EB0', trackid: 'crm-1' },
			{ trackid: 'crm-1' },
			{ trackid: 'crm-1' },
		]);
		const ids = cards.flatMap(({ messageIds }) => messageIds);
		expect(ids).toEqual(
			sandbox.requests().map(({ body }) => bodyIdSchema.parse(JSON.parse(body)).id),
		);
		expect(new Set(ids).size).toBe(3);
		expect(item).toMatchObject({ textMessageIds: ids.slice(0, 1), messageIds: ids.slice(1) });
	});

	it.each([
		[{}, { token: 'wrong' }, '400', 'notSent'],
		[{}, { token: QUEPASA.connectingToken }, '503', 'notSent'],
		[{ recipient: `+${SPECIAL_NUMBERS.reachoutLock}` }, {}, '400', 'notSent'],
		[{ recipient: `+${SPECIAL_NUMBERS.neverConfirms}` }, {}, '400', 'unknown'],
	])(
		'%j with the credential %j is asked once',
		async (parameters, credential, httpCode, outcome) => {
			const [item] = outputs(await send(parameters, credential));
			expect(item).toMatchObject({ httpCode, outcome });
			expect(sandbox.requests()).toHaveLength(1);
		},
	);

	it.each([
		[
			'wrong',
			'Quepasa rejected this token: no connection has it. Copy the token of the connection that sends from Quepasa.',
		],
		[
			QUEPASA.absentToken,
			'The token is correct, but its connection is gone. Connect the number to WhatsApp in Quepasa.',
		],
	])('the credential test says what the 400 of the token %s means', async (token, message) => {
		const data = { ...sandbox.credentials.quepasa, token };
		expect(await testCredential('contactCardQuepasaApi', data)).toEqual({
			status: 'Error',
			message,
		});
	});
});
