import { createServer, type AddressInfo, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { outputs } from '../support/workflow';
import { cardsTo, retryOnFail, send } from './workflow';

const RECEIPT = '{"code":"SUCCESS","results":{"message_id":"3EB0"}}';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
});

/** A head for a body of this length, or of the length that it claims. */
const head = (status: string, length: number, ...headers: string[]) =>
	Buffer.from([`HTTP/1.1 ${status}`, `content-length: ${length}`, ...headers, '', ''].join('\r\n'));

const whole = (status: string, body: Buffer | string, ...headers: string[]) =>
	Buffer.concat([head(status, Buffer.byteLength(body), ...headers), Buffer.from(body)]);

/** What becomes of cards to a server that does this with each request, from 0, when it has read it. */
async function answered(
	react: (socket: Socket, request: number) => unknown,
	{ cards = 1, node = {}, options = {}, mayFail = false } = {},
) {
	let requests = 0;
	const server = createServer((socket) => {
		let text = '';
		socket.on('error', () => undefined);
		socket.on('data', (chunk) => {
			text += chunk.toString('latin1');
			const [before = '', body] = text.split('\r\n\r\n');
			const length = Number(/content-length: (\d+)/i.exec(before)?.[1]);
			if (body === undefined || body.length < length) return;
			text = '';
			requests += 1;
			react(socket, requests - 1);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const run = await send(sandbox, {
		items: cardsTo(cards),
		credentials: { gowa: { baseUrl: `http://127.0.0.1:${port}` } },
		options: { maxRetries: 2, timeout: 5000, concurrency: 1, ...options },
		node: { onError: 'continueRegularOutput', ...node },
	});
	server.close();
	return { items: mayFail ? [] : outputs(run), requests };
}

const corrupted = (packed: Buffer) => {
	const bytes = Buffer.from(packed);
	bytes.writeUInt32LE(0, bytes.length - 8);
	return bytes;
};

describe('a receipt', () => {
	it.each<[string, Buffer]>([
		['packed with brotli', whole('200 OK', brotliCompressSync(RECEIPT), 'content-encoding: br')],
		['packed with deflate', whole('200 OK', deflateSync(RECEIPT), 'content-encoding: deflate')],
		['as plain text', whole('200 OK', RECEIPT, 'content-type: text/plain')],
		['as a web page', whole('200 OK', RECEIPT, 'content-type: text/html; charset=UTF8')],
		['with status 201', whole('201 Created', RECEIPT)],
		['with status 202', whole('202 Accepted', RECEIPT)],
		['with a status of the service', whole('299 Fine', RECEIPT)],
		['with line breaks around it', whole('200 OK', `\r\n\r\n${RECEIPT}\n\n`)],
	])('counts %s', async (_, answer) => {
		const { items, requests } = await answered((socket) => socket.end(answer));
		expect(items).toMatchObject([{ status: 'sent', messageId: '3EB0' }]);
		expect(requests).toBe(1);
	});

	it('counts although the connection is reset after it', async () => {
		const { items } = await answered((socket) =>
			socket.write(whole('200 OK', RECEIPT), () => setImmediate(() => socket.resetAndDestroy())),
		);
		expect(items).toMatchObject([{ messageId: '3EB0' }]);
	});
});

describe('an answer proves nothing, and the card goes out once', () => {
	const cut = Buffer.from('{"code":"SUCCESS","message":"José"');
	it.each<[string, Buffer]>([
		[
			'packed, with a wrong checksum',
			whole('200 OK', corrupted(gzipSync(RECEIPT)), 'content-encoding: gzip'),
		],
		['that says it is packed, and is not', whole('200 OK', RECEIPT, 'content-encoding: gzip')],
		['packed in a way nobody knows', whole('200 OK', gzipSync(RECEIPT), 'content-encoding: x-lz9')],
		[
			'packed twice, and says so once',
			whole('200 OK', gzipSync(gzipSync(RECEIPT)), 'content-encoding: gzip'),
		],
		['cut within a character', whole('200 OK', cut.subarray(0, -2))],
		[
			'cut within a character, by the connection',
			Buffer.concat([head('200 OK', 500), cut.subarray(0, -2)]),
		],
		['with words behind its JSON', whole('200 OK', `${RECEIPT}<br />Warning: Undefined index`)],
		['with words before its JSON', whole('200 OK', `Notice: x in /a.php\n${RECEIPT}`)],
		['that calls a function', whole('200 OK', `callback(${RECEIPT})`)],
		['of two receipts in two lines', whole('200 OK', `${RECEIPT}\n${RECEIPT}`)],
		['of 204', Buffer.from('HTTP/1.1 204 No Content\r\n\r\n')],
		['of 205', whole('205 Reset Content', '')],
		['of a word', whole('200 OK', 'OK', 'content-type: text/plain')],
		['of an ID alone', whole('200 OK', '3EB0B430B6F8', 'content-type: text/plain')],
		['of an ID alone, as JSON', whole('200 OK', '"3EB0B430B6F8"')],
		['of a login', whole('200 OK', '<!doctype html><title>Sign in</title><form>')],
	])('%s', async (_, answer) => {
		const { items, requests } = await answered((socket) => socket.end(answer));
		expect(items).toMatchObject([{ outcome: 'unknown', sentMessageIds: [] }]);
		expect(requests).toBe(1);
		const again = await answered((socket) => socket.end(answer), {
			node: { onError: 'stopWorkflow', ...retryOnFail },
			mayFail: true,
		});
		expect(again.requests).toBe(1);
	});

	it('a connection that is closed on the next card although the service said that it keeps it', async () => {
		for (const how of ['destroy', 'resetAndDestroy', 'end'] as const) {
			const { items, requests } = await answered(
				(socket, request) =>
					request === 0
						? socket.write(
								whole('200 OK', RECEIPT, 'connection: keep-alive', 'keep-alive: timeout=60'),
							)
						: socket[how](),
				{ cards: 2 },
			);
			expect(items).toMatchObject([
				{ status: 'sent' },
				{
					outcome: 'unknown',
					error: expect.stringMatching(/without an answer|lost the connection/),
				},
			]);
			expect(requests).toBe(2);
		}
	});
});

describe('too many requests', () => {
	const tooMany = (...headers: string[]) => whole('429 Too Many Requests', '{}', ...headers);

	it.each([
		['a date that has passed', 'retry-after: Wed, 21 Oct 2015 07:28:00 GMT'],
		['a negative time', 'retry-after: -5'],
		['zero', 'retry-after: 0'],
	])('with %s: tried again after a moment', async (_, header) => {
		const { items, requests } = await answered((socket, request) =>
			socket.end(request === 0 ? tooMany(header) : whole('200 OK', RECEIPT)),
		);
		expect(items).toMatchObject([{ status: 'sent' }]);
		expect(requests).toBe(2);
	});

	it.each([
		['retry-after: 31536000'],
		['retry-after: 99999999999999999999'],
		['retry-after: Fri, 31 Dec 9999 23:59:59 GMT'],
	])('with a wait of a year, %s: refused at once', async (header) => {
		const { items, requests } = await answered((socket) => socket.end(tooMany(header)));
		expect(items).toMatchObject([{ outcome: 'notSent', httpCode: '429' }]);
		expect(items[0]?.['error']).toContain('It asks you to wait a year or longer.');
		expect(requests).toBe(1);
	});
});

it('425 is a refusal, which is not tried again', async () => {
	const { items, requests } = await answered((socket) => socket.end(whole('425 Too Early', '')));
	expect(items).toMatchObject([{ outcome: 'notSent', httpCode: '425' }]);
	expect(requests).toBe(1);
});
