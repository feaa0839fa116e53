import { isObject } from '../contact/object';

/** What n8n's helper returns for a full response whose body is a stream. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: ByteStream;
}

/** What is needed of a stream of Node.js. Read by its events, a short body costs half of what `for await` takes for it. */
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
 * The bytes of a body. If there are more than `most`, it is not whole, and the connection is closed.
 *
 * @throws what went wrong if it was broken off
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
