/** Loads a picture from the web with n8n's own HTTP helper, without any credential. */

import type { IExecuteFunctions } from 'n8n-workflow';

import { pictureUri } from '../contact/vcard/photo';
import { connectionFailureOf, type ConnectionFailure } from '../delivery/connectionFailure';
import { connectionWords, SSRF_WAY_OUT } from '../delivery/connectionWords';
import { isFullResponse, readBody, type FullResponse } from '../delivery/fullResponse';

/**
 * A picture as a data URI, or the reason why there is none, as a clause, and whether its server did not answer at all.
 */
export type LoadedPhoto = { photo: string } | { why: string; isNoAnswer?: true };

/** Maximum milliseconds for loading a picture, including its redirects. */
export const PHOTO_TIMEOUT = 10_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** No picture is smaller than the smallest GIF. */
const MIN_BYTES = 26;
/** A redirect's own page is not read. */
const NOTHING = 0;

/**
 * The picture at a web address; its bytes decide the format. Redirects are followed here, one request each, so that
 * each goes to http or https only, and through n8n's protection against SSRF.
 *
 * @param most bytes to read
 * @param stop aborts the loading
 */
export async function loadPhoto(
	context: IExecuteFunctions,
	address: string,
	most: number,
	stop: AbortSignal,
): Promise<LoadedPhoto> {
	const end = AbortSignal.any([stop, AbortSignal.timeout(PHOTO_TIMEOUT)]);
	const ended = new Promise<LoadedPhoto>((resolve) => {
		const tell = () => {
			resolve({
				why: `it took more than ${String(PHOTO_TIMEOUT / 1000)} seconds`,
				isNoAnswer: true,
			});
		};
		end.addEventListener('abort', tell, { once: true });
		if (end.aborted) tell();
	});
	return await Promise.race([follow(context, address, most, end), ended]);
}

async function follow(
	context: IExecuteFunctions,
	address: string,
	most: number,
	end: AbortSignal,
): Promise<LoadedPhoto> {
	let url = address;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
		if (!URL.canParse(url)) return { why: 'it is not a valid web address' };
		const { href, protocol } = new URL(url);
		if (protocol !== 'http:' && protocol !== 'https:') {
			return { why: 'it leads to an address that is neither http nor https' };
		}
		const answer = await ask(context, href, end);
		if ('why' in answer) return answer;
		const location = answer.headers['location'];
		if (!REDIRECTS.has(answer.statusCode) || typeof location !== 'string') {
			return await readPicture(answer, most);
		}
		await readBytes(answer, NOTHING);
		url = URL.canParse(location, href) ? new URL(location, href).href : location;
	}
	return { why: `it is redirected more than ${String(MAX_REDIRECTS)} times` };
}

async function ask(
	context: IExecuteFunctions,
	url: string,
	end: AbortSignal,
): Promise<FullResponse | Extract<LoadedPhoto, { why: string }>> {
	try {
		const answer: unknown = await context.helpers.httpRequest({
			method: 'GET',
			url,
			headers: { Accept: 'image/jpeg, image/png, image/gif, image/webp, image/bmp, */*;q=0.1' },
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 0,
			abortSignal: end,
		});
		return isFullResponse(answer) ? answer : { why: 'n8n returned an incomplete response' };
	} catch (error) {
		return { why: wordsOf(connectionFailureOf(error)), isNoAnswer: true };
	}
}

function wordsOf(failure: ConnectionFailure): string {
	const { what } = connectionWords(failure);
	const isBlocked = failure.stage === 'notMade' && failure.code.startsWith('Ssrf');
	return `its server ${what}${isBlocked ? `; whoever runs n8n can ${SSRF_WAY_OUT}` : ''}`;
}

async function readPicture(answer: FullResponse, most: number): Promise<LoadedPhoto> {
	const { statusCode, headers } = answer;
	if (statusCode < 200 || statusCode > 299) {
		await readBytes(answer, NOTHING);
		return { why: String(statusCode) };
	}
	const bytes = await readBytes(answer, most);
	if (bytes === 'broken off') return { why: 'its server broke off the transfer' };
	if (bytes === 'too many') return { why: `it is larger than ${sizeInWords(most)}` };
	if (bytes.length < MIN_BYTES) return { why: 'it is too short to be a picture' };
	const photo = pictureUri(bytes);
	if (photo !== undefined) return { photo };
	return {
		why: /^text\/html\b/i.test(String(headers['content-type']))
			? 'it is a web page, not a picture'
			: 'it is not a picture that phones can show: JPEG, PNG, GIF, WebP or BMP',
	};
}

/** The body, if it has at most that many bytes. Stopping early closes the connection. */
async function readBytes(
	{ body }: FullResponse,
	most: number,
): Promise<Buffer | 'too many' | 'broken off'> {
	try {
		const { bytes, isWhole } = await readBody(body, most);
		return isWhole ? bytes : 'too many';
	} catch {
		return 'broken off';
	}
}

/** `5 MB`, `700 kB`, `1,000 bytes`. */
export function sizeInWords(bytes: number): string {
	if (bytes >= 1024 * 1024) return `${String(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
	return bytes >= 10_000
		? `${String(Math.round(bytes / 1000))} kB`
		: `${bytes.toLocaleString('en')} bytes`;
}
