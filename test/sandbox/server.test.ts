import { connect } from 'node:net';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { request, sendGowa } from './client';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

describe('what the sandbox keeps', () => {
	it('counts a card that comes twice', async () => {
		await sendGowa(sandbox, '447700900001');
		await sendGowa(sandbox, '447700900001', 'Someone else');
		await sendGowa(sandbox, '+447700900001');
		expect(sandbox.deliveries().map(({ id, copy }) => [id, copy])).toEqual([
			[1, 1],
			[2, 1],
			[3, 2],
		]);
		expect(sandbox.stats()).toMatchObject({ requests: 3, cards: 3, duplicates: 1 });
		expect(sandbox.count({ provider: 'gowa', recipient: '+44 7700 900001' })).toBe(3);
		expect(sandbox.count({ provider: 'wawp' })).toBe(0);
	});

	it('is shown as JSON, filtered, and can be cleared', async () => {
		await sendGowa(sandbox, '447700900001');
		await sendGowa(sandbox, '447700900003');
		const list = async (query: string) =>
			(await request(`${sandbox.url}/_sandbox/deliveries${query}`)).json;
		expect(await list('?recipient=447700900003')).toMatchObject([
			{ recipient: '447700900003@s.whatsapp.net', request: { headers: { authorization: '***' } } },
		]);
		expect(await list('?provider=chert')).toEqual([]);
		expect(await list('?provider=nobody')).toMatchObject({
			error: expect.stringContaining('chatvolt, chert'),
		});
		await request(`${sandbox.url}/_sandbox/deliveries`, { method: 'DELETE' });
		expect(await list('')).toEqual([]);
		expect((await request(`${sandbox.url}/_sandbox/requests`)).json).toEqual([]);
	});

	it('lists refused requests with the reason', async () => {
		await sendGowa(sandbox, '081');
		expect((await request(`${sandbox.url}/_sandbox/requests`)).json).toMatchObject([
			{
				provider: 'gowa',
				recipient: '081',
				status: 400,
				reason: expect.stringMatching(/^VALIDATION_ERROR: phone number must be/),
				method: 'POST',
				url: '/gowa/send/contact',
			},
		]);
	});

	it('is only numbers when nothing else is asked for', async () => {
		const counting = await startSandbox({ keep: 'counts' });
		await sendGowa(counting, '447700900001');
		await sendGowa(counting, '447700900001');
		expect([
			counting.deliveries(),
			counting.requests(),
			counting.count(),
			counting.stats().duplicates,
		]).toEqual([[], [], 2, 1]);
		await counting.close();
	});
});

describe('the sandbox', () => {
	it('listens on loopback only and gives credentials with its own address', () => {
		expect(sandbox.url).toBe(`http://127.0.0.1:${String(sandbox.port)}`);
		expect(sandbox.credentials).toMatchObject({
			chatvolt: { apiKey: 'sandbox-chatvolt-key', baseUrl: `${sandbox.url}/chatvolt` },
			chert: {
				authentication: 'bearer',
				signingSecret: '0123456789abcdef0123456789abcdef',
				tenant: 'sandbox-tenant',
				baseUrl: `${sandbox.url}/chert/api/v1`,
			},
			gowa: {
				baseUrl: `${sandbox.url}/gowa`,
				username: 'sandbox',
				password: 'sandbox-gowa-password',
				deviceId: 'sandbox-device-1',
			},
			ryzeapi: { token: 'sandbox-token', baseUrl: `${sandbox.url}/ryzeapi` },
			wawp: {
				accessToken: 'sandbox-wawp-token',
				instanceId: 'SANDBOX00001',
				baseUrl: `${sandbox.url}/wawp`,
			},
		});
	});

	it('shows its accounts', async () => {
		expect((await request(`${sandbox.url}/_sandbox/accounts`)).json).toMatchObject({
			ids: { gowa: { deviceId: 'sandbox-device-1' } },
			misbehavingRecipients: { 0: { number: '12025550100' } },
		});
		expect((await request(`${sandbox.url}/gowanda`)).status).toBe(404);
	});

	it('counts what is in work at the same time, also for one recipient', async () => {
		const own = await startSandbox();
		own.fault({ kind: 'hang' });
		const hanging = ['447700900001', '447700900001', '447700900002'].map((phone) =>
			sendGowa(own, phone).catch(() => 'ended'),
		);
		while (own.stats().requests < 3) await new Promise((resolve) => setImmediate(resolve));
		const { inFlight, connections, starts } = own.stats();
		await own.close();
		await Promise.all(hanging);
		expect(inFlight).toEqual({ open: 3, max: 3, maxForOneRecipient: 2 });
		expect(connections).toEqual({ open: 3, max: 3 });
		expect(starts.map(({ provider }) => provider)).toEqual(['gowa', 'gowa', 'gowa']);
		expect(own.stats().inFlight.open).toBe(0);
	});

	it('closes although a client holds a connection and a request hangs', async () => {
		const own = await startSandbox();
		own.fault({ kind: 'hang' });
		const socket = connect(own.port, '127.0.0.1');
		const ended = new Promise((resolve) => socket.once('close', resolve));
		const hanging = sendGowa(own, '447700900001').catch(() => 'ended');
		while (own.stats().requests === 0) await new Promise((resolve) => setImmediate(resolve));
		await own.close();
		await ended;
		expect(await hanging).toBe('ended');
	});

	it('answers after the set latency', async () => {
		const slow = await startSandbox({ latencyMs: 5 });
		expect((await sendGowa(slow, '447700900001')).status).toBe(200);
		await slow.close();
	});
});
