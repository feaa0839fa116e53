import { failureOf, httpOptions } from '../../nodes/delivery/transport';

describe('the code of a request without an answer', () => {
	const wrapped = (httpCode: string, ...messages: string[]) =>
		Object.assign(new Error('The service failed'), { httpCode, messages });

	it.each([
		['a refused connection', wrapped('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'), 'no'],
		['a name that does not resolve', wrapped('ENOTFOUND', 'getaddrinfo ENOTFOUND a.invalid'), 'no'],
		['a resolver that does not answer', wrapped('EAI_AGAIN', 'getaddrinfo EAI_AGAIN a'), 'no'],
		['no route', wrapped('EHOSTUNREACH', 'connect EHOSTUNREACH 10.0.0.1:80'), 'no'],
		[
			'a connection that does not come about in time',
			wrapped('ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:80'),
			'no',
		],
		['a connection that is lost in time', wrapped('ETIMEDOUT', 'read ETIMEDOUT'), 'maybe'],
		[
			'a certificate of its own',
			wrapped('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'),
			'no',
		],
		['a certificate that is old', wrapped('CERT_HAS_EXPIRED', 'certificate has expired'), 'no'],
		[
			'a certificate of another name',
			wrapped('ERR_TLS_CERT_ALTNAME_INVALID', 'Hostname/IP does not match'),
			'no',
		],
		[
			'a certificate nobody knows',
			wrapped('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify'),
			'no',
		],
		[
			'a server without TLS',
			wrapped(
				'EPROTO',
				'write EPROTO 80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number',
			),
			'no',
		],
		[
			'a handshake that fails',
			wrapped('ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'handshake failure'),
			'maybe',
		],
		[
			'a handshake that is cut off',
			wrapped(
				'ECONNRESET',
				'Client network socket disconnected before secure TLS connection was established',
			),
			'no',
		],
		['a record that is broken later', wrapped('EPROTO', 'read EPROTO: bad record mac'), 'maybe'],
		['a lost connection', wrapped('ECONNRESET', 'socket hang up'), 'maybe'],
		['a canceled request', wrapped('ERR_CANCELED', 'canceled'), 'maybe'],
	])('tells %s', (_name, error, reached) => {
		expect(failureOf(error).reached).toBe(reached);
	});

	it('is found where n8n keeps the first error as cause', () => {
		const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
			code: 'ECONNREFUSED',
		});
		const error = new Error('Outer', { cause: new Error('Inner', { cause }) });
		expect(failureOf(error)).toEqual({ code: 'ECONNREFUSED', reached: 'no' });
	});

	it('is unknown where an error has none, and then its words are kept', () => {
		expect(failureOf(wrapped('404', 'Domain not allowed'))).toEqual({
			code: 'UNKNOWN',
			reached: 'maybe',
			message: 'Domain not allowed',
		});
		const circle = new Error('Round');
		circle.cause = circle;
		expect(failureOf(circle)).toEqual({ code: 'UNKNOWN', reached: 'maybe', message: 'Round' });
		expect(failureOf('gone')).toEqual({ code: 'UNKNOWN', reached: 'maybe', message: '' });
	});
});

it('makes requests whose status is not thrown and whose redirects are not followed', () => {
	expect(
		httpOptions({ method: 'GET', path: '/list', query: { limit: '5' } }, 'http://localhost/x'),
	).toEqual({
		method: 'GET',
		url: 'http://localhost/x/list',
		headers: {},
		qs: { limit: '5' },
		json: true,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: 0,
	});
	expect(
		httpOptions(
			{ method: 'POST', path: '/send', headers: { 'X-Device-Id': '1' }, body: { a: 1 } },
			'http://localhost',
		),
	).toMatchObject({
		headers: { 'X-Device-Id': '1', 'Content-Type': 'application/json' },
		body: { a: 1 },
	});
});
