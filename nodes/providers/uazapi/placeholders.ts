/** uazapiGO's server replaces `{{name}}`, `{{lead_…}}` and the like in every text with what it knows of the recipient. */

import type { Contact, FieldWarning } from '../../contact/contact';
import { quote } from '../../contact/text';

/** A brace before another one: without it, no placeholder opens. */
const OPENING = /\{(?=\{)/g;
/** Joins two characters without being seen. */
const WORD_JOINER = '\u2060';

/** A text of a message, parted where no eye sees it: nobody can be told of a change in a text. */
export function closedText(text: string): string {
	return text.replace(OPENING, `{${WORD_JOINER}`);
}

/** The texts of a contact that go out, with a warning for each that had to change. */
export function withoutPlaceholders(contact: Contact): {
	contact: Contact;
	warnings: FieldWarning[];
} {
	const warnings: FieldWarning[] = [];
	const closed = (field: string, given: string, apart = '{ '): string => {
		const text = given.replace(OPENING, apart);
		if (text !== given) {
			warnings.push({
				field,
				message: `uazapiGO replaces text in {{ }}: ${quote(given)} was sent as ${quote(text)}`,
			});
		}
		return text;
	};
	const { name, emails, urls, org } = contact;
	const [email, ...otherEmails] = emails;
	const [url, ...otherUrls] = urls;
	const changed: Contact = {
		...contact,
		name: { ...name, formatted_name: closed('name', name.formatted_name) },
		emails:
			email === undefined
				? []
				: [{ ...email, email: closed('emails', email.email) }, ...otherEmails],
		urls: url === undefined ? [] : [{ ...url, url: closed('urls', url.url, '%7B') }, ...otherUrls],
		org: org.company === undefined ? org : { ...org, company: closed('org', org.company) },
	};
	return { contact: changed, warnings };
}
