import { isVCard, readVCards } from '../vcard/read';
import { unfit, type Dialect } from './dialect';

const KEYS = ['vcard', 'vcard_text', 'vCard'] as const;

/** vCard text as a value: `{ "vcard": "BEGIN:VCARD…" }` (Wawp, WAHA, Telegram), `{ "vcard_text": … }` (Chert). */
export const vcardDialect: Dialect = {
	name: 'vCard text in a JSON object',
	example: { vcard: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:John Doe\r\nEND:VCARD' },
	recognises: (value) => KEYS.some((key) => typeof value[key] === 'string'),
	read(value, path) {
		const key = KEYS.find((candidate) => typeof value[candidate] === 'string') ?? 'vcard';
		const text = String(value[key]);
		if (!isVCard(text)) throw unfit(vcardDialect, [...path, key], 'must begin with BEGIN:VCARD');
		return readVCards(text).contacts;
	},
};
