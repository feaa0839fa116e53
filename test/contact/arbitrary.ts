import fc, { type Arbitrary } from 'fast-check';

import type { ContactDraft } from '../../nodes/contact/contact';
import type { GroupField, ListField } from '../../nodes/contact/fields/field';
import type { ListKey } from '../../nodes/contact/fields/fields';
import { groupField, isGroup, isList, KEYS, listField } from '../../nodes/contact/fields/keys';

/** What people's data has in it, and what programs leave there. */
const PIECES = [
	...['John', 'Doe', 'Dr.', 'Jr.', 'A.', 'Maria da Conceição', '王小明', 'محمد', '👩‍👩‍👧', 'e\u0301'],
	...['\u0301', '\u200d', '\u200e', '\ufeff', '\u00a0', ' ', '  ', '\t', '\n', '\r\n', '\u2028'],
	...['\u0000', '\u001b', '\ud83d', '\ude00', ';', ',', ':', '\\', 'mailto:', 'tel:', 'data:'],
	...['+5512996130832', '5512996130832', '+44 (0)20 7946 0958', '112', '@c.us', '@', ';ext=', '1'],
	...['BR', 'br', 'ß', '1990-05-15', '19900515', '--05-15', 'T00:00:00Z', '1990-02-30'],
	...['https://example.com/a.png', 'HTTPS://', 'data:image/PNG;base64,iVBO\nRw==', '__proto__'],
];

const text = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.array(fc.constantFrom(...PIECES), { maxLength: 5 })
			.map((pieces) => pieces.join('')),
	},
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const maybe = fc.option(text, { nil: undefined });

/** Texts of which the main one is always there. */
function parts(field: GroupField | ListField, isEntry: boolean) {
	return fc.record(
		Object.fromEntries(
			Object.keys(field.parts).map((part) => [part, isEntry && part === field.main ? text : maybe]),
		),
	);
}

const entries = (key: ListKey) => fc.array(parts(listField(key), true), { maxLength: 3 });

/** What readers may find: every field of the table with any text, tidied or not. */
export const draft: Arbitrary<ContactDraft> = fc.record(
	Object.fromEntries(
		KEYS.map((key): [string, Arbitrary<unknown>] => {
			if (isGroup(key)) return [key, parts(groupField(key), false)];
			return [key, isList(key) ? entries(key) : maybe];
		}),
	),
	{ requiredKeys: [] },
);
