/** Reads the body of a request, and writes an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAnswer } from './toolkit/http';

/** The largest body that is read: GOWA's own limit, 100 MB. */
const MAX_BODY_BYTES = 100_000_000;

/** The raw body. Ends the connection if it is too large. */
export function readBody(incoming: IncomingMessage): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let length = 0;
		incoming.on('data', (chunk: Buffer) => {
			length += chunk.length;
			if (length > MAX_BODY_BYTES) incoming.destroy(new Error('The body is larger than 100 MB'));
			else chunks.push(chunk);
		});
		incoming.on('end', () => resolve(Buffer.concat(chunks)));
		incoming.on('error', reject);
	});
}

/** Writes an answer, unless there already is one or the client is gone. */
export function write(outgoing: ServerResponse, answer: HttpAnswer): void {
	if (outgoing.headersSent || outgoing.destroyed) return;
	outgoing.writeHead(answer.status, {
		...answer.headers,
		'content-length': Buffer.byteLength(answer.body),
	});
	outgoing.end(answer.body);
}

/** The port that a server listens on. */
export function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === 'string') throw new Error('The sandbox has no port');
	return address.port;
}
