import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	ISupplyDataFunctions,
} from 'n8n-workflow';
import { z } from 'zod';

import type { ProviderRequest, ProviderResponse } from '../providers/provider';

/** What came of a request. */
export type Answer =
	| { kind: 'response'; response: ProviderResponse }
	/** No answer. `reached: no`: nothing can have arrived; `maybe`: the card may have been taken. */
	| { kind: 'failure'; code: string; reached: 'no' | 'maybe' };

export type Transport = (request: ProviderRequest) => Promise<Answer>;

/** A credential as it is read once for a whole run. */
export interface LoadedCredential {
	type: string;
	data: ICredentialDataDecryptedObject;
	baseUrl: string;
}

export type RequestContext = IExecuteFunctions | ISupplyDataFunctions | ILoadOptionsFunctions;

const fullResponse = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()),
	body: z.unknown(),
});

/**
 * Makes HTTP requests with n8n's helper and a credential that is read already.
 *
 * Statuses are not thrown: n8n's helper would answer a thrown 401 with a second request. Redirects are not
 * followed: they would carry the card and the secrets somewhere else. The body stays text, so that what is no
 * JSON is seen as such.
 *
 * @param timeout milliseconds
 */
export function createTransport(
	context: RequestContext,
	credential: LoadedCredential,
	timeout: number,
): Transport {
	return async (request) => {
		const options = httpOptions(request, credential.baseUrl, timeout);
		try {
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				credential.type,
				options,
				{
					credentialsDecrypted: {
						id: '',
						name: credential.type,
						type: credential.type,
						data: credential.data,
					},
				},
			);
			return { kind: 'response', response: readResponse(answer) };
		} catch (error) {
			const { code, connecting } = failureCode(error);
			return { kind: 'failure', code, reached: connecting ? 'no' : 'maybe' };
		}
	};
}

/** The request as n8n's HTTP helper takes it, before authentication. */
export function httpOptions(
	{ method, path, query, headers, body }: ProviderRequest,
	baseUrl: string,
	timeout: number,
): IHttpRequestOptions {
	return {
		method,
		url: baseUrl + path,
		headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
		...(query === undefined ? {} : { qs: { ...query } }),
		...(body === undefined ? {} : { body }),
		json: true,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout,
	};
}

function readResponse(answer: unknown): ProviderResponse {
	const { statusCode, headers, body } = fullResponse.parse(answer);
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	return {
		status: statusCode,
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

/** Codes of Node.js that say that no connection came about. */
const NEVER_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'ERR_INVALID_URL',
	'EPROTO',
]);
/** Codes of TLS: a certificate or handshake that fails does so before anything is sent. */
const TLS_FAILURE = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const MAX_CAUSES = 6;

/** The system's code for a failed request, from wherever n8n's and axios' wrappings keep it. */
function failureCode(error: unknown): { code: string; connecting: boolean } {
	let current: unknown = error;
	for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
		const { code, syscall, cause } = failureShape.parse(current);
		if (code !== undefined && /^[A-Z][A-Z0-9_]+$/.test(code)) {
			const connecting =
				NEVER_CONNECTED.has(code) ||
				TLS_FAILURE.test(code) ||
				(code === 'ETIMEDOUT' && syscall === 'connect');
			return { code, connecting };
		}
		current = cause;
	}
	return { code: 'UNKNOWN', connecting: false };
}

const failureShape = z
	.object({
		code: z.string().optional().catch(undefined),
		syscall: z.string().optional().catch(undefined),
		cause: z.unknown(),
	})
	.catch({ code: undefined, syscall: undefined, cause: undefined });
