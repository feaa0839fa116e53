/** Values in the bodies of webhooks. Each reads what fits and returns an empty value for the rest, so none throws. */

import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../contact/object';
import { text } from '../contact/read/dialect';

/** An id as text, since some services use numbers; null if it is absent, empty or something else. */
export const id = z.catch(
	z.nullable(z.pipe(z.union([z.string().check(z.minLength(1)), z.number()]), z.transform(String))),
	null,
);

/** Text; undefined if it is absent or something else. */
export const word = z.catch(text, undefined);

/** A boolean, also as text, as forms and some services write it; false if it is absent or something else. */
export const flag = z.catch(
	z.pipe(
		z.unknown(),
		z.transform((value) => value === true || (typeof value === 'string' && /^true$/i.test(value))),
	),
	false,
);

/** Anything, or nothing. */
export const anything = z.optional(z.unknown());

/** The entries of a list that fit; empty if there is no list. */
export function entries<Entry>(entry: z.ZodMiniType<Entry>): z.ZodMiniType<Entry[]> {
	return z.pipe(
		z.catch(z.array(z.unknown()), []),
		z.transform((list) =>
			list.flatMap((value) => {
				const result = entry.safeParse(value);
				return result.success ? [result.data] : [];
			}),
		),
	);
}

/** An object of a shape, or undefined. */
export function maybe<Shape>(shape: z.ZodMiniType<Shape>): z.ZodMiniType<Shape | undefined> {
	return z.catch(z.optional(shape), undefined);
}

/** The objects in a list, or the value itself if it is one. */
export function objectsIn(value: unknown): JsonObject[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.filter(isObject);
}

/** The first of the keys' values that is an object; an empty object if none is. */
export function objectAt(body: JsonObject, ...keys: readonly string[]): JsonObject {
	return keys.map((key) => body[key]).find(isObject) ?? {};
}
