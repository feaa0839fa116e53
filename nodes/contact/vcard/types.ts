import type { Property } from './property';

/** Where a number or address is: these come first in a type of several words. */
const PLACES = ['HOME', 'WORK'];

/** What a number is for (RFC 2426, 3.3.1; the last five are Apple's, Meta's and RFC 6350's). */
const USES = [
	...['CELL', 'FAX', 'PAGER', 'CAR', 'MODEM', 'ISDN', 'BBS', 'PCS'],
	...['MAIN', 'IPHONE', 'OTHER', 'TEXTPHONE', 'SCHOOL'],
];

/** What a number can do: said only where nothing else is said. */
const ABILITIES = ['VOICE', 'MSG', 'VIDEO', 'TEXT'];

/** What every e-mail and postal address is anyway, and the preference, which is not a type. */
const IMPLIED = new Set(['INTERNET', 'PREF', 'DOM', 'INTL', 'POSTAL', 'PARCEL']);

const STANDARD = new Set([...PLACES, ...USES, ...ABILITIES]);

/** Words that people and programs use for a standard word. */
const SYNONYMS = new Map([['MOBILE', 'CELL']]);

/** Apple's mark for a label that its address book translates: `_$!<Mobile>!$_`. */
const MARK = { before: '_$!<', after: '>!$_' };

/** The words of a property's `TYPE`, standard words in capitals, without the `X-` of private ones. */
function typeWords({ parameters }: Property): string[] {
	const words: string[] = [];
	for (const { name, value } of parameters) {
		if (name !== 'TYPE') continue;
		for (const word of value.split(',')) {
			const upper = word.trim().toUpperCase();
			if (STANDARD.has(upper) || IMPLIED.has(upper)) words.push(upper);
			else if (upper !== '') words.push(word.trim().replace(/^X-(?=.)/i, ''));
		}
	}
	return words;
}

/**
 * The one text that says what the words of `TYPE` say: `HOME FAX` for `FAX,HOME`, `WORK CELL` for
 * `work,cell,voice,text`. Undefined where they say nothing.
 */
function typeText(words: readonly string[]): string | undefined {
	const telling = words.filter((word) => !IMPLIED.has(word));
	const main = telling.filter((word) => !ABILITIES.includes(word));
	if (main.length === 0) return telling[0];
	const places = main.filter((word) => PLACES.includes(word));
	const rest = main.filter((word) => !PLACES.includes(word));
	return [...new Set([...places, ...rest])].join(' ');
}

/** The type of a property: its label, else what its `TYPE` says. */
export function readType(property: Property, label: string | undefined): string | undefined {
	if (label !== undefined) return label;
	// One standard word, as most properties have it, needs no second look
	let only: string | undefined;
	for (const { name, value } of property.parameters) {
		if (name !== 'TYPE') continue;
		if (only !== undefined || !STANDARD.has(value)) return typeText(typeWords(property));
		only = value;
	}
	return only;
}

/** A label as a person reads it: Apple's mark removed. Undefined where nothing is left. */
export function readLabel(text: string): string | undefined {
	const label = isMarked(text) ? text.slice(MARK.before.length, -MARK.after.length) : text;
	return label.trim() || undefined;
}

interface WrittenType {
	parameters: string;
	label: string | undefined;
}

const UNTYPED: WrittenType = { parameters: '', label: undefined };

/**
 * How a card says a type: standard words as `type` parameters, each with its semicolon, and a label
 * where these alone would not be read as the same text.
 */
export function writeType(type: string | undefined): WrittenType {
	if (type === undefined) return UNTYPED;
	if (STANDARD.has(type)) return { parameters: `;type=${type}`, label: undefined };
	const words = type
		.toUpperCase()
		.split(' ')
		.map((word) => SYNONYMS.get(word) ?? word);
	const standard = words.every((word) => STANDARD.has(word)) ? [...new Set(words)] : [];
	const parameters = standard.map((word) => `;type=${word}`).join('');
	if (typeText(standard) === type) return { parameters, label: undefined };
	return { parameters, label: isMarked(type) ? MARK.before + type + MARK.after : type };
}

function isMarked(text: string): boolean {
	return (
		text.length >= MARK.before.length + MARK.after.length &&
		text.startsWith(MARK.before) &&
		text.endsWith(MARK.after)
	);
}
