import { gowa } from '../../nodes/providers/gowa/gowa';
import { answer } from '../support/responses';

describe('receipts', () => {
	it('reads the success of v9', () => {
		const status =
			'Contact sent to 6289685024992@s.whatsapp.net (server timestamp: 2026-08-22 13:47:59 +0000 UTC)';
		expect(
			gowa.receipt(
				answer(200, {
					code: 'SUCCESS',
					message: status,
					results: { message_id: '3EB0B430B6F8F1D0E053AC120E0A9E5C', status },
				}),
			),
		).toEqual({ messageIds: ['3EB0B430B6F8F1D0E053AC120E0A9E5C'], chatId: null });
	});

	it("reads the documents' example", () => {
		expect(
			gowa.receipt(
				answer(200, {
					code: 'SUCCESS',
					message: 'Success',
					results: {
						message_id: '3EB0B430B6F8F1D0E053AC120E0A9E5C',
						status: 'Contact sent successfully',
					},
				}),
			),
		).toEqual({ messageIds: ['3EB0B430B6F8F1D0E053AC120E0A9E5C'], chatId: null });
	});

	it.each([
		{ code: 'SUCCESS', results: null },
		{ code: 'INVALID_JID', results: { message_id: 'x' } },
		{ success: false, error: { message: 'no' } },
		'<html></html>',
	])('finds none in %j', (body) => {
		expect(gowa.receipt(answer(200, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	const relogin = 'Log the device in to WhatsApp again in GOWA.';
	it.each([
		[
			400,
			{ code: 'VALIDATION_ERROR', message: 'contact_name: cannot be blank.' },
			{ code: 'VALIDATION_ERROR', message: 'contact_name: cannot be blank.' },
		],
		[
			400,
			{ code: 'INVALID_JID', message: 'Phone 1@s.whatsapp.net is not on whatsapp' },
			{
				code: 'INVALID_JID',
				message: 'Phone 1@s.whatsapp.net is not on whatsapp',
				advice: 'Check the number: it has no WhatsApp account.',
			},
		],
		[
			400,
			{ code: 'DEVICE_ID_REQUIRED', message: 'device_id is required' },
			{
				code: 'DEVICE_ID_REQUIRED',
				message: 'device_id is required',
				advice:
					'The server has several devices: set the Device ID in the credential, or choose a Device in the options.',
			},
		],
		[
			404,
			{ code: 'DEVICE_NOT_FOUND', message: 'device not found', results: { device_id: 'x' } },
			{
				code: 'DEVICE_NOT_FOUND',
				message: 'device not found',
				advice: 'Check the Device ID in the credential, and the Device in the options.',
			},
		],
		[
			401,
			'Unauthorized',
			{
				message: 'Unauthorized',
				advice: 'Check the username and password in the credential.',
			},
		],
		[
			401,
			{ code: 'AUTHENTICATION_ERROR', message: 'you are not logged in' },
			{
				code: 'AUTHENTICATION_ERROR',
				message: 'you are not logged in',
				outcome: 'notSent',
				advice: relogin,
			},
		],
		[
			500,
			{ code: 'INVALID_WA_CLI', message: 'your WhatsApp CLI is invalid or empty' },
			{
				code: 'INVALID_WA_CLI',
				message: 'your WhatsApp CLI is invalid or empty',
				outcome: 'notSent',
				advice: relogin,
			},
		],
		[
			503,
			{ code: 'DEVICE_MANAGER_UNAVAILABLE', message: 'Device manager is not initialized' },
			{
				code: 'DEVICE_MANAGER_UNAVAILABLE',
				message: 'Device manager is not initialized',
				outcome: 'notSent',
				advice: 'GOWA has not finished starting: try again in a minute.',
			},
		],
		[
			429,
			{ code: 'WA_REACHOUT_TIMELOCK', message: 'error 463' },
			{
				code: 'WA_REACHOUT_TIMELOCK',
				message: 'error 463',
				retry: false,
				advice:
					'WhatsApp has blocked this account from writing to people who have never written to it. Wait, and do not send the card again.',
			},
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'bind from body: unexpected end of JSON input' },
			{
				code: 'INTERNAL_SERVER_ERROR',
				message: 'bind from body: unexpected end of JSON input',
				outcome: 'notSent',
			},
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'bind "contact_phone" from body: json' },
			{
				code: 'INTERNAL_SERVER_ERROR',
				message: 'bind "contact_phone" from body: json',
				outcome: 'notSent',
			},
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'Unprocessable Entity' },
			{ code: 'INTERNAL_SERVER_ERROR', message: 'Unprocessable Entity', outcome: 'notSent' },
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'invalid JID x: no server' },
			{ code: 'INTERNAL_SERVER_ERROR', message: 'invalid JID x: no server', outcome: 'notSent' },
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'failed to send message' },
			{ code: 'INTERNAL_SERVER_ERROR', message: 'failed to send message' },
		],
		[
			504,
			{ code: 'GATEWAY_TIMEOUT', message: 'Request timed out' },
			{ code: 'GATEWAY_TIMEOUT', message: 'Request timed out' },
		],
		[500, { code: 7, message: 'odd' }, { message: '{"code":7,"message":"odd"}' }],
		[500, { code: 'NO_WORDS' }, { code: 'NO_WORDS', message: '{"code":"NO_WORDS"}' }],
		[502, '<html>Bad Gateway</html>', { message: '<html>Bad Gateway</html>' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(gowa.refusal(answer(status, body))).toEqual(refusal);
	});
});
