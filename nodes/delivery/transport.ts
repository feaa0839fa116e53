import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	ISupplyDataFunctions,
} from 'n8n-workflow';
import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import type { ProviderRequest, ProviderResponse } from '../providers/provider';

/** What came of a request. */
export type Answer =
	| { kind: 'response'; response: ProviderResponse }
	/**
	 * No answer. `reached: no`: nothing can have arrived; `maybe`: the card may have been taken. `message` only
	 * where there is no code that says more.
	 */
	| { kind: 'failure'; code: string; reached: 'no' | 'maybe'; message?: string };

export type Transport = (request: ProviderRequest) => Promise<Answer>;

/** A credential as it is read once for a whole run. */
export interface LoadedCredential {
	type: string;
	data: ICredentialDataDecryptedObject;
	baseUrl: string;
}

export type RequestContext = IExecuteFunctions | ISupplyDataFunctions | ILoadOptionsFunctions;

/** Longest time of a timer of JavaScript, in milliseconds. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/** Bytes of an answer that are read; receipts and lists have some thousand. */
const MAX_ANSWER = 4_000_000;

/** What n8n's helper gives for a whole response whose body is a stream. */
interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: AsyncIterable<Uint8Array>;
}

function isFullResponse(answer: unknown): answer is FullResponse {
	if (!isObject(answer)) return false;
	const { statusCode, headers, body } = answer;
	return (
		typeof statusCode === 'number' &&
		isObject(headers) &&
		typeof body === 'object' &&
		body !== null &&
		Symbol.asyncIterator in body
	);
}

/**
 * Makes HTTP requests with n8n's helper and a credential that is read already.
 *
 * - Statuses are not thrown: n8n's helper would answer a thrown 401 with a second request.
 * - Redirects are not followed: they would carry the card and the secrets somewhere else.
 * - The body is read here, as text, so that what is no JSON is seen as such, and only so much of it.
 * - The time is kept here: without redirects, n8n's own begins anew with every byte, and leaves the connection
 *   open when it has run out. n8n's helper asks its context for the signal that ends a request.
 *
 * @param timeout milliseconds from the start of a request to the end of its answer
 */
export function createTransport(
	context: RequestContext,
	credential: LoadedCredential,
	timeout: number,
): Transport {
	const stop =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const inFlight = new Set<AbortController>();
	stop?.addEventListener('abort', () => {
		for (const end of inFlight) end.abort();
	});
	let deadline: Deadline | undefined;
	return async (request) => {
		if (deadline?.isOpen() !== true) deadline = new Deadline(timeout);
		const { waiting } = deadline;
		const end = new AbortController();
		inFlight.add(end);
		return await new Promise<Answer>((resolve) => {
			const timeIsUp = () => {
				resolve({ kind: 'failure', code: 'ETIMEDOUT', reached: 'maybe' });
				end.abort();
			};
			waiting.add(timeIsUp);
			void ask(context, credential, request, end.signal).then((answer) => {
				waiting.delete(timeIsUp);
				inFlight.delete(end);
				resolve(answer);
			});
		});
	};
}

/** Part of the timeout within which requests share a timer: one for each would be much of what they cost. */
const SHARED = 1 / 20;

/** When requests that start close together have had their time; none ends before its own. */
class Deadline {
	/** Called then. */
	readonly waiting = new Set<() => void>();

	private readonly closes: number;

	constructor(timeout: number) {
		const share = Math.ceil(timeout * SHARED);
		this.closes = performance.now() + share;
		const time = AbortSignal.timeout(Math.min(timeout + share, MAX_TIMEOUT));
		time.addEventListener('abort', () => {
			for (const timeIsUp of this.waiting) timeIsUp();
		});
	}

	isOpen(): boolean {
		return performance.now() < this.closes;
	}
}

async function ask(
	context: RequestContext,
	{ type, data, baseUrl }: LoadedCredential,
	request: ProviderRequest,
	end: AbortSignal,
): Promise<Answer> {
	try {
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			endedBy(context, end),
			type,
			httpOptions(request, baseUrl),
			{ credentialsDecrypted: { id: '', name: type, type, data } },
		);
		if (!isFullResponse(answer)) throw new Error('n8n gave no whole response');
		const { statusCode, headers, body } = answer;
		return { kind: 'response', response: readResponse(statusCode, headers, await readText(body)) };
	} catch (error) {
		return { kind: 'failure', ...failureOf(error) };
	}
}

/** The context with another signal that ends its requests. */
function endedBy(context: RequestContext, end: AbortSignal): RequestContext {
	const name = 'getExecutionCancelSignal';
	return new Proxy(context, {
		has: (target, property) => property === name || Reflect.has(target, property),
		get: (target, property): unknown =>
			property === name ? () => end : Reflect.get(target, property),
	});
}

/** The request as n8n's HTTP helper takes it, before authentication. */
export function httpOptions(
	{ method, path, query, headers, body }: ProviderRequest,
	baseUrl: string,
): IHttpRequestOptions {
	return {
		method,
		url: baseUrl + path,
		headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
		...(query === undefined ? {} : { qs: { ...query } }),
		...(body === undefined ? {} : { body }),
		json: true,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: 0,
	};
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > MAX_ANSWER) break;
	}
	return Buffer.concat(chunks)
		.toString('utf8')
		.replace(/^\ufeff/, '');
}

function readResponse(
	status: number,
	headers: Record<string, unknown>,
	text: string,
): ProviderResponse {
	return {
		status,
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
		),
		json: parsed(text),
		text,
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Codes of Node.js that say that no connection came about, or that the request was not even begun. */
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'ERR_INVALID_CHAR',
	'ERR_INVALID_URL',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_TLS_HANDSHAKE_TIMEOUT',
	'ERR_UNESCAPED_CHARACTERS',
]);
/** OpenSSL's verdicts on a certificate, which come before anything is sent. */
const CERTIFICATE =
	/^(CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_CERT|ERROR_IN_CRL|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;
/** Connections and handshakes that fail; other TLS errors can come in the middle of an answer. */
const NO_CONNECTION =
	/^connect E|wrong.version.number|unsupported.protocol|unknown.protocol|alert.protocol.version|no.shared.cipher|handshake.failure|packet.length.too.long|unrecognized.name|before secure TLS connection was established/i;
const MAX_CAUSES = 6;

/**
 * The system's code for a failed request. n8n's error for it keeps the code as `httpCode` and the text among its
 * `messages`; some versions have the first error as `cause` too. Pure.
 */
export function failureOf(error: unknown): {
	code: string;
	reached: 'no' | 'maybe';
	message?: string;
} {
	let current: unknown = error;
	const texts: string[] = [];
	for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
		const { code, httpCode, message, messages, cause } = failureShape.parse(current);
		texts.push(...messages, message);
		const name = [code, httpCode].find((each) => /^[A-Z][A-Z0-9_]+$/.test(each));
		if (name !== undefined) {
			const never =
				NEVER_SENT.has(name) ||
				CERTIFICATE.test(name) ||
				[name, ...texts].some((text) => NO_CONNECTION.test(text));
			return { code: name, reached: never ? 'no' : 'maybe' };
		}
		current = cause;
	}
	return { code: 'UNKNOWN', reached: 'maybe', message: texts[0] ?? '' };
}

const text = z.catch(z.string(), '');
const failureShape = z.catch(
	z.object({
		code: text,
		httpCode: text,
		message: text,
		messages: z.catch(z.array(text), []),
		cause: z.optional(z.unknown()),
	}),
	{ code: '', httpCode: '', message: '', messages: [], cause: undefined },
);
