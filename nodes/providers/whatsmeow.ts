/** What whatsmeow says when a send failed: the library beneath several WhatsApp servers (github.com/tulir/whatsmeow, send.go). */

import type { Refusal } from './provider';

/** Words of a failure by which nothing was sent, with what to do. */
export interface NotSentWords {
	words: RegExp;
	advice?: string;
}

const NOT_SENT: readonly NotSentWords[] = [
	{
		words: /server returned error 463/,
		advice:
			'WhatsApp has locked this account out of writing to people who never wrote to it. Wait, and do not send it again.',
	},
	{ words: /server returned error/ },
	{ words: /no LID found for/, advice: 'Check the number: it has no WhatsApp account.' },
	{
		words: /^failed to get group (members|info)/,
		advice: 'Check the group: the account is not a member of it.',
	},
	// Alone, the words may also be about a second try of what was sent before the connection was lost.
	{
		words: /^failed to [^]+: websocket not connected$/,
		advice: 'Connect the account to WhatsApp again.',
	},
];

/**
 * The refusal that a server's words are, where they come before anything is sent or after WhatsApp refused it; undefined for
 * all others. It is never repeated.
 *
 * @param own words of the server itself
 */
export function notSentRefusal(message: string, own: readonly NotSentWords[]): Refusal | undefined {
	const known = [...own, ...NOT_SENT].find(({ words }) => words.test(message));
	if (known === undefined) return undefined;
	const refused: Refusal = { message, outcome: 'notSent', retry: false };
	return known.advice === undefined ? refused : { ...refused, advice: known.advice };
}
