import { chert } from '../../nodes/providers/chert/chert';
import { gowa } from '../../nodes/providers/gowa/gowa';
import { answered, repeatOf, failureOf, failed } from './results';

describe('a request is repeated', () => {
	it('after a 429, when all cards have waited as long as it asks', () => {
		const result = answered(gowa, 429, { code: 'TOO_MANY_REQUESTS' }, { 'retry-after': '9' });
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toEqual({ pause: 'run', wait: 9000 });
		expect(failureOf(result).fix).toBe('Wait, or lower Messages per Minute.');
	});

	it('after a 429 that names no time', () => {
		expect(repeatOf(answered(gowa, 429, ''))).toEqual({ pause: 'run' });
	});

	it('after any refusal that the provider’s code puts down to too many requests', () => {
		const refusal = { message: 'Rate limit hit', tooMany: true };
		const result = answered({ ...gowa, refusal: () => refusal }, 400, {});
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toEqual({ pause: 'run' });
	});

	it('not after WhatsApp’s lock, which GOWA gives as 429', () => {
		const result = answered(gowa, 429, { code: 'WA_REACHOUT_TIMELOCK', message: 'error 463' });
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toBeUndefined();
	});

	it('on Chert’s own word, where the outcome is known', () => {
		const busy = { error: { code: 4002, message: 'Line busy', retryable: true, retry_after: 2 } };
		const failing = { error: { code: 4001, message: 'Delivery failed', retryable: true } };
		expect(repeatOf(answered(chert, 503, busy))).toEqual({ pause: 'run', wait: 2000 });
		expect(repeatOf(answered(chert, 502, failing))).toEqual({ pause: 'card' });
	});

	it('not where Chert does not say so and the outcome is not known', () => {
		const result = answered(chert, 500, { error: { code: 3003, retry_after: 2 } });
		expect(result.outcome).toBe('unknown');
		expect(repeatOf(result)).toBeUndefined();
	});

	it('not where Chert says that it is of no use', () => {
		const result = answered(chert, 429, { error: { code: 1007, retryable: false } });
		expect(repeatOf(result)).toBeUndefined();
	});

	it.each([
		['ECONNREFUSED', 'GOWA could not be reached: the connection was refused'],
		['ENOTFOUND', 'GOWA could not be reached: its host name does not resolve'],
		['EHOSTUNREACH', 'GOWA could not be reached: there is no route to its host'],
		['ETIMEDOUT', 'GOWA could not be reached: its host did not answer in time'],
		['EMFILE', 'GOWA could not be reached'],
	])('after %s before a connection, when it has waited by itself', (code, title) => {
		const result = failed(code, 'notConnected');
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toEqual({ pause: 'card' });
		expect(failureOf(result)).toMatchObject({ title, code });
	});

	it.each([
		[
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'notTrusted',
			'GOWA could not be reached: its certificate is not trusted',
			'Check the certificate of the server, and whether the Base URL in the credential should begin with http or https.',
		],
		[
			'SsrfBlockedIpError',
			'notMade',
			'GOWA was not contacted: n8n’s SSRF protection blocks its address',
			'Check the Base URL in the credential. If it is correct, ask whoever runs n8n to add its host name to N8N_SSRF_ALLOWED_HOSTNAMES, or its IP address, as 192.0.2.1/32, to N8N_SSRF_ALLOWED_IP_RANGES.',
		],
		[
			'DomainNotAllowed',
			'notMade',
			'GOWA was not contacted: n8n does not allow this credential to be used for its address',
			'Check the Base URL in the credential, and the domains that the credential allows.',
		],
		[
			'ERR_INVALID_URL',
			'notMade',
			'GOWA has no valid address',
			'Check the Base URL in the credential.',
		],
		[
			'ERR_INVALID_CHAR',
			'notMade',
			'GOWA was not contacted: the credential contains a character that no request can carry',
			'Re-enter the fields of the credential.',
		],
	] as const)('not after %s, which is the same in a second try', (code, stage, title, fix) => {
		const result = failed(code, stage);
		expect(result.outcome).toBe('notSent');
		expect(repeatOf(result)).toBeUndefined();
		expect(failureOf(result)).toEqual({ outcome: 'notSent', title, fix, code });
	});
});
