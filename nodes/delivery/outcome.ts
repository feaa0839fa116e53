import { mayHaveArrived, type Failure } from '../failures/failure';
import { plainWords, shorten } from '../failures/providerWords';
import type { Redactor } from '../failures/redaction';
import type {
	Outcome,
	Provider,
	ProviderRequest,
	ProviderResponse,
	Receipt,
	Refusal,
} from '../providers/provider';
import { answerFix, answerTitle, isRedirect } from './answerWords';
import type { ConnectionFailure } from './connectionFailure';
import { connectionWords } from './connectionWords';
import type { MessageKind } from './message';
import { otherReceipt } from './otherReceipt';
import { waitAskedFor } from './rateLimit';
import { mayBeSent, saysNo } from './saysNo';
import type { Answer } from './transport';

/** How a failed request may be repeated. */
export interface Repeat {
	/** `run`: no card goes out meanwhile; `card`: only this one waits. */
	pause: 'run' | 'card';
	/** Milliseconds that the provider asks for; undefined if it does not say. */
	wait?: number;
}

/** What became of a message. */
export type MessageResult =
	| { outcome: 'sent'; receipt: Receipt; response: ProviderResponse }
	| { outcome: Exclude<Outcome, 'sent'>; failure: Failure; repeat?: Repeat };

/** The message that an answer is about. */
export interface Answered {
	/** A text's answers may have receipts and refusals of their own. */
	kind?: MessageKind;
	request?: Pick<ProviderRequest, 'body' | 'form' | 'idempotentFor'>;
}

const MAX_CODE = 100;

/** Statuses of a refusal that gateways and servers also put on a failure during the send. */
const UNSPECIFIC = new Set([400, 409, 422, 424]);
/** Words of a failure during the send. */
const LOST =
	/\btim(?:ed|e)[ -]?out\b|deadline exceeded|ETIMEDOUT|ECONNRESET|socket hang up|may (?:not )?have (?:been|arrived)/i;

/**
 * What an answer means for a message. Pure. The rule:
 *
 * | answer | outcome |
 * |---|---|
 * | 2xx with a receipt, see also {@link otherReceipt} | `sent` |
 * | 2xx that says no, see {@link saysNo} | `notSent`; `unknown` if it also says yes, has a receipt or names a message |
 * | any other 2xx | `unknown` |
 * | 400, 409, 422 or 424 whose words say that it took too long | `unknown` |
 * | redirect, any other 4xx | `notSent` |
 * | any other 3xx, 5xx | `unknown` |
 * | none | see {@link ConnectionFailure} |
 *
 * What the provider documents about its own answers ({@link Refusal}) takes precedence over the last five rows. A request
 * may be repeated only if it is known not to have been carried out, or if the service carries it out once however often it
 * is sent.
 *
 * @param now unix milliseconds, for the times in a 429
 * @param redact masks secrets in the provider's words before they are shortened
 */
export function resultOfAnswer(
	provider: Provider,
	answer: Answer,
	now: number,
	redact: Redactor,
	{ kind = 'card', request = {} }: Answered = {},
): MessageResult {
	const what = kind === 'card' ? 'card' : 'text';
	const isIdempotent = request.idempotentFor !== undefined;
	if (answer.kind === 'failure') {
		return resultWithoutAnswer(provider, answer.failure, redact, what, isIdempotent);
	}
	const { response } = answer;
	const isSuccess = response.status >= 200 && response.status < 300;
	const known = isSuccess ? receiptOf(provider, response, what) : undefined;
	const refusal = known === undefined ? refusalOf(provider, response, what) : {};
	const denied = isSuccess && saysNo(response, refusal);
	const isExact = provider.isExact === true || refusal.outcome !== undefined;
	const mayBeOther = isSuccess && !denied && !isExact && !namesMessages(known);
	const other = mayBeOther ? otherReceipt(response, request) : undefined;
	const receipt = known && other ? { ...known, messageIds: other.messageIds } : (known ?? other);
	if (receipt !== undefined && !denied) return { outcome: 'sent', receipt, response };

	const outcome = receipt === undefined ? outcomeOf(response, refusal, denied) : 'unknown';
	const failure = failureOf(provider, response, refusal, outcome, redact, what);
	const repeat = repeatOf(response, refusal, outcome, now, isIdempotent);
	return { outcome, failure, ...(repeat === undefined ? {} : { repeat }) };
}

function receiptOf(provider: Provider, response: ProviderResponse, what: 'card' | 'text') {
	const { text } = provider;
	return what === 'text' && text?.receipt !== undefined
		? text.receipt(response)
		: provider.receipt(response);
}

/** Whether a receipt has IDs; otherwise they may stand elsewhere in the answer. */
function namesMessages(known: Receipt | undefined): boolean {
	return known !== undefined && known.messageIds.length > 0;
}

function refusalOf(provider: Provider, response: ProviderResponse, what: 'card' | 'text') {
	const { text } = provider;
	return what === 'text' && text?.refusal !== undefined
		? text.refusal(response)
		: provider.refusal(response);
}

function outcomeOf(
	{ status, json, text }: ProviderResponse,
	refusal: Refusal,
	denied: boolean,
): Failure['outcome'] {
	if (refusal.outcome !== undefined) return refusal.outcome;
	if (status < 300 && mayBeSent(json)) return 'unknown';
	const isLost = UNSPECIFIC.has(status) && LOST.test(refusal.message ?? text);
	const isRefused = status >= 400 && status < 500 && !isLost;
	return denied || isRefused || isRedirect(status) ? 'notSent' : 'unknown';
}

function repeatOf(
	response: ProviderResponse,
	refusal: Refusal,
	outcome: Outcome,
	now: number,
	isIdempotent: boolean,
): Repeat | undefined {
	const tooMany = response.status === 429 || refusal.tooMany === true;
	if (refusal.retry === false) return undefined;
	const isSafe = outcome === 'notSent' ? tooMany || refusal.retry === true : isIdempotent;
	if (!isSafe) return undefined;
	const wait = waitAskedFor(response, refusal, now);
	const pause = tooMany || wait !== undefined ? 'run' : 'card';
	return { pause, ...(wait === undefined ? {} : { wait }) };
}

function failureOf(
	provider: Provider,
	response: ProviderResponse,
	refusal: Refusal,
	outcome: Failure['outcome'],
	redact: Redactor,
	what: 'card' | 'text',
): Failure {
	const words = plainWords(refusal.message ?? response.text, redact);
	const code = refusal.code === undefined ? undefined : shorten(redact(refusal.code), MAX_CODE);
	const fix = answerFix(response, refusal, outcome);
	const failure: Failure = {
		outcome,
		title: answerTitle(provider, response, { words, code, redact }, outcome, what),
		fix: outcome === 'unknown' ? `${fix} ${mayHaveArrived(what)}`.trim() : fix,
		httpCode: String(response.status),
	};
	if (words !== '') failure.words = words;
	if (code !== undefined) failure.code = code;
	return failure;
}

function resultWithoutAnswer(
	{ displayName }: Provider,
	failure: ConnectionFailure,
	redact: Redactor,
	sent: 'card' | 'text',
	isIdempotent: boolean,
): MessageResult {
	const { stage, code, message } = failure;
	const { what, fix } = connectionWords(failure);
	const words = message === undefined ? '' : plainWords(message, redact);
	const details = { title: `${displayName} ${what}`, code, ...(words === '' ? {} : { words }) };
	if (stage === 'unclear') {
		const sentences = [mayHaveArrived(sent), ...(fix === undefined ? [] : [fix])].join(' ');
		return {
			outcome: 'unknown',
			failure: { outcome: 'unknown', fix: sentences, ...details },
			...(isIdempotent ? { repeat: { pause: 'card' } } : {}),
		};
	}
	return {
		outcome: 'notSent',
		failure: { outcome: 'notSent', fix: fix ?? '', ...details },
		// A request that n8n refuses to make, or a certificate, will be the same in a second attempt.
		...(stage === 'notConnected' ? { repeat: { pause: 'card' } } : {}),
	};
}
