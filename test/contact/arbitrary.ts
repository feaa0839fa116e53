import fc, { type Arbitrary } from 'fast-check';

import type { ContactDraft } from '../../nodes/contact/contact';

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

/** What readers may find: every field with any text, tidied or not. */
export const draft: Arbitrary<ContactDraft> = fc.record(
	{
		name: fc.record({
			formatted_name: maybe,
			first_name: maybe,
			last_name: maybe,
			middle_name: maybe,
			prefix: maybe,
			suffix: maybe,
		}),
		phones: fc.array(fc.record({ phone: text, type: maybe, wa_id: maybe }), { maxLength: 3 }),
		emails: fc.array(fc.record({ email: text, type: maybe }), { maxLength: 2 }),
		addresses: fc.array(
			fc.record({
				street: maybe,
				city: maybe,
				state: maybe,
				zip: maybe,
				country: maybe,
				country_code: maybe,
				type: maybe,
			}),
			{ maxLength: 2 },
		),
		org: fc.record({ company: maybe, department: maybe, title: maybe }),
		urls: fc.array(fc.record({ url: text, type: maybe }), { maxLength: 2 }),
		birthday: maybe,
		nickname: maybe,
		note: maybe,
		photo: maybe,
	},
	{ requiredKeys: [] },
);
