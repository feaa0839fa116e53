import type { FaultRule } from '../../sandbox/faults/rules';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { gowaHeaders, post, request, sendGowa, type Reply } from './client';

const NOON = Date.UTC(2026, 6, 1, 12);
const PHONE = '447700900001';
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

function struckBy(rule: FaultRule): Promise<Reply> {
	sandbox.fault(rule);
	return sendGowa(sandbox, PHONE);
}

describe('faults', () => {
	it.each<[FaultRule, number, Record<string, string>, string]>([
		[{ kind: '429-retry-after', seconds: 7 }, 429, { 'retry-after': '7' }, 'Too many requests'],
		[
			{ kind: '429-retry-date', seconds: 7 },
			429,
			{ 'retry-after': 'Wed, 01 Jul 2026 12:00:07 GMT' },
			'Too many requests',
		],
		[
			{ kind: '429-reset', seconds: 7 },
			429,
			{ 'x-ratelimit-reset': '1782907207', 'x-ratelimit-remaining': '0' },
			'Too many requests',
		],
		[{ kind: '429-body', seconds: 7 }, 429, {}, '"retry_after":7'],
		[{ kind: '429-bare' }, 429, {}, 'Too many requests'],
		[
			{ kind: '500-json' },
			500,
			{ 'content-type': 'application/json; charset=utf-8' },
			'Internal Server Error',
		],
		[
			{ kind: '502-html' },
			502,
			{ 'content-type': 'text/html; charset=utf-8' },
			'<h1>502 Bad Gateway</h1>',
		],
		[
			{ kind: '503-xml' },
			503,
			{ 'content-type': 'application/xml; charset=utf-8' },
			'<code>503</code>',
		],
		[{ kind: '504' }, 504, {}, 'Gateway Time-out'],
		[{ kind: '401' }, 401, {}, 'Unauthorized'],
		[{ kind: 'html-200' }, 200, { 'content-type': 'text/html; charset=utf-8' }, 'Sign in'],
		[{ kind: 'empty-200' }, 200, { 'content-length': '0' }, ''],
		[{ kind: 'success-false' }, 200, {}, '"success":false'],
		[{ kind: 'redirect-302' }, 302, { location: '/_sandbox/elsewhere' }, ''],
		[
			{ kind: 'redirect-307', location: 'https://example.com/' },
			307,
			{ location: 'https://example.com/' },
			'',
		],
	])('%j', async (rule, status, headers, part) => {
		const reply = await struckBy(rule);
		expect(reply.status).toBe(status);
		expect(reply.text).toContain(part);
		for (const [name, value] of Object.entries(headers))
			expect(reply.headers.get(name)).toBe(value);
		if (rule.kind === '429-bare') expect(reply.headers.get('retry-after')).toBeNull();
		expect(sandbox.count()).toBe(0);
		expect(sandbox.requests()[0]).toMatchObject({ status, reason: `fault ${rule.kind}` });
	});

	it('can take the card and say otherwise', async () => {
		const { status } = await struckBy({ kind: '500-json', taken: true });
		expect([status, sandbox.count()]).toEqual([500, 1]);
	});

	it('slow takes the card and answers', async () => {
		const { status } = await struckBy({ kind: 'slow', ms: 5 });
		expect([status, sandbox.count()]).toEqual([200, 1]);
	});

	it('wrong-content-type and truncated take the card', async () => {
		const html = await struckBy({ kind: 'wrong-content-type', times: 1 });
		expect([html.headers.get('content-type'), html.json]).toEqual([
			'text/html; charset=utf-8',
			expect.objectContaining({ code: 'SUCCESS' }),
		]);
		const half = await struckBy({ kind: 'truncated' });
		expect([half.status, half.json, half.text.startsWith('{"code":"SUCCESS"')]).toEqual([
			200,
			undefined,
			true,
		]);
		expect(sandbox.count()).toBe(2);
	});

	it.each<[FaultRule['kind'], number]>([
		['reset-before', 0],
		['reset-after', 1],
	])('%s ends the connection', async (kind, cards) => {
		await expect(struckBy({ kind })).rejects.toThrow();
		expect(sandbox.count()).toBe(cards);
		expect(sandbox.requests()[0]).toMatchObject({ status: 0, reason: `fault ${kind}` });
	});

	it.each<[FaultRule['kind'], number]>([
		['hang', 0],
		['hang-after', 1],
	])('%s never answers', async (kind, cards) => {
		sandbox.fault({ kind });
		const abort = new AbortController();
		const reply = request(`${sandbox.credentials.gowa.baseUrl}/send/contact`, {
			method: 'POST',
			headers: { ...gowaHeaders(sandbox), 'content-type': 'application/json' },
			body: JSON.stringify({ phone: PHONE, contact_name: 'A', contact_phone: '1' }),
			signal: abort.signal,
		});
		while (sandbox.requests().length === 0) await new Promise((resolve) => setImmediate(resolve));
		expect(sandbox.stats().inFlight.open).toBe(1);
		abort.abort();
		await expect(reply).rejects.toThrow();
		expect(sandbox.count()).toBe(cards);
	});

	it('echo repeats the whole request', async () => {
		const { status, text } = await struckBy({ kind: 'echo' });
		expect(status).toBe(500);
		expect(text).toContain(gowaHeaders(sandbox)['authorization']);
		expect(text).toContain('447700900002');
		expect(JSON.stringify(sandbox.requests())).not.toContain('Basic');
	});
});

describe('which request a fault strikes', () => {
	it('begins after some, strikes some, and counts', async () => {
		sandbox.fault({ kind: '429-bare', after: 1, times: 2 });
		const statuses: number[] = [];
		for (let index = 0; index < 5; index++) statuses.push((await sendGowa(sandbox, PHONE)).status);
		expect(statuses).toEqual([200, 429, 429, 200, 200]);
		expect(sandbox.faults()).toMatchObject([{ kind: '429-bare', seen: 5, struck: 2 }]);
	});

	it('can be for one provider, one recipient in any spelling, or lists', async () => {
		sandbox.fault({ kind: '401', provider: 'wawp' });
		sandbox.fault({ kind: '500-json', recipient: '+44 7700 900001' });
		sandbox.fault({ kind: '502-html', provider: 'gowa', on: 'list' });
		expect((await sendGowa(sandbox, '447700900001@s.whatsapp.net')).status).toBe(500);
		expect((await sendGowa(sandbox, '447700900003')).status).toBe(200);
		expect(
			(
				await request(`${sandbox.credentials.gowa.baseUrl}/devices`, {
					headers: gowaHeaders(sandbox),
				})
			).status,
		).toBe(502);
		sandbox.clearFaults();
		expect((await sendGowa(sandbox, PHONE)).status).toBe(200);
	});

	it('can be given over HTTP', async () => {
		const url = `${sandbox.url}/_sandbox/faults`;
		expect((await post(url, { kind: '401', times: 1 })).status).toBe(201);
		expect((await post(url, { kind: 'nonsense' })).status).toBe(400);
		expect((await request(url)).json).toMatchObject([{ kind: '401', times: 1, struck: 0 }]);
		expect((await request(url, { method: 'DELETE' })).json).toEqual({ cleared: true });
		expect((await request(url)).json).toEqual([]);
	});
});

describe('recipients that misbehave', () => {
	it('refuse every time, or every other time', async () => {
		const statuses = async (phone: string) => [
			(await sendGowa(sandbox, phone)).status,
			(await sendGowa(sandbox, phone)).status,
			(await sendGowa(sandbox, phone)).status,
		];
		expect(await statuses('+12025550100')).toEqual([429, 429, 429]);
		expect(await statuses('12025550101@s.whatsapp.net')).toEqual([429, 200, 429]);
		expect((await sendGowa(sandbox, '12025550106')).headers.get('retry-after')).toBe('3600');
	});

	it('are conversations and chats too', async () => {
		const { chatvolt, chert } = sandbox.credentials;
		const flat = { agentId: 'agent-001', name_formatted_name: 'A', phone_1_phone: '+1' };
		const chatvoltSend = (conversationId: string) =>
			post(
				`${chatvolt.baseUrl}/messages/interactive/send-contact`,
				{ ...flat, conversationId },
				{ authorization: `Bearer ${chatvolt.apiKey}` },
			);
		const chertSend = () =>
			post(
				`${chert.baseUrl}/chats/ch_busy-body/send-contact`,
				{ contact: { full_name: 'A' } },
				{ authorization: `Bearer ${chert.signingSecret}` },
			);
		expect((await chatvoltSend('conv-error-502')).status).toBe(502);
		expect((await chatvoltSend('conv-busy-once')).json).toEqual({ error: 'Too many requests' });
		expect((await chatvoltSend('conv-busy-once')).status).toBe(200);
		expect((await chertSend()).json).toMatchObject({
			error: { code: 1007, retryable: true, retry_after: 1 },
		});
		expect((await chertSend()).status).toBe(200);
	});
});
