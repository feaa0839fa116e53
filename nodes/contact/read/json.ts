import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

import { InputError } from '../../failures/inputError';
import type { ReadContact } from '../contact';
import { isObject, type JsonObject } from '../object';
import { count, list } from '../text';
import { isVCard } from '../vcard/read';
import { pathText, unknownKeyWarnings, withWarnings, type Dialect, type Path } from './dialect';
import { metaDialect } from './metaDialect';
import { readCardText } from './vcardDialect';

/** Keys under which providers' request bodies hold contacts. */
const WRAPPERS = ['contacts', 'contact', 'vcard'] as const;
/** Lists and wrappers around a contact: no service has more than a list in a wrapper. */
const MAX_DEPTH = 5;

/**
 * Reads contacts from JSON: text or a value, one contact or a list, in any of the dialects, also mixed,
 * also wrapped in `contacts`, `contact` or `vcard`, also vCard text in the place of an object.
 *
 * @throws InputError with line and column where the text is no JSON, and with the path of the first thing
 * that is no contact in any dialect
 */
export function readJson(json: unknown, dialects: readonly Dialect[]): ReadContact[] {
	const value = typeof json === 'string' && !isVCard(json) ? parseJson(json) : json;
	const contacts = readValue(value, [], dialects);
	if (contacts.length === 0) throw noContact('The JSON holds no contact', dialects);
	return contacts;
}

/**
 * The value of a JSON text.
 *
 * @param field the parameter that holds it
 * @throws InputError with line and column where it is none
 */
export function parseJson(json: string, field = 'contactsJson'): unknown {
	const text = json.replace(/^\ufeff/, '');
	if (text.trim() === '') {
		throw new InputError('The JSON is empty', {
			field,
			fix: 'Give one contact or a list of contacts.',
		});
	}
	const parsed = tryParse(text);
	if (parsed !== undefined) return parsed.value;
	throw new InputError(`The JSON is malformed${placeOfError(text)}`, {
		field,
		fix: 'Correct it there, or build the JSON with an expression, which quotes text by itself: {{ JSON.stringify(…) }}.',
	});
}

function tryParse(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

/** ` at line 2, column 5 (comma expected)` for a text that is no JSON. */
function placeOfError(text: string): string {
	const error = firstError(text);
	if (error === undefined) return '';
	const before = text.slice(0, error.offset).split(/\r\n|\r|\n/);
	const column = [...(before.at(-1) ?? '')].length + 1;
	const what = printParseErrorCode(error.error)
		.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
		.toLowerCase();
	return ` at line ${before.length}, column ${column} (${what})`;
}

function firstError(text: string): ParseError | undefined {
	const errors: ParseError[] = [];
	try {
		parse(text, errors, { disallowComments: true, allowTrailingComma: false });
	} catch {
		// Lists in lists by the thousand exceed the stack of the parser that knows places
		return undefined;
	}
	return errors[0];
}

function readValue(
	value: unknown,
	path: Path,
	dialects: readonly Dialect[],
	depth = 0,
): ReadContact[] {
	if (typeof value === 'string' && isVCard(value)) return readCardText(value);
	if (depth > MAX_DEPTH) throw noContact(`${pathText(path)} is nested too deeply`, dialects);
	if (Array.isArray(value)) {
		return value.flatMap((entry: unknown, index) =>
			readValue(entry, [...path, index], dialects, depth + 1),
		);
	}
	if (!isObject(value)) throw noContact(`${pathText(path)} is no contact`, dialects);

	const dialect = dialects.find((candidate) => candidate.recognises(value));
	if (dialect !== undefined) return dialect.read(value, path);

	const wrapper = WRAPPERS.find((key) => holdsContacts(value[key]));
	if (wrapper !== undefined) {
		const { [wrapper]: inside, ...others } = value;
		const besides = Object.keys(others).map((key) => pathText([key]));
		return withWarnings(
			readValue(inside, [...path, wrapper], dialects, depth + 1),
			unknownKeyWarnings(besides),
		);
	}
	throw noContact(
		`${pathText(path)} is no contact in any known spelling (${keysOf(value)})`,
		dialects,
	);
}

function holdsContacts(value: unknown): boolean {
	return typeof value === 'string' ? isVCard(value) : typeof value === 'object' && value !== null;
}

function keysOf(value: JsonObject): string {
	const keys = Object.keys(value).map((key) => pathText([key]));
	if (keys.length === 0) return 'it is empty';
	const shown = keys.length > 5 ? [...keys.slice(0, 5), `${keys.length - 5} more`] : keys;
	return `it has ${count(keys.length, 'key')}: ${list(shown)}`;
}

function noContact(what: string, dialects: readonly Dialect[]): InputError {
	const others = dialects.filter((dialect) => dialect !== metaDialect).map(({ name }) => name);
	return new InputError(what, {
		field: 'contactsJson',
		fix: `Give ${list([`${metaDialect.name}, such as ${JSON.stringify(metaDialect.example)}`, ...others], 'or')}.`,
	});
}
