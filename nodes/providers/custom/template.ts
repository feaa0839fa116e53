/**
 * Texts and JSON with places in them. A value is never pasted into JSON, a form or an address: JSON is read before its places
 * are filled, so whatever a contact holds stays within its text, and what goes into an address is encoded.
 */

import { isObject } from '../../contact/object';
import { list } from '../../contact/text';
import { InputError } from '../../failures/inputError';

const PLACE = /\[\[\s*([A-Za-z]\w*)\s*\]\]/g;
const ONLY_PLACE = /^\[\[\s*([A-Za-z]\w*)\s*\]\]$/;

/** What stands in a place; undefined for what is none. */
type ValueOf = (place: string) => unknown;

/**
 * The places in a template: a text, or JSON with texts in it.
 *
 * @throws InputError for a place that there is not, or not here
 */
export function placesIn<Place extends string>(
	template: unknown,
	where: { field: string; label: string },
	allowed: readonly Place[],
): Place[] {
	if (Array.isArray(template)) {
		return template.flatMap((entry) => placesIn(entry, where, allowed));
	}
	if (isObject(template)) {
		return Object.values(template).flatMap((entry) => placesIn(entry, where, allowed));
	}
	if (typeof template !== 'string') return [];
	return [...template.matchAll(PLACE)].map(([written, name = '']) => {
		const place = allowed.find((known) => known === name);
		if (place !== undefined) return place;
		throw new InputError(`${where.label} has ${written}, which is no place there`, {
			field: where.field,
			fix: `Use ${list(
				allowed.map((known) => `[[${known}]]`),
				'or',
			)}.`,
		});
	});
}

/** A text with its places filled; `encode` makes a value safe where it goes. */
export function filledText(
	template: string,
	valueOf: ValueOf,
	encode: (text: string) => string = (text) => text,
): string {
	return template.replace(PLACE, (written, name: string) => {
		const value = valueOf(name);
		return value === undefined ? written : encode(textOf(value));
	});
}

/** Texts by name, each with its places filled. */
export function filledTexts(
	templates: Readonly<Record<string, string>>,
	valueOf: ValueOf,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(templates).map(([name, template]) => [name, filledText(template, valueOf)]),
	);
}

/** JSON with its places filled; a text that is one place and no more becomes the value itself. */
export function filledJson(template: unknown, valueOf: ValueOf): unknown {
	if (Array.isArray(template)) return template.map((entry) => filledJson(entry, valueOf));
	if (isObject(template)) {
		return Object.fromEntries(
			Object.entries(template).map(([key, entry]) => [key, filledJson(entry, valueOf)]),
		);
	}
	if (typeof template !== 'string') return template;
	const [, name = ''] = ONLY_PLACE.exec(template.trim()) ?? [];
	const only = name === '' ? undefined : valueOf(name);
	return only === undefined ? filledText(template, valueOf) : only;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
