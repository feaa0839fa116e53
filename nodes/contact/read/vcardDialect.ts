import type { ReadContact } from '../contact';
import { isVCard, readVCards } from '../vcard/read';
import { pathText, unfit, unknownKeyWarnings, withWarnings, type Dialect } from './dialect';

const KEYS = ['vcard', 'vcard_text', 'vCard'] as const;

/** vCard text as a value: `{ "vcard": "BEGIN:VCARD…" }` (Wawp, WAHA, Telegram), `{ "vcard_text": … }` (Chert). */
export const vcardDialect: Dialect = {
	name: 'vCard text in an object',
	example: { vcard: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:John Doe\r\nEND:VCARD' },
	recognizes: (value) => KEYS.some((key) => typeof value[key] === 'string'),
	read(value, path) {
		const key = KEYS.find((candidate) => typeof value[candidate] === 'string') ?? 'vcard';
		const { [key]: card, ...others } = value;
		const text = String(card);
		if (!isVCard(text)) throw unfit(vcardDialect, [...path, key], 'must begin with BEGIN:VCARD');
		const besides = Object.keys(others).map((other) => pathText([other]));
		return withWarnings(readCardText(text), unknownKeyWarnings(besides));
	},
};

/**
 * The contacts of a text of vCards; the first one gets the warnings about text outside the cards. A text without any
 * contact, such as the card of a group, gives an empty contact with the reason.
 */
export function readCardText(text: string): ReadContact[] {
	const { contacts, warnings } = readVCards(text);
	return contacts.length === 0 ? [{ draft: {}, warnings }] : withWarnings(contacts, warnings);
}
