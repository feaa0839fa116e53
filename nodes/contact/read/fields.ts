import { InputError } from '../../failures/inputError';
import type { ContactDraft, DraftEntry, ReadContact } from '../contact';
import type { ListKey } from '../fields/fields';
import { CUSTOM_TYPE, CUSTOM_TYPE_FIELD, formName } from '../fields/form';
import { listField, TEXTS } from '../fields/keys';
import { isObject, type JsonObject } from '../object';
import { isText, notText, pathText, textOf, type Path } from './dialect';
import { draftEntry, draftGroups, draftLists } from './draftParts';

/**
 * Reads contacts from the node's own fields: the Contacts parameter, a fixed collection with four others inside.
 * By hand rather than by a schema, since this is done for every contact of every item: a schema of thirty
 * fields takes ten times as long.
 *
 * @throws InputError if there is none, or a field contains something other than text
 */
export function readFields(parameter: unknown): ReadContact[] {
	const contacts = listIn(parameter, 'contact', []);
	if (contacts.length === 0) {
		throw new InputError('There is no contact', {
			field: 'contacts',
			fix: 'Add one under Contacts, or choose another Contact Source.',
		});
	}
	return contacts.map((contact, index) => readContact(objectAt(contact, [index]), [index]));
}

function readContact(fields: JsonObject, path: Path): ReadContact {
	const draft: ContactDraft = {
		...draftGroups((_key, part) => textAt(fields, part, path)),
		...draftLists((key) => entriesIn(fields, key, path)),
	};
	for (const key of TEXTS) {
		const text = textAt(fields, key, path);
		if (text !== undefined) draft[key] = text;
	}
	return { draft, warnings: [], photoBinaryField: textAt(fields, 'photoBinaryField', path) };
}

function entriesIn<Key extends ListKey>(
	fields: JsonObject,
	key: Key,
	path: Path,
): Array<DraftEntry<Key>> {
	const listPath = [...path, key];
	return listIn(fields[key], listField(key).entry, listPath).map((entry, index) => {
		const entryPath = [...listPath, index];
		const texts = objectAt(entry, entryPath);
		return draftEntry(key, (part) =>
			part === 'type' && texts[part] === CUSTOM_TYPE
				? textAt(texts, CUSTOM_TYPE_FIELD, entryPath)
				: textAt(texts, part, entryPath),
		);
	});
}

/** The entries of a fixed collection, which the editor omits or leaves empty if there are none. */
function listIn(collection: unknown, entryName: string, path: Path): unknown[] {
	if (collection === undefined || collection === null || collection === '') return [];
	const entries = objectAt(collection, path)[entryName] ?? [];
	if (!Array.isArray(entries)) throw unfit(path, 'must be a list');
	return entries;
}

function objectAt(value: unknown, path: Path): JsonObject {
	if (!isObject(value)) throw unfit(path, 'must be an object');
	return value;
}

function textAt(fields: JsonObject, part: string, path: Path): string | undefined {
	const name = formName(part);
	const value = fields[name];
	if (isText(value)) return textOf(value);
	if (isDate(value)) return value.toJSON();
	throw unfit([...path, name], notText(value));
}

/** Dates of JavaScript and of Luxon, which is what a date is in n8n's expressions. */
function isDate(value: unknown): value is { toJSON(): string } {
	return isObject(value) && typeof value['toJSON'] === 'function';
}

/** The path begins with the number of the contact: `Contact 1: phones[1].type must be text`. */
function unfit([contact, ...path]: Path, problem: string): InputError {
	const place = [
		...(typeof contact === 'number' ? [`Contact ${contact + 1}`] : []),
		...(path.length === 0 ? [] : [pathText(path)]),
	];
	return new InputError(`${place.join(': ') || 'Contacts'} ${problem}`, {
		field: 'contacts',
		fix: 'Make the expression return text or a number.',
	});
}
