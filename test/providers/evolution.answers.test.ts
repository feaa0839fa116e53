import { evolution } from '../../nodes/providers/evolution/evolution';
import { answer } from '../support/responses';

describe('receipts', () => {
	it("reads the documents' success", () => {
		expect(
			evolution.receipt(
				answer(201, {
					key: {
						remoteJid: '553198296801@s.whatsapp.net',
						fromMe: true,
						id: 'BAE58DA6CBC941BC',
					},
					message: { contactMessage: { displayName: 'Ana', vcard: '', contextInfo: {} } },
					messageTimestamp: '1717780437',
					status: 'PENDING',
				}),
			),
		).toEqual({ messageIds: ['BAE58DA6CBC941BC'], chatId: '553198296801@s.whatsapp.net' });
		expect(evolution.receipt(answer(201, { key: { id: 'X' } }))?.chatId).toBeNull();
	});

	it.each([{ key: { id: '' } }, { message: '(#100) No', code: 100 }, {}, '<html></html>'])(
		'finds none in %j',
		(body) => {
			expect(evolution.receipt(answer(201, body))).toBeUndefined();
		},
	);
});

describe('refusals', () => {
	it('name the licence that a server of version 2.4 lacks: nothing was sent', () => {
		const message = 'Your instance is not activated. Please complete registration.';
		const body = { error: 'service not activated', code: 'LICENSE_REQUIRED', message };
		expect(evolution.refusal(answer(503, body))).toEqual({
			message,
			code: 'LICENSE_REQUIRED',
			outcome: 'notSent',
			advice: 'Activate the license of this server in the Evolution API manager, then send again.',
		});
	});

	const of = (status: number, message: unknown) =>
		evolution.refusal(answer(status, { status, error: 'Bad Request', response: { message } }));

	it('says that a number is not on WhatsApp', () => {
		const advice = 'Check the number: it has no WhatsApp account.';
		expect(of(400, [{ jid: '1@s.whatsapp.net', exists: false, number: '1' }])).toEqual({
			message: '1 is not on WhatsApp',
			advice,
		});
		expect(of(400, [{ jid: '1@s.whatsapp.net', exists: false }]).message).toBe(
			'1@s.whatsapp.net is not on WhatsApp',
		);
		expect(of(400, { exists: false })).toEqual({
			message: 'The number is not on WhatsApp',
			advice,
		});
	});

	it.each([
		'Error: Timed Out',
		'Error: Connection Closed',
		'TypeError: Cannot read properties of undefined',
		'PrismaClientKnownRequestError: \nInvalid invocation',
		'BadRequestException',
	])('does not know whether a card went out after a 400 with %j', (words) => {
		expect(of(400, [words])).toMatchObject({ message: words, outcome: 'unknown' });
	});

	it.each([
		'Connection Closed',
		"Cannot read properties of undefined (reading 'contactMessage')",
		"Cannot read properties of undefined (reading 'id')",
	])('knows that nothing was sent after a 500 with the bare text %j', (words) => {
		expect(of(500, words)).toMatchObject({ message: words, outcome: 'notSent' });
		expect(of(500, [`Error: ${words}`]).outcome).toBeUndefined();
	});

	it.each([
		[400, ['Invalid format', 'contact contains duplicate item']],
		[400, ['[object Object]']],
		[400, 'Unexpected end of JSON input'],
		[401, 'Unauthorized'],
		[404, ['The "x" instance does not exist']],
	])('leaves %i with %j to the status', (status, message) => {
		expect(of(status, message).outcome).toBeUndefined();
		expect(of(status, message).message).toBe([message].flat().join('; '));
	});

	it('shows what else the server may say', () => {
		expect(of(500, [{ odd: 1 }, null, 'No'])).toEqual({ message: '{"odd":1}; No' });
		expect(of(400, [['contact contains duplicate item']])).toEqual({
			message: 'contact contains duplicate item',
		});
		expect(of(400, [[[{ error: { message: ['too long'] } }]]])).toEqual({ message: 'too long' });
		const deep: unknown = JSON.parse(`${'['.repeat(10_000)}"No"${']'.repeat(10_000)}`);
		const buried = { response: { message: deep } };
		expect(evolution.refusal({ status: 400, headers: {}, json: buried, text: '' }).message).toBe(
			'No',
		);
		expect(
			evolution.refusal(
				answer(503, {
					error: 'service not activated',
					code: 'LICENSE_REQUIRED',
					message: 'Not active',
				}),
			),
		).toMatchObject({
			code: 'LICENSE_REQUIRED',
			advice: expect.stringContaining('Activate the license'),
		});
		expect(evolution.refusal(answer(502, '<html></html>'))).toEqual({ message: '<html></html>' });
		expect(
			evolution.refusal(answer(503, { error: 'Service Unavailable' })).outcome,
		).toBeUndefined();
		expect(evolution.refusal(answer(200, {}))).toEqual({ message: '{}' });
	});

	it("reads Meta's error, which comes with a success status", () => {
		const error = { message: '(#131026) Message undeliverable', code: 131026 };
		expect(
			evolution.refusal(answer(201, { ...error, error_data: { details: 'No account' } })),
		).toEqual({
			message: 'Message undeliverable: No account',
			code: '131026',
		});
		expect(evolution.refusal(answer(201, error)).message).toBe('Message undeliverable');
		const again = { ...error, error_data: { details: 'Message undeliverable. No account' } };
		expect(evolution.refusal(answer(201, again)).message).toBe('Message undeliverable. No account');
	});
});
