import { PROVIDER_ROWS } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import { answeredBy, answeredWith } from './anyService';

const sandbox = sandboxForTests();

type ProviderId = keyof typeof PROVIDER_ROWS;
const provided = Object.keys(PROVIDER_ROWS) as ProviderId[];

const SERIALIZED = 'true_447700900123@c.us_3EB0B430B6F8F1D0E053';
const baileys = { remoteJid: '447700900123@s.whatsapp.net', fromMe: true, id: '3EB0B430' };

describe('a receipt of another version is a receipt', () => {
	it.each<[ProviderId, number, unknown, string]>([
		['gowa', 200, { code: 'SUCCESS', results: { messageId: '3EB0B430' } }, '3EB0B430'],
		['gowa', 200, { status: 200, message: 'Success', results: { message_id: '3EB0' } }, '3EB0'],
		[
			'waha',
			201,
			{ _data: { id: { fromMe: true, id: '3EB0', _serialized: SERIALIZED } } },
			SERIALIZED,
		],
		[
			'waha',
			201,
			{
				id: { fromMe: true, remote: { user: '447700900123' }, id: '3EB0', _serialized: SERIALIZED },
			},
			SERIALIZED,
		],
		['waha', 201, [{ id: SERIALIZED, ack: 0 }], SERIALIZED],
		['evolution', 200, { success: true, data: { key: baileys, status: 'PENDING' } }, '3EB0B430'],
		['evolution', 201, [{ key: baileys }], '3EB0B430'],
		['evolutionGo', 200, { message: 'success', data: { info: { ID: '3EB0B430' } } }, '3EB0B430'],
		[
			'wuzapi',
			200,
			{ code: 200, data: { details: 'Sent', id: '3EB0B430' }, success: true },
			'3EB0B430',
		],
		['quepasa', 200, { result: { recipient: '447700900123', messageId: '3EB0B430' } }, '3EB0B430'],
		['uazapi', 200, { id: '5511:3EB0B430', messageId: '3EB0B430', status: 'Pending' }, '3EB0B430'],
		['zApi', 200, { zaapId: '39A9', id: 'D241732339502B68' }, 'D241732339502B68'],
		['greenApi', 200, { idMessage: 3_205_571 }, '3205571'],
		['wwebjsApi', 200, { message: { id: SERIALIZED } }, SERIALIZED],
		[
			'openWa',
			201,
			{ messageId: { _serialized: SERIALIZED }, timestamp: 1_764_300_000 },
			SERIALIZED,
		],
		['openWa', 200, { data: { messageId: SERIALIZED } }, SERIALIZED],
		['wawp', 200, { code: 200, data: { id: { _serialized: SERIALIZED } } }, SERIALIZED],
		['wawp', 200, { code: 'ok', id: SERIALIZED }, SERIALIZED],
		['zapperApi', 200, { success: true, data: { key: baileys } }, '3EB0B430'],
		['telegram', 200, { ok: true, result: { message_id: '57', chat: { id: '6001' } } }, '57'],
		['whatsAppCloud', 200, { message: { id: 'wamid.HBgLNDQ3NzAw' } }, 'wamid.HBgLNDQ3NzAw'],
		['chatvolt', 200, { messages: [{ id: 'wamid.HBgLNDQ3NzAw' }] }, 'wamid.HBgLNDQ3NzAw'],
		['chatvolt', 200, { success: true, zaapId: '39A9', messageId: 'D241' }, 'D241'],
		['chatvolt', 200, { success: true, messages: [{ id: 12_345 }] }, '12345'],
		['ryzeapi', 200, { success: true, status: 'sent', data: { key: baileys } }, '3EB0B430'],
		['ryzeapi', 200, { success: true, data: { messageId: 4711 } }, '4711'],
		['chert', 200, { chat_id: 'ch_1', status: 'queued', message_id: 'm-17' }, 'm-17'],
		['whapi', 200, { sent: true, messages: [{ id: 'PsQ7-3EB0' }] }, 'PsQ7-3EB0'],
	])('%s %d %j', async (provider, status, body, messageId) => {
		const { output, requests } = await answeredBy(sandbox, provider, { status, body });
		expect(output).toMatchObject({ status: 'sent', messageId });
		expect(requests).toBe(1);
	});

	it('also where a service has no ID for the chat in its usual form', async () => {
		const body = { chat_id: 17, status: 'sent' };
		const { output } = await answeredBy(sandbox, 'chert', { status: 200, body });
		expect(output).toMatchObject({ status: 'sent', messageId: null, chatId: '17' });
	});
});

describe.each(provided)('%s', (provider) => {
	it('is in doubt, once, where a server answers with the request', async () => {
		const { output, requests } = await answeredWith(sandbox, provider, (request, response) => {
			const headers = { 'content-type': 'application/json' };
			const json: unknown = request.read.startsWith('{') ? JSON.parse(request.read) : null;
			response.writeHead(200, headers).end(JSON.stringify({ json, body: request.read }));
		});
		expect(output).toMatchObject({ outcome: 'unknown', sentMessageIds: [] });
		expect(requests).toBe(provider === 'openWa' ? 3 : 1);
	});

	it.each([
		{ messages: [{ messageId: '3EB0', status: { groupName: 'REJECTED' } }] },
		{ msg_id: '3EB0', update: { status: 'ERROR' } },
		{ message_id: '3EB0', results: [{ error: { message: 'Not connected' } }] },
		{ message_id: 'AUTH_REQUIRED' },
		{ message: { id: 'errors.not_connected.2', text: 'Not connected' } },
		{ context: { message_id: '3EB0' } },
		{ messages: Array.from({ length: 20 }, (_, place) => ({ messageId: `3EB${place}` })) },
	])('is never called sent, and never repeated: %j', async (body) => {
		const { output, requests } = await answeredBy(sandbox, provider, { status: 200, body });
		expect(output['status']).toBeUndefined();
		expect(output['outcome']).toBe('unknown');
		expect(requests).toBe(provider === 'openWa' ? 3 : 1);
	});
});

it.each<[ProviderId, unknown]>([
	['waha', { id: SERIALIZED, ack: -1, ackName: 'ERROR' }],
	[
		'wwebjsApi',
		{ success: true, message: { id: { _serialized: SERIALIZED }, ack: -1, type: 'vcard' } },
	],
])('%s: a message that failed is not called sent', async (provider, body) => {
	const { output } = await answeredBy(sandbox, provider, { status: 201, body });
	expect(output).toMatchObject({ outcome: 'unknown' });
});
