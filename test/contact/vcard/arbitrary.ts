import fc, { type Arbitrary } from 'fast-check';

import { isBirthday, type Contact } from '../../../nodes/contact/contact';
import type {
	GroupField,
	ListField,
	TextKind,
	TextPart,
} from '../../../nodes/contact/fields/field';
import {
	groupField,
	GROUPS,
	isGroup,
	isList,
	KEYS,
	listField,
	LISTS,
	textField,
} from '../../../nodes/contact/fields/keys';
import { oneLine, paragraph } from '../../../nodes/contact/text';
import { asContact } from '../../support/contactSchema';

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
	.filter((day) => !/^(1604|0000)/.test(day) && isBirthday(day));

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

/** Texts of each kind that the table knows. */
const TEXT: Readonly<Record<TextKind, Arbitrary<string>>> = {
	line,
	paragraph: note,
	birthday,
	photo,
	countryCode: fc.stringMatching(/^[A-Z]{2}$/),
	whatsappId: fc.stringMatching(/^[0-9]{5,20}$/),
};

const textOf = ({ holds = 'line' }: TextPart) => TEXT[holds];

function partsOf({ main, parts }: GroupField | ListField): Arbitrary<Record<string, string>> {
	const texts = Object.fromEntries(
		Object.entries(parts).map(([part, text]) => [part, part === 'type' ? type : textOf(text)]),
	);
	return fc.record(texts, { requiredKeys: Object.keys(parts).filter((part) => part === main) });
}

const entryOf = (field: ListField) =>
	partsOf(field).filter((entry) => Object.keys(entry).some((part) => part !== 'type'));

/** Every contact that the table allows, more of the awkward ones than of the ordinary. */
export const contact: Arbitrary<Contact> = fc
	.record(
		Object.fromEntries(
			KEYS.map((key): [string, Arbitrary<unknown>] => {
				if (isGroup(key)) return [key, partsOf(groupField(key))];
				if (isList(key)) return [key, fc.array(entryOf(listField(key)), { maxLength: 3 })];
				return [key, textOf(textField(key))];
			}),
		),
		{ requiredKeys: [...GROUPS, ...LISTS] },
	)
	.map(asContact);
