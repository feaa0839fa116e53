import { request as httpRequest } from 'node:http';

import { isOpen, namesOf, urlHost } from '../../sandbox/address';
import { introduction } from '../../sandbox/introduction';
import { startSandbox, type Sandbox } from '../../sandbox/server';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

interface Asked {
	method?: string;
	path?: string;
	headers?: Record<string, string>;
	body?: string;
}

/** Makes a request with exactly these headers, as a browser could: fetch would not let us say Host and Origin. */
async function ask(
	{ method = 'GET', path = '/', headers = {}, body = '' }: Asked,
	port = sandbox.port,
): Promise<{
	status: number;
	text: string;
	allowed: string | undefined;
}> {
	return await new Promise((resolve, reject) => {
		const request = httpRequest(
			{
				host: '127.0.0.1',
				port,
				method,
				path,
				headers: { host: `127.0.0.1:${String(port)}`, ...headers },
			},
			(response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => {
					text += chunk;
				});
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						text,
						allowed: response.headers['access-control-allow-origin'],
					}),
				);
			},
		);
		request.on('error', reject);
		request.end(body);
	});
}

const FAULT = '{"kind":"401"}';
const JSON_BODY = { 'content-type': 'application/json' };
const own = () => `http://127.0.0.1:${String(sandbox.port)}`;

const EVERY_VIEW = [
	'/',
	'/_sandbox/deliveries',
	'/_sandbox/requests',
	'/_sandbox/accounts',
	'/_sandbox/stats',
	'/_sandbox/faults',
	'/_sandbox/inbox/state',
	'/_sandbox/inbox/events',
	'/_sandbox/inbox/cards/1',
	'/_sandbox/inbox/inbox.js',
];

describe('A web page from elsewhere', () => {
	it.each(EVERY_VIEW)(
		'cannot read %s under a name of its own that leads to this machine',
		async (path) => {
			for (const host of [
				'evil.example',
				`evil.example:${String(sandbox.port)}`,
				'127.0.0.1',
				`127.0.0.1.evil.example:${String(sandbox.port)}`,
			]) {
				const { status, text } = await ask({ path, headers: { host } });
				expect([status, text]).toEqual([
					403,
					expect.stringContaining('The sandbox is only at 127.0.0.1'),
				]);
			}
		},
	);

	it.each(EVERY_VIEW)('cannot read %s with a request of its script', async (path) => {
		const { status, allowed } = await ask({ path, headers: { origin: 'https://evil.example' } });
		expect([status, allowed]).toEqual([403, undefined]);
	});

	it.each([
		['from a site', { origin: 'https://evil.example', ...JSON_BODY }],
		['from a sandboxed frame', { origin: 'null', ...JSON_BODY }],
		['from another port of this machine', { origin: 'http://127.0.0.1:1', ...JSON_BODY }],
		['from the same address over https', { origin: 'https://127.0.0.1:4010', ...JSON_BODY }],
		[
			'from a site, where the browser says only that',
			{ 'sec-fetch-site': 'cross-site', ...JSON_BODY },
		],
		[
			'from another port, where the browser says only that',
			{ 'sec-fetch-site': 'same-site', ...JSON_BODY },
		],
		['as a form, which needs no leave', { 'content-type': 'text/plain' }],
		['as a form of another kind', { 'content-type': 'application/x-www-form-urlencoded' }],
		['without a type', {}],
	])('cannot post a fault %s', async (_how, headers) => {
		const answer = await ask({ method: 'POST', path: '/_sandbox/faults', headers, body: FAULT });
		expect(answer.status).toBe(403);
		expect(sandbox.faults()).toEqual([]);
	});

	it.each([
		['DELETE', '/_sandbox/deliveries'],
		['DELETE', '/_sandbox/faults'],
		['POST', '/_sandbox/inbox/samples'],
		['OPTIONS', '/_sandbox/faults'],
	])('cannot %s %s', async (method, path) => {
		const answer = await ask({
			method,
			path,
			headers: { origin: 'https://evil.example', ...JSON_BODY },
		});
		expect([answer.status, answer.allowed]).toEqual([403, undefined]);
	});

	it('cannot send a card through a provider that asks for no password', async () => {
		const body = 'phone=447700900001&contact_name=Eve&contact_phone=447700900002';
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const answer = await ask({
			method: 'POST',
			path: '/gowa-single/send/contact',
			headers: { ...headers, origin: 'https://evil.example' },
			body,
		});
		expect(answer.status).toBe(403);
		expect(sandbox.deliveries()).toEqual([]);
	});

	it('can link to the page, and cannot frame it', async () => {
		const linked = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
		expect((await ask({ headers: linked })).status).toBe(200);
		expect((await ask({ path: '/_sandbox/deliveries', headers: linked })).status).toBe(403);
		const { headers } = await fetch(`${own()}/`);
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	});
});

describe('The page itself and programs of this machine', () => {
	it('may do everything', async () => {
		const headers = { ...JSON_BODY, origin: own(), 'sec-fetch-site': 'same-origin' };
		expect(
			(await ask({ method: 'POST', path: '/_sandbox/faults', headers, body: FAULT })).status,
		).toBe(201);
		expect((await ask({ method: 'DELETE', path: '/_sandbox/faults', headers })).status).toBe(200);
		const host = `localhost:${String(sandbox.port)}`;
		expect((await ask({ headers: { host } })).status).toBe(200);
		expect((await ask({ path: '/_sandbox/deliveries' })).status).toBe(200);
	});

	it('reach a provider by any name of this machine, as n8n in a container does', async () => {
		const answer = await ask({
			path: '/gowa/health',
			headers: { host: 'host.docker.internal:4010' },
		});
		expect([answer.status, answer.text]).toEqual([200, 'OK']);
	});

	it('get the page with nothing from elsewhere in it', async () => {
		const { headers } = await fetch(`${own()}/`);
		expect(headers.get('content-security-policy')).toBe(
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
		);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
	});
});

describe('A sandbox that was opened for n8n in Docker', () => {
	let open: Sandbox;
	beforeAll(async () => {
		open = await startSandbox({ host: '0.0.0.0' });
	});
	afterAll(() => open.close());

	const status = async (host: string, headers: Record<string, string> = {}, path = '/') =>
		(await ask({ path, headers: { host, ...headers } }, open.port)).status;

	it('says where this machine finds it', () => {
		expect(open.url).toBe(`http://127.0.0.1:${String(open.port)}`);
		expect(open.credentials.gowa.baseUrl).toBe(`${open.url}/gowa`);
	});

	it.each(['host.docker.internal', 'HOST.Docker.internal', 'localhost', '127.0.0.1', '0.0.0.0'])(
		'shows its page and its views at %s',
		async (name) => {
			expect(await status(`${name}:${String(open.port)}`)).toBe(200);
			expect(await status(`${name}:${String(open.port)}`, {}, '/_sandbox/stats')).toBe(200);
		},
	);

	it.each(['evil.example', 'host.docker.internal.evil.example', 'docker.internal', '192.0.2.7'])(
		'stays closed to pages that call it %s',
		async (name) => {
			expect(await status(`${name}:${String(open.port)}`)).toBe(403);
			expect(await status(`${name}:${String(open.port)}`, {}, '/_sandbox/deliveries')).toBe(403);
		},
	);

	it('stays closed under its name at another port, and to pages from elsewhere', async () => {
		const own = `host.docker.internal:${String(open.port)}`;
		expect(await status('host.docker.internal:1')).toBe(403);
		expect(await status('host.docker.internal')).toBe(403);
		expect(await status(own, { origin: 'https://evil.example' })).toBe(403);
		expect(await status(own, { origin: `http://${own}` })).toBe(200);
		expect(await status(own, { 'sec-fetch-site': 'cross-site' })).toBe(403);
	});

	it('takes cards by any name, as on loopback', async () => {
		expect(await status('host.docker.internal:4010', {}, '/gowa/health')).toBe(200);
	});
});

describe('A sandbox on loopback', () => {
	it('is not at the name that containers use for this machine', async () => {
		const host = `host.docker.internal:${String(sandbox.port)}`;
		expect((await ask({ headers: { host } })).status).toBe(403);
	});
});

describe('The text of npm run sandbox', () => {
	it('warns where the sandbox is open, and says how n8n in Docker reaches it', () => {
		const text = introduction(sandbox, true);
		expect(text).toContain('WARNING: anyone on your network can reach this sandbox');
		expect(text).toContain(`http://host.docker.internal:${String(sandbox.port)}`);
		expect(text).toContain('--add-host=host.docker.internal:host-gateway');
	});

	it('says nothing of Docker where it is not', () => {
		const text = introduction(sandbox, false);
		expect(text).not.toMatch(/WARNING|docker/i);
		expect(text).toContain(`  baseUrl           ${sandbox.url}/gowa\n`);
		expect(text).toContain(
			'  +12025550111  500-json, card taken  (conv-error-500-taken, ch_error-500-taken)\n',
		);
		expect(text).toContain('  +12025550194  xml400\n');
	});

	it.each([
		['127.0.0.1', false],
		['localhost', false],
		['::1', false],
		['0.0.0.0', true],
		['::', true],
		['192.0.2.7', true],
	])('takes %s for open: %s', (host, open) => {
		expect(isOpen(host)).toBe(open);
	});

	it('writes IPv6 addresses as URLs and Host headers do', () => {
		expect([urlHost('::'), urlHost('2001:db8::1'), urlHost('192.0.2.7')]).toEqual([
			'127.0.0.1',
			'[2001:db8::1]',
			'192.0.2.7',
		]);
		expect(namesOf('2001:db8::1', 4010)).toContain('[2001:db8::1]:4010');
	});
});
