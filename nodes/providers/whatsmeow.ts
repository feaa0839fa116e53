/** What whatsmeow, the library underneath several WhatsApp servers, says when a send fails (tulir/whatsmeow, send.go). */

import type { Refusal } from './provider';
import { NO_ACCOUNT, REACHOUT_LOCK } from './whatsAppAdvice';

/** Words of a failure that mean that nothing was sent, with what to do. */
export interface NotSentWords {
	words: RegExp;
	advice?: string;
}

const NOT_SENT: readonly NotSentWords[] = [
	{
		words: /server returned error 463/i,
		advice: REACHOUT_LOCK,
	},
	{
		words: /server returned error/i,
		advice: 'WhatsApp rejected it. Restart the session on the server, then send again.',
	},
	{ words: /no LID found/i, advice: NO_ACCOUNT },
	{
		words: /^failed to get group (members|info)/,
		advice: 'Check the group: the account is not a member of it.',
	},
	// Without the prefix, the words may also be about a retry after the connection was lost.
	{
		words: /^failed to [^]+: websocket not connected$/,
		advice: 'Connect the account to WhatsApp again.',
	},
];

/**
 * The refusal for a server's words that come before anything is sent, or after WhatsApp rejected it; undefined for all
 * others. It is never retried.
 *
 * @param own words of the server itself
 */
export function notSentRefusal(
	message: string,
	own: readonly NotSentWords[] = [],
): Refusal | undefined {
	const known = [...own, ...NOT_SENT].find(({ words }) => words.test(message));
	if (known === undefined) return undefined;
	const refused: Refusal = { message, outcome: 'notSent', retry: false };
	return known.advice === undefined ? refused : { ...refused, advice: known.advice };
}
