/** Lists of names and values, in which forms and programs with fields of one's own keep a contact. */

import { isObject, type JsonObject } from '../object';
import { meaningOf } from './meaning';

/** Keys of an entry that name its field; the first is the best of those that say equally much. */
const FIELD_KEYS = [
	...['name', 'key', 'label', 'field', 'question', 'title', 'type', 'attribute'],
	...['field_code', 'field_name', 'fieldName', 'column', 'column_name', 'code', 'id'],
];
const VALUE_KEYS = ['value', 'values', 'answer', 'text', 'content', 'response', 'string_value'];

/** `[{ name: "phone", value: "…" }, …]`, as in forms and custom fields, as an object; undefined for other lists. */
export function keyValues(list: readonly unknown[]): JsonObject | undefined {
	const fields: JsonObject = {};
	const entries = list.filter(isObject);
	if (entries.length < list.length) return undefined;
	const [best, ...others] = FIELD_KEYS.map((key) => ({
		key,
		known: knownFields(entries, key),
	})).sort((a, b) => b.known - a.known);
	const order = best === undefined ? [] : [best.key, ...others.map(({ key }) => key)];
	for (const entry of entries) {
		const valued = valueKey(entry);
		const named = order.find((key) => key !== valued && fieldName(entry, key) !== undefined);
		if (named === undefined || valued === undefined) return undefined;
		const name = fieldName(entry, named) ?? '';
		const subtype = typeof entry['subtype'] === 'string' ? ` ${entry['subtype']}` : '';
		const free =
			name in fields ? `${name}${subtype} ${String(Object.keys(fields).length + 1)}` : name;
		fields[free] = entry[valued];
	}
	return Object.keys(fields).length === 0 ? undefined : fields;
}

/** The key of an entry's value; Typeform has it under the entry's type. */
function valueKey(entry: JsonObject): string | undefined {
	const { type } = entry;
	const valued = VALUE_KEYS.find((name) => name in entry && !isRawBesideText(entry, name));
	if (valued !== undefined || typeof type !== 'string' || type === 'type') return valued;
	return Object.hasOwn(entry, type) ? type : undefined;
}

/**
 * Entries under keys that say less than they do themselves, as `{ 4: { name: "phone", answer: "…" } }`, as an object.
 * Entries without a value, such as the headings of a form, are none.
 */
export function fieldsByKey(object: JsonObject): JsonObject | undefined {
	const entries = Object.values(object).filter(isObject);
	if (entries.length === 0 || entries.length < Object.keys(object).length) return undefined;
	const fields = keyValues(entries.filter((entry) => VALUE_KEYS.some((key) => key in entry)));
	return fields !== undefined && knownKeys(fields) >= Math.max(1, knownKeys(object))
		? fields
		: undefined;
}

/** A number or an address, which settings and the properties of goods have not. */
const REACHES_SOMEBODY = /@|\d[\d ().-]{5,}/;

/**
 * The fields in a list of names and values, or in such entries under keys, under a key that does not say that it has them.
 *
 * @param atLeast so many must be those of a contact
 */
export function fieldsIn(value: unknown, atLeast: number): JsonObject | undefined {
	const fields = Array.isArray(value)
		? keyValues(value)
		: isObject(value)
			? fieldsByKey(value)
			: undefined;
	const isFilled = REACHES_SOMEBODY.test(JSON.stringify(fields ?? ''));
	return isFilled && fields !== undefined && knownKeys(fields) >= atLeast ? fields : undefined;
}

/** Typeform's answers with the titles of their fields, which it gives beside them. */
export function withTitles(object: JsonObject): JsonObject {
	const { definition, answers } = object;
	const fields = isObject(definition) ? definition['fields'] : undefined;
	if (!Array.isArray(fields) || !Array.isArray(answers)) return object;
	const titled = answers.map((answer: unknown) => {
		const field = isObject(answer) ? answer['field'] : undefined;
		const asked = isObject(field)
			? fields.filter(isObject).find(({ id }) => id === field['id'])
			: undefined;
		return asked === undefined || !isObject(answer) ? answer : { ...answer, field: asked };
	});
	return { ...object, answers: titled };
}

/** How many keys are those of a contact's fields. */
function knownKeys(object: JsonObject): number {
	return Object.keys(object).filter((name) => meaningOf(name).kind === 'field').length;
}

/** How many entries are named after a field of a contact under a key. */
function knownFields(entries: readonly JsonObject[], key: string): number {
	const names = entries.flatMap((entry) => fieldName(entry, key) ?? []);
	return names.filter((name) => meaningOf(name).kind === 'field').length;
}

/** What an entry's key names: itself, or as the title of a column. */
function fieldName(entry: JsonObject, key: string): string | undefined {
	const name = entry[key];
	if (typeof name === 'string') return name;
	if (!isObject(name)) return undefined;
	const inside = name['title'] ?? name['label'] ?? name['name'];
	return typeof inside === 'string' ? inside : undefined;
}

/** Monday shows a column's value as text, beside the object in which it keeps it. */
function isRawBesideText(entry: JsonObject, key: string): boolean {
	return key === 'value' && isObject(entry[key]) && typeof entry['text'] === 'string';
}
