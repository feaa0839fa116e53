import { getSystemErrorMap } from 'node:util';
import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import { connectionFailureOf, type FailureStage } from '../../nodes/delivery/connectionFailure';

const node: INode = {
	id: 'send',
	name: 'Send Contact Card',
	type: 'n8n-nodes-contact-card.sendContactCard',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

interface ErrorFields {
	code?: string;
	syscall?: string;
	name?: string;
	cause?: unknown;
	errors?: unknown[];
	description?: string;
}

const errorOf = (message: string, fields: ErrorFields = {}): Error =>
	Object.assign(new Error(message), fields);

/** As axios gives it: the code and the text stay, the system call does not. */
function fromAxios(error: Error & ErrorFields): Error {
	const { message, code, cause } = error;
	return Object.assign(new Error(message), {
		name: error.name,
		isAxiosError: true,
		...(code === undefined ? {} : { code }),
		cause: cause ?? error,
	});
}

/** As n8n's helper throws it: with the first error as cause in newer versions, without it in older ones. */
function wrappings(error: Error): Array<[name: string, error: unknown]> {
	const byN8n = (inner: Error) => new NodeApiError(node, inner as unknown as JsonObject);
	const old = byN8n(error);
	Object.defineProperty(old, 'cause', { value: undefined });
	const recent = byN8n(error);
	Object.defineProperty(recent, 'cause', { value: error });
	return [
		['bare', error],
		['by axios', fromAxios(error)],
		['by an older n8n', old],
		['by a newer n8n', recent],
	];
}

function expectStage(error: Error, stage: FailureStage): void {
	const stages = wrappings(error).map(([name, wrapped]) => [
		name,
		connectionFailureOf(wrapped).stage,
	]);
	expect(stages).toEqual(wrappings(error).map(([name]) => [name, stage]));
}

/** Every error of the system that Node.js knows. */
const SYSTEM = [...getSystemErrorMap().values()]
	.map(([code]) => code)
	.filter((code) => code !== 'EOF');
/** https://nodejs.org/api/dns.html, Error codes */
const DNS = [
	'ENODATA',
	'EFORMERR',
	'ESERVFAIL',
	'ENOTFOUND',
	'ENOTIMP',
	'EREFUSED',
	'EBADQUERY',
	'EBADNAME',
	'EBADFAMILY',
	'EBADRESP',
	'ECONNREFUSED',
	'ETIMEOUT',
	'EOF',
	'EFILE',
	'ENOMEM',
	'EDESTRUCTION',
	'EBADSTR',
	'EBADFLAGS',
	'ENONAME',
	'EBADHINTS',
	'ENOTINITIALIZED',
	'ELOADIPHLPAPI',
	'EADDRGETNETWORKPARAMS',
	'ECANCELLED',
];

describe('the system call says whether a byte can have gone out', () => {
	it.each(SYSTEM)('%s', (code) => {
		const at = (syscall: string) => errorOf(`${syscall} ${code} 192.0.2.1:443`, { code, syscall });
		expectStage(at('connect'), 'notConnected');
		expectStage(at('getaddrinfo'), 'notConnected');
		for (const syscall of ['read', 'write', 'shutdown', 'bind', 'connecting']) {
			expectStage(at(syscall), 'unclear');
		}
		expectStage(errorOf(code, { code }), 'unclear');
	});

	it.each(DNS)('%s of a resolver', (code) => {
		const syscall = 'queryA';
		expectStage(errorOf(`${syscall} ${code} wa.example.com`, { code, syscall }), 'notConnected');
	});
});

/** Several addresses of one host, tried one after another, by Node.js, by axios 1.12 and 1.20. */
describe('several addresses of a host', () => {
	const at = (syscall: string, address: string) =>
		errorOf(`${syscall} ECONNREFUSED ${address}`, { code: 'ECONNREFUSED', syscall });
	const code = 'ECONNREFUSED';
	const both = [at('connect', '127.0.0.1:1'), at('connect', '[::1]:1')];
	const texts = both.map(({ message }) => message);

	it.each([
		['of Node.js', errorOf('', { code, errors: both })],
		['joined by axios', errorOf(texts.join('; '), { code })],
		['joined by n8n', errorOf('Error', { code, description: texts.join(' | ') })],
	])('%s: none of them was connected', (_name, error) => {
		expect(connectionFailureOf(error)).toEqual({ stage: 'notConnected', code });
	});

	it.each([
		['of Node.js', errorOf('', { code, errors: [both[0], at('read', '[::1]:1')] })],
		['joined by axios', errorOf(`${texts.join('; ')}; read ECONNRESET`, { code })],
		['joined by n8n', errorOf('Error', { code, description: `${texts[0]} | read ECONNRESET` })],
	])('%s: one of them was', (_name, error) => {
		expect(connectionFailureOf(error)).toEqual({ stage: 'unclear', code });
	});
});

/** https://nodejs.org/api/tls.html, X509 certificate error codes; the last two are Node.js's own. */
const CERTIFICATE = [
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_CRL',
	'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
	'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
	'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
	'CERT_SIGNATURE_FAILURE',
	'CRL_SIGNATURE_FAILURE',
	'CERT_NOT_YET_VALID',
	'CERT_HAS_EXPIRED',
	'CRL_NOT_YET_VALID',
	'CRL_HAS_EXPIRED',
	'ERROR_IN_CERT_NOT_BEFORE_FIELD',
	'ERROR_IN_CERT_NOT_AFTER_FIELD',
	'ERROR_IN_CRL_LAST_UPDATE_FIELD',
	'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'CERT_CHAIN_TOO_LONG',
	'CERT_REVOKED',
	'INVALID_CA',
	'PATH_LENGTH_EXCEEDED',
	'INVALID_PURPOSE',
	'CERT_UNTRUSTED',
	'CERT_REJECTED',
	'HOSTNAME_MISMATCH',
	'ERR_TLS_CERT_ALTNAME_FORMAT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
];

it.each(CERTIFICATE)('a certificate that is not accepted comes before the request: %s', (code) => {
	expectStage(errorOf('certificate of wa.example.com', { code }), 'notTrusted');
});

/**
 * Reasons of OpenSSL (https://docs.openssl.org/3.0/man3/ERR_get_error/, include/openssl/sslerr.h), as Node.js names
 * them: with TLS 1.3 a server's alert about the handshake comes after the request was written.
 */
const OPENSSL = [
	'BAD_RECORD_TYPE',
	'BAD_LENGTH',
	'CERTIFICATE_VERIFY_FAILED',
	'DATA_LENGTH_TOO_LONG',
	'DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
	'ENCRYPTED_LENGTH_TOO_LONG',
	'HTTP_REQUEST',
	'HTTPS_PROXY_REQUEST',
	'INTERNAL_ERROR',
	'LENGTH_MISMATCH',
	'NO_CIPHERS_AVAILABLE',
	'NO_PROTOCOLS_AVAILABLE',
	'NO_SHARED_CIPHER',
	'PACKET_LENGTH_TOO_LONG',
	'RECORD_LENGTH_MISMATCH',
	'SSLV3_ALERT_BAD_CERTIFICATE',
	'SSLV3_ALERT_BAD_RECORD_MAC',
	'SSLV3_ALERT_CERTIFICATE_EXPIRED',
	'SSLV3_ALERT_CERTIFICATE_REVOKED',
	'SSLV3_ALERT_CERTIFICATE_UNKNOWN',
	'SSLV3_ALERT_HANDSHAKE_FAILURE',
	'SSLV3_ALERT_ILLEGAL_PARAMETER',
	'SSLV3_ALERT_UNEXPECTED_MESSAGE',
	'SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
	'SSL/TLS_ALERT_HANDSHAKE_FAILURE',
	'TLSV13_ALERT_CERTIFICATE_REQUIRED',
	'TLSV13_ALERT_MISSING_EXTENSION',
	'TLSV1_ALERT_ACCESS_DENIED',
	'TLSV1_ALERT_DECODE_ERROR',
	'TLSV1_ALERT_DECRYPT_ERROR',
	'TLSV1_ALERT_INTERNAL_ERROR',
	'TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
	'TLSV1_ALERT_PROTOCOL_VERSION',
	'TLSV1_ALERT_UNKNOWN_CA',
	'TLSV1_UNRECOGNIZED_NAME',
	'UNEXPECTED_EOF_WHILE_READING',
	'UNEXPECTED_MESSAGE',
	'UNEXPECTED_RECORD',
	'UNKNOWN_PROTOCOL',
	'UNSUPPORTED_PROTOCOL',
	'WRONG_SSL_VERSION',
	'WRONG_VERSION_NUMBER',
];

it.each(OPENSSL)('an error of TLS proves nothing: ERR_SSL_%s', (reason) => {
	const words = `error:0A00010B:SSL routines::${reason.toLowerCase().replaceAll('_', ' ')}`;
	const code = `ERR_SSL_${reason}`;
	expect(connectionFailureOf(errorOf(words, { code }))).toEqual({ stage: 'unclear', code });
	expectStage(errorOf(words, { code }), 'unclear');
	for (const syscall of ['read', 'write']) {
		expectStage(errorOf(`${syscall} EPROTO 80:${words}`, { code: 'EPROTO', syscall }), 'unclear');
	}
});

it.each([
	['ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'],
	['ECONNRESET', 'socket hang up'],
	['ECONNABORTED', 'timeout of 300ms exceeded'],
	['EPIPE', 'write EPIPE'],
	['ERR_CANCELED', 'canceled'],
	['ERR_BAD_RESPONSE', 'stream has been aborted'],
	['ERR_NETWORK', 'Network Error'],
	['ERR_STREAM_PREMATURE_CLOSE', 'Premature close'],
	['ERR_TLS_HANDSHAKE_TIMEOUT', 'TLS handshake timeout'],
	['ERR_SOCKET_CONNECTION_TIMEOUT', 'Socket connection timeout'],
	['HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/'],
	['HPE_HEADER_OVERFLOW', 'Parse Error: Header overflow'],
	['OUT_OF_MEM', 'out of memory'],
	['UND_ERR_SOCKET', 'other side closed'],
	['Z_DATA_ERROR', 'incorrect header check'],
	['Z_BUF_ERROR', 'unexpected end of file'],
	['UNSPECIFIED', 'connect'],
])('what is none of the signs proves nothing: %s, %s', (code, message) => {
	expectStage(errorOf(message, { code }), 'unclear');
});

describe('a request that was not made', () => {
	it.each([
		['ERR_INVALID_CHAR', 'Invalid character in header content ["Authorization"]'],
		['ERR_HTTP_INVALID_HEADER_VALUE', 'Invalid value "undefined" for header "apikey"'],
		['ERR_INVALID_HTTP_TOKEN', 'Header name must be a valid HTTP token ["a b"]'],
		['ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters'],
		['ERR_INVALID_URL', 'Invalid URL'],
		['ERR_INVALID_URL', 'URI malformed'],
		['ERR_INVALID_PROTOCOL', 'Protocol "ftp:" not supported. Expected "http:"'],
		['ERR_INVALID_DOMAIN_NAME', 'Unable to determine the domain name'],
		['ERR_SOCKET_BAD_PORT', 'Port should be >= 0 and < 65536. Received type number (70000).'],
	])('because of its address or a header: %s', (code, message) => {
		expectStage(errorOf(message, { code }), 'notMade');
	});

	it.each([
		[
			'SsrfBlockedIpError',
			'The request was blocked because it resolves to a restricted IP address',
			'The target ‘wa.example.com’ (10.0.0.5) is not allowed.',
		],
		[
			'SsrfBlockedHostnameError',
			'The request was blocked because the destination hostname is restricted',
			'The hostname ‘wa.example.com’ is on the configured deny-list.',
		],
		['UnknownConnectionHostError', 'Cannot determine the host for this connection', undefined],
	])('because n8n blocks its address: %s, by name or text', (name, message, description) => {
		const more = description === undefined ? {} : { description };
		expectStage(errorOf(message, { name, ...more }), 'notMade');
		expectStage(errorOf(message, more), 'notMade');
		expect(connectionFailureOf(errorOf('Blocked', { name }))).toEqual({
			stage: 'notMade',
			code: name,
		});
		expect(connectionFailureOf(errorOf(message))).toEqual({ stage: 'notMade', code: name });
	});

	it.each([
		'Domain not allowed: This credential is restricted from accessing wa.example.com. Only the following domains are allowed: example.com',
		'No allowed domains specified. Configure allowed domains or change restriction setting.',
		'This credential is configured to prevent use within an HTTP Request node',
	])('because n8n does not let the credential be used there: %s', (message) => {
		expectStage(errorOf(message), 'notMade');
		expect(connectionFailureOf(errorOf(message))).toMatchObject({ code: 'DomainNotAllowed' });
	});

	it('is not what only quotes such a text', () => {
		const quoted =
			'Parse Error: The request was blocked because it resolves to a restricted IP address';
		expectStage(errorOf(quoted), 'unclear');
		expectStage(errorOf('socket hang up: connect ECONNREFUSED', { code: 'ECONNRESET' }), 'unclear');
	});
});

describe('an error without a code', () => {
	it('is unknown, and its words are kept', () => {
		expect(connectionFailureOf(errorOf('Out of order', { code: '404' }))).toEqual({
			stage: 'unclear',
			code: 'UNKNOWN',
			message: 'Out of order',
		});
	});

	it('that goes round in a circle, or is no error, ends as well', () => {
		const circle = new Error('Round');
		circle.cause = circle;
		expect(connectionFailureOf(circle)).toMatchObject({ stage: 'unclear', message: 'Round' });
		for (const nothing of ['gone', null, undefined, 5, {}]) {
			expect(connectionFailureOf(nothing)).toEqual({
				stage: 'unclear',
				code: 'UNKNOWN',
				message: '',
			});
		}
	});
});
