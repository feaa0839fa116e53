import { decodeQuotedPrintable } from './encodings';
import { unescapeText } from './escape';
import { parameter, X_CUSTOM, type Property } from './property';

/** Where a number or address is: these come first in a type with several words. */
const PLACES = ['HOME', 'WORK'];

/** What a number is for (RFC 2426, 3.3.1; the last five are Apple's, Meta's and RFC 6350's). */
const USES = [
	...['CELL', 'FAX', 'PAGER', 'CAR', 'MODEM', 'ISDN', 'BBS', 'PCS'],
	...['MAIN', 'IPHONE', 'OTHER', 'TEXTPHONE', 'SCHOOL'],
];

/** What a number can do: used only if there is nothing else. */
const ABILITIES = ['VOICE', 'MSG', 'VIDEO', 'TEXT'];

/** What applies to every email and postal address, the preference, which is not a type, and the empty word. */
const IMPLIED = ['', 'INTERNET', 'PREF', 'DOM', 'INTL', 'POSTAL', 'PARCEL'];

/** A word of a `TYPE`: standard words in capitals, private ones without their `X-`. */
interface Word {
	text: string;
	says: 'place' | 'use' | 'ability' | 'nothing';
}

/** The words that the standards and programs use, in upper and lower case. */
const KNOWN = new Map([
	...known(PLACES, 'place'),
	...known(USES, 'use'),
	...known(ABILITIES, 'ability'),
	...known(IMPLIED, 'nothing'),
]);

function known(texts: readonly string[], says: Word['says']): Array<[string, Word]> {
	const spellings = texts.flatMap((text) => [
		[text, text] as const,
		[text.toLowerCase(), text] as const,
	]);
	return spellings.map(([spelling, text]) => [spelling, { text, says }]);
}

const STANDARD = new Set([...PLACES, ...USES, ...ABILITIES]);

/** Words that people and programs use for a standard word. */
const SYNONYMS = new Map([['MOBILE', 'CELL']]);

/** Apple's mark for a label that its address book translates: `_$!<Mobile>!$_`, by some programs without its ends. */
const MARK = { before: '_$!<', after: '>!$_' };
const MARKED = /^_?\$!<(.*)>!\$_?$/s;

/** The words of a property's `TYPE`. */
function typeWords({ parameters }: Property): Word[] {
	const words: Word[] = [];
	for (const { name, value } of parameters) {
		if (name !== 'TYPE') continue;
		// Nearly every value is one known word
		const known = KNOWN.get(value);
		if (known !== undefined) words.push(known);
		else for (const part of value.split(',')) words.push(wordOf(part.trim()));
	}
	return words;
}

function wordOf(text: string): Word {
	return KNOWN.get(text.toUpperCase()) ?? { text: text.replace(/^X-(?=.)/i, ''), says: 'use' };
}

/**
 * The words of `TYPE` as one text: `HOME FAX` for `FAX,HOME`, `WORK CELL` for
 * `work,cell,voice,text`. Undefined if they say nothing.
 */
function typeText(words: readonly Word[]): string | undefined {
	let place: string | undefined;
	let use: string | undefined;
	let ability: string | undefined;
	let count = 0;
	for (const { text, says } of words) {
		if (says === 'place') place ??= text;
		else if (says === 'use') use ??= text;
		else if (says === 'ability') ability ??= text;
		if (says === 'place' || says === 'use') count++;
	}
	// Most types are one word, or a place and a use
	if (count < 2) return place ?? use ?? ability;
	if (count === 2 && place !== undefined && use !== undefined) return `${place} ${use}`;
	const said = (what: Word['says']): string[] =>
		words.filter(({ says }) => says === what).map(({ text }) => text);
	return [...new Set([...said('place'), ...said('use')])].join(' ');
}

/** The types of entries that are one: standard words as one type, `HOME CELL`, others as a list. Undefined if there are none. */
export function typeOfAll(types: readonly string[]): string | undefined {
	const [first, ...others] = types;
	if (others.length === 0) return first;
	const distinct = [...new Map(types.map((type) => [type.toUpperCase(), type])).values()];
	if (distinct.length === 1) return first;
	const words = distinct.flatMap((type) => type.toUpperCase().split(' '));
	return words.every((word) => STANDARD.has(word))
		? typeText(words.map(wordOf))
		: distinct.join(', ');
}

/** The type of a property: its label (Apple's or Android's), else its `TYPE`. */
export function readType(property: Property, label: string | undefined): string | undefined {
	return label ?? customLabel(property) ?? typeText(typeWords(property));
}

/** The parameters in which programs put a person's own label (RFC 6350, 5.4, has `LABEL` for addresses only). */
const LABEL_PARAMETERS = ['LABEL', 'X-LABEL', 'X-ABLABEL'];

/** The label in the parameters of a property. */
export function labelParameter(property: Property): string | undefined {
	for (const name of LABEL_PARAMETERS) {
		const label = readLabel(unescapeText(parameter(property, name) ?? ''));
		if (label !== undefined) return label;
	}
	return undefined;
}

/** A label as a person reads it: without Apple's mark. Undefined if nothing is left. */
export function readLabel(text: string): string | undefined {
	return (MARKED.exec(text)?.[1] ?? text).trim() || undefined;
}

/** Android's `X-CUSTOM(label)`, also `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=94…)`. */
function customLabel(property: Property): string | undefined {
	const custom = parameter(property, X_CUSTOM);
	if (custom === undefined) return undefined;
	const [, parameters = '', label = ''] =
		/^((?:(?:CHARSET|ENCODING)=[^,]*,)*)(.*)$/is.exec(custom) ?? [];
	const charset = /CHARSET=([^,]*)/i.exec(parameters)?.[1];
	const isEncoded = /ENCODING=(?:QUOTED-PRINTABLE|Q),/i.test(parameters);
	return readLabel(isEncoded ? decodeQuotedPrintable(label, charset) : label);
}

interface WrittenType {
	parameters: string;
	label: string | undefined;
}

const UNTYPED: WrittenType = { parameters: '', label: undefined };

/** What ends a parameter, or is an escape in some readers but not in others. */
const NOT_IN_A_PARAMETER = /["\\^;:,\p{Cc}\u2028\u2029]+/gu;

/**
 * How a card writes a type: standard words as `type` parameters, each with its semicolon, and a label
 * if these alone would not be read as the same text. A person's own word is written as both: iPhones show the
 * label, Android shows the parameter, with a space for characters it cannot contain.
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
	if (typeText(standard.map(wordOf)) === type) return { parameters, label: undefined };
	return {
		parameters: parameters === '' ? ownWord(type) : parameters,
		label: isMarked(type) ? MARK.before + type + MARK.after : type,
	};
}

function ownWord(type: string): string {
	const word = type.replace(NOT_IN_A_PARAMETER, ' ').replace(/\s+/g, ' ').trim();
	// A standard word would say something that the person did not say
	return word === '' || KNOWN.has(word.toUpperCase()) ? '' : `;type=${word}`;
}

function isMarked(text: string): boolean {
	return MARKED.test(text);
}
