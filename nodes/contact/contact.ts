import type { Problem } from '../failures/failure';
import type { TextKind } from './fields/field';
import type { ContactField, GroupKey, ListKey, MainPart, PartOf, TextKey } from './fields/fields';
import { oneLine, paragraph } from './text';

export type { ContactField };

/** The texts of a group or of a list entry: the main one is required, the others are optional. */
type Parts<Key extends GroupKey | ListKey> = Record<MainPart<Key>, string> &
	Partial<Record<Exclude<PartOf<Key>, MainPart<Key>>, string | undefined>>;

type Groups = { [Key in GroupKey]: Parts<Key> };
type Lists = { [Key in ListKey]: Array<Parts<Key>> };
type Texts = Partial<Record<TextKey, string | undefined>>;

/**
 * The neutral contact, as the table {@link FIELDS} defines it. Every text is present and not empty, or absent; lists
 * may be empty. Which texts are valid: {@link isValidText}.
 */
export type Contact = Groups & Lists & Texts;
export type Name = Contact['name'];
export type Phone = Contact['phones'][number];
export type Address = Contact['addresses'][number];
export type Organization = Contact['org'];

type DraftParts<Key extends GroupKey | ListKey> = Partial<Record<PartOf<Key>, string | undefined>>;

/** A list entry as a reader found it: its main text is present, but may be empty. */
export type DraftEntry<Key extends ListKey> = DraftParts<Key> & Record<MainPart<Key>, string>;

export type DraftGroups = { [Key in GroupKey]: DraftParts<Key> };
export type DraftLists = { [Key in ListKey]: Array<DraftEntry<Key>> };

/** What a reader makes of a source: shaped like the contact, but not yet tidied, completed or checked. */
export type ContactDraft = Partial<DraftGroups> & Partial<DraftLists> & Texts;

/** Something that a card does not carry as given. `field` is a field of the contact. */
export interface FieldWarning {
	field: string;
	message: string;
	/** What was left out, if that is what the warning says. */
	leftOut?: LeftOut;
}

/** Something that was left out, in a form that can be summed up over many contacts. */
export interface LeftOut {
	/** `1 email`, `the birthday`. */
	words: string;
	/** How many entries of a list, if it is list entries that were left out. */
	entries?: { field: ListKey; number: number };
}

/** A draft with its reader's warnings. */
export interface ReadContact {
	draft: ContactDraft;
	warnings: FieldWarning[];
	/** Whether the reader has already checked a long photo, in steps: checking all of it takes long. */
	isPhotoChecked?: boolean;
	/** The item's binary field with its photo, if the person named one. */
	photoBinaryField?: string | undefined;
	/** Why the value given in its place is not a contact, if others were given along with it. */
	refusal?: Problem;
}

/** True for a day of the calendar, `YYYY-MM-DD`, or `--MM-DD` if the year is not given (RFC 6350, 4.3.1). */
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

/** Whether a contact's text is valid: not empty, tidy, and of its kind. */
export function isValidText(kind: TextKind, text: string): boolean {
	return text !== '' && VALID[kind](text);
}
