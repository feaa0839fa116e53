/** Values of megabytes, which are searched in steps. */

import type { Property } from './property';

/** Characters that are looked at in one step, which takes a few milliseconds. */
export const STEP = 1_048_576;

/** Texts in pieces of at most one step. */
export function* piecesOf(texts: readonly string[]): Generator<string, void, undefined> {
	for (const text of texts) {
		for (let at = 0; at < text.length; at += STEP) yield text.slice(at, at + STEP);
	}
}

/** How many characters the value of a property has. */
export function lengthOf({ value, rest }: Property): number {
	return rest === undefined
		? value.length
		: rest.reduce((sum, { length }) => sum + length, value.length);
}

/** Gives a property a value that is one text. */
export function setValue(property: Property, value: string): void {
	property.value = value;
	delete property.rest;
}
