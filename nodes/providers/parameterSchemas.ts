/** Schemas of parameters and options that several providers have. */

import * as z from 'zod/mini';

import { isText, textOf } from '../contact/read/dialect';
import { prepared, schemaOf } from '../contact/schemas';
import { InputError } from '../failures/inputError';

/**
 * An ID in the parameter `field`, chosen from a list or typed: trimmed text without control characters. Throws an
 * InputError for anything else.
 */
export function identifier(field: string, label: string, fix: string) {
	return z.pipe(
		z.unknown(),
		z.transform((value): string => {
			const text = optionalText.safeParse(value);
			if (!text.success) throw new InputError(`${label} must be text`, { field, fix });
			const id = text.data;
			if (id === undefined) throw new InputError(`${label} is missing`, { field, fix });
			if (/\p{Cc}/u.test(id) || /^\.+$/.test(id)) {
				throw new InputError(`${label} is not an ID`, { field, fix });
			}
			return id;
		}),
	);
}

/** An option that may be left empty; a whole number, as in tables, is read as its digits. */
export const optionalText = schemaOf((value) => {
	if (!isText(value)) return { problem: 'must be text' };
	const text = (textOf(value) ?? '').toWellFormed().trim();
	return { value: text === '' ? undefined : text };
});

/** An option that is a number; a number as text, as in tables, is read too, and empty text counts as not set. */
export const optionalNumber = prepared((value) => {
	if (value === null) return undefined;
	if (typeof value !== 'string') return value;
	return value.trim() === '' ? undefined : Number(value);
}, z.optional(z.number()));
