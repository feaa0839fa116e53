import type { Contact } from '../contact/contact';
import { oneLine } from '../contact/text';

const EXTENSION = '.vcf';
const SEVERAL = 'contacts';
/** Characters before the extension: with four bytes each, the name stays below the 255 that file systems allow. */
const MAX_CHARACTERS = 60;
/** What Windows, the strictest system, rejects in a name; `/` and `\` would also lead into another folder. */
const FORBIDDEN = /[<>:"/\\|?*]+/g;

/**
 * The name of a vCard file: the given one, else its contact's, else `contacts.vcf`. Always one file name, without
 * folders, that ends in `.vcf`.
 */
export function vcardFileName(given: string, contacts: readonly Contact[]): string {
	const [only, ...others] = contacts;
	const own = only !== undefined && others.length === 0 ? only.name.formatted_name : SEVERAL;
	const stem = safe(given.replace(/\.vcf$/i, '')) || safe(own) || SEVERAL;
	return stem + EXTENSION;
}

/**
 * The name of a picture of a contact: the given one, else the contact's. Ends in `.png`.
 *
 * @param number of the contact, if several pictures would get the same given name
 */
export function pictureFileName(given: string, name: string, number: number | undefined): string {
	const stem = safe(given.replace(/\.png$/i, ''));
	const numbered = stem === '' || number === undefined ? stem : `${stem}-${String(number)}`;
	return `${numbered || safe(name) || SEVERAL}.png`;
}

function safe(name: string): string {
	const [...characters] = oneLine(name).replace(FORBIDDEN, '-');
	return characters
		.slice(0, MAX_CHARACTERS)
		.join('')
		.replace(/^[\s.-]+|[\s.-]+$/g, '');
}
