import { MAY_HAVE_ARRIVED, type Failure } from '../failures/failure';
import { kindOfBody, plainWords, shorten } from '../failures/providerWords';
import type { Redactor } from '../failures/redaction';
import type { Outcome, Provider, ProviderResponse, Receipt, Refusal } from '../providers/provider';
import { waitAskedFor } from './rateLimit';
import type { Answer } from './transport';

/** How a failed request may be repeated. */
export interface Repeat {
	/** `run`: no card goes out meanwhile; `card`: only this one waits. */
	pause: 'run' | 'card';
	/** Milliseconds that the provider asks for; undefined where it says nothing. */
	wait?: number;
}

export type Verdict =
	| { outcome: 'sent'; receipt: Receipt; response: ProviderResponse }
	| { outcome: Exclude<Outcome, 'sent'>; failure: Failure; repeat?: Repeat };

const TITLE_WORDS = 200;
const MAX_CODE = 100;

/**
 * What an answer means for the card. Pure.
 *
 * A card went out only where there is a receipt. It surely did not after a refused connection, a 3xx or a
 * 4xx; after a timeout, a lost connection, a 5xx or a success that cannot be read nobody knows, unless the
 * provider documents it. Only what surely did nothing may be repeated.
 *
 * @param now unix milliseconds, for the times that a 429 tells
 * @param redact masks secrets in the provider's words before they are shortened
 */
export function verdictOf(
	provider: Provider,
	answer: Answer,
	now: number,
	redact: Redactor,
): Verdict {
	if (answer.kind === 'failure') return verdictWithoutAnswer(provider, answer, redact);
	const { response } = answer;
	const { status } = response;
	const receipt = status >= 200 && status < 300 ? provider.receipt(response) : undefined;
	if (receipt !== undefined) return { outcome: 'sent', receipt, response };

	const refusal = provider.refusal(response);
	const outcome = refusal.outcome ?? (status >= 300 && status < 500 ? 'notSent' : 'unknown');
	const words = plainWords(refusal.message ?? response.text, redact);
	const code = refusal.code === undefined ? undefined : shorten(redact(refusal.code), MAX_CODE);
	const failure: Failure = {
		outcome,
		title: title(provider, response, { words, code, redact }, outcome),
		fix: fixes(response, refusal, outcome),
		httpCode: String(status),
	};
	if (words !== '') failure.words = words;
	if (code !== undefined) failure.code = code;

	const tooMany = status === 429 || refusal.tooMany === true;
	if (outcome === 'notSent' && refusal.retry !== false && (tooMany || refusal.retry === true)) {
		const wait = waitAskedFor(response, refusal, now);
		const pause = tooMany || wait !== undefined ? 'run' : 'card';
		return { outcome, failure, repeat: { pause, ...(wait === undefined ? {} : { wait }) } };
	}
	return { outcome, failure };
}

function title(
	{ displayName }: Provider,
	response: ProviderResponse,
	{ words, code, redact }: { words: string; code: string | undefined; redact: Redactor },
	outcome: Outcome,
): string {
	const { status, headers } = response;
	if (status >= 300 && status < 400) {
		const location = headers['location'];
		return `${displayName} redirects to another address${location === undefined ? '' : ` (${shorten(redact(location), TITLE_WORDS)})`}`;
	}
	if (status < 300 && outcome === 'unknown') {
		return `${displayName} answered ${String(status)} with ${kindOfBody(response)}, which is no receipt`;
	}
	const short = withoutFullStop(shorten(words, TITLE_WORDS));
	const details = [String(status), code].filter((part) => part !== undefined && part !== short);
	const verb = outcome === 'notSent' ? 'refused the card' : 'failed';
	return `${displayName} ${verb} (${details.join(' ')})${short === '' ? '' : `: ${short}`}`;
}

function withoutFullStop(text: string): string {
	let end = text.length;
	while (/[.\s]/.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}

function fixes({ status }: ProviderResponse, { advice }: Refusal, outcome: Outcome): string {
	const sentences: string[] = [];
	if (status >= 300 && status < 400) {
		sentences.push('Put the address that answers by itself into the credential as Base URL.');
	} else if (advice !== undefined) {
		sentences.push(advice);
	} else if (status < 300 && outcome === 'unknown') {
		sentences.push('Check that the Base URL in the credential is the address of the API.');
	} else if (outcome === 'notSent') {
		sentences.push(STATUS_ADVICE[status] ?? 'Correct what it names, then send again.');
	}
	if (outcome === 'unknown') sentences.push(MAY_HAVE_ARRIVED);
	return sentences.join(' ');
}

const STATUS_ADVICE: Record<number, string> = {
	401: 'Check the credential.',
	403: 'Check the credential and what it may do.',
	404: 'Check the Base URL in the credential, and the IDs.',
	429: 'Wait, or lower Messages per Minute.',
};

function verdictWithoutAnswer(
	{ displayName }: Provider,
	{ code, reached, message }: Extract<Answer, { kind: 'failure' }>,
	redact: Redactor,
): Verdict {
	const known = FAILURES.find(({ codes }) => codes.test(code));
	const title = `${displayName} ${known?.what ?? 'lost the connection'}`;
	const words = message === undefined ? '' : plainWords(message, redact);
	const details = { title, code, ...(words === '' ? {} : { words }) };
	if (reached === 'no') {
		const fix = known?.fix ?? 'Check the Base URL in the credential.';
		const failure: Failure = { outcome: 'notSent', fix, ...details };
		if (known?.final === true) return { outcome: 'notSent', failure };
		return { outcome: 'notSent', failure, repeat: { pause: 'card' } };
	}
	const fix = [MAY_HAVE_ARRIVED, ...(known?.fix === undefined ? [] : [known.fix])].join(' ');
	return { outcome: 'unknown', failure: { outcome: 'unknown', fix, ...details } };
}

/** Certificates and handshakes, as OpenSSL and Node.js name their failures. */
const TLS =
	/CERT|CRL|SSL|TLS|SELF_SIGNED|ISSUER|INVALID_(CA|PURPOSE)|HOSTNAME|PATH_LENGTH|^EPROTO$/;

/**
 * Failures of connections in words. The system's codes stay out of the title: n8n replaces a message that
 * holds one.
 */
const FAILURES: ReadonlyArray<{
	codes: RegExp;
	what: string;
	fix?: string;
	/** Whether it would fail in the same way again. */
	final?: boolean;
}> = [
	{
		codes: /^ECONNREFUSED$/,
		what: 'could not be reached: the connection was refused',
		fix: 'Check that the server runs, and the Base URL in the credential.',
	},
	{
		codes: /^(ENOTFOUND|EAI_AGAIN)$/,
		what: 'could not be reached: the name of its host does not resolve',
		fix: 'Check the Base URL in the credential, and the network of this machine.',
	},
	{
		codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
		what: 'could not be reached: there is no route to its host',
		fix: 'Check the Base URL in the credential, and the network of this machine.',
	},
	{
		codes: /^ERR_INVALID_URL$/,
		what: 'has no valid address',
		fix: 'Check the Base URL in the credential.',
		final: true,
	},
	{
		codes: /^(ERR_INVALID_CHAR|ERR_UNESCAPED_CHARACTERS)$/,
		what: 'was not asked: the credential has a character that no request can carry',
		fix: 'Type the fields of the credential anew.',
		final: true,
	},
	{ codes: /^ERR_CANCELED$/, what: 'was cut off: the workflow was stopped' },
	{
		codes: /^(ECONNABORTED|ETIMEDOUT)$/,
		what: 'did not answer in time',
		fix: 'Timeout in the options sets how long to wait.',
	},
	{ codes: /^(ECONNRESET|EPIPE)$/, what: 'closed the connection without an answer' },
	{
		codes: TLS,
		what: 'could not be reached: the secure connection failed',
		fix: 'Check the certificate of the server, and whether the Base URL in the credential begins with http or https.',
	},
];
