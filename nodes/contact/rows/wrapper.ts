import { isObject, type JsonObject } from '../object';
import type { Path } from '../read/dialect';
import type { Gathering, Wrapper } from './gathering';
import { meaningOf } from './meaning';
import { noteNested } from './nested';
import { isNothing, isYesOrNo, phoneValue, scalarText } from './values';

/** Under `contact`, `customer` and the like: a number or a name as text, else the contact itself. */
export function gatherPerson(value: unknown, path: Path, g: Gathering, wrappers: Wrapper[]): void {
	if (isNothing(value)) return;
	if (typeof value === 'object') {
		gatherWrapper(value, path, true, g, wrappers);
		return;
	}
	const text = scalarText(value);
	if (text === undefined || isYesOrNo(value)) return;
	const read = phoneValue(value);
	if ('text' in read && /^\+?[\d\s().-]{8,}$/.test(read.text)) {
		// A long number without + may be the id of the contact
		if (read.text.startsWith('+') || /[\s().-]/.test(read.text))
			g.phones.push({ text: read.text, path });
		else g.unclear.push({ path, looks: 'phone' });
		g.hasPhoneKey = true;
	} else if (/\p{L}/u.test(text) && !/^(?=.*\d)\S+$/.test(text)) {
		if (g.person === undefined) g.person = { text, path };
		else g.unknown.push(path);
	}
}

/** Adds an object, the only object of a list, or a list of keys and values to the wrappers. */
export function gatherWrapper(
	value: unknown,
	path: Path,
	entity: boolean,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (isObject(value)) {
		wrappers.push({ value, path, entity });
		return;
	}
	if (!Array.isArray(value)) {
		g.unknown.push(path);
		return;
	}
	const fields = keyValues(value);
	if (fields !== undefined) {
		wrappers.push({ value: fields, path, entity: false });
		return;
	}
	const objects = value.filter(isObject).filter((one) => !isNothing(one));
	const [only, ...more] = objects;
	if (only !== undefined && more.length === 0) wrappers.push({ value: only, path, entity });
	else if (objects.length > 0) noteNested(value, path, g);
	else g.unknown.push(path);
}

/** Keys of an entry that name its field; the first is the best of those that say equally much. */
const FIELD_KEYS = [
	...['name', 'key', 'label', 'field', 'question', 'title', 'type', 'attribute'],
	...['field_code', 'field_name', 'fieldName', 'column', 'id'],
];
const VALUE_KEYS = ['value', 'values', 'answer', 'text', 'content', 'response'];

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
		const valued = VALUE_KEYS.find((name) => name in entry && !isRawBesideText(entry, name));
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
