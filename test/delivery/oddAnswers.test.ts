import { createServer, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { outputs } from '../support/workflow';
import { cardsTo, send, serve } from './workflow';

const RECEIPT = '{"code":"SUCCESS","results":{"message_id":"3EB0"}}';
const ok = (body: string) =>
	`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
const OK = ok(RECEIPT);

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
});

async function sendTo(baseUrl: string, credential = {}) {
	const run = await send(sandbox, {
		items: cardsTo(1),
		credentials: { gowa: { baseUrl, ...credential } },
		options: { maxRetries: 2, timeout: 5000 },
		node: { onError: 'continueRegularOutput' },
	});
	return outputs(run)[0];
}

/** What becomes of a card to a server that writes this to the wire when it has read the request, and how many it read. */
async function answered(answer: string | Buffer, end: (socket: Socket) => void = (s) => s.end()) {
	let requests = 0;
	const server = createServer((socket) => {
		let text = '';
		socket.on('error', () => undefined);
		socket.on('data', (chunk) => {
			text += chunk.toString('latin1');
			const [head = '', body] = text.split('\r\n\r\n');
			const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
			if (body === undefined || body.length < length) return;
			text = '';
			requests += 1;
			socket.write(answer, () => end(socket));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const output = await sendTo(`http://127.0.0.1:${port}`);
	server.close();
	return { output, requests };
}

it("shows a service's words in the charset that it names", async () => {
	const body = Buffer.from('{"code":"INVALID","message":"Número inválido"}', 'latin1');
	const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json;charset=ISO-8859-1\r\ncontent-length: ${body.length}\r\n\r\n`;
	const { output } = await answered(Buffer.concat([Buffer.from(head), body]));
	expect(JSON.stringify(output)).toContain('Número inválido');
});

describe('an answer that is a receipt however it comes', () => {
	it.each([
		['after 100 Continue', `HTTP/1.1 100 Continue\r\n\r\n${OK}`],
		['after 102 Processing, twice', `${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(2)}${OK}`],
		['after 103 Early Hints', `HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n${OK}`],
		[
			'in chunks',
			`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n${RECEIPT.slice(0, 5)}\r\n${(RECEIPT.length - 5).toString(16)}\r\n${RECEIPT.slice(5)}\r\n0\r\n\r\n`,
		],
		['without a length, up to the end of the connection', `HTTP/1.1 200 OK\r\n\r\n${RECEIPT}`],
		['in HTTP/1.0', `HTTP/1.0 200 OK\r\n\r\n${RECEIPT}`],
		['before another answer', `${OK}${OK.replace('3EB0', '9999')}`],
		[
			'in UTF-16, as it says',
			Buffer.concat([
				Buffer.from(
					`HTTP/1.1 200 OK\r\ncontent-type: application/json; charset="utf-16le"\r\ncontent-length: ${RECEIPT.length * 2}\r\n\r\n`,
				),
				Buffer.from(RECEIPT, 'utf16le'),
			]),
		],
		[
			'in a charset that does not exist',
			OK.replace('application/json', 'application/json; charset=utf-99'),
		],
		[
			'packed',
			Buffer.concat([
				Buffer.from(
					`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${gzipSync(RECEIPT).length}\r\n\r\n`,
				),
				gzipSync(RECEIPT),
			]),
		],
	])('%s', async (_, answer) => {
		const { output, requests } = await answered(answer);
		expect(output).toMatchObject({ status: 'sent', messageId: '3EB0' });
		expect(requests).toBe(1);
	});
});

describe('an answer that proves nothing', () => {
	const packed = gzipSync(RECEIPT);
	it.each([
		[
			'101 Switching Protocols',
			'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
		],
		['100 Continue and nothing else', 'HTTP/1.1 100 Continue\r\n\r\n'],
		['a length that is too long', OK.replace(/length: \d+/, 'length: 500')],
		['a length that is too short', OK.replace(/length: \d+/, 'length: 20')],
		[
			'a chunk that ends too soon',
			`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n${RECEIPT}`,
		],
		[
			'chunks without their end',
			`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"cod\r\n`,
		],
		[
			'a chunk whose length is none',
			`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n${RECEIPT}\r\n0\r\n\r\n`,
		],
		['two lengths', OK.replace(/content-length: (\d+)/, 'content-length: $1\r\ncontent-length: 5')],
		[
			'half a packed receipt',
			Buffer.concat([
				Buffer.from(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n`),
				packed.subarray(0, packed.length / 2),
			]),
		],
		['a header that has no colon', OK.replace('content-type: application/json', 'nonsense')],
		['a status that is none', OK.replace('200 OK', '2000 OK')],
		['nothing', ''],
		['a yes and a no', ok('{"code":"SUCCESS","error":"Saved, but the webhook failed"}')],
		['a status that it calls its code', ok('{"code":"QUEUED","message":"Will be sent"}')],
	])('is in doubt, once: %s', async (_, answer) => {
		const { output, requests } = await answered(answer);
		expect(output).toMatchObject({ outcome: 'unknown', sentMessageIds: [] });
		expect(requests).toBe(1);
	});

	it('is in doubt, once: a connection that is reset instead', async () => {
		const { output, requests } = await answered('HTTP/1.1 ', (socket) => socket.resetAndDestroy());
		expect(output).toMatchObject({ outcome: 'unknown', code: 'ECONNRESET' });
		expect(requests).toBe(1);
	});
});

describe('a redirect', () => {
	it.each([300, 301, 302, 303, 307, 308])(
		'takes neither the card nor a secret to another host: %d',
		async (status) => {
			const elsewhere: string[] = [];
			const other = await serve((request, response) => {
				elsewhere.push(`${request.method ?? ''} ${request.url ?? ''}`);
				response.end(RECEIPT);
			});
			let requests = 0;
			const server = await serve((request, response) => {
				request.resume().on('end', () => {
					requests += 1;
					response.writeHead(status, { location: `${other.url}/send/contact` });
					response.end(RECEIPT);
				});
			});
			const output = await sendTo(server.url, { username: 'jane', password: 's3cret-Pass' });
			expect(output).toMatchObject({ outcome: 'notSent', httpCode: String(status) });
			expect(output?.['error']).toContain('GOWA redirects to another address');
			expect(requests).toBe(1);
			expect(elsewhere).toEqual([]);
			expect(JSON.stringify(output)).not.toContain('s3cret');
			await server.close();
			await other.close();
		},
	);

	it('says no secret that its address holds', async () => {
		const server = await serve((request, response) => {
			request.resume();
			const { authorization = '' } = request.headers;
			response.writeHead(302, { location: `http://elsewhere.example/?key=${authorization}` });
			response.end();
		});
		const output = await sendTo(server.url, { username: 'jane', password: 's3cret-Pass' });
		const basic = Buffer.from('jane:s3cret-Pass').toString('base64');
		expect(output).toMatchObject({ outcome: 'notSent' });
		expect(JSON.stringify(output)).not.toContain(basic);
		await server.close();
	});
});
