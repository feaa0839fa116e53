import type { Property } from './property';

/** Properties about the card or the program that wrote it, not about the person. */
const TECHNICAL = new Set([
	...['BEGIN', 'END', 'VERSION', 'PRODID', 'REV', 'UID', 'SOURCE', 'NAME', 'PROFILE', 'CLASS'],
	...['SORT-STRING', 'MAILER', 'CLIENTPIDMAP', 'CREATED', 'LANGUAGE'],
	...['X-ABUID', 'X-ABSHOWAS', 'X-ABORDER', 'X-ABCROP-RECTANGLE'],
	...['X-IMAGEHASH', 'X-IMAGETYPE'],
	...['X-SHARED-PHOTO-DISPLAY-PREF', 'X-ACTIVITY-ALERT', 'X-EVOLUTION-FILE-AS'],
	...['X-COUCHDB-APPLICATION-ANNOTATIONS', 'X-MS-OL-DESIGN', 'X-MS-OL-DEFAULT-POSTAL-ADDRESS'],
	...['X-MS-CARDPICTURE', 'X-EVOLUTION-WEBDAV-ETAG', 'X-RADICALE-NAME'],
]);

/** The groups that contain every contact of a Google account. */
const DEFAULT_GROUPS = new Set(['MYCONTACTS', 'MY CONTACTS', 'STARRED']);

/** Whether a value says nothing: `;;;;`. */
export function isEmpty({ value }: Property): boolean {
	return !/[^;,\s]/.test(value);
}

/** Whether a property says what kind of thing its card is about (RFC 6350, 6.1.4; Apple's of vCard 3.0). */
function isKind({ name }: Property): boolean {
	return name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND';
}

/** Whether a property shows that its card lists the members of a group, who have cards of their own. */
export function isOfGroup(property: Property): boolean {
	const { name, value } = property;
	if (name === 'MEMBER' || name === 'X-ADDRESSBOOKSERVER-MEMBER') return true;
	return isKind(property) && /^group$/i.test(value.trim());
}

/** Whether a property that is not a field of a contact can be left out without a warning. */
export function isTechnical(property: Property): boolean {
	const { name, value } = property;
	// An AGENT without a value has its card on the lines after it
	if (TECHNICAL.has(name) || (isEmpty(property) && name !== 'AGENT')) return true;
	if (isKind(property)) return /^(?:individual|org)$/i.test(value.trim());
	if (name !== 'CATEGORIES') return false;
	const groups = value.toUpperCase().split(',');
	return groups.every((group) => DEFAULT_GROUPS.has(group.trim()));
}

/** The warning about a property that is not a field of a contact. */
export function unusedMessage({ name }: Property): string {
	return name === 'AGENT'
		? 'AGENT is the card of another person and was left out'
		: `${name} is not a field of a contact card and was left out`;
}
