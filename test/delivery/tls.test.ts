import { Socket, type AddressInfo } from 'node:net';
import tls, { createServer, type ConnectionOptions, type TLSSocket } from 'node:tls';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { outputs } from '../support/workflow';
import { makeCertificate } from './certificate';
import { cardsTo, send } from './workflow';

const CERTIFICATE = makeCertificate();
const RECEIPT = '{"code":"SUCCESS","results":{"message_id":"3EB0"}}';
const ANSWER = `HTTP/1.1 200 OK\r\ncontent-length: ${RECEIPT.length}\r\n\r\n${RECEIPT}`;

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await sandbox.close();
});

/** One card to a server with TLS that does this with every whole request; counts the handshakes and the requests. */
async function sendTo(behave: (socket: TLSSocket) => void, options = {}) {
	const seen = { handshakes: 0, requests: 0, bytes: 0 };
	const server = createServer(CERTIFICATE, (socket) => {
		seen.handshakes += 1;
		let text = '';
		socket.on('error', () => undefined);
		socket.on('data', (chunk: Buffer) => {
			text += chunk.toString('latin1');
			seen.bytes += chunk.length;
			const [head = '', body] = text.split('\r\n\r\n');
			const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
			if (body === undefined || body.length < length) return;
			text = '';
			seen.requests += 1;
			behave(socket);
		});
	});
	server.on('tlsClientError', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const run = await send(sandbox, {
		items: cardsTo(1),
		credentials: { gowa: { baseUrl: `https://127.0.0.1:${port}` } },
		options: { maxRetries: 2, ...options },
		node: { onError: 'continueRegularOutput' },
	});
	server.close();
	return { output: outputs(run)[0], seen };
}

/** Lets the certificate be one that somebody known has signed, as that of a real server is. */
function trust(): void {
	const connect = tls.connect.bind(tls);
	jest.spyOn(tls, 'connect').mockImplementation((options: unknown) => {
		return connect({ ...(options as ConnectionOptions), ca: CERTIFICATE.cert });
	});
}

describe('a server with TLS', () => {
	it('whose certificate is not accepted reads not a byte of the card, once', async () => {
		const { output, seen } = await sendTo((socket) => socket.end(ANSWER));
		expect(output).toMatchObject({
			outcome: 'notSent',
			code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
			sentMessageIds: [],
		});
		expect(seen).toMatchObject({ requests: 0, bytes: 0 });
	});

	it('whose certificate is accepted gets the card', async () => {
		trust();
		const { output, seen } = await sendTo((socket) => socket.end(ANSWER));
		expect(output).toMatchObject({ status: 'sent', messageId: '3EB0' });
		expect(seen).toMatchObject({ handshakes: 1, requests: 1 });
	});

	it.each<[string, (socket: TLSSocket) => void]>([
		['closes the connection before its answer', (socket) => socket.destroy()],
		['says goodbye before its answer', (socket) => socket.end()],
		[
			'closes it in the middle of its head',
			(socket) => socket.write('HTTP/1.1 200 O', () => socket.destroy()),
		],
		[
			'closes it in the middle of its receipt',
			(socket) => socket.write(ANSWER.slice(0, -9), () => socket.destroy()),
		],
		['says what is no HTTP', (socket) => socket.end('SMTP ready\r\n\r\n')],
	])('that read the card and %s leaves it in doubt, once', async (_, behave) => {
		trust();
		const { output, seen } = await sendTo(behave);
		expect(output).toMatchObject({ outcome: 'unknown', sentMessageIds: [] });
		expect(output?.['error']).toContain('may have arrived');
		expect(seen).toMatchObject({ requests: 1 });
	});

	it('that read the card and puts junk on the wire leaves it in doubt, once', async () => {
		trust();
		const { output, seen } = await sendTo((socket) => {
			// Beneath TLS, as a broken proxy does
			const beneath: unknown = Reflect.get(socket, '_parent');
			if (beneath instanceof Socket) beneath.write('junk');
			socket.destroy();
		});
		expect(output).toMatchObject({ outcome: 'unknown' });
		expect(seen).toMatchObject({ requests: 1 });
	});

	it('that does not answer in time leaves it in doubt, once', async () => {
		trust();
		const { output, seen } = await sendTo(() => undefined, { timeout: 150 });
		expect(output).toMatchObject({ outcome: 'unknown', code: 'ETIMEDOUT' });
		expect(seen).toMatchObject({ handshakes: 1, requests: 1 });
	});
});
