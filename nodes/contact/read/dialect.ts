import * as z from 'zod/mini';

import { InputError } from '../../failures/inputError';
import type { ContactDraft, FieldWarning, ReadContact } from '../contact';
import { isObject, type JsonObject } from '../object';
import { prepared, schemaOf } from '../schemas';
import { list, quote } from '../text';

/** A spelling of contacts as JSON objects: a provider's own, Meta's, flat parameters or vCard text. */
export interface Dialect {
	/** Whose format this is, in messages to people. */
	readonly name: string;
	/** A small object that this dialect reads. */
	readonly example: JsonObject;
	/** Whether the object's keys are this dialect's. */
	recognizes(value: JsonObject): boolean;
	/**
	 * Whether the object certainly belongs to this dialect, whatever else it contains: a request body, which also has
	 * the recipient. Without it, an object with unknown keys is read by what its keys say.
	 */
	claims?(value: JsonObject): boolean;
	/**
	 * @param path of the object in the person's input
	 * @throws InputError with the path of the first value that does not fit
	 */
	read(value: JsonObject, path: Path): ReadContact[];
}

export type Path = ReadonlyArray<string | number>;

/** The error for a place in a JSON value; `problem` completes `phones[0].phone …`: `must be text`. */
export function unfit(
	{ name, example }: Pick<Dialect, 'name' | 'example'>,
	path: Path,
	problem: string,
): InputError {
	return new InputError(`${pathText(path)} ${problem}`, {
		field: pathText(path),
		fix: `It was read as ${name}. An example: ${JSON.stringify(example)}`,
	});
}

/**
 * A dialect from a strict zod schema of its objects. Unknown keys become one warning;
 * everything else that does not fit is rejected.
 */
export function defineDialect<Known>(dialect: {
	name: string;
	example: JsonObject;
	recognizes(value: JsonObject): boolean;
	claims?(value: JsonObject): boolean;
	schema: z.ZodMiniType<Known>;
	draft(value: Known): ContactDraft;
}): Dialect {
	return {
		name: dialect.name,
		example: dialect.example,
		recognizes: (value) => dialect.recognizes(value),
		claims: (value) => dialect.claims?.(value) === true,
		read(value, path) {
			const { known, unknownKeys } = parseKnown(dialect, value, path);
			return [{ draft: dialect.draft(known), warnings: unknownKeyWarnings(unknownKeys) }];
		},
	};
}

/** Text as people's data has it: a whole number counts as text, and null as absent. */
export const text = schemaOf<string | undefined>((value) =>
	isText(value) ? { value: textOf(value) } : { problem: notText(value) },
);

/** Text whose key is required; null, as from an empty table cell, is empty text. */
export const requiredText = schemaOf((value) => {
	if (value === undefined) return { problem: 'is missing' };
	return isText(value) ? { value: textOf(value) ?? '' } : { problem: notText(value) };
});

/** What counts as text in a contact. */
export type TextValue = string | number | null | undefined;

export function isText(value: unknown): value is TextValue {
	return (
		typeof value === 'string' ||
		value === undefined ||
		value === null ||
		Number.isSafeInteger(value)
	);
}

export function textOf(value: TextValue): string | undefined {
	return value === null || value === undefined ? undefined : String(value);
}

/** What is wrong with a value that {@link isText} rejects: `phones[0].wa_id …`. */
export function notText(value: unknown): string {
	return typeof value === 'number' ? 'must be text: put the number in quotes' : 'must be text';
}

/** A list of objects; a single object, or bare text for its main key, is accepted too. */
export function listOf<Item>(item: z.ZodMiniType<Item>, mainKey: string): z.ZodMiniType<Item[]> {
	return prepared((value) => {
		if (value === undefined || value === null) return [];
		const items: unknown[] = Array.isArray(value) ? value : [value];
		return items.map((entry) =>
			typeof entry === 'string' || typeof entry === 'number' ? { [mainKey]: entry } : entry,
		);
	}, z.array(item));
}

/** Contacts that were read together; the first one gets the warnings that belong to none of them. */
export function withWarnings(
	contacts: readonly ReadContact[],
	besides: readonly FieldWarning[],
): ReadContact[] {
	return contacts.map((contact, index) =>
		index === 0 ? { ...contact, warnings: [...besides, ...contact.warnings] } : contact,
	);
}

/** One warning for all the keys that are not fields of a contact. */
export function unknownKeyWarnings(paths: readonly string[]): FieldWarning[] {
	if (paths.length === 0) return [];
	const named =
		paths.length > 10 ? [...paths.slice(0, 10), `${String(paths.length - 10)} more`] : paths;
	return [
		{
			field: paths[0] ?? '',
			message: `${list(named)} ${paths.length === 1 ? 'is not a field' : 'are not fields'} of a contact and ${paths.length === 1 ? 'was' : 'were'} left out`,
		},
	];
}

/** `contacts[1].phones[0].phone` for the path of a value; a key that is not a plain word is quoted: `["a b"]`. */
export function pathText(path: Path): string {
	if (path.length === 0) return 'The JSON';
	return path
		.map((key, index) => {
			if (typeof key === 'number') return `[${String(key)}]`;
			if (!/^[\w-]{1,60}$/.test(key)) return `[${quote(key)}]`;
			return index === 0 ? key : `.${key}`;
		})
		.join('');
}

function parseKnown<Known>(
	dialect: Pick<Dialect, 'name' | 'example'> & {
		schema: z.ZodMiniType<Known>;
	},
	value: unknown,
	path: Path,
): { known: Known; unknownKeys: string[] } {
	const result = dialect.schema.safeParse(value);
	if (result.success) return { known: result.data, unknownKeys: [] };

	const unknownKeys: string[] = [];
	const pruned: unknown = structuredClone(value);
	for (const issue of result.error.issues) {
		const place = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
		if (issue.code !== 'unrecognized_keys') {
			throw unfit(dialect, [...path, ...place], problem(issue));
		}
		for (const key of issue.keys) {
			unknownKeys.push(pathText([...place, key]));
			remove(pruned, place, key);
		}
	}
	return { known: dialect.schema.parse(pruned), unknownKeys };
}

function problem(issue: z.core.$ZodIssue): string {
	if (issue.code !== 'invalid_type') return issue.message;
	return issue.expected === 'array' ? 'must be a list' : 'must be an object';
}

function remove(root: unknown, path: Path, key: string): void {
	let target = root;
	for (const step of path) {
		// A single object counts as a list of one.
		if (typeof step === 'number' && isObject(target)) continue;
		if (Array.isArray(target) && typeof step === 'number') target = target[step];
		else if (isObject(target)) target = target[step];
	}
	if (isObject(target)) Reflect.deleteProperty(target, key);
}
