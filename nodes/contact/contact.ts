import type { Problem } from '../failures/failure';
import type { TextKind } from './fields/field';
import type { ContactField, GroupKey, ListKey, MainPart, PartOf, TextKey } from './fields/fields';
import { oneLine, paragraph } from './text';

export type { ContactField };

/** The texts of a group, or of an entry of a list: the main one is there, the others may be. */
type Parts<Key extends GroupKey | ListKey> = Record<MainPart<Key>, string> &
	Partial<Record<Exclude<PartOf<Key>, MainPart<Key>>, string | undefined>>;

type Groups = { [Key in GroupKey]: Parts<Key> };
type Lists = { [Key in ListKey]: Array<Parts<Key>> };
type Texts = Partial<Record<TextKey, string | undefined>>;

/**
 * The neutral contact, as the table in {@link FIELDS} has it. Every text is present and not empty, or absent; lists
 * may be empty. What a text may be: {@link isValidText}.
 */
export type Contact = Groups & Lists & Texts;
export type Name = Contact['name'];
export type Phone = Contact['phones'][number];
export type Address = Contact['addresses'][number];
export type Organization = Contact['org'];

type DraftParts<Key extends GroupKey | ListKey> = Partial<Record<PartOf<Key>, string | undefined>>;

/** An entry of a list as a reader found it: its main text is there, but may be empty. */
export type DraftEntry<Key extends ListKey> = DraftParts<Key> & Record<MainPart<Key>, string>;

export type DraftGroups = { [Key in GroupKey]: DraftParts<Key> };
export type DraftLists = { [Key in ListKey]: Array<DraftEntry<Key>> };

/** What a reader makes of a source: the contact's own shape, but nothing is tidied, filled or checked yet. */
export type ContactDraft = Partial<DraftGroups> & Partial<DraftLists> & Texts;

/** Something that a card does not carry as it was given. `field` is a field of the contact. */
export interface FieldWarning {
	field: string;
	message: string;
	/** What was left out, where that is what the warning says. */
	leftOut?: LeftOut;
}

/** Something that was left out, as it is summed up over many contacts. */
export interface LeftOut {
	/** `1 email`, `the birthday`. */
	words: string;
	/** How many entries of a list, where it is no other thing. */
	entries?: { field: ListKey; number: number };
}

/** A draft with what its reader has to say about it. */
export interface ReadContact {
	draft: ContactDraft;
	warnings: FieldWarning[];
	/** Whether the reader has made sure, in steps, that a long photo is one: a look at all of it takes long. */
	isPhotoChecked?: boolean;
	/** The item's binary field that holds its photo, where the person named one. */
	photoBinaryField?: string | undefined;
	/** Why what was given in its place is no contact at all, where others were given beside it. */
	refusal?: Problem;
}

/** True for a day of the calendar, `YYYY-MM-DD`, or `--MM-DD` where the year is not told (RFC 6350, 4.3.1). */
export function isBirthday(text: string): boolean {
	const match = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(text);
	if (match === null) return false;
	const [, year, month, day] = match;
	const date = new Date(0);
	date.setUTCFullYear(year === '-' ? 2000 : Number(year), Number(month) - 1, Number(day));
	return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** A photo: a web address, or the picture itself as a base64 data URI. */
const PHOTO =
	/^(https?:\/\/[^\s\p{Cc}\p{Cs}]+|data:image\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]+={0,2})$/u;

const VALID: Readonly<Record<TextKind, (text: string) => boolean>> = {
	line: (text) => oneLine(text) === text,
	paragraph: (text) => paragraph(text) === text,
	birthday: isBirthday,
	photo: (text) => PHOTO.test(text),
	countryCode: (text) => /^[A-Z]{2}$/.test(text),
	whatsappId: (text) => /^\d{5,20}$/.test(text),
};

/** Whether a text of a contact is what it has to be: not empty, tidy, and of its kind. */
export function isValidText(kind: TextKind, text: string): boolean {
	return text !== '' && VALID[kind](text);
}
