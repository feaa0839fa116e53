import type { Property } from './property';

/** What says something about the card or the program that wrote it, not about the person. */
const TECHNICAL = new Set([
	...['BEGIN', 'END', 'VERSION', 'PRODID', 'REV', 'UID', 'SOURCE', 'NAME', 'PROFILE', 'CLASS'],
	...['SORT-STRING', 'MAILER', 'CLIENTPIDMAP', 'CREATED', 'LANGUAGE'],
	...['X-ABUID', 'X-ABSHOWAS', 'X-ABORDER', 'X-ABCROP-RECTANGLE'],
	...['X-APPLE-SUBLOCALITY', 'X-APPLE-SUBADMINISTRATIVEAREA', 'X-IMAGEHASH', 'X-IMAGETYPE'],
	...['X-SHARED-PHOTO-DISPLAY-PREF', 'X-ACTIVITY-ALERT', 'X-EVOLUTION-FILE-AS'],
	...['X-COUCHDB-APPLICATION-ANNOTATIONS', 'X-MS-OL-DESIGN', 'X-MS-OL-DEFAULT-POSTAL-ADDRESS'],
	...['X-MS-CARDPICTURE', 'X-EVOLUTION-WEBDAV-ETAG', 'X-RADICALE-NAME'],
]);

/** The groups that every contact of a Google account is in. */
const DEFAULT_GROUPS = new Set(['MYCONTACTS', 'MY CONTACTS', 'STARRED']);

/** Whether a value says nothing: `;;;;`. */
export function isEmpty({ value }: Property): boolean {
	return !/[^;,\s]/.test(value);
}

/** Whether nobody misses a property that is not a field of a contact. */
export function isTechnical(property: Property): boolean {
	const { name, value } = property;
	const text = value.trim().toUpperCase();
	// An AGENT without a value has its card on the lines after it
	if (TECHNICAL.has(name) || (isEmpty(property) && name !== 'AGENT')) return true;
	if (name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') {
		return text === 'INDIVIDUAL' || text === 'ORG';
	}
	if (name !== 'CATEGORIES') return false;
	return text.split(',').every((group) => DEFAULT_GROUPS.has(group.trim()));
}

/** What a warning says of a property that no field of a contact can hold. */
export function unusedMessage({ name }: Property): string {
	return name === 'AGENT'
		? 'AGENT is the card of another person and was left out'
		: `${name} is not a field of a contact card and was left out`;
}
