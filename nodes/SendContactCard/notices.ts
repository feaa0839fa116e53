/** What a card's output says about the messages that were not sent with it. */

import type { FieldWarning } from '../contact/contact';
import type { CardResult } from '../delivery/sendCard';
import type { Card } from './planCards';

const SENT_BEFORE =
	'The same card was already sent in this execution, so it was not sent again; these are its message IDs';
const SENT_EARLIER = 'already sent to this recipient in this execution, so not sent again';
const NOT_ALONE =
	'its card had already been sent in this execution, and a text goes out only with its card';
const NO_OTHER_WORDS =
	'this card had its text earlier in this execution, and gets no second one in other words';

/** What was not sent now although the card is sent; after an earlier try of the same run, only what was never sent. */
export function noticesOf(
	{ messages }: Card,
	{ wasSentBefore, withheld }: Extract<CardResult, { outcome: 'sent' }>,
	tellsOfEarlierCalls: boolean,
): FieldWarning[] {
	const notices: FieldWarning[] =
		tellsOfEarlierCalls && wasSentBefore ? [{ field: 'recipient', message: SENT_BEFORE }] : [];
	for (const { message, why } of withheld) {
		const { kind, subject = '' } = messages[message] ?? {};
		const field = kind === undefined || kind === 'card' ? 'contacts' : kind;
		if (why === 'withoutCard') {
			notices.push({ field, message: `${subject} was not sent: ${NOT_ALONE}` });
		} else if (tellsOfEarlierCalls && why === 'otherWords') {
			notices.push({ field, message: `${subject} was not sent: ${NO_OTHER_WORDS}` });
		} else if (tellsOfEarlierCalls && !wasSentBefore && kind === 'card') {
			notices.push({ field, message: `${subject}: ${SENT_EARLIER}` });
		}
	}
	return notices;
}
