/** Z-API reads `%0a` in a text as a line break. */

import type { Contact, FieldWarning } from '../../contact/contact';
import { quote } from '../../contact/text';

const WRITTEN_BREAK = /%(?=0[ad])/gi;
/** Joins two characters without being seen. */
const WORD_JOINER = '\u2060';

/** A text of a message, parted where no eye sees it: nobody can be told of a change in a text. */
export function closedText(text: string): string {
	return text.replace(WRITTEN_BREAK, `%${WORD_JOINER}`);
}

/** The texts of a contact that go out, with a warning for each that had to change. */
export function withoutWrittenBreaks(contact: Contact): {
	contact: Contact;
	warnings: FieldWarning[];
} {
	const warnings: FieldWarning[] = [];
	const closed = (field: string, given: string): string => {
		const text = given.replace(WRITTEN_BREAK, '% ');
		if (text !== given) {
			warnings.push({
				field,
				message: `Z-API takes %0a for a line break: ${quote(given)} was sent as ${quote(text)}`,
			});
		}
		return text;
	};
	const { name, org } = contact;
	const changed: Contact = {
		...contact,
		name: { ...name, formatted_name: closed('name', name.formatted_name) },
		org: org.company === undefined ? org : { ...org, company: closed('org', org.company) },
	};
	return { contact: changed, warnings };
}
