import { longSlice, piecesOf, type LongText } from './longValue';

/** Characters of text that a card can have besides its photo: more than any service or phone accepts. */
export const MAX_TEXT_LENGTH = 1_000_000;

/** Whether a line begins or ends a card, and the rest of the same line. */
export interface CardLimit {
	limit: 'BEGIN' | 'END';
	/** Another limit, or a property, if a program lost the line break before it. */
	rest: string;
}

/** The bit that makes a letter lower case. */
const SMALL = 0x20;
const B = 0x62;
const E = 0x65;
/** White space, commas, semicolons and quotes: what surrounds the vCards of a list that was pasted as text. */
const LEADING = new Set([0x09, 0x20, 0x22, 0x27, 0x2c, 0x3b, 0xfeff]);
const LIMIT = /^[\s,;"']*(BEGIN|END)[ \t]*:[ \t]*VCARD/i;
const SEPARATORS = /^[\s,;"']*/;
const SECOND_LIMIT = /^(?:BEGIN|END)[ \t]*:[ \t]*VCARD/i;
const PROPERTY = /^[A-Za-z][\w.-]*[;:]/;

/** Not after a quote, as in JSON. */
const BEGIN_BEHIND = /[^\w"-]BEGIN:VCARD/i;

/** `END:VCARD` and `BEGIN:VCARD`, or one of them, at the end of a value. */
const TRAILING = /(END[ \t]*:[ \t]*VCARD[\s,;"']*)?(BEGIN[ \t]*:[ \t]*VCARD[\s,;"']*)?$/i;
/** Longer than both with anything allowed between them. */
export const TRAILING_LENGTH = 80;
/** A card that begins inside a value: only a lost line break puts a `VERSION` there. */
const INSIDE = /(?:END[ \t]*:[ \t]*VCARD[\s,;"']*)?BEGIN:VCARD[\s,;"']*(?=VERSION[ \t]*[;:])/i;
/** Longer than these limits with anything that programs put between them, and `VERSION`. */
const INSIDE_LENGTH = 1000;

/** A value in which the next card begins. */
export interface CardInside {
	before: LongText;
	/** The first line of the card after its `BEGIN:VCARD`. */
	rest: LongText;
}

/**
 * The limit of a card that a line begins with. What comes right after it may be another limit or, after a beginning, a
 * property. A line that only mentions limits has none.
 */
export function cardLimit(line: string): CardLimit | undefined {
	// Nearly every line of a file is distinguished by its first letter
	const code = line.charCodeAt(0);
	const letter = code | SMALL;
	if (letter !== B && letter !== E && !LEADING.has(code)) return undefined;
	const [found = '', word = ''] = LIMIT.exec(line) ?? [];
	if (found === '') return undefined;
	const rest = line.slice(found.length).replace(SEPARATORS, '');
	const limit = word.toUpperCase() === 'BEGIN' ? 'BEGIN' : 'END';
	if (rest === '' || SECOND_LIMIT.test(rest)) return { limit, rest };
	return limit === 'BEGIN' && PROPERTY.test(rest) ? { limit, rest } : undefined;
}

/** Where a card begins on a line after other words, as in `Here it is: BEGIN:VCARD`. Undefined if none does. */
export function beginBehindWords(line: string): { before: string; card: string } | undefined {
	const at = line.search(BEGIN_BEHIND);
	if (at === -1) return undefined;
	const card = line.slice(at + 1);
	return cardLimit(card) === undefined ? undefined : { before: line.slice(0, at + 1), card };
}

/** The limits at the end of a value. Undefined if there are none. */
export function trailingLimits(
	value: string,
): { text: string; ends: boolean; begins: boolean } | undefined {
	const end = value.slice(-TRAILING_LENGTH);
	const [found = '', ending, beginning] = TRAILING.exec(end) ?? [];
	if (found === '') return undefined;
	const text = value.slice(0, value.length - found.length);
	return { text, ends: ending !== undefined, begins: beginning !== undefined };
}

/** A value in which the next card begins, and that card's first line. Undefined for every other value. */
export function cardInside(value: string): CardInside | undefined {
	const found = limitsInside(value);
	return found === undefined ? undefined : dividedBy(found, [value]);
}

/** The same for a value of megabytes in several texts: searched in steps, each with the end of what comes before it. */
export function* cardInsideLong(
	texts: readonly string[],
): Generator<void, CardInside | undefined, undefined> {
	let end = '';
	let start = 0;
	for (const piece of piecesOf(texts)) {
		const text = end + piece;
		const found = limitsInside(text);
		if (found !== undefined) return dividedBy({ ...found, index: start + found.index }, texts);
		end = text.slice(-INSIDE_LENGTH);
		start += text.length - end.length;
		yield;
	}
	return undefined;
}

/** Where limits are in a value, and how long they are. */
interface InsideLimits {
	index: number;
	length: number;
}

function limitsInside(text: string): InsideLimits | undefined {
	// A case-insensitive search would take longer than everything else done with most values
	if (!text.includes('BEGIN:VCARD') && !text.includes('begin:vcard')) return undefined;
	const match = INSIDE.exec(text);
	return match === null ? undefined : { index: match.index, length: match[0].length };
}

function dividedBy({ index, length }: InsideLimits, texts: readonly string[]): CardInside {
	return { before: longSlice(texts, 0, index), rest: longSlice(texts, index + length) };
}
