import { count } from '../contact/text';
import type { Clock } from '../eventLoop/clock';
import { mayHaveArrived, type Failure } from '../failures/failure';
import type { Redactor } from '../failures/redaction';
import type { Provider } from '../providers/provider';
import type { PlannedMessage } from './message';
import { resultOfAnswer, type MessageResult, type Repeat } from './outcome';
import { Pace } from './pace';
import { MAX_WAIT, usedUpWait } from './rateLimit';
import type { DeliverySettings } from './settings';
import type { Transport } from './transport';

/** First back-off in milliseconds; it doubles with every further attempt. */
const BACK_OFF = 1000;

/** What is needed to send a request. */
export interface SenderTools {
	provider: Provider;
	transport: Transport;
	clock: Clock;
	/** Masks secrets in what the provider says. */
	redact: Redactor;
	/** Aborts when the workflow is stopped. */
	stop: AbortSignal;
	/** The pace shared with the other requests of the run; if absent, the sender creates its own. */
	pace?: Pace;
}

/** An earlier attempt that may have been carried out. */
export interface Doubt {
	/** Why, as a sentence without its full stop. */
	title: string;
	/** Unix milliseconds up to which the service would carry the same request out once. */
	until: number;
}

/**
 * Sends a message and retries it as long as that is safe. If one attempt may have been carried out, no later one can prove
 * that it was not: the outcome is then `sent` or `unknown`.
 *
 * @param doubt what is known about an earlier attempt that may have been carried out
 * @param mayStart aborts when it must not be started any more
 * @param underWay called right before each request
 * @returns undefined if it was not started, or not started again, because `mayStart` aborted or the workflow was stopped
 */
export type MessageSender = (
	message: Pick<PlannedMessage, 'kind' | 'request'>,
	mayStart: AbortSignal,
	underWay: () => void,
	doubt?: Doubt,
) => Promise<MessageResult | undefined>;

/** The one sender of a run: all its requests go through one {@link Pace}. */
export function createSender(settings: DeliverySettings, tools: SenderTools): MessageSender {
	const { provider, transport, clock, redact, stop } = tools;
	const maxWait = settings.maxRetryWait * 1000;
	const pace = tools.pace ?? paceOf(settings, clock);

	/** Waits for its turn and sends. */
	const sendOnce = async (
		{ kind, request }: Pick<PlannedMessage, 'kind' | 'request'>,
		mayStart: AbortSignal,
		underWay: () => void,
	): Promise<MessageResult | undefined> => {
		const admission = await pace.admit(mayStart);
		if (!admission.admitted) {
			if (admission.wait === undefined) return undefined;
			return { outcome: 'notSent', failure: tooLong(provider, admission.wait) };
		}
		if (mayStart.aborted) return undefined;
		underWay();
		const answer = await transport(request);
		if (answer.kind === 'response') {
			const wait = usedUpWait(answer.response, clock.now());
			if (wait !== undefined && wait <= maxWait) pace.pause(wait);
		}
		const reader = { ...provider, ...request.reader };
		return resultOfAnswer(reader, answer, clock.now(), redact, { kind, request });
	};

	/** Milliseconds to wait before the next attempt; a back-off grows up to the longest wait that is allowed. */
	const waitBefore = (tries: number, { wait }: Repeat) =>
		wait ??
		Math.max(BACK_OFF, Math.min(BACK_OFF * 2 ** (tries - 1) * (1 + clock.random()), maxWait));

	return async (message, mayStart, underWay, doubt) => {
		let doubted: Exclude<MessageResult, { outcome: 'sent' }> | undefined;
		const until = doubt?.until ?? clock.now() + (message.request.idempotentFor ?? 0) * 1000;
		for (let tries = 1; ; tries += 1) {
			const answered = await sendOnce(message, tries === 1 ? mayStart : stop, underWay);
			if (answered === undefined) return doubted;
			if (answered.outcome === 'sent') return answered;
			const earlier = doubted?.failure.title ?? doubt?.title;
			const result = earlier === undefined ? answered : inDoubt(answered, earlier, message);
			if (result.outcome === 'unknown') doubted ??= result;
			const { repeat } = result;
			if (repeat === undefined) return result;
			const wait = waitBefore(tries, repeat);
			if (result.outcome === 'unknown' && clock.now() + wait >= until) return result;
			if (repeat.pause === 'run') pace.pause(wait);
			if (wait > maxWait || tries > settings.maxRetries) {
				return { ...result, failure: afterTries(result.failure, tries, repeat.wait) };
			}
			if (repeat.pause === 'card') await clock.sleep(wait, stop);
		}
	};
}

/** A failed attempt of a message that an earlier attempt may have sent. */
function inDoubt<Failed extends Exclude<MessageResult, { outcome: 'sent' }>>(
	failed: Failed,
	earlier: string,
	{ kind }: Pick<PlannedMessage, 'kind'>,
): Failed {
	const { outcome, failure } = failed;
	if (outcome === 'unknown') return failed;
	const mayHave = mayHaveArrived(kind === 'card' ? 'card' : 'text');
	const fix = `${failure.fix} An earlier attempt may have been carried out (${earlier}). ${mayHave}`;
	return { ...failed, outcome: 'unknown', failure: { ...failure, outcome: 'unknown', fix } };
}

/** The gate for the requests of a run. */
export function paceOf(
	settings: Omit<DeliverySettings, 'continueOnFail' | 'keepResponses'>,
	clock: Clock,
): Pace {
	return new Pace({ ...settings, maxWait: settings.maxRetryWait * 1000 }, clock);
}

function tooLong({ displayName }: Provider, wait: number): Failure {
	return {
		outcome: 'notSent',
		title: `${displayName} accepts no more cards for ${duration(wait)}`,
		fix: `Send it again after that, or raise Max Retry Wait in the options.`,
		httpCode: '429',
		retryAfterMs: Math.min(wait, MAX_WAIT * 1000),
	};
}

function afterTries(failure: Failure, tries: number, wait: number | undefined): Failure {
	const asked = wait === undefined || wait === 0 ? [] : [`It asks you to wait ${duration(wait)}.`];
	const tried = tries === 1 ? [] : [`It was tried ${count(tries, 'time')}.`];
	return {
		...failure,
		fix: [...asked, ...tried, failure.fix].join(' '),
		...(wait === undefined ? {} : { retryAfterMs: Math.min(wait, MAX_WAIT * 1000) }),
	};
}

function duration(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	return seconds >= MAX_WAIT ? 'a year or longer' : count(seconds, 'second');
}
