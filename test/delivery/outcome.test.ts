import { gowa } from '../../nodes/providers/gowa/gowa';
import { ryzeapi } from '../../nodes/providers/ryzeapi/ryzeapi';
import { answered, repeatOf, failureOf, failed } from './results';

const MAY_HAVE_ARRIVED =
	'The card may have arrived: ask the recipient or check the chat before you send it again.';

describe('a card was sent', () => {
	it('where there is a receipt', () => {
		const body = { code: 'SUCCESS', results: { message_id: '3EB0' } };
		expect(answered(gowa, 200, body)).toMatchObject({
			outcome: 'sent',
			receipt: { messageIds: ['3EB0'], chatId: null },
			response: { json: body },
		});
	});

	it.each([
		[
			'a web page',
			'<!DOCTYPE html><p>Sign in</p>',
			'GOWA answered 200 with a web page, which is not a receipt',
		],
		['nothing', '', 'GOWA answered 200 with an empty answer, which is not a receipt'],
		[
			'half of its JSON',
			'{"code":"SUCC',
			'GOWA answered 200 with an answer that is not JSON, which is not a receipt',
		],
		['other JSON', { queued: 1 }, 'GOWA answered 200 with unexpected JSON, which is not a receipt'],
		[
			'a success without an ID',
			{ code: 'SUCCESS', results: {} },
			'GOWA answered 200 with unexpected JSON, which is not a receipt',
		],
	])('not where a 200 has %s: then nobody knows', (_name, body, title) => {
		const result = answered(gowa, 200, body);
		expect(result.outcome).toBe('unknown');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result)).toMatchObject({
			title,
			fix: `Check that the Base URL in the credential is the address of the API. ${MAY_HAVE_ARRIVED}`,
			httpCode: '200',
		});
	});

	it.each([
		['success: false', { success: false, message: 'No device' }],
		['ok: false', { ok: false }],
		['status: false', { status: false }],
		['a status of failure', { status: 'FAILED' }],
		['an error', { error: { message: 'No device' } }],
		['errors', { errors: ['No device'] }],
		['an error code', { code: 'INVALID_JID', message: 'No device' }],
	])('not where a 200 says no, by %s', (_name, body) => {
		const result = answered(gowa, 200, body);
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result).title).toMatch(/^GOWA refused the card \(200/);
	});

	it('nobody knows where a 200 says no beside a receipt', () => {
		const body = { code: 'SUCCESS', results: { message_id: '3EB0' }, error: 'Socket closed' };
		const result = answered(gowa, 200, body);
		expect(result.outcome).toBe('unknown');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result).fix).toContain(MAY_HAVE_ARRIVED);
	});

	it('also where a receipt has empty fields for errors', () => {
		const body = {
			success: true,
			code: 'SUCCESS',
			error: null,
			errors: [],
			results: { message_id: '3EB0' },
		};
		expect(answered(gowa, 200, body).outcome).toBe('sent');
	});

	it('not where the status is no success, whatever the body says', () => {
		const body = { code: 'SUCCESS', results: { message_id: '3EB0' } };
		expect(answered(gowa, 500, body).outcome).toBe('unknown');
	});
});

describe('a card was not sent', () => {
	it.each([
		[
			400,
			'GOWA refused the card (400 VALIDATION_ERROR): duration must be one of 0',
			'Correct what the provider names, then send again.',
		],
		[
			401,
			'GOWA refused the card (401 VALIDATION_ERROR): duration must be one of 0',
			'Check the credential.',
		],
		[
			403,
			'GOWA refused the card (403 VALIDATION_ERROR): duration must be one of 0',
			'Check the credential and its permissions.',
		],
		[
			404,
			'GOWA refused the card (404 VALIDATION_ERROR): duration must be one of 0',
			'Check the Base URL in the credential, and the IDs.',
		],
	])('where the status is %d, and is not repeated', (status, title, fix) => {
		const result = answered(gowa, status, {
			code: 'VALIDATION_ERROR',
			message: 'duration must be one of 0. ',
		});
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result)).toEqual({
			outcome: 'notSent',
			title,
			fix,
			words: 'duration must be one of 0.',
			httpCode: String(status),
			code: 'VALIDATION_ERROR',
		});
	});

	it('where it is sent elsewhere, with the address that answers', () => {
		const location = `https://example.com/${'x'.repeat(300)}`;
		const result = answered(ryzeapi, 302, '', { location });
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result)).toEqual({
			outcome: 'notSent',
			title: `RyzeAPI redirects to another address (${location.slice(0, 199)}…)`,
			fix: 'In the credential, set the Base URL to an address that does not redirect.',
			httpCode: '302',
		});
	});

	it.each([304, 305])('nobody knows after a %d, which is no redirect', (status) => {
		const result = answered(ryzeapi, status, '');
		expect(result.outcome).toBe('unknown');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result)).toMatchObject({
			title: `RyzeAPI answered ${status} with an empty answer, which is not a receipt`,
			fix: `Check that the Base URL in the credential is the address of the API. ${MAY_HAVE_ARRIVED}`,
		});
	});

	it('where a 5xx is documented to come before sending', () => {
		const result = answered(gowa, 500, {
			code: 'INVALID_WA_CLI',
			message: 'your WhatsApp CLI is invalid or empty',
		});
		expect(result.outcome).toBe('notSent');
		expect(failureOf(result).fix).toBe('Log the device in to WhatsApp again in GOWA.');
	});

	it('where its text is long, with the beginning of it in the title and more of it in the words', () => {
		const { title, words } = failureOf(
			answered(ryzeapi, 400, { error: { message: 'x'.repeat(5000) } }),
		);
		expect(title).toBe(`RyzeAPI refused the card (400): ${'x'.repeat(199)}…`);
		expect(words).toBe(`${'x'.repeat(999)}…`);
	});

	it('where its code is long, with the beginning of it', () => {
		const { code } = failureOf(answered(gowa, 400, { code: 'X'.repeat(5000) }));
		expect(code).toBe(`${'X'.repeat(99)}…`);
	});

	it('where it has no words at all', () => {
		expect(failureOf(answered(gowa, 404, ''))).toEqual({
			outcome: 'notSent',
			title: 'GOWA refused the card (404)',
			fix: 'Check the Base URL in the credential, and the IDs.',
			httpCode: '404',
		});
	});
});

describe('nobody knows whether a card was sent', () => {
	it.each([
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'failed to send message' },
			'GOWA failed (500 INTERNAL_SERVER_ERROR): failed to send message',
		],
		[
			502,
			'<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
			'GOWA failed (502): 502 Bad Gateway',
		],
		[
			503,
			'<error><message>Service Unavailable</message></error>',
			'GOWA failed (503): Service Unavailable',
		],
		[504, '', 'GOWA failed (504)'],
	])('after a %d of unclear meaning, which is not repeated', (status, body, title) => {
		const result = answered(gowa, status, body);
		expect(result.outcome).toBe('unknown');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result)).toMatchObject({ title, fix: MAY_HAVE_ARRIVED });
	});

	it.each([
		[
			'ETIMEDOUT',
			'GOWA did not answer in time',
			`${MAY_HAVE_ARRIVED} Timeout in the options sets how long to wait.`,
		],
		['ECONNRESET', 'GOWA closed the connection without an answer', MAY_HAVE_ARRIVED],
		['ERR_CANCELED', 'GOWA was cut off: the workflow was stopped', MAY_HAVE_ARRIVED],
		['Z_DATA_ERROR', 'GOWA lost the connection', MAY_HAVE_ARRIVED],
		['ECONNREFUSED', 'GOWA lost the connection', MAY_HAVE_ARRIVED],
		[
			'ERR_SSL_WRONG_VERSION_NUMBER',
			'GOWA broke off the secure connection',
			`${MAY_HAVE_ARRIVED} Check the certificate of the server, and whether the Base URL in the credential should begin with http or https.`,
		],
	])('after %s, which is not repeated', (code, title, fix) => {
		const result = failed(code, 'unclear');
		expect(result.outcome).toBe('unknown');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result)).toEqual({ outcome: 'unknown', title, fix, code });
	});

	it('after a failure without a code, of which the words are kept', () => {
		expect(failureOf(failed('UNKNOWN', 'unclear', 'Domain not allowed'))).toMatchObject({
			code: 'UNKNOWN',
			words: 'Domain not allowed',
		});
		expect(failureOf(failed('UNKNOWN', 'unclear', ''))).not.toHaveProperty('words');
	});
});
