import { InputError } from '../../failures/inputError';
import type { ContactDraft, ReadContact } from '../contact';
import { isObject, type JsonObject } from '../object';
import { isText, notText, pathText, textOf, type Path } from './dialect';

/**
 * Reads contacts from the node's own fields: the Contacts parameter, a fixed collection with four more inside.
 * By hand rather than by a schema, since this is done for every contact of every item: a schema of thirty
 * fields takes ten times as long.
 *
 * @throws InputError when there is none, or a field holds something else than text
 */
export function readFields(parameter: unknown): ReadContact[] {
	const contacts = listIn(parameter, 'contact', []);
	if (contacts.length === 0) {
		throw new InputError('There is no contact', {
			field: 'contacts',
			fix: 'Add one under Contacts, or choose another Contact Source.',
		});
	}
	return contacts.map((contact, index) => ({ draft: draftOf(contact, [index]), warnings: [] }));
}

function draftOf(contact: unknown, path: Path): ContactDraft {
	const fields = objectAt(contact, path);
	const text = (key: string) => textAt(fields, key, path);
	return {
		name: {
			formatted_name: text('formattedName'),
			first_name: text('firstName'),
			last_name: text('lastName'),
			middle_name: text('middleName'),
			prefix: text('prefix'),
			suffix: text('suffix'),
		},
		phones: entriesIn(fields, 'phones', 'phone', path, (of) => ({
			phone: of('phone') ?? '',
			type: of('type'),
			wa_id: of('waId'),
		})),
		emails: entriesIn(fields, 'emails', 'email', path, (of) => ({
			email: of('email') ?? '',
			type: of('type'),
		})),
		addresses: entriesIn(fields, 'addresses', 'address', path, (of) => ({
			street: of('street'),
			city: of('city'),
			state: of('state'),
			zip: of('zip'),
			country: of('country'),
			country_code: of('countryCode'),
			type: of('type'),
		})),
		org: { company: text('company'), department: text('department'), title: text('title') },
		urls: entriesIn(fields, 'urls', 'url', path, (of) => ({
			url: of('url') ?? '',
			type: of('type'),
		})),
		birthday: text('birthday'),
		nickname: text('nickname'),
		note: text('note'),
	};
}

function entriesIn<Entry>(
	fields: JsonObject,
	collection: string,
	entryName: string,
	path: Path,
	make: (of: (key: string) => string | undefined) => Entry,
): Entry[] {
	const collectionPath = [...path, collection];
	return listIn(fields[collection], entryName, collectionPath).map((entry, index) => {
		const entryPath = [...collectionPath, index];
		const entryFields = objectAt(entry, entryPath);
		return make((key) => textAt(entryFields, key, entryPath));
	});
}

/** The entries of a fixed collection, which the editor leaves out or empty where there are none. */
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

function textAt(fields: JsonObject, key: string, path: Path): string | undefined {
	const value = fields[key];
	if (isText(value)) return textOf(value);
	if (isDate(value)) return value.toJSON();
	throw unfit([...path, key], notText(value));
}

/** Dates of JavaScript and of Luxon, which is what n8n's expressions make of a date. */
function isDate(value: unknown): value is { toJSON(): string } {
	return isObject(value) && typeof value['toJSON'] === 'function';
}

/** The path begins with the place of the contact: `Contact 1: phones[1].type must be text`. */
function unfit([contact, ...path]: Path, problem: string): InputError {
	const place = [
		...(typeof contact === 'number' ? [`Contact ${contact + 1}`] : []),
		...(path.length === 0 ? [] : [pathText(path)]),
	];
	return new InputError(`${place.join(': ') || 'Contacts'} ${problem}`, {
		field: 'contacts',
		fix: 'Let the expression give text or a number.',
	});
}
