import type { INodeParameters } from 'n8n-workflow';

import { ContactCardWahaApi } from '../../credentials/ContactCardWahaApi.credentials';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget } from '../../nodes/providers/targetParameters';
import { waha } from '../../nodes/providers/waha/waha';
import { account as WAHA } from '../../sandbox/providers/waha/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { contactsOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { expectFailure, type Failure } from '../support/failure';
import { search } from '../support/listSearch';
import { byId } from '../support/providerRows';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const ANA = { name: { first_name: 'Ana', last_name: 'Lima' }, phones: ['+5512996130832'] };

function requestOf(contacts: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(waha, {
		session: 'default',
		recipient: '+1 213 213 2130',
		...parameters,
	});
	return waha.request({ id: MESSAGE_ID, contacts: contactsOf(contacts) }, target);
}

describe('the request', () => {
	it('holds every contact as a vCard with N, in one message', () => {
		const { method, path, body } = requestOf([ANA, { ...ANA, name: 'Ben; Okoro' }], {
			replyTo: 'false_11111111111@c.us_AAAA',
		});
		expect([method, path]).toEqual(['POST', '/api/sendContactVcard']);
		expect(body).toEqual({
			session: 'default',
			chatId: '12132132130@c.us',
			contacts: [
				{
					fullName: 'Ana Lima',
					vcard:
						'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lima;Ana;;;\r\nFN:Ana Lima\r\nTEL:+5512996130832\r\nEND:VCARD\r\n',
				},
				{
					fullName: 'Ben; Okoro',
					vcard:
						'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ben\\; Okoro;;;\r\nFN:Ben\\; Okoro\r\nTEL:+5512996130832\r\nEND:VCARD\r\n',
				},
			],
			reply_to: 'false_11111111111@c.us_AAAA',
		});
	});

	it('loses nothing of a contact', () => {
		const text = JSON.stringify(requestOf(RICH_CONTACT).body);
		for (const part of [
			'NICKNAME:Johnny',
			'NOTE:',
			'PHOTO',
			'BDAY:1990-05-15',
			'waid=5511999998888',
		])
			expect(text).toContain(part);
	});
});

describe('the target', () => {
	it.each([
		['+1 213 213 2130', '12132132130@c.us'],
		['12132132130@c.us', '12132132130@c.us'],
		['12132132130@s.whatsapp.net', '12132132130@c.us'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
	])('reads %s', (recipient, chatId) => {
		expect(readTarget(waha, { session: 'default', recipient }).recipient).toBe(chatId);
	});

	it.each([
		[{ session: '' }, 'Session is missing', 'session'],
		[{ session: 'a\nb' }, 'Session is not an ID', 'session'],
		[{ recipient: '' }, 'Recipient is empty', 'recipient'],
		[
			{ recipient: 'status@broadcast' },
			'Recipient "status@broadcast" is not a JID that a card can go to',
			'recipient',
		],
		[{ replyTo: {} }, 'Reply To Message ID must be text', 'replyTo'],
	])('refuses %j', (parameters, message, field) => {
		const given = { session: 'default', recipient: '+12132132130', ...parameters };
		expect(refusalOf(() => readTarget(waha, given))).toMatchObject({ message, field });
	});
});

describe('receipts', () => {
	it.each([
		[
			'GOWS',
			{ id: 'true_12132132130@c.us_3EB0', _data: {} },
			'true_12132132130@c.us_3EB0',
			'12132132130@c.us',
		],
		[
			'NOWEB',
			{ key: { remoteJid: '12132132130@s.whatsapp.net', id: '3EB0' }, status: 'PENDING' },
			'3EB0',
			'12132132130@s.whatsapp.net',
		],
		[
			'WEBJS',
			{ id: { _serialized: 'true_1@g.us_3EB0', remote: '1@g.us' } },
			'true_1@g.us_3EB0',
			'1@g.us',
		],
		['an id of another form', { id: '3EB0' }, '3EB0', null],
		['a key without chat', { key: { id: '3EB0' } }, '3EB0', null],
	])('of %s have the ID of the message and the chat', (_engine, body, id, chatId) => {
		expect(waha.receipt(answer(201, body))).toEqual({ messageIds: [id], chatId });
	});

	it('of NOWEB in 2024 are a 201 with nothing in it', () => {
		expect(waha.receipt(answer(201, ''))).toEqual({ messageIds: [], chatId: null });
	});

	it.each([
		[200, ''],
		[201, '<html></html>'],
		[201, {}],
		[201, { id: '' }],
		[201, { key: {} }],
	])('are none in %i %j', (status, body) => {
		expect(waha.receipt(answer(status, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	const nest = (message: unknown) => ({ message, error: 'Title', statusCode: 400 });
	const thrown = (message: string) => ({ statusCode: 500, exception: { message, code: 2 } });
	const session = (status: string) => ({
		error: 'Session status is not as expected. Try again later or restart the session',
		session: 'default',
		status,
		expected: ['WORKING'],
	});

	it.each([
		[401, nest('Unauthorized'), 'notSent', undefined, 'Check the API key'],
		[403, nest('Forbidden resource'), 'notSent', undefined, 'is for another session'],
		[404, nest('Cannot POST /api/x'), 'notSent', undefined, 'without /api'],
		[
			404,
			nest("We didn't find a session with name 'x'."),
			'notSent',
			undefined,
			'Start the session',
		],
		[
			400,
			nest(['a is none', 'b is none']),
			'notSent',
			undefined,
			'Correct what the provider names',
		],
		[422, session('SCAN_QR_CODE'), 'notSent', undefined, 'scan its QR code'],
		[422, session('STARTING'), 'notSent', { pause: 'card' }, 'send again in a minute'],
		[422, session('FAILED'), 'notSent', undefined, 'Restart the session'],
		[
			422,
			nest('The method is not implemented by the engine.'),
			'notSent',
			undefined,
			'NOWEB or GOWS',
		],
		[
			501,
			nest("The method is not implemented by 'WEBJS' engine."),
			'notSent',
			undefined,
			'NOWEB or GOWS',
		],
		[422, nest('It is available only in Plus version.'), 'notSent', undefined, 'WAHA Plus'],
		[
			500,
			thrown('2 UNKNOWN: server returned error 463'),
			'notSent',
			undefined,
			'do not send the card again',
		],
		[
			500,
			thrown('2 UNKNOWN: no LID found for 1 from server'),
			'notSent',
			undefined,
			'no WhatsApp account',
		],
		[
			500,
			thrown("Cannot read properties of undefined (reading 'id')"),
			'notSent',
			undefined,
			'Add a phone number',
		],
		[500, thrown('4 DEADLINE_EXCEEDED'), 'unknown', undefined, 'The card may have arrived'],
		[502, '<html>Bad Gateway</html>', 'unknown', undefined, 'The card may have arrived'],
	] as const)('%i %j is %s', (status, body, outcome, repeat, fix) => {
		const response = answer(status, body);
		const verdict = resultOfAnswer(waha, { kind: 'response', response }, 0, (text) => text);
		if (verdict.outcome === 'sent') throw new Error('It was sent');
		expect([verdict.outcome, verdict.repeat]).toEqual([outcome, repeat]);
		expect(verdict.failure.fix).toContain(fix);
	});

	it("have the server's words, whatever their form", () => {
		const said = (body: unknown) => waha.refusal(answer(400, body)).message;
		expect(said(nest(['a is none', 'b is none']))).toBe('a is none; b is none');
		expect(said(thrown('boom'))).toBe('boom');
		expect(said(session('FAILED'))).toMatch(/^Session status is not as expected/);
		expect(said({ exception: 'text' })).toBe('{"exception":"text"}');
		expect(said('plain')).toBe('plain');
	});
});

describe('the credential', () => {
	const { authenticate } = new ContactCardWahaApi();
	const request = { url: 'http://localhost:3000/api/sessions', headers: { Accept: '*/*' } };

	it('gives its key as X-Api-Key', async () => {
		expect((await authenticate({ apiKey: ' key-1\n' }, { ...request })).headers).toEqual({
			Accept: '*/*',
			'X-Api-Key': 'key-1',
		});
	});

	it('gives nothing to a server that asks for nothing', async () => {
		expect(await authenticate({ apiKey: '' }, { ...request })).toEqual(request);
	});
});

describe('in n8n, with the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => sandbox.reset());

	const CARD: INodeParameters = {
		provider: 'waha',
		session: byId(WAHA.session),
		recipient: '+6281234567890',
		contactSource: 'json',
		contactsJson: JSON.stringify(ANA),
	};
	const from = (session: string): INodeParameters => ({ session: byId(session) });
	const to = (number: string): INodeParameters => ({ recipient: `+${number}` });

	const rows: Array<[string, Failure]> = [
		[
			'a wrong key',
			{
				credential: { apiKey: 'wrong' },
				output: {
					error: /^WAHA refused the card \(401\): Unauthorized \[item 0\]\. Check the API key/,
					httpCode: '401',
				},
			},
		],
		[
			'a key of another session',
			{
				credential: { apiKey: WAHA.salesKey },
				output: { error: /\(403\).*is for another session/, httpCode: '403' },
			},
		],
		[
			'an unknown session',
			{
				parameters: from('nobody'),
				output: { error: /\(404\): We didn't find a session .*Start the session/, httpCode: '404' },
			},
		],
		[
			'a stopped session',
			{
				parameters: from(WAHA.stoppedSession),
				output: { error: /\(404\).*Start the session in WAHA/, httpCode: '404' },
			},
		],
		[
			'a session that is not linked',
			{
				parameters: from(WAHA.unpairedSession),
				output: {
					error: /\(422 SCAN_QR_CODE\): Session status is not as expected\. .*scan its QR code/,
					httpCode: '422',
					code: 'SCAN_QR_CODE',
				},
			},
		],
		[
			'a session that failed',
			{
				parameters: from(WAHA.failedSession),
				output: { error: /\(422 FAILED\).*Restart/, httpCode: '422', code: 'FAILED' },
			},
		],
		[
			'an engine that cannot',
			{
				parameters: from(WAHA.webjsSession),
				output: { error: /refused the card \(501\).*NOWEB or GOWS/, httpCode: '501' },
			},
		],
		[
			'an engine that could not in 2024',
			{
				parameters: from(WAHA.oldWebjsSession),
				output: { error: /\(422\).*NOWEB or GOWS/, httpCode: '422' },
			},
		],
		[
			'a number without WhatsApp',
			{
				parameters: to(SPECIAL_NUMBERS.notOnWhatsApp),
				output: { error: /refused the card \(500\): 2 UNKNOWN: no LID found/, httpCode: '500' },
			},
		],
		[
			"WhatsApp's lock on the account",
			{
				parameters: to(SPECIAL_NUMBERS.reachoutLock),
				output: { error: /error 463 .*do not send the card again/, httpCode: '500' },
			},
		],
		[
			'a send that WhatsApp never confirms',
			{
				parameters: to(SPECIAL_NUMBERS.neverConfirms),
				output: { error: /failed \(500\): 4 DEADLINE/, httpCode: '500', outcome: 'unknown' },
			},
		],
	];

	it.each(rows)('fails with %s', async (_name, failure) => {
		const parameters = { session: CARD['session'], recipient: CARD['recipient'] };
		await expectFailure(sandbox, 'waha', { ...parameters, ...failure.parameters }, failure);
	});

	it.each([
		[WAHA.session, expect.stringMatching(/^true_6281234567890@c\.us_3EB0/), '6281234567890@c.us'],
		[WAHA.nowebSession, expect.stringMatching(/^3EB0/), '6281234567890@s.whatsapp.net'],
		[WAHA.silentSession, null, null],
	])('sends from the session %s', async (session, messageId, chatId) => {
		const run = await runSend(sandbox, { ...CARD, ...from(session) });
		expect(run.error).toBeUndefined();
		expect(outputs(run)[0]).toMatchObject({ status: 'sent', messageId, chatId });
		expect(sandbox.deliveries()[0]?.contacts).toMatchObject([
			{ name: { formatted_name: 'Ana Lima', first_name: 'Ana', last_name: 'Lima' } },
		]);
	});

	it('sends from the session "default", where none is chosen', async () => {
		const { session: _none, ...rest } = CARD;
		const run = await runSend(sandbox, rest);
		expect(run.error).toBeUndefined();
		expect(sandbox.deliveries()[0]?.account).toBe('default');
	});

	it('sends as a reply', async () => {
		await runSend(sandbox, { ...CARD, options: { replyTo: 'false_1@c.us_A' } });
		expect(sandbox.deliveries()[0]?.options).toEqual({ replyTo: 'false_1@c.us_A' });
	});

	it('lists the sessions with their states, and finds one', async () => {
		const { results } = await search(sandbox, 'waha', 'searchWahaSessions');
		expect(results.slice(0, 2).map(({ name }) => name)).toEqual([
			expect.stringMatching(/^default \(WORKING, GOWS, \w+ \w+\)$/),
			expect.stringMatching(/^sales \(WORKING, /),
		]);
		const found = await search(sandbox, 'waha', 'searchWahaSessions', { filter: 'STOP' });
		expect(found.results).toEqual([{ name: 'stopped (STOPPED, GOWS)', value: 'stopped' }]);
	});

	it('warns of what the engine WPP loses, where the list of sessions told that engine', async () => {
		const { results } = await search(sandbox, 'waha', 'searchWahaSessions', { filter: 'wpp' });
		const [{ name, value } = { name: '', value: '' }] = results;
		expect(name).toMatch(
			/^wpp \(WORKING, WPP, sends only name and one phone, and no reply, \w+ \w+\)$/,
		);
		const chosen = { __rl: true, mode: 'list', value, cachedResultName: name };
		const run = await runSend(sandbox, {
			...CARD,
			session: chosen,
			contactsJson: JSON.stringify({ ...ANA, emails: [{ email: 'ana@example.com' }] }),
		});
		expect(outputs(run)[0]?.['warnings']).toEqual([
			{
				contact: 1,
				field: 'emails',
				message:
					'The engine WPP of this session sends only name and one phone; 1 email may not arrive',
			},
		]);
		expect(JSON.stringify(sandbox.requests().at(-1)?.body)).toContain('ana@example.com');
	});

	it('says why there is no list', async () => {
		const credential = { apiKey: 'wrong' };
		await expect(
			search(sandbox, 'waha', 'searchWahaSessions', { credential }),
		).rejects.toMatchObject({
			message:
				'WAHA did not return the list (401): Unauthorized. Check the API key in the credential.',
		});
		sandbox.fault({ kind: 'html-200', on: 'list' });
		await expect(search(sandbox, 'waha', 'searchWahaSessions')).rejects.toMatchObject({
			message: expect.stringMatching(/^WAHA did not return the list \(200\)/),
		});
	});
});
