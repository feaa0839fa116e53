import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

import { finishNow } from '../../eventLoop/longTask';
import { InputError } from '../../failures/inputError';
import type { ReadContact } from '../contact';
import { isDeeperThan, isObject, type JsonObject } from '../object';
import { looksLike, phoneBeside, wrapperIn } from '../rows/contactsInside';
import { looksNested } from '../rows/nested';
import { readRow } from '../rows/readRow';
import { isVCard } from '../vcard/read';
import { pathText, unknownKeyWarnings, withWarnings, type Dialect, type Path } from './dialect';
import { jsonIn, withJsonTexts } from './jsonText';
import { OTHER_FORMAT_FIX, otherFormat } from './otherFormats';
import { readCardText } from './vcardDialect';

/** Levels of lists and wrappers around a contact: no service uses more than a list in a wrapper. */
const MAX_DEPTH = 5;
/** Maximum nesting of a contact and everything around it; far more than any service nests, far fewer than the stack holds. */
const MAX_LEVELS = 100;

/**
 * Reads contacts from JSON: text or a value, one contact or a list, in any of the dialects or as rows of a sheet or a
 * CRM, also mixed, also wrapped, also vCard text in the place of an object.
 *
 * @throws InputError with line and column if the text is not JSON, and with the path of the first value
 * that is not a contact
 */
export function readJson(json: unknown, dialects: readonly Dialect[]): ReadContact[] {
	return finishNow(readJsonSteps(json, dialects));
}

/** {@link readJson} in steps, since a list can have very many contacts. A text is parsed in one. */
export function* readJsonSteps(
	json: unknown,
	dialects: readonly Dialect[],
): Generator<void, ReadContact[], undefined> {
	const value = typeof json === 'string' && !isVCard(json) ? parseJson(json) : json;
	if (isJCard(value)) refuseOther('["vcard",');
	const contacts = yield* readValue(value, [], { dialects, namesUnknownKeys: true });
	if (contacts.length === 0) throw noContact('The JSON contains no contact');
	return contacts;
}

/** @throws InputError for what is nested so deeply that no contact can stand in it */
export function* refuseDepth(value: JsonObject, what: string): Generator<void, void, undefined> {
	if (yield* isDeeperThan(MAX_LEVELS, value)) throw noContact(`${what} is nested too deeply`);
}

/**
 * The value of a JSON text.
 *
 * @param field the parameter it comes from
 * @throws InputError with line and column if it is not JSON
 */
export function parseJson(json: string, field = 'contactsJson'): unknown {
	const text = json.replace(/^\ufeff/, '');
	if (text.trim() === '') {
		throw new InputError('The JSON is empty', {
			field,
			fix: 'Enter one contact or a list of contacts.',
		});
	}
	const parsed = tryParse(text);
	if (parsed !== undefined) return parsed.value;
	const fenced = jsonIn(text);
	if (fenced !== undefined) return fenced;
	refuseOther(text, field);
	throw new InputError(`The JSON is malformed${placeOfError(text)}`, {
		field,
		fix: 'Correct it there, or build the JSON with an expression that quotes text for you: {{ JSON.stringify(…) }}.',
	});
}

/** Whether a value is a jCard or a list of them, which begin with this word. */
function isJCard(value: unknown): boolean {
	if (!Array.isArray(value)) return false;
	const first: unknown = value[0];
	return first === 'vcard' || (Array.isArray(first) && first[0] === 'vcard');
}

/** @throws InputError for a text in another format for contacts */
function refuseOther(text: string, field = 'contactsJson'): void {
	const format = otherFormat(text);
	if (format === undefined) return;
	throw new InputError(`This is ${format}, which cannot be read`, { field, fix: OTHER_FORMAT_FIX });
}

function tryParse(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

/** ` at line 2, column 5 (comma expected)` for a text that is not JSON. */
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
		// Thousands of nested lists exceed the stack of this parser
		return undefined;
	}
	return errors[0];
}

export interface JsonOptions {
	dialects: readonly Dialect[];
	/** Whether keys that are not contact fields are named in a warning. */
	namesUnknownKeys: boolean;
	/** Whether a row needs a key for a phone or an email. */
	needsAddressKey?: boolean;
}

/**
 * The contacts in a value, in steps: each of a list is one.
 *
 * @param given may have objects and lists as JSON text
 * @param path of the value in the person's input
 * @throws InputError that names the first value that is not a contact
 */
export function* readValue(
	given: unknown,
	path: Path,
	options: JsonOptions,
	depth = 0,
): Generator<void, ReadContact[], undefined> {
	if (typeof given === 'string' && isVCard(given)) return readCardText(given);
	if (depth > MAX_DEPTH) throw noContact(`${pathText(path)} is nested too deeply`);
	const value = yield* withJsonTexts(typeof given === 'string' ? (jsonIn(given) ?? given) : given);
	if (Array.isArray(value)) return yield* readList(value, path, options, depth);
	if (!isObject(value)) throw noContact(`${pathText(path)} is not a contact`);

	yield* refuseDepth(value, pathText(path));
	const claim = claimOf(value, path, options);
	if (claim.contacts !== undefined) return claim.contacts;
	const wrapper = wrapperIn(value);
	if (wrapper !== undefined) return yield* readWrapped(value, wrapper, path, options, depth);
	const row = readRow(value, path, { needsAddressKey: false, ...options });
	if ('contacts' in row) return row.contacts;
	if (claim.error !== undefined) throw claim.error;
	const { problem, saysNothing } = row.refusal;
	throw saysNothing === true
		? new NoContact(problem, row.refusal)
		: new InputError(problem, row.refusal);
}

/** The contacts of a list; an entry that is not a contact keeps its place, with the reason. */
function* readList(
	entries: readonly unknown[],
	path: Path,
	options: JsonOptions,
	depth: number,
): Generator<void, ReadContact[], undefined> {
	let refused: NoContact | undefined;
	const contacts: ReadContact[] = [];
	for (const [index, entry] of entries.entries()) {
		yield;
		const outcome = yield* outcomeOfSteps(readValue(entry, [...path, index], options, depth + 1));
		if ('read' in outcome) {
			for (const contact of outcome.read) contacts.push(contact);
			continue;
		}
		const { error } = outcome;
		if (!(error instanceof NoContact)) throw error;
		refused ??= error;
		const { message: problem, field, fix } = error;
		contacts.push({ draft: {}, warnings: [], refusal: { problem, field, fix } });
	}
	if (refused !== undefined && contacts.every(({ refusal }) => refusal !== undefined))
		throw refused;
	return contacts;
}

/**
 * What a dialect reads from an object that is entirely its own, or certainly its own with unknown keys. Anything
 * else is read by what its keys say, so that nothing is lost because it looks half like some provider's.
 */
function claimOf(
	value: JsonObject,
	path: Path,
	{ dialects }: JsonOptions,
): { contacts?: ReadContact[]; error?: InputError } {
	let error: InputError | undefined;
	for (const dialect of dialects) {
		if (!dialect.recognizes(value)) continue;
		const outcome = outcomeOf(() => dialect.read(value, path));
		if ('error' in outcome) {
			if (!(outcome.error instanceof InputError)) throw outcome.error;
			error ??= outcome.error;
			continue;
		}
		const isWhole = outcome.read.every(({ warnings }) => warnings.length === 0);
		if (isWhole || dialect.claims?.(value) === true) return { contacts: outcome.read };
	}
	return error === undefined ? {} : { error };
}

type Outcome = { read: ReadContact[] } | { error: unknown };

function outcomeOf(read: () => ReadContact[]): Outcome {
	try {
		return { read: read() };
	} catch (error) {
		return { error };
	}
}

function* outcomeOfSteps(
	steps: Generator<void, ReadContact[], undefined>,
): Generator<void, Outcome, undefined> {
	try {
		return { read: yield* steps };
	} catch (error) {
		return { error };
	}
}

/** The contacts in a wrapper; keys beside it are not part of them and are named in a warning. */
function* readWrapped(
	value: JsonObject,
	key: string,
	path: Path,
	options: JsonOptions,
	depth: number,
): Generator<void, ReadContact[], undefined> {
	const { [key]: inside, ...others } = value;
	const beside = phoneBeside(others, path);
	const needsAddressKey = options.needsAddressKey === true && beside === undefined;
	const contacts = yield* readValue(
		inside,
		[...path, key],
		{ ...options, needsAddressKey },
		depth + 1,
	);
	if (beside !== undefined && contacts.every(({ draft }) => (draft.phones ?? []).length === 0)) {
		throw new InputError(
			`${pathText(beside)} is outside ${pathText([...path, key])}, so it may not be this contact's, and there is no other phone number`,
			{ field: pathText(beside), fix: `If it is, move it into ${key}.` },
		);
	}
	const named = Object.keys(others).filter(
		(other) =>
			options.namesUnknownKeys || looksLike(other) || looksNested(others[other]) !== undefined,
	);
	return withWarnings(contacts, unknownKeyWarnings(named.map((other) => pathText([other]))));
}

/** The input is not a contact at all. */
class NoContact extends InputError {}

/** The error for input that is not a contact at all. */
export function noContact(what: string): InputError {
	return new NoContact(what, {
		field: 'contactsJson',
		fix: 'Include a name and a phone or email, such as {"name":"John Doe","phone":"+5512996130832"}, or vCard text.',
	});
}
