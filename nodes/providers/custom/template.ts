/**
 * Texts and JSON with placeholders. A value is never pasted into JSON, a form or a URL: JSON is parsed before its
 * placeholders are filled, so whatever a contact holds stays within its text, and what goes into a URL is encoded.
 */

import { isObject } from '../../contact/object';
import { list } from '../../contact/text';
import { InputError } from '../../failures/inputError';

const PLACEHOLDER = /\[\[\s*([A-Za-z]\w*)\s*\]\]/g;
const ONLY_PLACEHOLDER = /^\[\[\s*([A-Za-z]\w*)\s*\]\]$/;
/** Whatever looks like a placeholder, even if misspelled or unclosed: those would go out as they are. */
const BRACKETS = /\[\[\s*[\p{L}_][^[\]]*(?:\]\])?/gu;
/** An expression, which n8n evaluates only if the field is set to Expression; otherwise it would go out as it is. */
const EXPRESSION =
	/\{\{[^{}]*\$(?:json|input|node|items?|binary|now|today|vars|env|workflow|execution|prevNode|fromAI|\()[^{}]*(?:\}\})?/;

/** The value of a placeholder; undefined if there is no such placeholder. */
type ValueOf = (placeholder: string) => unknown;

/** Where a template is, for messages about it. */
interface Where {
	field: string;
	label: string;
}

/**
 * The placeholders in a template: a text, or JSON with texts in it.
 *
 * @throws InputError for a placeholder that does not exist, or not here, and for an expression that n8n has not evaluated
 */
export function placeholdersIn<Placeholder extends string>(
	template: unknown,
	where: Where,
	allowed: readonly Placeholder[],
): Placeholder[] {
	if (Array.isArray(template)) {
		return template.flatMap((entry) => placeholdersIn(entry, where, allowed));
	}
	if (isObject(template)) {
		return Object.entries(template).flatMap(([name, entry]) => {
			refuseInName(name, where);
			return placeholdersIn(entry, where, allowed);
		});
	}
	if (typeof template !== 'string') return [];
	refuseExpression(template, where);
	return [...template.matchAll(BRACKETS)].map(([written]) => {
		const placeholder = allowed.find((known) => known === placeholderName(written));
		if (placeholder !== undefined) return placeholder;
		throw new InputError(`${where.label} has ${written}, which is not a placeholder there`, {
			field: where.field,
			fix: `Use ${list(
				allowed.map((known) => `[[${known}]]`),
				'or',
			)}.`,
		});
	});
}

/** A text without its placeholders. */
export function withoutPlaceholders(text: string): string {
	return text.replace(PLACEHOLDER, '');
}

function placeholderName(written: string): string | undefined {
	return ONLY_PLACEHOLDER.exec(written)?.[1];
}

function refuseInName(name: string, where: Where): void {
	const [written] = name.match(BRACKETS) ?? [];
	if (written === undefined) return;
	throw new InputError(`${where.label} has ${written} in the name of a field`, {
		field: where.field,
		fix: 'Put it into a value: placeholders are filled in only there.',
	});
}

function refuseExpression(text: string, where: Where): void {
	const [written] = EXPRESSION.exec(text) ?? [];
	if (written === undefined) return;
	throw new InputError(`${where.label} has ${written}, which n8n has not evaluated`, {
		field: where.field,
		fix: 'Switch the field to Expression, or use a placeholder such as [[name]].',
	});
}

/** A text with its placeholders filled; `encode` makes a value safe where it goes. */
export function filledText(
	template: string,
	valueOf: ValueOf,
	encode: (text: string) => string = (text) => text,
): string {
	return template.replace(PLACEHOLDER, (written, name: string) => {
		const value = valueOf(name);
		return value === undefined ? written : encode(textOf(value));
	});
}

/** Texts by name, each with its placeholders filled. */
export function filledTexts(
	templates: Readonly<Record<string, string>>,
	valueOf: ValueOf,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(templates).map(([name, template]) => [name, filledText(template, valueOf)]),
	);
}

/** JSON with its placeholders filled; a text that is only a placeholder becomes the value itself. */
export function filledJson(template: unknown, valueOf: ValueOf): unknown {
	if (Array.isArray(template)) return template.map((entry) => filledJson(entry, valueOf));
	if (isObject(template)) {
		return Object.fromEntries(
			Object.entries(template).map(([key, entry]) => [key, filledJson(entry, valueOf)]),
		);
	}
	if (typeof template !== 'string') return template;
	const name = placeholderName(template.trim());
	const only = name === undefined ? undefined : valueOf(name);
	return only === undefined ? filledText(template, valueOf) : only;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
