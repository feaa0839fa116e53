/** Texts and values of megabytes, which are searched and divided in steps. */

import type { Property } from './property';

/** Characters that are looked at in one step, which takes a few milliseconds. */
export const STEP = 1_048_576;
/** Maximum length of a text that is joined from its pieces: copying more takes long. */
const MAX_JOINED_LENGTH = 1_000_000;
/** Characters at the beginning of a line that are enough to see what it is. */
const HEAD = 20_000;

/** A text, or the beginning of one and what comes after it, if it is too long to be in one piece. */
export interface LongText {
	text: string;
	rest?: readonly string[];
}

/** The text that pieces are. */
export function longText(pieces: readonly string[]): LongText {
	if (pieces.length === 1) return { text: pieces[0] ?? '' };
	let size = 0;
	for (const piece of pieces) size += piece.length;
	if (size <= MAX_JOINED_LENGTH) return { text: pieces.join('') };
	let text = '';
	let taken = 0;
	while (text.length < HEAD) text += pieces[taken++] ?? '';
	return taken === pieces.length ? { text } : { text, rest: pieces.slice(taken) };
}

/** The text from one place in pieces to another. */
export function longSlice(pieces: readonly string[], start: number, end = Infinity): LongText {
	const parts: string[] = [];
	let at = 0;
	for (const piece of pieces) {
		const isInside = at + piece.length > start && at < end;
		if (isInside) parts.push(piece.slice(Math.max(0, start - at), end - at));
		at += piece.length;
	}
	return longText(parts);
}

/** Texts in pieces of at most one step. */
export function* piecesOf(
	texts: readonly string[],
	step = STEP,
): Generator<string, void, undefined> {
	for (const text of texts) {
		for (let at = 0; at < text.length; at += step) yield text.slice(at, at + step);
	}
}

/** How many characters the value of a property has. */
export function lengthOf({ value, rest }: Property): number {
	return rest === undefined
		? value.length
		: rest.reduce((sum, { length }) => sum + length, value.length);
}

/** Gives a property another value, instead of the old one and what comes after it. */
export function replaceValue(property: Property, { text, rest }: LongText): void {
	property.value = text;
	if (rest === undefined) delete property.rest;
	else property.rest = rest;
}
