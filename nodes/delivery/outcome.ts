import { list } from '../contact/text';
import type { Outcome, Provider, ProviderResponse, Receipt, Refusal } from '../providers/provider';
import { tooManyRequestsWait } from './rateLimit';
import type { Answer } from './transport';
import { kindOfBody, plainWords, shorten } from './words';

/** Why a card did not go out, or may not have. Nothing in it is redacted or escaped yet. */
export interface Failure {
	outcome: Exclude<Outcome, 'sent'>;
	/** What happened, as a sentence without its full stop. */
	title: string;
	/** What to do, as whole sentences. */
	fix: string;
	/** The provider's own words. */
	words?: string;
	httpCode?: string;
	code?: string;
}

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

export const MAY_HAVE_ARRIVED =
	'The card may have arrived: ask the recipient or look into the chat before you send it again.';
const TITLE_WORDS = 200;

/**
 * What an answer means for the card. Pure.
 *
 * A card went out only where there is a receipt. It surely did not after a refused connection, a 3xx or a
 * 4xx; after a timeout, a lost connection, a 5xx or a success that cannot be read nobody knows, unless the
 * provider documents it. Only what surely did nothing may be repeated.
 *
 * @param now unix milliseconds, for the times that a 429 tells
 */
export function judge(provider: Provider, answer: Answer, now: number): Verdict {
	if (answer.kind === 'failure') return judgeFailure(provider, answer);
	const { response } = answer;
	const { status } = response;
	const receipt = status >= 200 && status < 300 ? provider.receipt(response) : undefined;
	if (receipt !== undefined) return { outcome: 'sent', receipt, response };

	const refusal = provider.refusal(response);
	const outcome = refusal.outcome ?? (status >= 300 && status < 500 ? 'notSent' : 'unknown');
	const failure: Failure = {
		outcome,
		title: title(provider, response, refusal, outcome),
		fix: fixes(response, refusal, outcome),
		httpCode: String(status),
	};
	const words = plainWords(refusal.message ?? response.text);
	if (words !== '') failure.words = words;
	if (refusal.code !== undefined) failure.code = refusal.code;

	if (outcome === 'notSent' && refusal.retry !== false) {
		if (status === 429) {
			const wait = tooManyRequestsWait(response, refusal, now);
			return {
				outcome,
				failure,
				repeat: { pause: 'run', ...(wait === undefined ? {} : { wait }) },
			};
		}
		if (refusal.retry === true) {
			const { retryAfter } = refusal;
			const repeat: Repeat =
				retryAfter === undefined ? { pause: 'card' } : { pause: 'run', wait: retryAfter * 1000 };
			return { outcome, failure, repeat };
		}
	}
	return { outcome, failure };
}

function title(
	{ displayName }: Provider,
	response: ProviderResponse,
	refusal: Refusal,
	outcome: Outcome,
): string {
	const { status, headers } = response;
	if (status >= 300 && status < 400) {
		const location = headers['location'];
		return `${displayName} redirects to another address${location === undefined ? '' : ` (${shorten(location, TITLE_WORDS)})`}`;
	}
	if (status < 300 && outcome === 'unknown') {
		return `${displayName} answered ${String(status)} with ${kindOfBody(response)}, which is no receipt`;
	}
	const words = shorten(plainWords(refusal.message ?? response.text), TITLE_WORDS).replace(
		/[.\s]+$/,
		'',
	);
	const details = [String(status), refusal.code].filter(
		(part) => part !== undefined && part !== words,
	);
	const verb = outcome === 'notSent' ? 'refused the card' : 'failed';
	return `${displayName} ${verb} (${details.join(' ')})${words === '' ? '' : `: ${words}`}`;
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

function judgeFailure(
	{ displayName }: Provider,
	{ code, reached }: Extract<Answer, { kind: 'failure' }>,
): Verdict {
	const known = FAILURES.find(({ codes }) => codes.test(code));
	const what = known?.what ?? 'lost the connection';
	if (reached === 'no') {
		const failure: Failure = {
			outcome: 'notSent',
			title: `${displayName} ${what}`,
			fix: known?.fix ?? 'Check the Base URL in the credential.',
			code,
		};
		return { outcome: 'notSent', failure, repeat: { pause: 'card' } };
	}
	const failure: Failure = {
		outcome: 'unknown',
		title: `${displayName} ${what}`,
		fix: list([MAY_HAVE_ARRIVED, ...(known?.fix === undefined ? [] : [known.fix])], ''),
		code,
	};
	return { outcome: 'unknown', failure };
}

/**
 * Failures of connections in words. The system's codes stay out of the title: n8n replaces a message that
 * holds one.
 */
const FAILURES: ReadonlyArray<{ codes: RegExp; what: string; fix?: string }> = [
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
		codes: /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO)/,
		what: 'could not be reached: the secure connection failed',
		fix: 'Check the certificate of the server, and whether the Base URL in the credential begins with http or https.',
	},
	{
		codes: /^ERR_INVALID_URL$/,
		what: 'has no valid address',
		fix: 'Check the Base URL in the credential.',
	},
	{ codes: /^ERR_CANCELED$/, what: 'was cut off: the workflow was stopped' },
	{
		codes: /^(ECONNABORTED|ETIMEDOUT)$/,
		what: 'did not answer in time',
		fix: 'Timeout in the options sets how long to wait.',
	},
	{ codes: /^(ECONNRESET|EPIPE)$/, what: 'closed the connection without an answer' },
];
