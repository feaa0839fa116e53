import { longText, piecesOf, type LongText } from './longValue';
import type { Property } from './property';

/** Characters that are divided in one step, which takes a few milliseconds. */
const STEP = 262_144;
/** Longer than the name of a property with its parameters. */
const HEAD = 10_000;
/** How a `VERSION` followed by the rest of its card begins. */
const WHOLE_CARD = /^\s*\d\.\d\s+\S/;
/** The same without anything in the place of the line breaks. */
const GLUED_CARD = /^\s*\d\.\d(?:[A-Z][\w-]*\.)?[A-Z-]+[;:]/;
/** A space, or a character for which a few programs start a new line, before a property of a card, in place of a line break. */
const LOST_BREAK =
	/(?<!\s)\s+(?=(?:[\w-]+\.)?(?:N|FN|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|LABEL|BDAY|NOTE|PHOTO|CATEGORIES|PRODID|REV|UID|KIND|IMPP|X-[A-Za-z-]+)(?:;[^:\s]*)?:|(?:END|BEGIN):VCARD)/;
/** The last white space of a text with the word after it, of which more may follow. */
const LAST_WORD = /(?<!\s)\s+\S*$/;

/** Whether the value of a `VERSION` goes on after the version, as a card on a single line does. */
export function isWholeCard({ value }: Property): boolean {
	return WHOLE_CARD.test(value);
}

/** Whether the value of `VERSION` is a version with the rest of its card, all line breaks of which were lost. */
export function isGluedCard(version: string): boolean {
	return GLUED_CARD.test(version);
}

/** Whether line breaks were lost in a `VERSION`: searched in steps. */
export function* hasLostBreaks(version: Property): Generator<void, boolean, undefined> {
	for (const part of partsOf(version)) {
		if (LOST_BREAK.test(part)) return true;
		yield;
	}
	return false;
}

/**
 * The lines of a card on a single line, as a one-line field leaves it: `VERSION:3.0 FN:Ana TEL:+44…`, perhaps with more
 * cards. They are found one by one; `more` means that it takes another step to find the next one.
 */
export function* linesOfOne(version: Property): Generator<LongText | 'more', undefined, undefined> {
	let line: string[] = [];
	for (const part of partsOf(version)) {
		const [end = '', ...others] = part.split(LOST_BREAK);
		line.push(end);
		for (const other of others) {
			yield longText(line);
			line = [other];
		}
		yield 'more';
	}
	yield longText(line);
}

/** The line of a `VERSION` in parts that end before white space, so that none ends inside a lost break. */
function* partsOf({ value, rest }: Property): Generator<string, void, undefined> {
	const texts = rest === undefined ? [value.trim()] : [value.trimStart(), ...rest];
	let open = 'VERSION:';
	for (const piece of piecesOf(texts, STEP)) {
		const text = open + piece;
		const tail = text.slice(-HEAD);
		const place = tail.search(LAST_WORD);
		const end = place === -1 ? text.length : text.length - tail.length + place;
		open = text.slice(end);
		yield text.slice(0, end);
	}
	yield open;
}
