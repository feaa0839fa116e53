import { mayHaveArrived, type Failure } from '../failures/failure';
import { redactDeep, type Redactor } from '../failures/redaction';
import type { Journal, KeptReceipt, KnownMessage } from './journal';
import { contentKeys, type MessageKind, type PlannedMessage } from './message';
import { type MessageResult } from './outcome';
import type { Doubt, MessageSender } from './sendMessage';

/** What became of a card. `receipts` are those of its messages that were sent in this or an earlier attempt, in order. */
export type CardResult =
	| {
			outcome: 'sent';
			receipts: KeptReceipt[];
			/** Whether all of it had been sent before. */
			wasSentBefore: boolean;
	  }
	/** `message` is the place of the message that failed, from 0. */
	| { outcome: 'notSent' | 'unknown'; receipts: KeptReceipt[]; failure: Failure; message: number }
	/** Another card's failure, or the end of the workflow, came first. */
	| { outcome: 'notStarted'; receipts: KeptReceipt[] };

/** A message with its names in the journal. */
export interface NamedMessage extends PlannedMessage {
	keys: readonly string[];
}

export interface CardTools {
	journal: Journal;
	send: MessageSender;
	redact: Redactor;
	keepResponses: boolean;
	/** Unix milliseconds. */
	now: () => number;
	/** Aborts when no new card may start. */
	noNewCards: AbortSignal;
	/** Aborts when the workflow is stopped. */
	stop: AbortSignal;
}

/** What the journal says about a card, without sending anything. */
export function knownResult(
	messages: readonly NamedMessage[],
	journal: Journal,
): Extract<CardResult, { outcome: 'sent' | 'notStarted' }> {
	const receipts = receiptsOf(messages, journal);
	return messages.every((message) => find(journal, message)?.outcome === 'sent')
		? { outcome: 'sent', receipts, wasSentBefore: true }
		: { outcome: 'notStarted', receipts };
}

/**
 * Sends those messages of a card that were not sent and cannot have been, in order, up to the first that fails. A message
 * that an earlier attempt may have sent is sent again only if it is the same request and the service carries it out once.
 * Otherwise it leaves the outcome of the card unknown, and holds back messages of another kind: a card without the text
 * before it, or a text after it without the card, would say something else.
 */
export async function sendCard(
	messages: readonly NamedMessage[],
	tools: CardTools,
): Promise<CardResult> {
	const { journal, noNewCards, stop } = tools;
	const doubts = new Map<number, Failure>();
	let hasStarted = knownResult(messages, journal).receipts.length > 0;
	let sentNow = false;
	let isComplete = true;
	let failed: { message: number; failure: Failure } | undefined;
	for (const [index, message] of messages.entries()) {
		const known = find(journal, message);
		const doubt = doubtOf(known, message, tools);
		if (known?.outcome === 'unknown' && doubt === undefined) {
			doubts.set(index, notRepeated(known.title, message.kind));
		}
		if ((known !== undefined && doubt === undefined) || failed !== undefined || !isComplete) {
			continue;
		}
		if (isHeldBack(message, messages, doubts)) continue;
		const mayStart = hasStarted ? stop : noNewCards;
		const { result, isOwn } = await sendMessage(message, mayStart, tools, doubt);
		if (result?.outcome === 'sent') {
			hasStarted = true;
			sentNow ||= isOwn;
		} else if (result !== undefined) {
			failed = { message: index, failure: result.failure };
		} else if (hasStarted && doubt === undefined) {
			failed = { message: index, failure: CUT_SHORT };
		} else {
			isComplete = false;
		}
	}
	for (const [index, message] of messages.entries()) {
		const known = find(journal, message);
		if (known?.outcome === 'unknown' && failed?.message !== index) {
			doubts.set(index, notRepeated(known.title, message.kind));
		}
	}
	const receipts = receiptsOf(messages, journal);
	const failure = failureOf(messages, journal, doubts, failed);
	if (failure !== undefined) return { outcome: failure.failure.outcome, receipts, ...failure };
	return isComplete
		? { outcome: 'sent', receipts, wasSentBefore: !sentNow }
		: { outcome: 'notStarted', receipts };
}

/** What is known about an earlier attempt of a message, if the service would still carry the same request out once. */
function doubtOf(
	known: KnownMessage | undefined,
	message: NamedMessage,
	{ now }: CardTools,
): Doubt | undefined {
	if (known?.outcome !== 'unknown' || known.repeatable === undefined) return undefined;
	const { title, repeatable } = known;
	const { request, until } = repeatable;
	return now() < until && request === contentKeys(message).join() ? { title, until } : undefined;
}

function isHeldBack(
	{ kind }: NamedMessage,
	messages: readonly NamedMessage[],
	doubts: ReadonlyMap<number, Failure>,
): boolean {
	return [...doubts.keys()].some((index) => messages[index]?.kind !== kind);
}

async function sendMessage(
	message: NamedMessage,
	mayStart: AbortSignal,
	{ journal, send, redact, keepResponses, now }: CardTools,
	doubt: Doubt | undefined,
): Promise<{ result: MessageResult | undefined; isOwn: boolean }> {
	const { keys, kind, request } = message;
	const unknown = (title: string, until: number): KnownMessage =>
		request.idempotentFor === undefined
			? { outcome: 'unknown', title }
			: {
					outcome: 'unknown',
					title,
					repeatable: { request: contentKeys(message).join(), until },
				};
	return await journal.sendOnce(keys, async () => {
		const until = doubt?.until ?? now() + (request.idempotentFor ?? 0) * 1000;
		const underWay = () => {
			journal.note(keys, { outcome: 'underWay' });
		};
		const result = await send({ kind, request }, mayStart, underWay, doubt);
		if (result?.outcome === 'sent') {
			const { receipt, response } = result;
			journal.note(keys, {
				outcome: 'sent',
				receipt: {
					messageIds: receipt.messageIds.map(redact),
					chatId: receipt.chatId === null ? null : redact(receipt.chatId),
					...(kind === 'card' ? {} : { isText: true }),
					...(keepResponses
						? { response: redactDeep(response.json ?? response.text, redact) }
						: {}),
				},
			});
		} else if (result?.outcome === 'unknown') {
			journal.note(keys, unknown(doubt?.title ?? result.failure.title, until));
		} else if (doubt !== undefined) {
			journal.note(keys, unknown(doubt.title, until));
		} else {
			journal.forget(keys);
		}
		return result;
	});
}

function find(journal: Journal, { keys: [first = ''] }: NamedMessage): KnownMessage | undefined {
	return journal.find(first);
}

/** The receipts of a card, in the order of its messages; of two equal messages of an agent only one was sent. */
function receiptsOf(messages: readonly NamedMessage[], journal: Journal): KeptReceipt[] {
	const receipts = messages.flatMap((message) => {
		const known = find(journal, message);
		return known?.outcome === 'sent' ? [known.receipt] : [];
	});
	return [...new Set(receipts)];
}

/**
 * The failure of a card: that of this attempt, otherwise the first of an earlier one, with everything else that a person has
 * to know before sending the card again.
 */
function failureOf(
	messages: readonly NamedMessage[],
	journal: Journal,
	doubts: ReadonlyMap<number, Failure>,
	failed: { message: number; failure: Failure } | undefined,
): { message: number; failure: Failure } | undefined {
	const [firstDoubt] = [...doubts].map(([message, failure]) => ({ message, failure }));
	const first = failed ?? firstDoubt;
	if (first === undefined) return undefined;
	const place = first.message;
	const failure = withMessageId(first.failure, messages[place]);
	const otherDoubts = messages.filter((_, index) => index !== place && doubts.has(index));
	const hasTexts = messages.some(({ kind }) => kind !== 'card');
	const sent = messages.filter(
		(message, index) => (hasTexts || index > place) && find(journal, message)?.outcome === 'sent',
	);
	const notSent = messages.filter(
		(message, index) => index !== place && find(journal, message) === undefined,
	);
	const more = [
		...(otherDoubts.length === 0
			? []
			: [
					`Not sent again, because an earlier attempt may have sent it: ${subjectsOf(otherDoubts)}.`,
				]),
		...(sent.length === 0 ? [] : [`Sent: ${subjectsOf(sent)}.`]),
		...(hasTexts && notSent.length > 0 ? [`Not sent: ${subjectsOf(notSent)}.`] : []),
	];
	if (more.length === 0) return { message: place, failure };
	const outcome = doubts.size > 0 ? 'unknown' : failure.outcome;
	return {
		message: place,
		failure: { ...failure, outcome, fix: [failure.fix, ...more].join(' ') },
	};
}

/** If it is unknown whether a message arrived, adds the ID that we chose for it, so that it can be found at the service. */
function withMessageId(failure: Failure, message: NamedMessage | undefined): Failure {
	const id = message?.request.messageId;
	if (failure.outcome !== 'unknown' || id === undefined) return failure;
	return { ...failure, fix: `${failure.fix} Its message ID is ${id}.` };
}

function subjectsOf(messages: readonly NamedMessage[]): string {
	return messages.map(({ subject }) => subject).join(', ');
}

function notRepeated(title: string, kind: MessageKind): Failure {
	const what = kind === 'card' ? 'card' : 'text';
	return {
		outcome: 'unknown',
		title: `The ${what} was not sent again, because an earlier attempt may have sent it (${title})`,
		fix: mayHaveArrived(what),
	};
}

const CUT_SHORT: Failure = {
	outcome: 'notSent',
	title: 'The workflow was stopped before the whole card was sent',
	fix: 'Send the rest of it.',
};
