import { chatvolt } from '../../nodes/providers/chatvolt/chatvolt';
import { answer } from '../support/responses';

describe('receipts', () => {
	it("reads Meta's answer", () => {
		const id = 'wamid.HBgNNTUxMjk5NjEzMDgzMhUCABEYEkRBOEVEMTg2ODBDQTFGNTdDNwA=';
		expect(
			chatvolt.receipt(
				answer(200, {
					success: true,
					messaging_product: 'whatsapp',
					contacts: [{ input: '+5512996130832', wa_id: '5512996130832' }],
					messages: [{ id }],
				}),
			),
		).toEqual({ messageIds: [id], chatId: '5512996130832' });
	});

	it.each([
		{ success: true },
		{ success: true, messages: [] },
		{ success: true, contacts: null, messages: [{ messageId: 7 }] },
		{ success: true, contacts: [{ input: '+55' }] },
	])('takes a success of another channel, %j, as one without ids', (body) => {
		expect(chatvolt.receipt(answer(200, body))).toEqual({ messageIds: [], chatId: null });
	});

	it.each([{ success: false }, { messages: [{ id: 'wamid.1' }] }, [], 'OK', ''])(
		'finds none in %j',
		(body) => {
			expect(chatvolt.receipt(answer(200, body))).toBeUndefined();
		},
	);
});

describe('refusals', () => {
	it.each([
		[400, { error: 'INVALID_REQUEST' }, { message: 'INVALID_REQUEST', code: 'INVALID_REQUEST' }],
		[
			401,
			'UNAUTHORIZED',
			{ message: 'UNAUTHORIZED', advice: 'Check the API key in the credential.' },
		],
		[
			401,
			{ error: 'UNAUTHORIZED' },
			{
				message: 'UNAUTHORIZED',
				code: 'UNAUTHORIZED',
				advice: 'Check the API key in the credential.',
			},
		],
		[
			402,
			{ error: 'USAGE_LIMIT' },
			{
				message: 'USAGE_LIMIT',
				code: 'USAGE_LIMIT',
				advice:
					'Check the plan of this Chatvolt account: it does not include this, or its quota is used up.',
			},
		],
		[
			403,
			{ error: 'UNAUTHORIZED' },
			{
				message: 'UNAUTHORIZED',
				code: 'UNAUTHORIZED',
				advice:
					'Check the API key in the credential, and that the agent belongs to its organization.',
			},
		],
		[
			404,
			{ error: 'NOT FOUND' },
			{
				message: 'NOT FOUND',
				advice: 'Check the agent and the conversation: this account has none with these IDs.',
			},
		],
		[
			406,
			{ error: 'ERR_META_SESSION_EXPIRED_24H' },
			{
				message: 'ERR_META_SESSION_EXPIRED_24H',
				code: 'ERR_META_SESSION_EXPIRED_24H',
				advice:
					'The last message of the customer is more than 24 hours old, so WhatsApp accepts only templates: wait until the customer writes again.',
			},
		],
		[429, { error: 'RATE_LIMIT' }, { message: 'RATE_LIMIT', code: 'RATE_LIMIT' }],
		[
			500,
			{ error: '(#131026) Message undeliverable' },
			{ message: '(#131026) Message undeliverable', outcome: 'notSent' },
		],
		[
			400,
			{ data: null, success: false, error: { message: 'Bad phone', code: 'BAD_PHONE' } },
			{ message: 'Bad phone', code: 'BAD_PHONE' },
		],
		[400, { error: { message: 'Bad phone', code: 17 } }, { message: 'Bad phone', code: '17' }],
		[400, { error: { message: 'Bad phone' } }, { message: 'Bad phone' }],
		[400, { message: 'Bad phone' }, { message: 'Bad phone' }],
		[500, '<html>Oops</html>', { message: '<html>Oops</html>' }],
		[503, { error: 'down' }, { message: 'down' }],
		[200, { success: false, error: 'Not delivered' }, { message: 'Not delivered' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(chatvolt.refusal(answer(status, body))).toEqual(refusal);
	});

	it('does not treat the 500 of a text as proof that it was not sent', () => {
		const failed = answer(500, { error: 'Internal Server Error' });
		expect(chatvolt.text?.refusal?.(failed)).toEqual({ message: 'Internal Server Error' });
	});
});
