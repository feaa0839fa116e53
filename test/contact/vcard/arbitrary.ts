import fc, { type Arbitrary } from 'fast-check';

import { contactSchema, type Contact } from '../../../nodes/contact/contact';
import { oneLine, paragraph } from '../../../nodes/contact/text';

/** Texts that break readers and writers which escape in the wrong place, or twice, or not at all. */
const NASTY = [
	...[';', ',', ':', '\\', '\\n', '\\N', '\\\\', '\\;', '"', "'", '^', '^n', '^^', '=', '=3D', '='],
	...['=0D=0A', '_$!<', '>!$_', '_$!<Mobile>!$_', '_$!<_$!<x>!$_>!$_', 'item1.', 'TEL:', 'tel:'],
	...['TEL;type=CELL:+1', 'END:VCARD', 'BEGIN:VCARD', 'X-ABLabel:', 'VALUE=uri', 'CHARSET=UTF-16'],
	...['ENCODING=b', 'ENCODING=QUOTED-PRINTABLE', ' ', '  ', '\u00a0', '\u3000', '\u200d', '\u200f'],
	...['ä', 'a\u0308', '日本語', 'محمد', '👩‍👩‍👧', '🇧🇷', '\u{10ffff}', '\ufffd', 'ß', 'İ', 'ſ', 'ﬁ'],
	...['x'.repeat(80), ' '.repeat(160), '😀'.repeat(40), 'é'.repeat(75), '__proto__', 'constructor'],
];

const TYPES = [
	...['HOME', 'WORK', 'CELL', 'FAX', 'WORK FAX', 'FAX WORK', 'HOME HOME', 'VOICE', 'VOICE MSG'],
	...['cell', 'Work', 'Mobile', 'MOBILE', 'INTERNET', 'PREF', 'HOME PREF', 'OTHER', 'HOME,FAX'],
	...['X-HOME', 'X-', 'IPHONE', 'MAIN', 'a label', '_$!<Mobile>!$_', '_$!<>!$_', '_$!<!$_'],
];

const piece = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...NASTY) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
	{ weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

const raw = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

/** One trimmed line, as the schema asks for. */
const line = raw.map(oneLine).filter((text) => text !== '');

const note = fc
	.array(fc.oneof(line, fc.constantFrom('', '\n', '\r\n', '\u2028')), {
		minLength: 1,
		maxLength: 6,
	})
	.map((lines) => paragraph(lines.join('\n')))
	.filter((text) => text !== '');

const type = fc.oneof(fc.constantFrom(...TYPES), line);

const birthday = fc
	.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10))
	.chain((day) => fc.constantFrom(day, `-${day.slice(4)}`))
	.filter(
		(day) => !/^(1604|0000)/.test(day) && contactSchema.shape.birthday.safeParse(day).success,
	);

const base64 = fc
	.stringMatching(/^[A-Za-z0-9+/]{1,300}$/)
	.chain((data) => fc.constantFrom('', '=', '==').map((end) => data + end));

const photo = fc.oneof(
	fc
		.tuple(fc.constantFrom('jpeg', 'jpg', 'png', 'svg+xml', 'vnd.x-icon', 'image', '-'), base64)
		.map(([format, data]) => `data:image/${format};base64,${data}`),
	fc
		.tuple(fc.constantFrom('http://', 'https://'), line)
		.map(([scheme, rest]) => scheme + rest.replace(/\s/g, '')),
);

const address = optional(
	{},
	{
		...{ street: line, city: line, state: line, zip: line, country: line, type },
		country_code: fc.stringMatching(/^[A-Z]{2}$/),
	},
).filter((parts) => Object.keys(parts).some((part) => part !== 'type'));

/** Every contact that the schema allows, more of the awkward ones than of the ordinary. */
export const contact: Arbitrary<Contact> = fc
	.record({
		name: optional(
			{ formatted_name: line },
			{ first_name: line, last_name: line, middle_name: line, prefix: line, suffix: line },
		),
		phones: fc.array(
			optional(
				{ phone: line },
				{
					type,
					wa_id: fc.stringMatching(/^[0-9]{5,20}$/),
				},
			),
			{ maxLength: 3 },
		),
		emails: fc.array(optional({ email: line }, { type }), { maxLength: 3 }),
		addresses: fc.array(address, { maxLength: 3 }),
		org: optional({}, { company: line, department: line, title: line }),
		urls: fc.array(optional({ url: line }, { type }), { maxLength: 3 }),
		extra: optional({}, { birthday, nickname: line, note, photo }),
	})
	.map(({ extra, ...fields }) => contactSchema.parse({ ...fields, ...extra }));

/** Records with all of the first properties and any of the others. */
function optional<Needed, Others>(
	needed: { [Key in keyof Needed]: Arbitrary<Needed[Key]> },
	others: { [Key in keyof Others]: Arbitrary<Others[Key]> },
): Arbitrary<object> {
	return fc
		.tuple(fc.record(needed), fc.record(others, { requiredKeys: [] }))
		.map(([first, second]) => ({ ...first, ...second }));
}
