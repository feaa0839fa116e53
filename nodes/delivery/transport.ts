import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	ISupplyDataFunctions,
} from 'n8n-workflow';

import { isObject } from '../contact/object';
import type { LookUpRequest, ProviderResponse } from '../providers/provider';
import { connectionFailureOf, type ConnectionFailure } from './connectionFailure';

/** What came of a request. */
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

/** Longest time of a timer of JavaScript, in milliseconds. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/** Bytes of an answer that are read; receipts and lists have some thousand. */
const MAX_ANSWER = 4_000_000;

/** What n8n's helper gives for a whole response whose body is a stream. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: AsyncIterable<Uint8Array>;
}

export function isFullResponse(answer: unknown): answer is FullResponse {
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
 * - The time is kept here: without redirects, n8n's own starts over with every byte, and leaves the connection
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
				resolve({ kind: 'failure', failure: { stage: 'unclear', code: 'ETIMEDOUT' } });
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
	request: LookUpRequest,
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
