import { mayHaveArrived, type Failure } from '../failures/failure';
import { redactDeep, type Redactor } from '../failures/redaction';
import type { Journal, KeptReceipt, KnownMessage, SentOnce } from './journal';
import { contentName, type MessageKind, type NamedMessage } from './message';
import type { Doubt, MessageSender } from './sendMessage';
import { isWithoutCard, sentEarlier, type Withheld } from './withheld';

/** What became of a card. `receipts` are those of its messages that were sent in this or an earlier attempt, in order. */
export type CardResult =
	| {
			outcome: 'sent';
			receipts: KeptReceipt[];
			/** The messages that this call did not send. */
			withheld: Withheld[];
			/** Whether all of it had been sent before. */
			wasSentBefore: boolean;
	  }
	/** `message` is the place of the message that failed, from 0. */
	| { outcome: 'notSent' | 'unknown'; receipts: KeptReceipt[]; failure: Failure; message: number }
	/** Another card's failure, or the end of the workflow, came first. */
	| { outcome: 'notStarted'; receipts: KeptReceipt[] };

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
	const known = messages.map((message) => journal.findMessage(message));
	const receipts = receiptsOf(known);
	const withheld = messages.flatMap((message, index) => sentEarlier(message, index, known[index]));
	return withheld.length === messages.length
		? { outcome: 'sent', receipts, withheld, wasSentBefore: true }
		: { outcome: 'notStarted', receipts };
}

/**
 * Sends those messages of a card that were not sent and cannot have been, in order, up to the first that fails. A message
 * that an earlier attempt may have sent is sent again only if it is the same request and the service carries it out once.
 * Otherwise it leaves the outcome of the card unknown, and holds back messages of another kind: a card without the text
 * before it, or a text after it without the card, would say something else. For the same reason a text goes out only with
 * its card: not if all of the card had been sent before without that text.
 */
export async function sendCard(
	messages: readonly NamedMessage[],
	tools: CardTools,
): Promise<CardResult> {
	const { journal, noNewCards, stop } = tools;
	const doubts = new Map<number, Failure>();
	const isRepeatable = (known: KnownMessage | undefined, message: NamedMessage) =>
		doubtOf(known, message, tools) !== undefined;
	let hasStarted = knownResult(messages, journal).receipts.length > 0;
	const withheld: Withheld[] = [];
	let sentNow = false;
	let sentCardNow = false;
	let isComplete = true;
	let failed: { message: number; failure: Failure } | undefined;
	for (const [index, message] of messages.entries()) {
		if (message.kind === 'textBefore') {
			for (const [place, { kind, keys }] of messages.entries()) {
				if (kind !== 'card') continue;
				await journal.settled(keys);
				if (journal.hasPartOf(keys)) failed ??= { message: place, failure: OVERTAKEN };
			}
		}
		const known = journal.findMessage(message);
		withheld.push(...sentEarlier(message, index, known));
		const doubt = doubtOf(known, message, tools);
		if (known?.outcome === 'unknown' && doubt === undefined) {
			doubts.set(index, notRepeated(known.title, message.kind));
		}
		if ((known !== undefined && doubt === undefined) || failed !== undefined || !isComplete) {
			continue;
		}
		if (isHeldBack(message, messages, doubts)) continue;
		if (!sentCardNow && isWithoutCard(message, messages, journal, isRepeatable)) {
			withheld.push({ message: index, why: 'withoutCard' });
			continue;
		}
		const mayStart = hasStarted ? stop : noNewCards;
		const isFollowed = messages.some(({ kind }) => kind === 'textAfter');
		const { by, result } = await sendMessage(message, { mayStart, doubt, isFollowed }, tools);
		if (by === 'otherInPart') {
			const byOther = journal.findMessage(message);
			if (message.kind === 'card') failed = { message: index, failure: OVERTAKEN };
			else if (byOther?.outcome === 'unknown') {
				doubts.set(index, notRepeated(byOther.title, message.kind));
			} else withheld.push(...sentEarlier(message, index, byOther));
		} else if (result?.outcome === 'sent') {
			hasStarted = true;
			if (by === 'other') {
				withheld.push(...sentEarlier(message, index, journal.findMessage(message)));
			}
			sentNow ||= by === 'this';
			sentCardNow ||= by === 'this' && message.kind === 'card';
		} else if (result !== undefined) {
			failed = { message: index, failure: result.failure };
		} else if (hasStarted && doubt === undefined) {
			failed = { message: index, failure: CUT_SHORT };
		} else {
			isComplete = false;
		}
	}
	const inTheEnd = messages.map((message) => journal.findMessage(message));
	for (const [index, message] of messages.entries()) {
		const known = inTheEnd[index];
		if (known?.outcome === 'unknown' && failed?.message !== index) {
			doubts.set(index, notRepeated(known.title, message.kind));
		}
	}
	const receipts = receiptsOf(inTheEnd);
	const failure = failureOf(messages, inTheEnd, doubts, failed);
	if (failure !== undefined) return { outcome: failure.failure.outcome, receipts, ...failure };
	return isComplete
		? { outcome: 'sent', receipts, withheld, wasSentBefore: !sentNow }
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
	return now() < until && request === contentName(message.request) ? { title, until } : undefined;
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
	{
		mayStart,
		doubt,
		isFollowed,
	}: { mayStart: AbortSignal; doubt: Doubt | undefined; isFollowed: boolean },
	{ journal, send, redact, keepResponses, now }: CardTools,
): Promise<SentOnce> {
	const { keys, kind, request, words } = message;
	const unknown = (title: string, until: number): KnownMessage =>
		request.idempotentFor === undefined
			? { outcome: 'unknown', title }
			: {
					outcome: 'unknown',
					title,
					repeatable: { request: contentName(request), until },
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
				...(kind === 'card' && isFollowed ? { isFollowed } : {}),
				...(words === undefined ? {} : { said: contentName(words) }),
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

/**
 * The receipts of a card, in the order of its messages; of two equal messages of an agent only one was sent.
 *
 * @param known what the journal says about each message
 */
function receiptsOf(known: ReadonlyArray<KnownMessage | undefined>): KeptReceipt[] {
	const receipts = known.flatMap((message) =>
		message?.outcome === 'sent' ? [message.receipt] : [],
	);
	return [...new Set(receipts)];
}

/**
 * The failure of a card: that of this attempt, otherwise the first of an earlier one, with everything else that a person has
 * to know before sending the card again.
 *
 * @param known what the journal says about each message
 */
function failureOf(
	messages: readonly NamedMessage[],
	known: ReadonlyArray<KnownMessage | undefined>,
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
		(_, index) => (hasTexts || index > place) && known[index]?.outcome === 'sent',
	);
	const notSent = messages.filter((_, index) => index !== place && known[index] === undefined);
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

const OVERTAKEN: Failure = {
	outcome: 'notSent',
	title:
		'Another call was sending a part of these contacts at the same time, so they were not sent together',
	fix: 'Make the call again: it sends only those that have not been sent.',
};

const CUT_SHORT: Failure = {
	outcome: 'notSent',
	title: 'The workflow was stopped before the whole card was sent',
	fix: 'Send the rest of it.',
};
