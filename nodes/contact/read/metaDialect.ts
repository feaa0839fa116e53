import type { ContactDraft, DraftEntry, ReadContact } from '../contact';
import { FIELDS, type ContactField, type ListKey } from '../fields/fields';
import { isGroup, isList, isText, KEYS, listField, partsOf, TEXTS } from '../fields/keys';
import { isObject, type JsonObject } from '../object';
import {
	isText as isTextValue,
	notText,
	pathText,
	textOf,
	unfit,
	unknownKeyWarnings,
	type Dialect,
	type Path,
} from './dialect';
import { draftEntry, draftGroups, draftLists } from './draftParts';
import { withIdsJoined } from './idPhones';

/** What bare text in place of an object means, if no part is required. */
const STANDS_FOR: Partial<Record<ContactField, string>> = { org: 'company', addresses: 'street' };

/**
 * Meta's contacts object, and so the neutral contact too. Bare text counts as an object, one object as a list;
 * whole numbers count as text, and null as absent.
 */
export const metaDialect: Dialect = {
	name: 'a Meta contacts object',
	example: {
		name: { formatted_name: 'John Doe', first_name: 'John' },
		phones: [{ phone: '+5512996130832', type: 'CELL' }],
	},
	recognizes: ({ name: shown, phones, emails, addresses, org: organization, urls }) =>
		isObject(shown) ||
		(typeof shown === 'string' && (phones ?? emails ?? urls) !== undefined) ||
		firstHas(phones, 'phone') ||
		firstHas(emails, 'email') ||
		Array.isArray(addresses) ||
		isObject(organization) ||
		firstHas(urls, 'url'),
	read: (value, path) => [readMeta(value, path)],
};

/** Whether it is a list of such entries, or of bare texts for their main key. */
function firstHas(items: unknown, key: string): boolean {
	const first: unknown = Array.isArray(items) ? items[0] : items;
	return isObject(first) ? key in first : typeof first === 'string';
}

const KNOWN = new Set<string>(KEYS);
const KNOWN_PARTS = new Map<ContactField, ReadonlySet<string>>(
	KEYS.flatMap((key) =>
		isGroup(key) || isList(key) ? [[key, new Set<string>(partsOf(key))] as const] : [],
	),
);

/** An object inside a contact, and its path there. */
interface Part {
	object: JsonObject;
	path: Path;
}

function readMeta(value: JsonObject, path: Path): ReadContact {
	const unknown: string[] = [];
	const parts = new Map<ContactField, Part[]>();
	for (const [key, known] of KNOWN_PARTS) {
		const found = isList(key) ? entriesIn(value[key], key, path) : groupIn(value[key], key, path);
		parts.set(key, found);
		for (const { object, path: place } of found) {
			unknown.push(...unknownKeys(object, known, place.slice(path.length)));
		}
	}
	unknown.push(...unknownKeys(value, KNOWN, []));
	const draft: ContactDraft = {
		...draftGroups((key, part) => {
			const [group] = parts.get(key) ?? [];
			return group === undefined ? undefined : textAt(group, part);
		}),
		...draftLists((key) => (parts.get(key) ?? []).map((entry) => readEntry(entry, key))),
	};
	if (draft.phones !== undefined) draft.phones = withIdsJoined(draft.phones);
	for (const key of TEXTS) {
		const text = textAt({ object: value, path }, key);
		if (text !== undefined) draft[key] = text;
	}
	return { draft, warnings: unknownKeyWarnings(unknown) };
}

function readEntry<Key extends ListKey>(entry: Part, key: Key): DraftEntry<Key> {
	const { main } = listField(key);
	if (main !== undefined && entry.object[main] === undefined) {
		throw unfit(metaDialect, [...entry.path, main], 'is missing');
	}
	return draftEntry(key, (part) => textAt(entry, part));
}

/** The object of a group, or none. */
function groupIn(given: unknown, key: ContactField, path: Path): Part[] {
	if (given === undefined || given === null) return [];
	return [partAt(typeof given === 'string' ? bareText(given, key) : given, [...path, key])];
}

/** The entries of a list; a single one, or bare text for its main text, is accepted too. Empty ones are skipped. */
function entriesIn(given: unknown, key: ListKey, path: Path): Part[] {
	if (given === undefined || given === null) return [];
	const entries: unknown[] = Array.isArray(given) ? given : [given];
	return entries.flatMap((entry, index) => {
		if (isEmpty(entry)) return [];
		const isBare = typeof entry === 'string' || typeof entry === 'number';
		return [partAt(isBare ? bareText(entry, key) : entry, [...path, key, index])];
	});
}

function isEmpty(entry: unknown): boolean {
	if (entry === null || entry === '') return true;
	return isObject(entry) && Object.keys(entry).length === 0;
}

function bareText(text: string | number, key: ContactField): JsonObject {
	const main = isText(key) ? undefined : (FIELDS[key].main ?? STANDS_FOR[key]);
	return { [main ?? key]: text };
}

function partAt(value: unknown, path: Path): Part {
	if (!isObject(value)) throw unfit(metaDialect, path, 'must be an object');
	return { object: value, path };
}

function textAt({ object, path }: Part, key: string): string | undefined {
	const value = object[key];
	if (!isTextValue(value)) throw unfit(metaDialect, [...path, key], notText(value));
	return textOf(value);
}

function unknownKeys(object: JsonObject, known: ReadonlySet<string>, path: Path): string[] {
	return Object.keys(object)
		.filter((key) => !known.has(key))
		.map((key) => pathText([...path, key]));
}
