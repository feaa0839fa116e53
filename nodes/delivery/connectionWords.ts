import type { ConnectionFailure, FailureStage } from './connectionFailure';

/** A failed connection as a person reads it. */
export interface ConnectionWords {
	/** What happened, to be put after the provider's name. */
	what: string;
	/** What to do, as one or two sentences; undefined if nobody can know. */
	fix?: string;
}

const CHECK_URL = 'Check the Base URL in the credential.';
const CHECK_NETWORK = 'Check the Base URL in the credential, and the network of this machine.';
const CHECK_TLS =
	'Check the certificate of the server, and whether the Base URL in the credential should begin with http or https.';
/** What n8n's SSRF protection checks; an IP address is never allowed by name. */
export const SSRF_WAY_OUT =
	'add its host name to N8N_SSRF_ALLOWED_HOSTNAMES, or its IP address, as 192.0.2.1/32, to N8N_SSRF_ALLOWED_IP_RANGES';
const ALLOW_HOST = `Check the Base URL in the credential. If it is correct, ask whoever runs n8n to ${SSRF_WAY_OUT}.`;

/**
 * By stage and code; the first match counts. The system's codes stay out of the title: n8n replaces a message that
 * contains one.
 */
const WORDS: ReadonlyArray<{ stages: readonly FailureStage[]; codes?: RegExp } & ConnectionWords> =
	[
		{
			stages: ['notMade'],
			codes: /^Ssrf/,
			what: 'was not contacted: n8n’s SSRF protection blocks its address',
			fix: ALLOW_HOST,
		},
		{
			stages: ['notMade'],
			codes: /^DomainNotAllowed$/,
			what: 'was not contacted: n8n does not allow this credential to be used for its address',
			fix: 'Check the Base URL in the credential, and the domains that the credential allows.',
		},
		{
			stages: ['notMade'],
			codes: /CHAR|TOKEN|HEADER/,
			what: 'was not contacted: the credential contains a character that no request can carry',
			fix: 'Re-enter the fields of the credential.',
		},
		{ stages: ['notMade'], what: 'has no valid address', fix: CHECK_URL },
		{
			stages: ['notConnected'],
			codes: /^ECONNREFUSED$/,
			what: 'could not be reached: the connection was refused',
			fix: 'Check that the server is running, and check the Base URL in the credential.',
		},
		{
			stages: ['notConnected'],
			codes: /^(ENOTFOUND|ENODATA|EAI_\w+)$/,
			what: 'could not be reached: its host name does not resolve',
			fix: CHECK_NETWORK,
		},
		{
			stages: ['notConnected'],
			codes: /^(EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/,
			what: 'could not be reached: there is no route to its host',
			fix: CHECK_NETWORK,
		},
		{
			stages: ['notConnected'],
			codes: /^ETIMEDOUT$/,
			what: 'could not be reached: its host did not answer in time',
			fix: CHECK_NETWORK,
		},
		{ stages: ['notConnected'], what: 'could not be reached', fix: CHECK_NETWORK },
		{
			stages: ['notTrusted'],
			what: 'could not be reached: its certificate is not trusted',
			fix: CHECK_TLS,
		},
		{
			stages: ['unclear'],
			codes: /^ERR_CANCELED$/,
			what: 'was cut off: the workflow was stopped',
		},
		{
			stages: ['unclear'],
			codes: /^(ECONNABORTED|ETIMEDOUT)$/,
			what: 'did not answer in time',
			fix: 'Timeout in the options sets how long to wait.',
		},
		{
			stages: ['unclear'],
			codes: /^(ECONNRESET|EPIPE)$/,
			what: 'closed the connection without an answer',
		},
		{
			stages: ['unclear'],
			codes: /CERT|CRL|SSL|TLS|^EPROTO$/,
			what: 'broke off the secure connection',
			fix: CHECK_TLS,
		},
		{ stages: ['unclear'], what: 'lost the connection' },
	];

/** What to tell a person about a request without an answer. */
export function connectionWords({ stage, code }: ConnectionFailure): ConnectionWords {
	const known = WORDS.find(
		({ stages, codes }) => stages.includes(stage) && (codes === undefined || codes.test(code)),
	);
	return known ?? { what: 'lost the connection' };
}
