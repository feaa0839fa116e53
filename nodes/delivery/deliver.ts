import { count } from '../contact/text';
import type { Clock } from '../eventLoop/clock';
import { MAY_HAVE_ARRIVED, type Failure } from '../failures/failure';
import { redactDeep, type Redactor } from '../failures/redaction';
import type { Provider, ProviderRequest, ProviderResponse, Receipt } from '../providers/provider';
import type { Journal, KeptReceipt } from './journal';
import { verdictOf, type Repeat, type Verdict } from './outcome';
import { Pace } from './pace';
import { usedUpWait } from './rateLimit';
import { runRecipientQueues } from './recipientQueues';
import type { Transport } from './transport';

/** One request of a card, under the name by which the journal knows it. */
export interface PlannedMessage {
	key: string;
	request: ProviderRequest;
}

/** The messages of one recipient's card, in order. */
export interface CardDelivery {
	recipient: string;
	messages: readonly PlannedMessage[];
}

export interface DeliverySettings {
	/** Recipients served at the same time. */
	concurrency: number;
	/** Requests in any 60 seconds; 0 for no limit. */
	messagesPerMinute: number;
	/** Milliseconds between the starts of two requests. */
	interval: number;
	/** How often one request is repeated. */
	maxRetries: number;
	/** Seconds that a wait may last. */
	maxRetryWait: number;
	/** Whether a failure lets the other cards go out. */
	continueOnFail: boolean;
	/** Whether receipts keep the provider's answers. */
	keepResponses: boolean;
}

/** What became of a card. `receipts` are those of the messages that went out, in order. */
export type CardResult =
	| { outcome: 'sent'; receipts: KeptReceipt[] }
	/** `message` is the place of the message that failed, from 0. */
	| { outcome: 'notSent' | 'unknown'; receipts: KeptReceipt[]; failure: Failure; message: number }
	/** Another card's failure, or the end of the workflow, came first. */
	| { outcome: 'notStarted'; receipts: KeptReceipt[] };

export interface DeliveryTools {
	provider: Provider;
	transport: Transport;
	journal: Journal;
	clock: Clock;
	/** Masks secrets in what the provider says. */
	redact: Redactor;
	/** Aborts when the workflow is stopped. */
	stop: AbortSignal;
}

/** First back-off in milliseconds; it doubles with every further try. */
const BACK_OFF = 1000;

/**
 * Sends every card once: cards to one recipient in order, different recipients side by side, all requests through
 * one {@link Pace}. Repeats only what surely did nothing; what an earlier try of the execution has sent, or may
 * have sent, is not sent again. Results come in the order of the deliveries.
 */
export async function deliver(
	deliveries: readonly CardDelivery[],
	settings: DeliverySettings,
	{ provider, transport, journal, clock, redact, stop }: DeliveryTools,
): Promise<CardResult[]> {
	const maxWait = settings.maxRetryWait * 1000;
	const pace = new Pace({ ...settings, maxWait }, clock);
	const results = deliveries.map((): CardResult => ({ outcome: 'notStarted', receipts: [] }));
	// A failure keeps new cards from starting; what has started goes on to its end, unless the workflow is stopped.
	const failure = new AbortController();
	const noNewCards = AbortSignal.any([failure.signal, stop]);

	/** Waits for its turn and sends; undefined where it may not start any more. */
	const sendOnce = async (
		request: ProviderRequest,
		isNew: boolean,
	): Promise<Verdict | undefined> => {
		const end = isNew ? noNewCards : stop;
		const admission = await pace.admit(end);
		if (!admission.admitted) {
			if (admission.wait === undefined) return undefined;
			return { outcome: 'notSent', failure: tooLong(provider, admission.wait) };
		}
		if (end.aborted) return undefined;
		const answer = await transport(request);
		if (answer.kind === 'response') {
			const wait = usedUpWait(answer.response, clock.now());
			if (wait !== undefined && wait <= maxWait) pace.pause(wait);
		}
		return verdictOf(provider, answer, clock.now(), redact);
	};

	/** Milliseconds to wait before the next try; a back-off grows up to the longest wait that is allowed. */
	const waitBefore = (tries: number, { wait }: Repeat) =>
		wait ??
		Math.max(BACK_OFF, Math.min(BACK_OFF * 2 ** (tries - 1) * (1 + clock.random()), maxWait));

	const sendMessage = async (request: ProviderRequest, isNew: boolean) => {
		for (let tries = 1; ; tries += 1) {
			const verdict = await sendOnce(request, isNew && tries === 1);
			if (verdict === undefined || verdict.outcome === 'sent') return verdict;
			const { repeat } = verdict;
			if (repeat === undefined) return verdict;
			const wait = waitBefore(tries, repeat);
			if (repeat.pause === 'run') pace.pause(wait);
			if (wait > maxWait || tries > settings.maxRetries) {
				return { ...verdict, failure: afterTries(verdict.failure, tries, repeat.wait) };
			}
			if (repeat.pause === 'card') await clock.sleep(wait, stop);
		}
	};

	/** The journal is part of the execution's data, so nothing in it may be secret either. */
	const keptReceipt = ({ messageIds, chatId }: Receipt, answer: ProviderResponse): KeptReceipt => ({
		messageIds: messageIds.map(redact),
		chatId: chatId === null ? null : redact(chatId),
		response: settings.keepResponses ? redactDeep(answer.json ?? answer.text, redact) : undefined,
	});

	const sendCard = async ({ messages }: CardDelivery): Promise<CardResult> => {
		const receipts: KeptReceipt[] = [];
		for (const [index, { key, request }] of messages.entries()) {
			const earlier = journal.find(key);
			if (earlier?.outcome === 'sent') {
				receipts.push(earlier.receipt);
				continue;
			}
			if (earlier !== undefined) {
				return {
					outcome: 'unknown',
					receipts,
					failure: notRepeated(earlier.title),
					message: index,
				};
			}
			const verdict = await sendMessage(request, receipts.length === 0);
			if (verdict === undefined) {
				if (receipts.length === 0) return { outcome: 'notStarted', receipts };
				return { outcome: 'notSent', receipts, failure: cutShort(), message: index };
			}
			if (verdict.outcome !== 'sent') {
				if (verdict.outcome === 'unknown') {
					journal.note(key, { outcome: 'unknown', title: verdict.failure.title });
				}
				return { outcome: verdict.outcome, receipts, failure: verdict.failure, message: index };
			}
			const receipt = keptReceipt(verdict.receipt, verdict.response);
			receipts.push(receipt);
			journal.note(key, { outcome: 'sent', receipt });
		}
		return { outcome: 'sent', receipts };
	};

	await runRecipientQueues(
		deliveries.map(({ recipient }) => recipient),
		settings.concurrency,
		async (card) => {
			const delivery = deliveries[card];
			if (delivery === undefined) return;
			const result = await sendCard(delivery);
			results[card] = result;
			if (result.outcome !== 'sent' && !settings.continueOnFail) failure.abort();
		},
		() => !noNewCards.aborted,
	);
	return results;
}

function tooLong({ displayName }: Provider, wait: number): Failure {
	return {
		outcome: 'notSent',
		title: `${displayName} takes no more cards for ${seconds(wait)}`,
		fix: `Send it again after that, or raise Max Retry Wait in the options.`,
		httpCode: '429',
		retryAfterMs: wait,
	};
}

function afterTries(failure: Failure, tries: number, wait: number | undefined): Failure {
	const asked = wait === undefined ? [] : [`It asks to wait ${seconds(wait)}.`];
	const tried = tries === 1 ? [] : [`It was tried ${count(tries, 'time')}.`];
	return {
		...failure,
		fix: [...asked, ...tried, failure.fix].join(' '),
		...(wait === undefined ? {} : { retryAfterMs: wait }),
	};
}

function notRepeated(title: string): Failure {
	return {
		outcome: 'unknown',
		title: `The card was not sent again, since an earlier try ended in doubt (${title})`,
		fix: MAY_HAVE_ARRIVED,
	};
}

function cutShort(): Failure {
	return {
		outcome: 'notSent',
		title: 'The workflow was stopped before all contacts of the card were sent',
		fix: 'Send the remaining contacts again.',
	};
}

function seconds(milliseconds: number): string {
	return count(Math.ceil(milliseconds / 1000), 'second');
}
