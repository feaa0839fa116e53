/** Changes texts that a server would interpret as something else. */

import type { Contact, FieldWarning } from '../contact/contact';
import { quote } from '../contact/text';

/** An invisible character that joins two others. */
const WORD_JOINER = '\u2060';

/** Fields whose text may be changed; of lists, the first entry, which is the one that goes out. */
type Field = 'name' | 'emails' | 'urls' | 'org';

/**
 * A message's text with an invisible character after each `opening`, which then no longer opens anything. A text message
 * can't have warnings, so the change must not show.
 *
 * @param opening with the flag `g`
 */
export function partedText(text: string, opening: RegExp): string {
	return text.replace(opening, `$&${WORD_JOINER}`);
}

/**
 * The contact with the texts that go out changed, and a warning for each that was.
 *
 * @param changes how the text of each field is changed
 * @param reason why, at the beginning of the warning
 */
export function withChangedTexts(
	contact: Contact,
	changes: Readonly<Partial<Record<Field, (text: string) => string>>>,
	reason: string,
): { contact: Contact; warnings: FieldWarning[] } {
	const warnings: FieldWarning[] = [];
	const changed = (field: Field, given: string): string => {
		const text = changes[field]?.(given) ?? given;
		if (text !== given) {
			const message = `${reason}: ${quote(given)} was sent as ${quote(text)}`;
			warnings.push({ field, message });
		}
		return text;
	};
	const { name, emails, urls, org } = contact;
	const [email, ...otherEmails] = emails;
	const [url, ...otherUrls] = urls;
	const made: Contact = {
		...contact,
		name: { ...name, formatted_name: changed('name', name.formatted_name) },
		emails:
			email === undefined
				? []
				: [{ ...email, email: changed('emails', email.email) }, ...otherEmails],
		urls: url === undefined ? [] : [{ ...url, url: changed('urls', url.url) }, ...otherUrls],
		org: org.company === undefined ? org : { ...org, company: changed('org', org.company) },
	};
	return { contact: made, warnings };
}
