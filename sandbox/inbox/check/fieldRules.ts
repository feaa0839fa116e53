/** Rules for everything in a card besides names and numbers. */
import { FIELDS } from '../../../nodes/contact/fields/fields';
import { isList, KEYS_BY_RANK } from '../../../nodes/contact/fields/keys';
import { keysOf } from '../../../nodes/contact/object';
import type { CardContact } from '../../toolkit/contact';
import type { CardPhoto } from '../photo';
import { fine, shorten, warning, type Verdict } from './finding';

/** No app publishes a limit. This holds 640 × 640 pixels as JPEG with room to spare, and a card is a text message. */
const MAX_PHOTO_BYTES = 100_000;
const BIRTHDAY = /^(?:\d{4}|-)-?\d{2}-?\d{2}(?:T.*)?$/;

/** Whether the photo is a picture, and of a kind that apps show. */
export function checkPhoto(photo: CardPhoto): Verdict[] {
	switch (photo.kind) {
		case 'address':
			return warning(
				'No photo',
				'The card only links to it, and apps do not load anything that a card links to. Put the picture itself into the card.',
			);
		case 'unreadable':
			return warning('No photo', 'What the card has instead is not a JPEG or PNG picture.');
		case 'image': {
			const kilobytes = Math.ceil(photo.bytes / 1000).toLocaleString('en');
			if (photo.bytes > MAX_PHOTO_BYTES) {
				return warning(
					'Perhaps no photo',
					`It has ${kilobytes} kB. Pictures of more than ${String(MAX_PHOTO_BYTES / 1000)} kB are too large for a card; 640 × 640 pixels are plenty.`,
				);
			}
			return /jpeg|png/.test(photo.mediaType)
				? fine(`The photo (${kilobytes} kB)`)
				: warning(
						'Perhaps no photo',
						`Its type is ${photo.mediaType}; all phones show JPEG and PNG.`,
					);
		}
	}
}

/** Whether the email addresses are valid. */
export function checkEmails({ emails }: CardContact): Verdict[] {
	const wrong = emails.filter(({ email }) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email));
	if (wrong.length === 0) return [];
	return warning(
		`“${shorten(wrong[0]?.email ?? '')}” is not an email address`,
		'The phone shows it, but nobody can write to it.',
	);
}

/** Whether links open. */
export function checkLinks({ urls }: CardContact): Verdict[] {
	const wrong = urls.find(({ url }) => !/^https?:\/\/[^\s/]+/i.test(url));
	if (wrong === undefined) return [];
	return warning(
		`“${shorten(wrong.url)}” does not open`,
		'A link must begin with https:// or http://.',
	);
}

/** Whether address books can read the birthday. */
export function checkBirthday({ birthday }: CardContact): Verdict[] {
	if (birthday === undefined || BIRTHDAY.test(birthday)) return [];
	return warning(
		'No birthday',
		`“${shorten(birthday)}” is not a date that address books can read. Write YYYY-MM-DD.`,
	);
}

/** What else reaches the address book, by the table of a contact's fields. */
export function listOthers(contact: CardContact): Verdict[] {
	const others = KEYS_BY_RANK.flatMap((key) => {
		if (key === 'name' || key === 'phones' || key === 'photo') return [];
		if (isList(key)) return count(contact[key].length, FIELDS[key]);
		const isThere =
			key === 'org' ? keysOf(contact.org ?? {}).length > 0 : contact[key] !== undefined;
		return isThere ? [`the ${FIELDS[key].singular}`] : [];
	});
	return others.length === 0 ? [] : fine(`Once saved: ${others.join(', ')}`);
}

function count(
	number: number,
	{ singular, plural }: { singular: string; plural: string },
): string[] {
	return number === 0 ? [] : [`${String(number)} ${number === 1 ? singular : plural}`];
}
