import { z } from 'zod';

import { isValidText, type Contact } from '../../nodes/contact/contact';
import type { GroupField, ListField, TextPart } from '../../nodes/contact/fields/field';
import {
	groupField,
	isGroup,
	isList,
	KEYS,
	listField,
	textField,
} from '../../nodes/contact/fields/keys';

/** What a contact must look like: only the table's fields, each with tidy text of the right kind. */
const schema = z
	.object(
		Object.fromEntries(
			KEYS.map((key) => {
				if (isGroup(key)) return [key, partsSchema(groupField(key))];
				if (isList(key)) return [key, z.array(entrySchema(listField(key)))];
				return [key, textSchema(textField(key)).optional()];
			}),
		),
	)
	.strict();

export function isContact(value: unknown): value is Contact {
	return schema.safeParse(value).success;
}

/**
 * The value as a contact.
 *
 * @throws Error that says why it is none
 */
export function asContact(value: unknown): Contact {
	if (isContact(value)) return value;
	throw new Error(schema.safeParse(value).error?.message);
}

function entrySchema(field: ListField) {
	return partsSchema(field).refine(
		(entry) => Object.keys(entry).some((part) => part !== 'type'),
		'an entry needs more than a type',
	);
}

function partsSchema({ main, parts }: GroupField | ListField) {
	return z
		.object(
			Object.fromEntries(
				Object.entries(parts).map(([part, text]) => [
					part,
					part === main ? textSchema(text) : textSchema(text).optional(),
				]),
			),
		)
		.strict();
}

function textSchema({ holds = 'line' }: TextPart) {
	return z.string().refine((text) => isValidText(holds, text), `must be a ${holds}`);
}
