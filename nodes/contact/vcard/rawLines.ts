import { quote } from '../text';
import type { Property } from './property';
import { isKnownName } from './propertyNames';
import { isTechnical } from './unused';
import type { LineWarnings } from './warnings';

/** Texts in which programs may leave a person's line breaks as they are. */
const TEXTS = new Set(['N', 'FN', 'NICKNAME', 'ORG', 'TITLE', 'ROLE', 'ADR', 'LABEL', 'NOTE']);
/** In these a line break is part of the text. */
const PARAGRAPHS = new Set(['NOTE', 'LABEL']);
/** Maximum length of a line that may be part of a name, a company or an address. */
const MAX_LENGTH = 250;
/** A line without its property name. */
const NAMELESS = /^\s*[;:]/;
/** The name of what may be a property without its colon: `TEL;CELL`. */
const NAME = /^\s*([A-Z][\w.-]*);/;
/** The same with another sign in the place of the colon: `TEL=+44`, `FN：Ana`. */
const OTHER_SIGN = /^\s*([A-Z][\w.-]*)(?:;[\w=,-]+)*\s?[=\uff1a\ufe55\u2236]/;
/** A text that may follow a colon in a sentence, unlike a property: `see: page 2`. */
const WORD = /^\s*(?:\d|[^:]*[a-z])/;

/** Whether a line that reads like a property is a sentence of the note that it follows: `see: page 2`. */
export function isSentence(property: Property, line: string, last: Property | undefined): boolean {
	if (last === undefined || !PARAGRAPHS.has(last.name)) return false;
	return property.parameters.length === 0 && WORD.test(line) && !isKnownName(property.name);
}

/**
 * A line that is not a property, after one that is: Android reads it as more of the same text, and so do we. What
 * cannot be more of it becomes a warning with its text.
 *
 * @returns the property with the line added, or unchanged
 */
export function withRawLine(
	last: Property | undefined,
	text: string,
	warnings: LineWarnings,
	line: number,
): Property | undefined {
	const warn = (what: string) => {
		warnings.add('card', `${quote(text)} ${what}, so it was left out`, line);
	};
	const isText = last !== undefined && PARAGRAPHS.has(last.name);
	const name = NAME.exec(text)?.[1] ?? (isText ? undefined : OTHER_SIGN.exec(text)?.[1]);
	if (last === undefined || NAMELESS.test(text) || isKnownName(name ?? '')) {
		warn('is not a property');
		return last;
	}
	if (!goesOn(last, text)) {
		// Nobody misses the rest of a property that nobody misses
		if (!isTechnical(last)) warn(`follows ${last.name} on a line of its own`);
		return last;
	}
	const isParagraph = PARAGRAPHS.has(last.name);
	return {
		...last,
		value: withoutBackslash(last.value) + (isParagraph ? '\\n' : ' ') + text.trim(),
	};
}

function goesOn({ name, value }: Property, text: string): boolean {
	// A colon outside a note more likely belongs to a damaged property
	if (PARAGRAPHS.has(name)) return true;
	if (TEXTS.has(name)) return text.length <= MAX_LENGTH && !text.includes(':');
	// The rest of a number, not words about it
	if (name === 'TEL') return /^[\d\s().-]+$/.test(text) && value !== '';
	return false;
}

/** Some programs put a backslash before a line break instead of writing it as one. */
function withoutBackslash(value: string): string {
	const [backslashes = ''] = /\\+$/.exec(value.slice(-100)) ?? [];
	return backslashes.length % 2 === 1 ? value.slice(0, -1) : value;
}
