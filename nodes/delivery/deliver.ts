/**
 * Delivery: cards go to their recipients once and in order, or their results say why they did not.
 *
 * The parts, in the order in which a card meets them:
 *
 * - `message.ts`: the planned messages of a card, and their names in the journal
 * - `journal.ts`: what was sent, or may have been, earlier in the execution; stored with the execution
 * - `recipientQueues.ts`: one recipient's cards one after another, different recipients in parallel
 * - `sendCard.ts`: the messages of one card, in order, up to the first that fails; `cardFailure.ts` says what a person has
 *   to know then
 * - `withheld.ts`: the messages of a card that are not sent with it
 * - `sendAndRecord.ts`: one message, sent once, and what the journal then knows about it
 * - `sendMessage.ts`: one message with its retries; `pace.ts` says when, `rateLimit.ts` how long
 *   a provider asks the node to wait
 * - `transport.ts`: the HTTP request, by n8n's helper; `credential.ts` says to which address
 * - `outcome.ts`: what an answer means; `answerWords.ts` puts it into words
 * - `connectionFailure.ts`: what a request without an answer proves; `connectionWords.ts` puts it into words
 */

import { LongTask } from '../eventLoop/longTask';
import type { Journal } from './journal';
import type { NamedMessage, PlannedMessage } from './message';
import { runRecipientQueues } from './recipientQueues';
import { knownResult, sendCard, type CardResult } from './sendCard';
import { createSender, type SenderTools } from './sendMessage';
import type { DeliverySettings } from './settings';

export type { DeliverySettings };

/** A card as a recipient's messages, in order. */
export interface CardDelivery {
	recipient: string;
	messages: readonly PlannedMessage[];
}

export interface DeliveryTools extends SenderTools {
	journal: Journal;
	/** The names of a message in the journal. */
	keysOf: (message: PlannedMessage, recipient: string) => string[];
}

/**
 * Sends every card once, see above; what an earlier attempt in the execution has sent, or may have sent, is not sent again.
 * Results come in the order of the cards.
 *
 * @param startNone sends nothing and only reports what had been sent before
 */
export async function deliver(
	cards: readonly CardDelivery[],
	settings: DeliverySettings,
	tools: DeliveryTools,
	startNone = false,
): Promise<CardResult[]> {
	const { journal, keysOf, redact, stop, clock } = tools;
	const task = new LongTask(clock);
	const named: NamedMessage[][] = [];
	const results: CardResult[] = [];
	for (const { recipient, messages } of cards) {
		const own = messages.map((message) => ({ ...message, keys: keysOf(message, recipient) }));
		named.push(own);
		if (task.shouldYield) await task.yieldNow();
		results.push(knownResult(own, journal));
		if (task.shouldYield) await task.yieldNow();
	}
	if (startNone) return results;

	const waiting = [...cards.keys()].filter((card) => results[card]?.outcome !== 'sent');
	// A failure keeps new cards from starting; started cards are finished, unless the workflow is stopped.
	const failure = new AbortController();
	const noNewCards = AbortSignal.any([failure.signal, stop]);
	const send = createSender(settings, tools);
	await runRecipientQueues(
		waiting.map((card) => cards[card]?.recipient ?? ''),
		settings.concurrency,
		async (place) => {
			const card = waiting[place] ?? 0;
			if (task.shouldYield) await task.yieldNow();
			const { keepResponses } = settings;
			const now = () => clock.now();
			const cardTools = { journal, send, redact, keepResponses, now, noNewCards, stop };
			const result = await sendCard(named[card] ?? [], cardTools);
			results[card] = result;
			if (result.outcome !== 'sent' && !settings.continueOnFail) failure.abort();
		},
		() => !noNewCards.aborted,
	);
	return results;
}
