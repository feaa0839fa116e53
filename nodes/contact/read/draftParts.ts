import type { DraftEntry, DraftGroups, DraftLists } from '../contact';
import type { GroupKey, ListKey, PartOf } from '../fields/fields';
import { listField, partsOf } from '../fields/keys';

type FoundParts<Part extends string> = Partial<Record<Part, string | undefined>>;

/** The groups of a draft, each from a function that returns the text of a part, or undefined if there is none. */
export function draftGroups(
	textOf: <Key extends GroupKey>(key: Key, part: PartOf<Key>) => string | undefined,
): DraftGroups {
	const group = <Key extends GroupKey>(key: Key) =>
		foundParts(partsOf(key), (part) => textOf(key, part));
	return { name: group('name'), org: group('org') };
}

/** The lists of a draft, each from a function that returns its entries. */
export function draftLists(
	entriesOf: <Key extends ListKey>(key: Key) => Array<DraftEntry<Key>>,
): DraftLists {
	return {
		phones: entriesOf('phones'),
		emails: entriesOf('emails'),
		addresses: entriesOf('addresses'),
		urls: entriesOf('urls'),
	};
}

/** A list entry from a function that returns the text of a part. Its main text is empty if there is none. */
export function draftEntry<Key extends ListKey>(
	key: Key,
	textOf: (part: PartOf<Key>) => string | undefined,
): DraftEntry<Key> {
	const main: string | undefined = listField(key).main;
	const entry = foundParts(
		partsOf(key),
		(part) => textOf(part) ?? (part === main ? '' : undefined),
	);
	if (hasMain(key, entry)) return entry;
	throw new Error(`An entry of ${key} lacks its main text`);
}

function foundParts<Part extends string>(
	parts: readonly Part[],
	textOf: (part: Part) => string | undefined,
): FoundParts<Part> {
	const found: FoundParts<Part> = {};
	for (const part of parts) {
		const text = textOf(part);
		if (text !== undefined) found[part] = text;
	}
	return found;
}

function hasMain<Key extends ListKey>(
	key: Key,
	entry: FoundParts<PartOf<Key>>,
): entry is DraftEntry<Key> {
	const { main } = listField(key);
	return main === undefined || main in entry;
}
