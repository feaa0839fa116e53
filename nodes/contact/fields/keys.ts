import { keysOf } from '../object';
import type { GroupField, ListField, TextField } from './field';
import {
	FIELDS,
	type ContactField,
	type GroupKey,
	type ListKey,
	type PartOf,
	type TextKey,
} from './fields';

/** The fields of a contact in the order of the table, which is their order in a contact's JSON. */
export const KEYS: readonly ContactField[] = keysOf(FIELDS);
export const GROUPS: readonly GroupKey[] = KEYS.filter(isGroup);
export const LISTS: readonly ListKey[] = KEYS.filter(isList);
export const TEXTS: readonly TextKey[] = KEYS.filter(isText);

/** The fields of a contact, the most useful first. */
export const KEYS_BY_RANK: readonly ContactField[] = KEYS.toSorted(
	(a, b) => FIELDS[a].rank - FIELDS[b].rank,
);

/** What the table says of a field of one kind, without its own keys. */
export const groupField = (key: GroupKey): GroupField => FIELDS[key];
export const listField = (key: ListKey): ListField => FIELDS[key];
export const textField = (key: TextKey): TextField => FIELDS[key];

/** The keys of the texts in a group, or in an entry of a list, in the order of the table. */
export function partsOf<Key extends GroupKey | ListKey>(key: Key): ReadonlyArray<PartOf<Key>> {
	return PARTS[key];
}

/** True for a field that is one object with several texts. */
export function isGroup(key: ContactField): key is GroupKey {
	return FIELDS[key].kind === 'group';
}

/** True for a field that is a list of objects. */
export function isList(key: ContactField): key is ListKey {
	return FIELDS[key].kind === 'list';
}

/** True for a field that is one text. */
export function isText(key: ContactField): key is TextKey {
	return FIELDS[key].kind === 'text';
}

const PARTS: { readonly [Key in GroupKey | ListKey]: ReadonlyArray<PartOf<Key>> } = {
	name: keysOf(FIELDS.name.parts),
	phones: keysOf(FIELDS.phones.parts),
	emails: keysOf(FIELDS.emails.parts),
	addresses: keysOf(FIELDS.addresses.parts),
	org: keysOf(FIELDS.org.parts),
	urls: keysOf(FIELDS.urls.parts),
};
