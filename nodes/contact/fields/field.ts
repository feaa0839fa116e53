/** How a text of a contact is tidied and checked. */
export type TextKind = 'line' | 'paragraph' | 'birthday' | 'photo' | 'countryCode' | 'whatsappId';

/** A text of a contact, as a person sees it in the editor. */
export interface TextPart {
	/** Its name in the editor. */
	label: string;
	/** Its name among the flat parameters, if Meta's documentation has a different one. */
	metaLabel?: string;
	/** An example, which the editor shows in the empty field. */
	example: string;
	description?: string;
	/** `line` by default. */
	holds?: TextKind;
	/** Choices that the editor offers, each a type of phone, email, address or URL. */
	types?: readonly TypeChoice[];
	/** Whether the editor shows it only after a click on *Add Contact Field*, because few people need it. */
	isRare?: boolean;
}

/** A type in the editor: `CELL`, shown as `Mobile`. */
export interface TypeChoice {
	label: string;
	value: string;
}

interface AnyField {
	/** Its name in the editor and in the docs, in the plural for a list. */
	label: string;
	/** What it is called in a sentence. */
	singular: string;
	plural: string;
	/** 1 matters most: the order of the form, and of what is kept when a card has little room. */
	rank: number;
	/** Whether Meta's contacts object has it, and therefore every provider that sends that object. */
	isMeta: boolean;
	/** The properties of a vCard that it comes from, in capitals. */
	vcard: readonly string[];
}

/** One object with several texts: `name`, `org`. */
export interface GroupField extends AnyField {
	kind: 'group';
	/** The part that is always present. */
	main: string | undefined;
	parts: Readonly<Record<string, TextPart>>;
}

/** Any number of objects with the same texts: `phones`. */
export interface ListField extends AnyField {
	kind: 'list';
	/** What an entry is called in flat parameters (`phone_1_phone`) and in the form (`phones.phone[]`). */
	entry: string;
	/** The part that every entry has. */
	main: string | undefined;
	/** As of a {@link TextPart}. */
	isRare?: boolean;
	parts: Readonly<Record<string, TextPart>>;
}

/** One text: `nickname`. */
export interface TextField extends AnyField, TextPart {
	kind: 'text';
}

export type Field = GroupField | ListField | TextField;
