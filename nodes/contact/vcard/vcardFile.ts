import type { FieldWarning, ReadContact } from '../contact';

export interface VCardFile {
	/** The contacts in the order of their cards, each with what its card has and a contact cannot hold. */
	contacts: ReadContact[];
	/** What stands outside of the cards, and cards that are about no person. */
	warnings: FieldWarning[];
	/** Whether any card begins in the text. */
	isVCard: boolean;
	/** Whether any card is the list of the members of a group. */
	hasGroup: boolean;
}
