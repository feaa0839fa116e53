import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

import type { ReadContact } from '../contact';
import { InputError } from '../inputError';
import { count, list } from '../text';
import { isVCard, readVCards } from '../vcard/read';
import {
	isObject,
	pathText,
	unknownKeyWarnings,
	type Dialect,
	type JsonObject,
	type Path,
} from './dialect';

/** Keys under which providers' request bodies hold contacts. */
const WRAPPERS = ['contacts', 'contact', 'vcard'] as const;
const MAX_WRAPPERS = 3;

/**
 * Reads contacts from JSON: text or a value, one contact or a list, in any of the dialects, also mixed,
 * also wrapped in `contacts`, `contact` or `vcard`, also vCard text in the place of an object.
 *
 * @throws InputError with line and column where the text is no JSON, and with the path of the first thing
 * that is no contact in any dialect
 */
export function readJson(json: unknown, dialects: readonly Dialect[]): ReadContact[] {
	const value = typeof json === 'string' && !isVCard(json) ? parseJson(json) : json;
	const contacts = readValue(value, [], dialects, 0);
	if (contacts.length === 0) throw noContact('The JSON holds no contact', dialects);
	return contacts;
}

function parseJson(json: string): unknown {
	if (json.trim() === '') {
		throw new InputError('The JSON is empty', {
			field: 'contactsJson',
			fix: 'Give one contact or a list of contacts.',
		});
	}
	const errors: ParseError[] = [];
	const value: unknown = parse(json, errors, { disallowComments: true, allowTrailingComma: false });
	const [error] = errors;
	if (error === undefined) return value;
	const before = json.slice(0, error.offset).split('\n');
	const line = before.length;
	const column = [...(before[line - 1] ?? '')].length + 1;
	const what = printParseErrorCode(error.error)
		.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
		.toLowerCase();
	throw new InputError(
		`The JSON is malformed at line ${String(line)}, column ${String(column)} (${what})`,
		{
			field: 'contactsJson',
			fix: 'Correct it there, or build the JSON with an expression, which quotes text by itself: {{ JSON.stringify(…) }}.',
		},
	);
}

function readValue(
	value: unknown,
	path: Path,
	dialects: readonly Dialect[],
	depth: number,
): ReadContact[] {
	if (Array.isArray(value)) {
		return value.flatMap((entry: unknown, index) =>
			readValue(entry, [...path, index], dialects, depth),
		);
	}
	if (typeof value === 'string' && isVCard(value)) return readVCards(value).contacts;
	if (!isObject(value)) throw noContact(`${pathText(path)} is no contact`, dialects);

	const dialect = dialects.find((candidate) => candidate.recognises(value));
	if (dialect !== undefined) return dialect.read(value, path);

	const wrapper = depth < MAX_WRAPPERS ? findWrapper(value) : undefined;
	if (wrapper !== undefined) {
		const { [wrapper]: inside, ...others } = value;
		const contacts = readValue(inside, [...path, wrapper], dialects, depth + 1);
		const besides = unknownKeyWarnings(Object.keys(others));
		return contacts.map((contact, index) =>
			index === 0 ? { ...contact, warnings: [...besides, ...contact.warnings] } : contact,
		);
	}
	const keys = Object.keys(value);
	const has =
		keys.length === 0
			? 'it is empty'
			: `it has ${count(keys.length, 'key')}: ${list(keys.slice(0, 5))}`;
	throw noContact(`${pathText(path)} is no contact in any known spelling (${has})`, dialects);
}

function findWrapper(value: JsonObject): (typeof WRAPPERS)[number] | undefined {
	return WRAPPERS.find((key) => typeof value[key] === 'object' && value[key] !== null);
}

function noContact(what: string, dialects: readonly Dialect[]): InputError {
	return new InputError(what, {
		field: 'contactsJson',
		fix: `Known spellings, by example: ${dialects.map(({ example }) => JSON.stringify(example)).join(' or ')}`,
	});
}
