import { fitContact } from '../../nodes/carried/fitContact';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { openWa } from '../../nodes/providers/openWa/openWa';
import { readTarget } from '../../nodes/providers/targetParameters';
import { account as OPEN_WA } from '../../sandbox/providers/openWa/account';
import { contactOf, MESSAGE_ID } from '../support/contacts';
import { ANA } from '../support/people';
import { answer } from '../support/responses';

const target = { openWaSession: OPEN_WA.session, recipient: '+1 213 213 2130' };

describe('the request', () => {
	it('has a name, a number, and a key of its own', () => {
		const message = { id: MESSAGE_ID, contacts: [contactOf(ANA)] as const };
		expect(openWa.request(message, readTarget(openWa, target))).toEqual({
			method: 'POST',
			path: `/api/sessions/${OPEN_WA.session}/messages/send-contact`,
			headers: { 'Idempotency-Key': MESSAGE_ID },
			idempotentFor: 82_800,
			body: {
				chatId: '12132132130@c.us',
				contactName: 'Ana Lima',
				contactNumber: '+5512996130832',
			},
		});
	});

	it('of a text has the key, and is not counted upon to be carried out once', () => {
		const request = openWa.text?.request(
			{ id: MESSAGE_ID, text: 'Hello' },
			readTarget(openWa, target),
		);
		expect(request).toEqual({
			method: 'POST',
			path: `/api/sessions/${OPEN_WA.session}/messages/send-text`,
			headers: { 'Idempotency-Key': MESSAGE_ID },
			body: { chatId: '12132132130@c.us', text: 'Hello' },
		});
	});

	it.each([
		['12132132130@s.whatsapp.net', '12132132130@c.us'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
	])('may go to %s', (recipient, chatId) => {
		expect(readTarget(openWa, { ...target, recipient }).recipient).toBe(chatId);
	});
});

describe('the contact', () => {
	const fitted = (contact: object, on: 'warn' | 'fail' = 'warn') =>
		fitContact({ contact: contactOf({ ...ANA, ...contact }), warnings: [] }, 1, openWa, on);

	it('has a name of at most 255 characters, in whole ones', () => {
		const { contact, warnings } = fitted({ name: `${'N'.repeat(254)}👩 Lima` });
		expect(contact.name.formatted_name).toBe('N'.repeat(254));
		expect(warnings).toEqual([
			{
				field: 'name',
				message:
					'OpenWA accepts names of at most 255 characters; the rest of the name was left out',
			},
		]);
		expect(() => fitted({ name: 'N'.repeat(256) }, 'fail')).toThrow('the end of the name');
	});

	it('keeps its name in its field', () => {
		expect(fitted({ name: 'Doe; John\\n' }).contact.name.formatted_name).toBe('Doe, John/n');
	});

	it.each([
		[[], /^Contact 1 has no phone number/],
		[['0812 3456'], /not clearly one number with country code/],
		[['555 0100 ask for Ana'], /not clearly one number with country code/],
	])('with the phones %j is refused', (phones, message) => {
		expect(() => fitted({ phones })).toThrow(message);
	});

	it('may have a short number', () => {
		expect(fitted({ phones: ['112'] }).contact.phones[0]?.phone).toBe('112');
	});
});

describe('answers', () => {
	it.each([
		[201, { messageId: 'true_1@g.us_3EB0', timestamp: 1 }, ['true_1@g.us_3EB0'], '1@g.us'],
		[201, { messageId: null, timestamp: 1, unconfirmed: true }, [], null],
		[201, { timestamp: 1 }, [], null],
		[201, { messageId: '', unconfirmed: true }, [], null],
		[200, { messageId: '3EB0' }, ['3EB0'], null],
	])('%i %j are a receipt', (status, body, messageIds, chatId) => {
		expect(openWa.receipt(answer(status, body))).toEqual({ messageIds, chatId });
	});

	it.each([
		[200, { messageId: null }],
		[200, { timestamp: 1 }],
		[201, { messageId: '' }],
		[201, {}],
		[201, '<html></html>'],
	])('%i %j are none', (status, body) => {
		expect(openWa.receipt(answer(status, body))).toBeUndefined();
	});

	const nest = (statusCode: number, message: unknown, more = {}) => ({
		statusCode,
		message,
		...more,
	});
	it.each([
		[400, nest(400, 'Bad Request'), 'notSent', undefined, 'session is started'],
		[401, nest(401, 'Invalid API key'), 'notSent', undefined, 'Check the API key'],
		[403, nest(403, 'API key not authorized for this chat'), 'notSent', undefined, 'OPERATOR'],
		[409, nest(409, 'Engine is not ready'), 'notSent', { pause: 'card' }, 'is ready'],
		[409, nest(409, 'Something else'), 'notSent', undefined, 'is ready'],
		[
			409,
			nest(409, 'x', { code: 'IDEMPOTENCY_KEY_IN_PROGRESS' }),
			'unknown',
			{ pause: 'card' },
			'may have arrived',
		],
		[
			409,
			nest(409, 'x', { code: 'IDEMPOTENCY_OUTCOME_UNKNOWN' }),
			'unknown',
			undefined,
			'may have arrived',
		],
		[
			422,
			nest(422, 'x', { code: 'IDEMPOTENCY_KEY_REUSED' }),
			'unknown',
			undefined,
			'may have arrived',
		],
		[
			422,
			nest(422, ['a is none', 'b is none']),
			'notSent',
			undefined,
			'Correct what the provider names',
		],
		[
			429,
			nest(429, 'x', { code: 'SEND_PACING_LIMITED', retryAfterSeconds: 7 }),
			'notSent',
			{ pause: 'run', wait: 7000 },
			'send it later',
		],
		[
			500,
			nest(500, 'x', { code: 'ENGINE_PAGE_ERROR' }),
			'unknown',
			{ pause: 'card' },
			'may have arrived',
		],
		[501, nest(501, 'Not Implemented'), 'notSent', undefined, 'a person or a group'],
		[503, nest(503, 'x'), 'unknown', { pause: 'card' }, 'may have arrived'],
	])('%i %j are reported', (status, body, outcome, repeat, fix) => {
		const got = { kind: 'response' as const, response: answer(status, body) };
		const result = resultOfAnswer(openWa, got, 0, (text) => text, {
			request: { idempotentFor: 60 },
		});
		expect(result).toMatchObject({ outcome, failure: { fix: expect.stringContaining(fix) } });
		expect('repeat' in result ? result.repeat : undefined).toEqual(repeat);
	});
});

describe('a look-up', () => {
	const found = (body: unknown) => openWa.lookUp?.found(answer(200, body), ['5512996130832']);

	it.each([
		[
			{ exists: true, whatsappId: '551296130832@c.us' },
			{ onWhatsApp: true, waId: '551296130832' },
		],
		[{ exists: true, whatsappId: '98765432109876@lid' }, { onWhatsApp: true }],
		[{ exists: false, whatsappId: null }, { onWhatsApp: false }],
	])('reads %j', (body, status) => {
		expect(found(body)).toEqual(new Map([['5512996130832', status]]));
	});

	it('is none in any other answer', () => {
		expect(found({ statusCode: 503 })).toBeUndefined();
	});
});
