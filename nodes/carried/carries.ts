import type { GroupKey, ListKey, PartOf, TextKey } from '../contact/fields/fields';
import { listField, LISTS, partsOf, textField, TEXTS } from '../contact/fields/keys';
import { recordOf } from '../contact/object';

/** How many entries of a list a provider carries per contact: none, one or all. */
export type Carried = 0 | 1 | 'all';

/** The parts of a group that a provider carries; those of the name are one flag, `nameParts`. */
type CarriedGroups = {
	readonly [Key in Exclude<GroupKey, 'name'>]: ReadonlyArray<PartOf<Key>>;
};

/**
 * Which fields of a contact reach the recipient's phone through a provider: every field of the table, and what belongs
 * to several of them. The name to show always reaches it.
 */
export interface Carries
	extends
		CarriedGroups,
		Readonly<Record<ListKey, Carried>>,
		Readonly<Record<Exclude<TextKey, 'birthday'>, boolean>> {
	/** First, last and middle name, prefix and suffix as separate fields. */
	readonly nameParts: boolean;
	/** What a phone, email, address or URL is for: WORK, HOME, …; or the lists that have it, if not all do. */
	readonly types: boolean | readonly ListKey[];
	/** A WhatsApp id that is not the phone's own digits. */
	readonly whatsAppIds: boolean;
	/** The extension after a phone number. */
	readonly extensions: boolean;
	/** `withYear`: only a whole date. */
	readonly birthday: boolean | 'withYear';
}

/** What the poorest card carries: the name to show. */
export const CARRIES_NAME: Carries = {
	...recordOf(LISTS, (): Carried => 0),
	...recordOf(TEXTS, () => false),
	org: [],
	nameParts: false,
	types: false,
	whatsAppIds: false,
	extensions: false,
};

/** What a card carries that contains a whole vCard of ours. */
export const CARRIES_ALL: Carries = {
	...recordOf(LISTS, (): Carried => 'all'),
	...recordOf(TEXTS, () => true),
	org: partsOf('org'),
	nameParts: true,
	types: true,
	whatsAppIds: true,
	extensions: true,
};

/** What a card carries as Meta's contacts object, in which a birthday needs a year. */
export const CARRIES_META: Carries = {
	...CARRIES_ALL,
	...recordOf(LISTS, (key): Carried => (listField(key).isMeta ? 'all' : 0)),
	...recordOf(TEXTS, (key) => textField(key).isMeta),
	birthday: 'withYear',
	extensions: false,
};

/** Whether the types of a list's entries are carried. */
export function carriesTypes({ types }: Carries, list: ListKey): boolean {
	return typeof types === 'boolean' ? types : types.includes(list);
}

/** At most how many entries of a list are carried. */
export function places(carried: Carried): number {
	return carried === 'all' ? Infinity : carried;
}
