import { startSandbox, type Sandbox } from '../../sandbox/server';
import { gowaHeaders, post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.gowa.baseUrl;
});
afterAll(() => sandbox.close());

function send(body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
	return post(`${base}/send/contact`, body, { ...gowaHeaders(sandbox), ...headers });
}

const card = { phone: '6289685024992', contact_name: 'Citra', contact_phone: '447700900002' };

describe("GOWA's devices", () => {
	it.each([
		['sandbox-logged-out', 401, 'AUTHENTICATION_ERROR', 'you are not logged in'],
		[
			'sandbox-offline',
			401,
			'AUTHENTICATION_ERROR',
			'you are not connect to services server, please reconnect',
		],
		['sandbox-no-client', 500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty'],
	])('%s', async (device, status, code, message) => {
		const reply = await send(card, { 'x-device-id': device });
		expect([reply.status, reply.json]).toEqual([status, { code, message }]);
	});

	it('are asked for when there are several, or none', async () => {
		const required = {
			code: 'DEVICE_ID_REQUIRED',
			message: 'device_id is required via X-Device-Id header or device_id query',
		};
		const several = await send(card, { 'x-device-id': '' });
		const none = await post(`${sandbox.url}/gowa-empty/send/contact`, card);
		expect([several.status, several.json, none.status, none.json]).toEqual([
			400,
			required,
			400,
			required,
		]);
	});

	it('are not asked for when there is one', async () => {
		expect((await post(`${sandbox.url}/gowa-single/send/contact`, card)).status).toBe(200);
	});

	it('are found by percent-encoded id, by JID and by query; a raw + is a space', async () => {
		const found = await send(card, { 'x-device-id': 'office%202%2B1' });
		const byJid = await send(card, { 'x-device-id': '447700900900:3@s.whatsapp.net' });
		const byQuery = await post(`${base}/send/contact?device_id=sandbox-device-1`, card, {
			authorization: gowaHeaders(sandbox)['authorization'] ?? '',
		});
		const raw = await send(card, { 'x-device-id': 'office 2+1' });
		expect([found.status, byJid.status, byQuery.status]).toEqual([200, 200, 200]);
		expect([raw.status, raw.json]).toEqual([
			404,
			{
				code: 'DEVICE_NOT_FOUND',
				message:
					'device not found; create a device first from /api/devices or provide a valid X-Device-Id',
				results: { device_id: 'office 2 1' },
			},
		]);
	});
});

describe("GOWA's basic auth", () => {
	it.each([
		['nothing', {}, 401, 'Unauthorized'],
		[
			'a wrong password',
			{ authorization: `Basic ${Buffer.from('sandbox:no').toString('base64')}` },
			401,
			'Unauthorized',
		],
		['another scheme', { authorization: 'Bearer x' }, 401, 'Unauthorized'],
		['no Base64', { authorization: 'Basic ***' }, 400, 'Bad Request'],
		[
			'no colon',
			{ authorization: `Basic ${Buffer.from('sandbox').toString('base64')}` },
			400,
			'Bad Request',
		],
	])('answers %s in plain text', async (_name, headers, status, text) => {
		const reply = await request(`${base}/devices`, { headers: { ...headers } });
		expect([reply.status, reply.text, reply.headers.get('content-type')]).toEqual([
			status,
			text,
			'text/plain; charset=utf-8',
		]);
	});

	it('names its realm and forbids caching', async () => {
		const { headers } = await request(`${base}/devices`);
		expect(headers.get('www-authenticate')).toBe('Basic realm="Restricted", charset="UTF-8"');
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('vary')).toBe('Authorization');
	});
});

describe("GOWA's lists", () => {
	it('gives devices, null when there are none', async () => {
		const { json } = await request(`${base}/devices`, { headers: gowaHeaders(sandbox) });
		expect(json).toMatchObject({
			code: 'SUCCESS',
			message: 'List devices',
			results: { length: 5, 0: { id: 'sandbox-device-1', state: 'logged_in' } },
		});
		expect((await request(`${sandbox.url}/gowa-empty/devices`)).json).toEqual({
			code: 'SUCCESS',
			message: 'List devices',
			results: null,
		});
	});

	it('pages chats', async () => {
		const { json } = await request(`${base}/chats?limit=10&offset=60`, {
			headers: gowaHeaders(sandbox),
		});
		expect(json).toMatchObject({
			results: { data: { length: 5 }, pagination: { limit: 10, offset: 60, total: 65 } },
		});
		const { status, json: refused } = await request(`${base}/chats?limit=101`, {
			headers: gowaHeaders(sandbox),
		});
		expect([status, refused]).toEqual([
			400,
			{ code: 'VALIDATION_ERROR', message: 'limit: must be no greater than 100.' },
		]);
	});

	it('gives contacts, groups, app info, a device status, health without auth', async () => {
		const headers = gowaHeaders(sandbox);
		expect((await request(`${base}/user/my/contacts`, { headers })).json).toMatchObject({
			results: { data: { 0: { jid: '447700900000@s.whatsapp.net', name: 'Amara Albers' } } },
		});
		expect((await request(`${base}/user/my/groups`, { headers })).json).toMatchObject({
			results: { data: { length: 5 } },
		});
		expect((await request(`${base}/app/info`, { headers })).json).toMatchObject({
			results: { version: 'v9.2.0', os: 'GOWA' },
		});
		expect((await request(`${base}/devices/nope/status`, { headers })).json).toEqual({
			code: 'INTERNAL_SERVER_ERROR',
			message: 'device nope not found',
		});
		expect((await request(`${base}/health`)).text).toBe('OK');
	});

	it('has the device checked before a path that it does not know', async () => {
		const known = await request(`${base}/nowhere`, { headers: gowaHeaders(sandbox) });
		const unknown = await request(`${base}/nowhere`, {
			headers: { ...gowaHeaders(sandbox), 'x-device-id': 'x' },
		});
		expect([known.status, known.text, unknown.json]).toEqual([
			404,
			'Not Found',
			expect.objectContaining({ code: 'DEVICE_NOT_FOUND' }),
		]);
	});
});
