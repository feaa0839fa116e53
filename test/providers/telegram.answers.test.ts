import { telegram } from '../../nodes/providers/telegram/telegram';
import { answer } from '../support/responses';

describe('receipts and refusals', () => {
	it('reads message and chat', () => {
		const result = { message_id: 124, date: 1, chat: { id: -1001234567890, type: 'channel' } };
		expect(telegram.receipt(answer(200, { ok: true, result }))).toEqual({
			messageIds: ['124'],
			chatId: '-1001234567890',
		});
	});

	it.each([
		{ ok: true, result: true },
		{ ok: true },
		{ ok: false, error_code: 400, description: 'No' },
		'<html></html>',
	])('finds no receipt in %j', (body) => {
		expect(telegram.receipt(answer(200, body))).toBeUndefined();
	});

	const error = (error_code: number, description: string, parameters?: object) =>
		answer(error_code, { ok: false, error_code, description, ...(parameters && { parameters }) });

	it('reports the time to wait and the new ID of a group', () => {
		expect(
			telegram.refusal(error(429, 'Too Many Requests: retry after 5', { retry_after: 5 })),
		).toEqual({
			message: 'Too Many Requests: retry after 5',
			retryAfter: 5,
			advice: 'Wait, or lower Messages per Minute.',
		});
		expect(
			telegram.refusal(
				error(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
					migrate_to_chat_id: -1001234567890,
				}),
			),
		).toEqual({
			message: 'Bad Request: group chat was upgraded to a supergroup chat',
			advice:
				'Nothing was sent: the group has become a supergroup. Send to its new chat ID, -1001234567890.',
		});
	});

	it('reads the words of ok: false with a success status', () => {
		expect(telegram.refusal(answer(200, { ok: false, description: 'No' }))).toEqual({
			message: 'No',
		});
	});

	it('has the words of anything else', () => {
		expect(telegram.refusal(answer(502, '<html>Bad Gateway</html>'))).toEqual({
			message: '<html>Bad Gateway</html>',
		});
		expect(telegram.refusal(answer(500, { ok: false, parameters: 7 }))).toEqual({
			message: '{"ok":false,"parameters":7}',
		});
	});
});
