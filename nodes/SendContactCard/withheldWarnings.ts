/** Warnings about the messages of a sent card that were not sent now. */

import type { FieldWarning } from '../contact/contact';
import type { CardResult } from '../delivery/sendCard';
import type { Card } from './planCards';

const CARD_SENT_BEFORE =
	'The same card was already sent in this execution, so it was not sent again; these are its message IDs';
const CONTACTS_SENT_BEFORE = 'already sent to this recipient in this execution, so not sent again';
const WITHOUT_CARD =
	'its card had already been sent in this execution, and a text goes out only with its card';
const OTHER_WORDS = 'the card already had one in this execution, which said something else';

/**
 * The warnings of a card, about itself if it was sent before, or about each of its messages.
 *
 * @param hasOtherCalls whether another call may have sent something, as an agent's can; otherwise it was an earlier attempt
 *   of the same run, and only texts that were never sent get a warning
 */
export function withheldWarnings(
	{ messages }: Card,
	{ wasSentBefore, withheld }: Extract<CardResult, { outcome: 'sent' }>,
	hasOtherCalls: boolean,
): FieldWarning[] {
	const warnings: FieldWarning[] =
		hasOtherCalls && wasSentBefore ? [{ field: 'recipient', message: CARD_SENT_BEFORE }] : [];
	for (const { message, why } of withheld) {
		const { kind, subject = '' } = messages[message] ?? {};
		const field = kind === undefined || kind === 'card' ? 'contacts' : kind;
		if (why === 'withoutCard') {
			warnings.push({ field, message: `${subject} was not sent: ${WITHOUT_CARD}` });
		} else if (hasOtherCalls && why === 'otherWords') {
			warnings.push({ field, message: `${subject} was not sent: ${OTHER_WORDS}` });
		} else if (hasOtherCalls && !wasSentBefore && kind === 'card') {
			warnings.push({ field, message: `${subject}: ${CONTACTS_SENT_BEFORE}` });
		}
	}
	return warnings;
}
