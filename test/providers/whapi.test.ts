import type { INodeParameters } from 'n8n-workflow';

import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers/dialects';
import { readTarget } from '../../nodes/providers/targetParameters';
import { whapi } from '../../nodes/providers/whapi/whapi';
import { account as WHAPI, specialNumbers } from '../../sandbox/providers/whapi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { contactsOf, MESSAGE_ID } from '../support/contacts';
import { testCredential } from '../support/credentialTest';
import { ANA } from '../support/people';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const BEN = { name: { formatted_name: 'Ben; Okoro' }, phones: ['+447700900001'] };
const ANA_VCARD =
	'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ana Lima;;;\r\nFN:Ana Lima\r\nTEL:+5512996130832\r\nEND:VCARD\r\n';

function requestOf(contacts: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(whapi, { recipient: '+44 7700 900001', ...parameters });
	return whapi.request({ id: MESSAGE_ID, contacts: contactsOf(contacts) }, target);
}

describe('the request', () => {
	it('is one contact with its vCard', () => {
		expect(requestOf(ANA, { replyTo: ' PsI1.abcd-wA4X ' })).toEqual({
			method: 'POST',
			path: '/messages/contact',
			body: {
				to: '447700900001',
				name: 'Ana Lima',
				vcard: expect.stringMatching(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n.+END:VCARD\r\n$/s),
				quoted: 'PsI1.abcd-wA4X',
			},
		});
		expect(requestOf(ANA).body?.['vcard']).toBe(ANA_VCARD);
	});

	it('is one list of several contacts', () => {
		const { path, body } = requestOf([ANA, BEN]);
		expect(path).toBe('/messages/contact_list');
		expect(body).toEqual({
			to: '447700900001',
			list: [
				{ name: 'Ana Lima', vcard: expect.stringContaining('FN:Ana Lima\r\n') },
				{ name: 'Ben; Okoro', vcard: expect.stringContaining('FN:Ben\\; Okoro\r\n') },
			],
		});
	});

	it.each([
		[{}, {}],
		[{ replyTo: 'PsI1.abcd-wA4X' }, { quoted: 'PsI1.abcd-wA4X' }],
	])('sends a text to the same place, with %j', (options, sent) => {
		const target = readTarget(whapi, { recipient: WHAPI.group, ...options });
		expect(whapi.text?.request({ id: MESSAGE_ID, text: 'Hi' }, target)).toEqual({
			method: 'POST',
			path: '/messages/text',
			body: { to: WHAPI.group, body: 'Hi', ...sent },
		});
	});
});

describe('the body of a request, given as JSON', () => {
	const bare = 'BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+447700900001\r\nEND:VCARD\r\n';
	const read = (json: unknown) => readJson(json, dialects);

	it('is its contacts, and nothing beside them', () => {
		const list = [
			{ name: 'Somebody', vcard: ANA_VCARD },
			{ name: 'Ben', vcard: bare },
		];
		expect(read({ to: '44', list, quoted: 'x' })).toMatchObject([
			{ draft: { name: { formatted_name: 'Ana Lima' } }, warnings: [] },
			{ draft: { name: { formatted_name: 'Ben' } }, warnings: [] },
		]);
		expect(read({ to: '44', name: 'Ben', vcard: bare })).toMatchObject([
			{ draft: { name: { formatted_name: 'Ben' }, phones: [{}] }, warnings: [] },
		]);
	});

	it('is none where other fields stand in it', () => {
		expect(read({ to: '44', name: 'Ben', vcard: bare, email: 'ben@example.com' })).toMatchObject([
			{ draft: { emails: [{ email: 'ben@example.com' }] }, warnings: [{ field: 'to' }] },
		]);
	});

	it.each([
		[['x'], 'list[0] must be an object'],
		[[{ name: 'Ben', vcard: 'x' }], 'list[0].vcard must begin with BEGIN:VCARD'],
		[[{ name: 'Ben' }], 'list[0].vcard must begin with BEGIN:VCARD'],
	])('is refused with the list %j', (list, message) => {
		expect(refusalOf(() => read({ to: '44', list })).message).toBe(message);
	});
});

describe('the target', () => {
	it.each([
		['+20 123 456 7890', '201234567890'],
		['201234567890@s.whatsapp.net', '201234567890'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
		['+376 312 345', '376312345'],
	])('reads %s', (recipient, to) => {
		expect(readTarget(whapi, { recipient }).recipient).toBe(to);
	});

	it.each([
		['+290 22222', 'Recipient +29022222 is too short for Whapi.Cloud'],
		[
			'98765432109876@lid',
			'Recipient "98765432109876@lid" is a hidden user (…@lid), which Whapi.Cloud does not send to',
		],
	])('refuses %s', (recipient, message) => {
		expect(refusalOf(() => readTarget(whapi, { recipient }))).toMatchObject({
			message,
			field: 'recipient',
		});
	});
});

describe('receipts', () => {
	it('are the ID and the chat of the message', () => {
		const message = { id: 'PsI1-wA4X', chat_id: '447700900001@s.whatsapp.net' };
		expect(whapi.receipt(answer(200, { sent: true, message }))).toEqual({
			messageIds: ['PsI1-wA4X'],
			chatId: '447700900001@s.whatsapp.net',
		});
	});

	it.each([
		{ sent: false, message: { id: 'PsI1-wA4X' } },
		{ message: { id: 'PsI1-wA4X' } },
		{ sent: true, message: {} },
		{ sent: true },
		'',
	])('are none in %j', (body) => {
		expect(whapi.receipt(answer(200, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	it.each([
		[
			401,
			{ error: { code: 401, message: 'Need channel authorization for send message' } },
			{
				message: 'Need channel authorization for send message',
				code: '401',
				advice: 'Link a phone to the channel in the Whapi.Cloud dashboard: scan its QR code.',
			},
		],
		[
			401,
			{ error: { code: 401, message: 'Unauthorized' } },
			{ message: 'Unauthorized', code: '401', advice: 'Check the token in the credential.' },
		],
		[
			400,
			{
				error: {
					code: 400,
					message: 'Wrong request parameters',
					details: 'body/to must be string',
				},
			},
			{ message: 'Wrong request parameters: body/to must be string', code: '400' },
		],
		[
			402,
			{ error: { code: 402, message: 'Trial version limit exceeded' } },
			{
				message: 'Trial version limit exceeded',
				code: '402',
				advice: 'The limit of the trial has been reached: wait, or change the plan of the channel.',
			},
		],
		[200, { sent: false }, { message: '{"sent":false}', outcome: 'notSent' }],
		[500, { error: { message: 'oops' } }, { message: 'oops' }],
		[502, '<html>502</html>', { message: '<html>502</html>' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(whapi.refusal(answer(status, body))).toEqual(refusal);
	});
});

describe('a look-up', () => {
	it('asks about several numbers at once', () => {
		const target = readTarget(whapi, { recipient: '+44 7700 900001' });
		expect(whapi.lookUp?.request(['447700900001', '5531998765432'], target)).toEqual({
			method: 'POST',
			path: '/contacts',
			body: { blocking: 'wait', contacts: ['447700900001', '5531998765432'] },
		});
	});

	it('reads what it says, and nothing more', () => {
		const contacts = [
			{ input: '+55 31 99876-5432', status: 'valid', wa_id: '553198765432' },
			{ input: '447700900002', status: 'invalid' },
			{ input: '447700900003', status: 'valid', wa_id: '9876543210@lid' },
			{ input: '447700900004', status: 'processing' },
			{ input: '15550001111', status: 'valid', wa_id: '15550001111' },
		];
		const numbers = ['5531998765432', '447700900002', '447700900003', '447700900004'];
		const found = whapi.lookUp?.found(answer(200, { contacts }), numbers);
		expect(Object.fromEntries(found ?? [])).toEqual({
			'5531998765432': { onWhatsApp: true, waId: '553198765432' },
			'447700900002': { onWhatsApp: false },
			'447700900003': { onWhatsApp: true },
		});
		expect(whapi.lookUp?.found(answer(200, { error: {} }), numbers)).toBeUndefined();
	});
});

describe('through the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => sandbox.reset());

	const send = async (parameters: INodeParameters = {}, credential = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'whapi',
				recipient: '+44 7700 900001',
				contactSource: 'json',
				contactsJson: JSON.stringify([ANA, BEN]),
				...parameters,
			},
			{ onError: 'continueRegularOutput' },
			{ whapi: credential },
		);

	it('sends several contacts and a text before them, which replies, in two messages', async () => {
		const options = { textBefore: 'Here they are', replyTo: 'PsI1.abcd-wA4X' };
		expect((await send({ options })).error).toBeUndefined();
		expect(sandbox.deliveries()).toMatchObject([
			{ text: 'Here they are', options: { quoted: 'PsI1.abcd-wA4X' } },
			{ contacts: [{}, {}], options: {} },
		]);
	});

	it.each([
		[WHAPI.trialToken, '402', 'The limit of the trial has been reached'],
		[WHAPI.unlinkedToken, '401', 'Link a phone to the channel'],
		['nobody', '401', 'Check the token in the credential'],
	])('asks once with the token %s, and says what to do', async (token, httpCode, advice) => {
		const [item] = outputs(await send({}, { token }));
		expect(item).toMatchObject({
			httpCode,
			outcome: 'notSent',
			error: expect.stringContaining(advice),
		});
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('asks once for a chat that the channel may not write to', async () => {
		const [item] = outputs(await send({ recipient: WHAPI.closedGroup }));
		expect(item).toMatchObject({ httpCode: '403', outcome: 'notSent' });
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('does not know whether a 500 was a card', async () => {
		const [item] = outputs(await send({ recipient: `+${SPECIAL_NUMBERS.sendFails}` }));
		expect(item).toMatchObject({ httpCode: '500', outcome: 'unknown' });
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('knows nothing of a number whose look-up is not done', async () => {
		const phones = [`+${specialNumbers.isLookedUpLater}`];
		const contactsJson = JSON.stringify({ ...ANA, phones });
		const [item] = outputs(await send({ contactsJson, options: { whatsappId: 'lookUp' } }));
		expect(item).toMatchObject({
			status: 'sent',
			warnings: [{ message: expect.stringContaining('could not be looked up') }],
		});
	});

	it.each([
		['nobody', /^Whapi\.Cloud rejected this token\. Copy it again/],
		[WHAPI.unlinkedToken, /its channel is not connected \(QR\)\. Link a phone/],
		[WHAPI.stoppedToken, /its channel is not connected \(NOT_INIT\)\. Start the channel/],
	])(
		'the credential test says what is wrong with the token %s, and starts nothing',
		async (token, message) => {
			const data = { ...sandbox.credentials.whapi, token };
			const result = await testCredential('contactCardWhapiApi', data);
			expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
		},
	);
});
