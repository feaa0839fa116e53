import { evolutionGo } from '../../nodes/providers/evolutionGo/evolutionGo';
import { answer } from '../support/responses';

describe('receipts', () => {
	it('are the ID and the chat that the server names', () => {
		const Info = { ID: '3EB0AA', Chat: '447700900001@s.whatsapp.net' };
		expect(evolutionGo.receipt(answer(200, { message: 'success', data: { Info } }))).toEqual({
			messageIds: ['3EB0AA'],
			chatId: '447700900001@s.whatsapp.net',
		});
		const bare = { message: 'success', data: { Info: { ID: '3EB0AA' } } };
		expect(evolutionGo.receipt(answer(200, bare))).toEqual({
			messageIds: ['3EB0AA'],
			chatId: null,
		});
	});

	it.each([
		{ message: 'success', data: null },
		{ message: 'success', data: { Info: { ID: '' } } },
		{ message: 'failed', data: { Info: { ID: '3EB0' } } },
		'success',
	])('are none in %j', (body) => {
		expect(evolutionGo.receipt(answer(200, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	const token =
		'Check the API key in the credential: the token of the instance, not the global key of the server.';
	const connect = 'Connect the instance to WhatsApp in Evolution Go.';
	const notSent = { outcome: 'notSent', retry: false };

	it.each([
		[400, { error: 'phone number is required' }, { message: 'phone number is required' }],
		[401, { error: 'not authorized' }, { message: 'not authorized', advice: token }],
		[
			500,
			{ error: 'client disconnected' },
			{ message: 'client disconnected', ...notSent, advice: connect },
		],
		[
			500,
			{ error: 'failed to connect client: no active session found' },
			{ message: 'failed to connect client: no active session found', ...notSent, advice: connect },
		],
		[
			500,
			{ error: 'number +44@s.whatsapp.net is not registered on WhatsApp' },
			{
				message: 'number +44@s.whatsapp.net is not registered on WhatsApp',
				...notSent,
				advice: 'Check the number: it has no WhatsApp account.',
			},
		],
		[
			500,
			{ error: 'server returned error 479' },
			{
				message: 'server returned error 479',
				...notSent,
				advice: 'WhatsApp rejected it. Restart the session on the server, then send again.',
			},
		],
		[
			500,
			{ error: 'failed to get device list: failed to send usync query: websocket not connected' },
			{
				message: 'failed to get device list: failed to send usync query: websocket not connected',
				...notSent,
				advice: 'Connect the account to WhatsApp again.',
			},
		],
		[500, { error: 'websocket not connected' }, { message: 'websocket not connected' }],
		[
			500,
			{ error: 'timed out waiting for message send response' },
			{ message: 'timed out waiting for message send response' },
		],
		[
			503,
			{ error: 'service not activated', code: 'LICENSE_REQUIRED', message: 'License required.' },
			{
				message: 'License required.',
				code: 'LICENSE_REQUIRED',
				...notSent,
				advice: 'Activate the license of this server in the Evolution Go manager, then send again.',
			},
		],
		[502, '<html>502</html>', { message: '<html>502</html>' }],
		[500, { error: { deep: true } }, { message: '{"error":{"deep":true}}' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(evolutionGo.refusal(answer(status, body))).toEqual(refusal);
	});
});
