/** uazapiGO's server replaces `{{name}}`, `{{lead_…}}` and the like in every text with what it knows of the recipient. */

import { partedText, withChangedTexts } from '../../carried/changedTexts';
import type { Contact } from '../../contact/contact';

/** A brace before another one: without it, no placeholder opens. */
const OPENING = /\{(?=\{)/g;

/** A text of a message in which no placeholder opens. */
export const closedText = (text: string) => partedText(text, OPENING);

/** A contact in whose texts no placeholder opens, with a warning for each that had to change. */
export function withoutPlaceholders(contact: Contact) {
	const apart = (text: string) => text.replace(OPENING, '{ ');
	return withChangedTexts(
		contact,
		{ name: apart, emails: apart, urls: (url) => url.replace(OPENING, '%7B'), org: apart },
		'uazapiGO replaces text in {{ }}',
	);
}
