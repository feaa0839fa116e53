/*
 * Why something went wrong, in three stages:
 *
 *   Problem      with what a person entered: a parameter, a contact, a credential; thrown as InputError
 *   Failure      of a card, with its outcome and what the provider said
 *   ItemFailure  of an input item, without secrets: what an error and an output item are made of
 */

/** Why something that a person entered cannot be used. */
export interface Problem {
	/** What is wrong, without a subject or full stop: "has no phone number". */
	problem: string;
	/** The parameter, or the field of the contact, that must be changed. */
	field: string;
	/** What to do about it, as whole sentences, the commonest way out first. */
	fix: string;
}

/** Why a card was not sent, or may not have been. The provider's words in it are redacted; nothing is escaped. */
export interface Failure {
	/** `unknown`: it may have arrived. */
	outcome: 'notSent' | 'unknown';
	/** What happened, as a sentence without its full stop. */
	title: string;
	fix: string;
	field?: string;
	/** The provider's own words. */
	words?: string;
	httpCode?: string;
	/** The provider's own code, or the system's. */
	code?: string;
	/** Milliseconds that the provider asks you to wait. */
	retryAfterMs?: number;
	/** Whether this package is to blame. */
	isBug?: boolean;
}

/** The failure of an input item, as a person reads it. */
export interface ItemFailure extends Failure {
	/** The input item, counted from 0 as in n8n. */
	item: number;
	/** Ids of the card's messages that were sent before it failed. */
	sentMessageIds: readonly string[];
}

export const MAY_HAVE_ARRIVED = mayHaveArrived('card');

/** What to do if it is unknown whether something arrived. */
export function mayHaveArrived(what: 'card' | 'text'): string {
	return `The ${what} may have arrived: ask the recipient or check the chat before you send it again.`;
}
