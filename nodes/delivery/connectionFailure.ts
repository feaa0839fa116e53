import * as z from 'zod/mini';

/**
 * What a request without an answer proves. Only positive signs count, since a card that was accepted but is reported as
 * "not sent" would be sent a second time:
 *
 * - `notMade`: n8n or Node.js refused to make the request
 * - `notConnected`: the name did not resolve, or the *connect* call failed
 * - `notTrusted`: the server's certificate was not accepted, which is decided before the request is written
 * - `unclear`: everything else, including a TLS error; the request may have been carried out
 */
export type FailureStage = 'notMade' | 'notConnected' | 'notTrusted' | 'unclear';

/** Why a request got no answer. */
export interface ConnectionFailure {
	stage: FailureStage;
	/** The system's code, the name of n8n's refusal, or `UNKNOWN`. */
	code: string;
	/** The error's own words, only if no code says more. */
	message?: string;
}

/** Errors of Node.js and its HTTP client about the request itself, thrown before a connection is opened. */
const NOT_MADE = new Set([
	'ERR_HTTP_INVALID_HEADER_VALUE',
	'ERR_INVALID_CHAR',
	'ERR_INVALID_DOMAIN_NAME',
	'ERR_INVALID_HTTP_TOKEN',
	'ERR_INVALID_PROTOCOL',
	'ERR_INVALID_URL',
	'ERR_SOCKET_BAD_PORT',
	'ERR_UNESCAPED_CHARACTERS',
]);

/**
 * n8n's own refusals, by the name of the error and by its text, since a wrapped one keeps the text only:
 * `@n8n/backend-network` (SSRF protection) and `n8n-workflow` (domains that a credential allows) of n8n 2.40.
 */
const N8N_REFUSALS: ReadonlyArray<{ code: string; words: RegExp }> = [
	{
		code: 'SsrfBlockedIpError',
		words: /^The request was blocked because it resolves to a restricted IP address/,
	},
	{
		code: 'SsrfBlockedHostnameError',
		words: /^The request was blocked because the destination hostname is restricted/,
	},
	{
		code: 'UnknownConnectionHostError',
		words: /^Cannot determine the host for this connection/,
	},
	{
		code: 'DomainNotAllowed',
		words:
			/^(Domain not allowed: |No allowed domains specified\.|This credential is configured to prevent use within )/,
	},
	// Node.js says the second of a user or password in the address that is not valid percent-encoding
	{ code: 'ERR_INVALID_URL', words: /^(Invalid URL(:|$)|URI malformed$)/ },
];

/** The verdicts on a certificate that Node.js hands on from OpenSSL, and its own on the names in it. */
const CERTIFICATE = new Set([
	'CERT_CHAIN_TOO_LONG',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_REJECTED',
	'CERT_REVOKED',
	'CERT_SIGNATURE_FAILURE',
	'CERT_UNTRUSTED',
	'CRL_HAS_EXPIRED',
	'CRL_NOT_YET_VALID',
	'CRL_SIGNATURE_FAILURE',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERROR_IN_CERT_NOT_AFTER_FIELD',
	'ERROR_IN_CERT_NOT_BEFORE_FIELD',
	'ERROR_IN_CRL_LAST_UPDATE_FIELD',
	'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
	'ERR_TLS_CERT_ALTNAME_FORMAT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'HOSTNAME_MISMATCH',
	'INVALID_CA',
	'INVALID_PURPOSE',
	'PATH_LENGTH_EXCEEDED',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
	'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
	'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
	'UNABLE_TO_GET_CRL',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The system calls before a byte of the request is written, as errors of Node.js name them. */
const BEFORE_WRITING = /^(?:connect|getaddrinfo|query[A-Z]\w*)$/;
/** The same in the texts of errors: `connect ECONNREFUSED 127.0.0.1:1`. */
const BEFORE_WRITING_WORDS = /^(?:connect|getaddrinfo|query[A-Z]\w*) [A-Z][A-Z0-9_]+\b/;
/** What joins the errors of a host's several addresses in one text. */
const BETWEEN_ADDRESSES = /; | \| /;

/** `ECONNRESET`, `ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE`; not `404`. */
const CODE = /^[A-Z][A-Z0-9_/]+$/;
/** Maximum depth of causes of causes that is read. */
const MAX_CAUSES = 6;

/**
 * Reads the error of a request. n8n's error for it keeps the code as `httpCode` and the text among its `messages`, or
 * in its description if a host has several addresses; newer versions have the first error as `cause` too. Pure.
 */
export function connectionFailureOf(error: unknown): ConnectionFailure {
	let firstWords: string | undefined;
	let unclear: ConnectionFailure | undefined;
	let current: unknown = error;
	for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
		const level = levelSchema.parse(current);
		const words = [...level.messages, level.message, level.description];
		firstWords ??= words.find((text) => text !== '');
		const refusal = N8N_REFUSALS.find(
			(known) => known.code === level.name || words.some((text) => known.words.test(text)),
		);
		if (refusal !== undefined) return { stage: 'notMade', code: refusal.code };
		const code = [level.code, level.httpCode].find((text) => CODE.test(text));
		if (unclear !== undefined && code !== unclear.code) break;
		if (code !== undefined) {
			unclear = { stage: stageOf(code, level, words), code };
			if (unclear.stage !== 'unclear' || level.syscall !== '') return unclear;
		}
		current = level.cause;
	}
	return unclear ?? { stage: 'unclear', code: 'UNKNOWN', message: firstWords ?? '' };
}

function stageOf(code: string, { syscall, errors }: Level, words: readonly string[]): FailureStage {
	if (NOT_MADE.has(code)) return 'notMade';
	if (CERTIFICATE.has(code)) return 'notTrusted';
	return isBeforeWriting(syscall, words, errors) ? 'notConnected' : 'unclear';
}

/** The system call decides if it is known; otherwise the text of the error does. */
function isBeforeWriting(
	syscall: string,
	words: readonly string[],
	errors: readonly unknown[],
): boolean {
	if (syscall !== '') return BEFORE_WRITING.test(syscall);
	if (errors.length > 0) {
		return errors
			.map((error) => levelSchema.parse(error))
			.every((each) => isBeforeWriting(each.syscall, [each.message], []));
	}
	return words.some((text) =>
		text.split(BETWEEN_ADDRESSES).every((part) => BEFORE_WRITING_WORDS.test(part)),
	);
}

const text = z.catch(z.string(), '');
const NOTHING = {
	name: '',
	code: '',
	httpCode: '',
	syscall: '',
	message: '',
	messages: [],
	description: '',
	errors: [],
	cause: undefined,
};
const levelSchema = z.catch(
	z.object({
		name: text,
		code: text,
		httpCode: text,
		syscall: text,
		message: text,
		messages: z.catch(z.array(text), []),
		description: text,
		errors: z.catch(z.array(z.unknown()), []),
		cause: z.optional(z.unknown()),
	}),
	NOTHING,
);
type Level = z.infer<typeof levelSchema>;
