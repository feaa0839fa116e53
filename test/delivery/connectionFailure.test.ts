import { getSystemErrorMap } from 'node:util';

import { connectionFailureOf } from '../../nodes/delivery/connectionFailure';
import { errorOf, expectStage } from './connectionErrors';

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
