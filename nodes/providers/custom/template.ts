/**
 * Texts and JSON with places in them. A value is never pasted into JSON, a form or an address: JSON is read before its places
 * are filled, so whatever a contact holds stays within its text, and what goes into an address is encoded.
 */

import { isObject } from '../../contact/object';
import { list } from '../../contact/text';
import { InputError } from '../../failures/inputError';

const PLACE = /\[\[\s*([A-Za-z]\w*)\s*\]\]/g;
const ONLY_PLACE = /^\[\[\s*([A-Za-z]\w*)\s*\]\]$/;
/** Whatever looks like a place, misspelled and unclosed ones too: those would go out as they stand. */
const BRACKETS = /\[\[\s*[\p{L}_][^[\]]*(?:\]\])?/gu;
/** An expression that n8n evaluates only where the field is set to Expression; else it would go out as it stands. */
const EXPRESSION =
	/\{\{[^{}]*\$(?:json|input|node|items?|binary|now|today|vars|env|workflow|execution|prevNode|fromAI|\()[^{}]*(?:\}\})?/;

/** What stands in a place; undefined for what is none. */
type ValueOf = (place: string) => unknown;

/** Where a template stands, for what is said of it. */
interface Where {
	field: string;
	label: string;
}

/**
 * The places in a template: a text, or JSON with texts in it.
 *
 * @throws InputError for a place that there is not, or not here, and for an expression that n8n has not evaluated
 */
export function placesIn<Place extends string>(
	template: unknown,
	where: Where,
	allowed: readonly Place[],
): Place[] {
	if (Array.isArray(template)) {
		return template.flatMap((entry) => placesIn(entry, where, allowed));
	}
	if (isObject(template)) {
		return Object.entries(template).flatMap(([name, entry]) => {
			refuseInName(name, where);
			return placesIn(entry, where, allowed);
		});
	}
	if (typeof template !== 'string') return [];
	refuseExpression(template, where);
	return [...template.matchAll(BRACKETS)].map(([written]) => {
		const place = allowed.find((known) => known === placeName(written));
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

/** A text without its places. */
export function withoutPlaces(text: string): string {
	return text.replace(PLACE, '');
}

function placeName(written: string): string | undefined {
	return ONLY_PLACE.exec(written)?.[1];
}

function refuseInName(name: string, where: Where): void {
	const [written] = name.match(BRACKETS) ?? [];
	if (written === undefined) return;
	throw new InputError(`${where.label} has ${written} in the name of a field`, {
		field: where.field,
		fix: 'Put it into a value: places are filled there only.',
	});
}

function refuseExpression(text: string, where: Where): void {
	const [written] = EXPRESSION.exec(text) ?? [];
	if (written === undefined) return;
	throw new InputError(`${where.label} has ${written}, which n8n has not evaluated`, {
		field: where.field,
		fix: 'Switch the field to Expression, or use a place such as [[name]].',
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
	const name = placeName(template.trim());
	const only = name === undefined ? undefined : valueOf(name);
	return only === undefined ? filledText(template, valueOf) : only;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
