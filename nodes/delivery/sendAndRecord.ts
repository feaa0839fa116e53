/** Sends one message once, and writes into the journal what became of it. */

import { redactDeep, type Redactor } from '../failures/redaction';
import type { Journal, KeptReceipt, KnownMessage, SentOnce } from './journal';
import { contentName, type MessageKind, type NamedMessage } from './message';
import type { MessageResult } from './outcome';
import type { Doubt, MessageSender } from './sendMessage';

export interface RecordingTools {
	journal: Journal;
	send: MessageSender;
	redact: Redactor;
	keepResponses: boolean;
	/** Unix milliseconds. */
	now: () => number;
}

/**
 * Sends a message, unless another call is sending it or a part of it, see {@link Journal.sendOnce}.
 *
 * @param mayStart aborts when it must not be started any more
 * @param doubt the earlier attempt that it repeats, see {@link repeatableDoubt}
 * @param isFollowed whether a text is to follow the card
 */
export async function sendAndRecord(
	message: NamedMessage,
	{
		mayStart,
		doubt,
		isFollowed,
	}: { mayStart: AbortSignal; doubt: Doubt | undefined; isFollowed: boolean },
	tools: RecordingTools,
): Promise<SentOnce> {
	const { journal, send, now } = tools;
	const { keys, kind, request } = message;
	return await journal.sendOnce(keys, async () => {
		const until = doubt?.until ?? now() + (request.idempotentFor ?? 0) * 1000;
		const underWay = () => {
			journal.note(keys, { outcome: 'underWay' });
		};
		const result = await send({ kind, request }, mayStart, underWay, doubt);
		const known =
			result?.outcome === 'sent'
				? sent(message, receiptOf(result, kind, tools), isFollowed)
				: unknown(message, doubt?.title ?? titleIfUnknown(result), until);
		if (known === undefined) journal.forget(keys);
		else journal.note(keys, known);
		return result;
	});
}

/** An earlier attempt of a message that can be repeated: this is the same request, and the service carries it out once. */
export function repeatableDoubt(
	known: KnownMessage | undefined,
	{ request }: NamedMessage,
	now: number,
): Doubt | undefined {
	if (known?.outcome !== 'unknown' || known.repeatable === undefined) return undefined;
	const { title, repeatable } = known;
	const { until } = repeatable;
	return now < until && repeatable.request === contentName(request) ? { title, until } : undefined;
}

function sent(
	{ kind, words }: NamedMessage,
	receipt: KeptReceipt,
	isFollowed: boolean,
): KnownMessage {
	return {
		outcome: 'sent',
		receipt,
		...(kind === 'card' && isFollowed ? { isFollowed } : {}),
		...(words === undefined ? {} : { said: contentName(words) }),
	};
}

/** @param title why nobody knows whether it was sent; undefined if it is known not to have been */
function unknown(
	{ request }: NamedMessage,
	title: string | undefined,
	until: number,
): KnownMessage | undefined {
	if (title === undefined) return undefined;
	return request.idempotentFor === undefined
		? { outcome: 'unknown', title }
		: { outcome: 'unknown', title, repeatable: { request: contentName(request), until } };
}

function titleIfUnknown(result: MessageResult | undefined): string | undefined {
	return result?.outcome === 'unknown' ? result.failure.title : undefined;
}

function receiptOf(
	{ receipt, response }: Extract<MessageResult, { outcome: 'sent' }>,
	kind: MessageKind,
	{ redact, keepResponses }: RecordingTools,
): KeptReceipt {
	return {
		messageIds: receipt.messageIds.map(redact),
		chatId: receipt.chatId === null ? null : redact(receipt.chatId),
		...(kind === 'card' ? {} : { isText: true }),
		...(keepResponses ? { response: redactDeep(response.json ?? response.text, redact) } : {}),
	};
}
