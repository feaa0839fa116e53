import type { IncomingMessage, ServerResponse } from 'node:http';

import { serve } from '../delivery/workflow';

/** A PNG of one pixel, the smallest there is. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
	'base64',
);
export const PNG_URI = `data:image/png;base64,${PNG.toString('base64')}`;

/** The given number of bytes, which begin like a JPEG. */
export const jpeg = (bytes: number) => {
	const picture = Buffer.alloc(bytes);
	picture.set([0xff, 0xd8, 0xff, 0xe0]);
	return picture;
};

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface PictureServer {
	url: string;
	/** What was asked for, in order. */
	requests: Array<{ path: string; headers: IncomingMessage['headers'] }>;
	/** Connections that an answer is not finished on. */
	open: () => number;
	close: () => Promise<void>;
}

/** A server of pictures on loopback, with an answer for each path. */
export async function servePictures(
	answers: Readonly<Record<string, Answer>>,
): Promise<PictureServer> {
	const requests: PictureServer['requests'] = [];
	let open = 0;
	const { url, close } = await serve((request, response) => {
		const { pathname: path } = new URL(request.url ?? '', 'http://x');
		requests.push({ path, headers: request.headers });
		open += 1;
		response.on('close', () => (open -= 1));
		const answer = answers[path] ?? ((missing) => missing.writeHead(404).end('gone'));
		answer(response, request);
	});
	return { url, requests, open: () => open, close };
}

export const send =
	(body: Buffer | string, headers: Record<string, string> = {}): Answer =>
	(response) => {
		response.writeHead(200, headers).end(body);
	};

export const redirect =
	(location: string, status = 302): Answer =>
	(response) => {
		response.writeHead(status, { location }).end('moved');
	};

/** The values of the `PHOTO` lines in a request or a file, unfolded. */
export function photosIn(text: string): string[] {
	const plain = text.replaceAll('\\r\\n', '\r\n').replaceAll('\r\n ', '');
	return [...plain.matchAll(/PHOTO;[^:\r]*:([^\r]*)/g)].map(([, value = '']) => value);
}
