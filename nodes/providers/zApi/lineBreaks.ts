/** Breaks up `%0a` and `%0d`: Z-API treats them as line breaks in every text. */

import { partedText, withChangedTexts } from '../../carried/changedTexts';
import type { Contact } from '../../contact/contact';

const WRITTEN_BREAK = /%(?=0[ad])/gi;

/** A message's text without written line breaks. */
export const textWithoutWrittenBreaks = (text: string) => partedText(text, WRITTEN_BREAK);

/** A contact without written line breaks, with a warning for each text that had to change. */
export function withoutWrittenBreaks(contact: Contact) {
	const apart = (text: string) => text.replace(WRITTEN_BREAK, '% ');
	return withChangedTexts(contact, { name: apart, org: apart }, 'Z-API treats %0a as a line break');
}
