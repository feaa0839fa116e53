import { ContactCardWahaApi } from '../../credentials/ContactCardWahaApi.credentials';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget } from '../../nodes/providers/targetParameters';
import { waha } from '../../nodes/providers/waha/waha';
import { contactsOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { ANA_IN_PARTS } from '../support/people';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

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
		const { method, path, body } = requestOf(
			[ANA_IN_PARTS, { ...ANA_IN_PARTS, name: 'Ben; Okoro' }],
			{
				replyTo: 'false_11111111111@c.us_AAAA',
			},
		);
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

	it('adds no header without an API key', async () => {
		expect(await authenticate({ apiKey: '' }, { ...request })).toEqual(request);
	});
});
