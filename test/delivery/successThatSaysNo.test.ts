import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { providers } from '../../nodes/providers';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { PROVIDER_ROWS } from '../support/providerRows';
import { answer } from '../support/responses';

/** Receipts that hold nothing but a yes, and that of WAHA's engine NOWEB of 2024, which holds nothing at all. */
function isReceiptWithoutId(provider: string, status: number, body: unknown): boolean {
	if (provider === 'waha') return status === 201 && body === '';
	return /^(chatvolt|ryzeapi)$/.test(provider) && JSON.stringify(body) === '{"success":true}';
}

/** The rule of docs/decisions.md for a 2xx that is no receipt; it holds for every provider. */
describe.each(providers)('$id', (provider) => {
	const id = PROVIDER_IDS.find((known) => known === provider.id);
	if (id === undefined) throw new Error(`${provider.id} is not in the sandbox`);
	const receipt = PROVIDER_ROWS[id].receipt('3EB0');
	const resultOf = (status: number, body: unknown) =>
		resultOfAnswer(
			provider,
			{ kind: 'response', response: answer(status, body) },
			0,
			(text) => text,
		);

	it('sent: a receipt, also beside empty fields for errors', () => {
		expect(resultOf(200, receipt).outcome).toBe('sent');
		for (const empty of [null, '', '0', 'none', {}, { code: 0, message: null }]) {
			const body = { ...Object(receipt), error: empty, errors: [] };
			expect(resultOf(201, body).outcome).toBe('sent');
		}
	});

	it.each([
		{ success: false },
		{ success: 'false', message: 'Not connected' },
		{ success: false, message: 'Not connected' },
		{ ok: false },
		{ ok: false, description: 'Not connected' },
		{ status: false },
		{ status: 'error', message: 'Not connected' },
		{ status: 'FAILED' },
		{ error: 'Not connected' },
		{ error: { message: 'Not connected', code: 9999 } },
		{ errors: ['Not connected'] },
		{ errors: [{ title: 'Not connected' }] },
		{ success: 0 },
		{ success: 'no' },
		{ success: 'False' },
		{ status: 'Not sent' },
		{ status: 500 },
		{ statusCode: 404, message: 'Not connected' },
		{ status: 'not_sent' },
		{ err: 'Not connected' },
		{ error_code: 131026, error_message: 'Undeliverable' },
		{ data: { success: false } },
		{ result: { error: 'Not connected' } },
	])('not sent, and not repeated: a 2xx that says no, %j', (body) => {
		for (const status of [200, 201, 202]) {
			const result = resultOf(status, body);
			expect(result.outcome).toBe('notSent');
			expect(result).not.toHaveProperty('repeat');
		}
	});

	it.each([
		'<!DOCTYPE html><html><body>Sign in</body></html>',
		'',
		'OK',
		'{"success":fal',
		{},
		[],
		null,
		{ success: true },
		{ ok: true },
		{ status: 'queued' },
		{ message: 'Accepted' },
		{ error: '' },
		{ error: {} },
		{ error: '0' },
		{ error: 'none' },
		{ error: { code: 0, message: '' } },
		{ errors: [null] },
		{ code: 'QUEUED' },
		{ code: 'Accepted', message: 'Queued' },
		{ code: '0000' },
		{ errorCode: '0', error_message: '' },
		{ statusCode: 200 },
	])('unknown, and never repeated: a 2xx that says nothing, %j', (body) => {
		for (const status of [200, 201, 202]) {
			if (isReceiptWithoutId(provider.id, status, body)) continue;
			const result = resultOf(status, body);
			expect(result.outcome).toBe('unknown');
			expect(result).not.toHaveProperty('repeat');
		}
	});

	it.each([
		{ success: false },
		{ success: 0 },
		{ error: 'Socket closed' },
		{ errors: ['Socket closed'] },
		{ statusCode: 500 },
		{ errorMessage: 'Socket closed' },
	])('never called sent, and never repeated: a receipt beside %j', (denial) => {
		const result = resultOf(200, { ...Object(receipt), ...denial });
		expect(result.outcome).not.toBe('sent');
		expect(result).not.toHaveProperty('repeat');
	});

	it.each([
		{ success: true, error: 'Saved, but the webhook failed' },
		{ success: true, code: 404 },
		{ success: 'true', data: { error: 'Socket closed' } },
		{ ok: 1, errors: ['Socket closed'] },
		{ status: 'success', statusCode: 400 },
		{ status: 'queued', errors: [{ code: 1 }] },
		{ result: 'ok', success: false },
	])('unknown, and never repeated: an answer that says both, %j', (body) => {
		const result = resultOf(200, body);
		expect(result.outcome).toBe('unknown');
		expect(result).not.toHaveProperty('repeat');
	});

	it.each([
		{ message_id: '3EB0' },
		{ results: { message_id: '3EB0' } },
		{ data: { messageId: '3EB0' } },
		{ messages: [{ id: '3EB0' }] },
		{ data: { key: { id: '3EB0' } } },
		{ data: { Info: { ID: '3EB0' } } },
		{ idMessage: '3EB0' },
		{ msgId: '3EB0' },
		{ id: { _serialized: 'true_5512996130832@c.us_3EB0' } },
	])('unknown, since the message may have been sent: a no beside %j', (named) => {
		for (const denial of [{ success: false }, { code: 'ERROR' }, { error: 'Socket closed' }]) {
			const result = resultOf(200, { ...denial, ...named });
			expect(result.outcome).toBe('unknown');
			expect(result).not.toHaveProperty('repeat');
		}
	});
});
