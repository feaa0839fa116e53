/** Z-API reads `%0a` in a text as a line break. */

import { partedText, withChangedTexts } from '../../carried/changedTexts';
import type { Contact } from '../../contact/contact';

const WRITTEN_BREAK = /%(?=0[ad])/gi;

/** A text of a message in which nothing is read as a line break. */
export const closedText = (text: string) => partedText(text, WRITTEN_BREAK);

/** A contact in whose texts nothing is read as a line break, with a warning for each that had to change. */
export function withoutWrittenBreaks(contact: Contact) {
	const apart = (text: string) => text.replace(WRITTEN_BREAK, '% ');
	return withChangedTexts(contact, { name: apart, org: apart }, 'Z-API treats %0a as a line break');
}
