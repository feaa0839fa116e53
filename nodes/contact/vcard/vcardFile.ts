import type { FieldWarning, ReadContact } from '../contact';

export interface VCardFile {
	/** The contacts in the order of their cards, each with warnings about what does not fit a contact. */
	contacts: ReadContact[];
	/** Warnings about text outside the cards, and about cards that do not describe a person. */
	warnings: FieldWarning[];
	/** Whether any card begins in the text. */
	isVCard: boolean;
	/** Whether any card lists the members of a group. */
	hasGroup: boolean;
}
