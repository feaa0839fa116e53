import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	ISupplyDataFunctions,
} from 'n8n-workflow';

import type { LookUpRequest, ProviderResponse } from '../providers/provider';
import { connectionFailureOf, type ConnectionFailure } from './connectionFailure';
import { isFullResponse, readBody } from './fullResponse';

/** The result of a request. */
export type Answer =
	| { kind: 'response'; response: ProviderResponse }
	| { kind: 'failure'; failure: ConnectionFailure };

export type Transport = (request: LookUpRequest) => Promise<Answer>;

/** A credential as it is read once for a whole run. */
export interface LoadedCredential {
	type: string;
	data: ICredentialDataDecryptedObject;
	baseUrl: string;
}

export type RequestContext = IExecuteFunctions | ISupplyDataFunctions | ILoadOptionsFunctions;

/** Longest time that a JavaScript timer supports, in milliseconds. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/** Maximum bytes of an answer that are read; receipts and lists have a few thousand. */
const MAX_ANSWER = 4_000_000;

/**
 * Makes HTTP requests with n8n's helper and a credential that has already been read.
 *
 * - Statuses are not thrown: n8n's helper would answer a thrown 401 with a second request.
 * - Redirects are not followed: they would take the card and the secrets somewhere else.
 * - The body is read here, as text, so that a body that is not JSON is noticed, and only up to a limit.
 * - The timeout is kept here: without redirects, n8n's own timer restarts with every byte, and leaves the connection
 *   open when it has expired. n8n's helper asks its context for the signal that ends a request.
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
	let deadline: Deadline | undefined;
	return async (request) => {
		if (deadline?.isOpen() !== true) deadline = new Deadline(context, timeout, stop);
		const { context: ending, waiting } = deadline;
		return await new Promise<Answer>((resolve) => {
			const timeIsUp = () => {
				resolve({ kind: 'failure', failure: { stage: 'unclear', code: 'ETIMEDOUT' } });
			};
			waiting.add(timeIsUp);
			void ask(ending, credential, request).then((answer) => {
				waiting.delete(timeIsUp);
				resolve(answer);
			});
		});
	};
}

/** Part of the timeout within which requests share a timer and a signal: one of each for all would be much of their cost. */
const SHARED = 1 / 20;

/** The timeout of requests that start close together; none is cut off before its own time. */
class Deadline {
	/** Ends the requests that are made with it when time is up or the workflow is stopped. */
	readonly context: RequestContext;
	/** Called when time is up, before the requests end. */
	readonly waiting = new Set<() => void>();

	private readonly closes: number;

	constructor(context: RequestContext, timeout: number, stop: AbortSignal | undefined) {
		const share = Math.ceil(timeout * SHARED);
		this.closes = performance.now() + share;
		const time = AbortSignal.timeout(Math.min(timeout + share, MAX_TIMEOUT));
		const end = new AbortController();
		const stopNow = () => {
			end.abort();
		};
		stop?.addEventListener('abort', stopNow);
		time.addEventListener('abort', () => {
			for (const timeIsUp of this.waiting) timeIsUp();
			end.abort();
			stop?.removeEventListener('abort', stopNow);
		});
		this.context = endedBy(context, end.signal);
	}

	isOpen(): boolean {
		return performance.now() < this.closes;
	}
}

async function ask(
	context: RequestContext,
	{ type, data, baseUrl }: LoadedCredential,
	request: LookUpRequest,
): Promise<Answer> {
	try {
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			type,
			httpOptions(request, baseUrl),
			{ credentialsDecrypted: { id: '', name: type, type, data } },
		);
		if (!isFullResponse(answer)) throw new Error('n8n gave no whole response');
		const { statusCode, headers, body } = answer;
		const { bytes } = await readBody(body, MAX_ANSWER);
		return { kind: 'response', response: readResponse(statusCode, headers, bytes) };
	} catch (error) {
		return { kind: 'failure', failure: connectionFailureOf(error) };
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

const FORM = 'application/x-www-form-urlencoded';

/** The request as n8n's HTTP helper takes it, before authentication. */
export function httpOptions(
	{ method, path, query, headers, body, form }: LookUpRequest,
	baseUrl: string,
): IHttpRequestOptions {
	return {
		method,
		url: baseUrl + path,
		headers: {
			...headers,
			...(form === undefined ? {} : { 'Content-Type': FORM }),
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		...(query === undefined ? {} : { qs: { ...query } }),
		...(form === undefined ? {} : { body: new URLSearchParams({ ...form }).toString() }),
		...(body === undefined ? {} : { body }),
		json: true,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: 0,
	};
}

function readResponse(
	status: number,
	headers: Record<string, unknown>,
	bytes: Buffer,
): ProviderResponse {
	const named = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
	const text = textOf(bytes, named['content-type'] ?? '');
	return {
		status,
		headers: named,
		json: parsed(text),
		text,
	};
}

const UTF8 = new TextDecoder();

/** In the charset that the content type names, if there is such a charset; else in UTF-8. */
function textOf(bytes: Uint8Array, contentType: string): string {
	const charset = /;\s*charset="?([^\s;"]+)/i.exec(contentType)?.[1];
	if (charset === undefined || /^utf-?8$/i.test(charset)) return UTF8.decode(bytes);
	try {
		return new TextDecoder(charset).decode(bytes);
	} catch {
		return UTF8.decode(bytes);
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
