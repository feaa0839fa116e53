/** n8n's full response with a stream as its body, and how that is read. */

import { isObject } from '../contact/object';

/** What n8n's helper returns for a full response whose body is a stream. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: ByteStream;
}

/** The part of a Node.js stream that is used here. Events read a short body in half the time of `for await`. */
interface ByteStream {
	on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
	on(event: 'end' | 'close', listener: () => void): unknown;
	on(event: 'error', listener: (error: unknown) => void): unknown;
	destroy(): unknown;
}

export function isFullResponse(answer: unknown): answer is FullResponse {
	if (!isObject(answer)) return false;
	const { statusCode, headers, body } = answer;
	return (
		typeof statusCode === 'number' &&
		isObject(headers) &&
		isObject(body) &&
		typeof body['on'] === 'function' &&
		typeof body['destroy'] === 'function'
	);
}

/**
 * Reads a body up to a limit.
 *
 * @param most bytes; if there are more, the connection is closed
 * @returns with the bytes, a little more than `most` if the body is not whole
 * @throws the stream's error, or an Error if the connection was closed before the end
 */
export async function readBody(
	body: ByteStream,
	most: number,
): Promise<{ bytes: Buffer; isWhole: boolean }> {
	return await new Promise((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		let length = 0;
		let hasEnded = false;
		const end = (isWhole: boolean) => {
			hasEnded = true;
			resolve({ bytes: Buffer.concat(chunks), isWhole });
		};
		body.on('error', reject);
		body.on('data', (chunk) => {
			chunks.push(chunk);
			length += chunk.length;
			if (length <= most) return;
			end(false);
			body.destroy();
		});
		body.on('end', () => {
			end(true);
		});
		body.on('close', () => {
			if (!hasEnded) reject(new Error('The answer was broken off'));
		});
	});
}
