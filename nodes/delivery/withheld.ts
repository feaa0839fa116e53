/** Messages of a sent card that are not sent now: those sent before, and texts that would stand alone. */

import type { KnownMessage } from './journal';
import { contentName, type NamedMessage } from './message';

/** A message that was not sent now although the card is sent. `message` is its place in the card, from 0. */
export interface Withheld {
	message: number;
	/**
	 * - `sentBefore`: it was sent before
	 * - `otherWords`: a text in its place was sent before, and said something else
	 * - `withoutCard`: it is a text that would have gone out without its card
	 */
	why: 'sentBefore' | 'otherWords' | 'withoutCard';
}

/**
 * The message as withheld if it was sent before, otherwise nothing.
 *
 * @param known what the journal says about it
 */
export function sentEarlier(
	{ words }: NamedMessage,
	index: number,
	known: KnownMessage | undefined,
): Withheld[] {
	if (known?.outcome !== 'sent') return [];
	const isOther = words !== undefined && known.said !== contentName(words);
	return [{ message: index, why: isOther ? 'otherWords' : 'sentBefore' }];
}

/**
 * Whether a text that has not been sent would stand alone: one before the card if nothing of the card is left to be sent,
 * one after it if no part of the card was sent with a text to follow.
 *
 * @param knownOf what is known of a message that is not to be sent (again)
 */
export function isWithoutCard(
	{ kind }: NamedMessage,
	messages: readonly NamedMessage[],
	knownOf: (message: NamedMessage) => KnownMessage | undefined,
): boolean {
	if (kind === 'card') return false;
	const parts = messages.filter((message) => message.kind === 'card').map(knownOf);
	return kind === 'textBefore'
		? parts.every((part) => part !== undefined)
		: !parts.some((part) => part?.outcome === 'sent' && part.isFollowed === true);
}
