/**
 * Texts and JSON with places in them. A value is never pasted into JSON, a form or an address: JSON is read before its places
 * are filled, so whatever a contact holds stays within its text, and what goes into an address is encoded.
 */

import { isObject } from '../../contact/object';
import { list } from '../../contact/text';
import { InputError } from '../../failures/inputError';
import { PLACES, type Place } from './places';

const PLACE = /\[\[\s*([A-Za-z]\w*)\s*\]\]/g;
const ONLY_PLACE = /^\[\[\s*([A-Za-z]\w*)\s*\]\]$/;

type ValueOf = (place: Place) => unknown;

/**
 * The places in a template: a text, or JSON with texts in it.
 *
 * @throws InputError for a place that there is not, or not here
 */
export function placesIn(
	template: unknown,
	where: { field: string; label: string },
	allowed: readonly Place[] = PLACES,
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
		const place = placeOf(name);
		return place === undefined ? written : encode(textOf(valueOf(place)));
	});
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
	const only = placeOf(ONLY_PLACE.exec(template.trim())?.[1]);
	return only === undefined ? filledText(template, valueOf) : valueOf(only);
}

function placeOf(name: string | undefined): Place | undefined {
	return PLACES.find((place) => place === name);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
