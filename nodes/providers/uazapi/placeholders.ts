/**
 * Breaks up placeholders: uazapiGO's server replaces `{{name}}`, `{{lead_…}}` and the like in every text with what it knows
 * about the recipient.
 */

import { partedText, withChangedTexts } from '../../carried/changedTexts';
import type { Contact } from '../../contact/contact';

/** The first of two opening braces. */
const OPENING = /\{(?=\{)/g;

/** A message's text without placeholders. */
export const textWithoutPlaceholders = (text: string) => partedText(text, OPENING);

/** A contact without placeholders, with a warning for each text that had to change. */
export function withoutPlaceholders(contact: Contact) {
	const apart = (text: string) => text.replace(OPENING, '{ ');
	return withChangedTexts(
		contact,
		{ name: apart, emails: apart, urls: (url) => url.replace(OPENING, '%7B'), org: apart },
		'uazapiGO replaces text in {{ }}',
	);
}
