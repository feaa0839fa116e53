import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { outputs } from '../support/workflow';
import { cardsTo, send, serve, until } from './workflow';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
});

/** What becomes of one card to a GOWA server at this address. */
async function sendTo(baseUrl: string, options = {}) {
	const run = await send(sandbox, {
		items: cardsTo(1),
		credentials: { gowa: { baseUrl } },
		options: { maxRetries: 0, ...options },
		node: { onError: 'continueRegularOutput' },
	});
	return outputs(run)[0];
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a request without an answer', () => {
	it('a refused connection', async () => {
		expect(await sendTo('http://127.0.0.1:1')).toEqual({
			error:
				'GOWA could not be reached: the connection was refused [item 0]. Check that the server is running, and check the Base URL in the credential.',
			code: 'ECONNREFUSED',
			provider: 'gowa',
			outcome: 'notSent',
			sentMessageIds: [],
		});
	});

	it('a name with several addresses that all refuse', async () => {
		expect(await sendTo('http://localhost:1')).toMatchObject({
			outcome: 'notSent',
			code: 'ECONNREFUSED',
		});
	});

	it('a name that does not resolve', async () => {
		const output = await sendTo('http://gowa.invalid');
		expect(output).toMatchObject({
			outcome: 'notSent',
			code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
		});
		expect(output?.['error']).toContain(
			'GOWA could not be reached: its host name does not resolve',
		);
	});

	it('https to a server that speaks http: no error of TLS proves that nothing was read', async () => {
		const output = await sendTo(sandbox.url.replace('http:', 'https:'));
		expect(output).toMatchObject({ outcome: 'unknown' });
		expect(output?.['error']).toMatch(
			/^GOWA broke off the secure connection .*whether the Base URL in the credential should begin with http or https\.$/,
		);
	});

	it('a handshake that fails', async () => {
		const server = createTlsServer({});
		server.on('tlsClientError', () => undefined);
		const output = await sendTo(`https://127.0.0.1:${await listen(server)}`);
		expect(output).toMatchObject({ outcome: 'unknown' });
		expect(output?.['error']).toContain('GOWA broke off the secure connection');
		server.close();
	});

	it('a connection that ends before the handshake', async () => {
		const server = createServer((socket) => socket.destroy());
		const output = await sendTo(`https://127.0.0.1:${await listen(server)}`);
		expect(output).toMatchObject({ code: 'ECONNRESET', outcome: 'unknown' });
		server.close();
	});

	it('a secret that no header can carry, which is not tried again', async () => {
		const run = await send(sandbox, {
			items: cardsTo(1),
			parameters: { provider: 'ryzeapi', instance: { __rl: true, mode: 'id', value: 'sales' } },
			credentials: { ryzeapi: { token: 'кey' } },
			node: { onError: 'continueRegularOutput' },
		});
		expect(outputs(run)[0]).toMatchObject({
			outcome: 'notSent',
			error:
				'RyzeAPI was not contacted: the credential contains a character that no request can carry [item 0]. Re-enter the fields of the credential.',
		});
	});
});

describe('hostile answers', () => {
	const receipt = '{"code":"SUCCESS","results":{"message_id":"3EB0"}}';

	it('that come drop by drop end at the timeout, and their connection with them', async () => {
		let closed = false;
		const server = await serve((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const drops = setInterval(() => response.write(' '), 5);
			response.on('close', () => {
				clearInterval(drops);
				closed = true;
			});
		});
		expect(await sendTo(server.url, { timeout: 80 })).toMatchObject({
			outcome: 'unknown',
			code: 'ETIMEDOUT',
		});
		await until(() => closed);
		await server.close();
	});

	it('whose headers come drop by drop end at the timeout, and their connection with them', async () => {
		let closed = false;
		const server = createServer((socket) => {
			socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
			const drops = setInterval(() => socket.write('x'), 5);
			socket.resume();
			socket.on('error', () => undefined);
			socket.on('close', () => {
				clearInterval(drops);
				closed = true;
			});
		});
		const url = `http://127.0.0.1:${await listen(server)}`;
		expect(await sendTo(url, { timeout: 80 })).toMatchObject({
			outcome: 'unknown',
			code: 'ETIMEDOUT',
		});
		await until(() => closed);
		server.close();
	});

	it('that never end are read to four megabytes', async () => {
		let written = 0;
		const megabyte = Buffer.alloc(1_000_000, 'x');
		const server = await serve((_request, response) => {
			const more = () => {
				while (!response.destroyed && response.write(megabyte)) written += megabyte.length;
				written += megabyte.length;
			};
			response.on('drain', more);
			more();
		});
		const output = await sendTo(server.url);
		expect(output).toMatchObject({ outcome: 'unknown', httpCode: '200' });
		expect(output?.['error']).toMatch(/^.{1,500}$/);
		expect(output?.['description']).toMatch(/^.{1,1500}$/);
		expect(written).toBeLessThan(50_000_000);
		await server.close();
	});

	it('that are small only as they are packed are read to four megabytes', async () => {
		const bomb = gzipSync(Buffer.alloc(100_000_000, 'x'));
		const server = await serve((_request, response) => {
			response.writeHead(400, { 'content-encoding': 'gzip' });
			response.end(bomb);
		});
		expect(await sendTo(server.url)).toMatchObject({ outcome: 'notSent', httpCode: '400' });
		await server.close();
	});

	it('that cannot be unpacked are in doubt', async () => {
		const server = await serve((_request, response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' });
			response.end(receipt);
		});
		expect(await sendTo(server.url)).toMatchObject({ outcome: 'unknown' });
		await server.close();
	});

	it('that break off in their body are in doubt', async () => {
		const server = await serve((_request, response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write(receipt, () => response.destroy());
		});
		expect(await sendTo(server.url)).toMatchObject({ outcome: 'unknown', code: 'ECONNRESET' });
		await server.close();
	});

	it('that are nested without end do no harm to `output: raw`', async () => {
		const deep = `{"code":"SUCCESS","results":{"message_id":"3EB0"},"more":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
		const server = await serve((_request, response) => response.end(deep));
		expect(await sendTo(server.url, { output: 'raw' })).toMatchObject({
			status: 'sent',
			messageId: '3EB0',
		});
		await server.close();
	});

	it('with a byte-order mark are read', async () => {
		const server = await serve((_request, response) => response.end(`\ufeff${receipt}`));
		expect(await sendTo(server.url)).toMatchObject({ status: 'sent', messageId: '3EB0' });
		await server.close();
	});

	it('with markup in them reach no editor as markup', async () => {
		const message = '<img src=x onerror="alert(1)"> & done';
		const server = await serve((_request, response) => {
			response.writeHead(400, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ code: '<b>X</b>', message: `5 < 6 ${message}` }));
		});
		const output = await sendTo(server.url);
		expect(output?.['error']).toBe(
			'GOWA refused the card (400 <b>X</b>): 5 < 6 & done [item 0]. Correct what the provider names, then send again.',
		);
		expect(output?.['description']).toBeUndefined();
		const { error } = await send(sandbox, {
			items: cardsTo(1),
			credentials: { gowa: { baseUrl: server.url } },
		});
		expect(error?.description).not.toMatch(/<(?!\/?a\b|br>)/);
		await server.close();
	});
});

it('leaves no connection open behind a run', async () => {
	await send(sandbox, { items: cardsTo(50), options: { concurrency: 20 } });
	await until(() => sandbox.stats().connections.open === 0);
	expect(sandbox.stats().connections.max).toBeLessThanOrEqual(20);
});
