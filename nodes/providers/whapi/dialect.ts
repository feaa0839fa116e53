import type { ReadContact } from '../../contact/contact';
import { isObject, type JsonObject } from '../../contact/object';
import { unfit, type Dialect } from '../../contact/read/dialect';
import { readCardText } from '../../contact/read/vcardDialect';
import { isVCard } from '../../contact/vcard/read';

/** Keys of a request with one contact or several; an object with other keys may be a row of somebody's table. */
const KEYS = ['to', 'name', 'vcard', 'list', 'quoted', 'edit'];

/** The body of a Whapi.Cloud request: the recipient with one contact, as a name and a vCard, or with a `list` of them. */
export const whapiDialect: Dialect = {
	name: 'the body of a Whapi.Cloud request',
	example: {
		to: '5512996130832',
		list: [{ name: 'John Doe', vcard: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:John Doe\r\nEND:VCARD' }],
	},
	recognizes: (value) => entriesIn(value) !== undefined,
	claims: (value) => entriesIn(value) !== undefined,
	read: (value, path) =>
		(entriesIn(value) ?? []).flatMap((entry, index) => {
			const place = 'list' in value ? [...path, 'list', index] : path;
			if (!isObject(entry)) throw unfit(whapiDialect, place, 'must be an object');
			const { vcard, name } = entry;
			if (typeof vcard !== 'string' || !isVCard(vcard)) {
				throw unfit(whapiDialect, [...place, 'vcard'], 'must begin with BEGIN:VCARD');
			}
			return readCardText(vcard).map((contact) => named(contact, name));
		}),
};

function entriesIn(value: JsonObject): readonly unknown[] | undefined {
	const { to, list, name, vcard } = value;
	if (typeof to !== 'string' || !Object.keys(value).every((key) => KEYS.includes(key))) {
		return undefined;
	}
	if (Array.isArray(list)) return name === undefined && vcard === undefined ? list : undefined;
	return typeof name === 'string' && typeof vcard === 'string' ? [value] : undefined;
}

/** The card's title names a contact whose vCard has no name. */
function named(contact: ReadContact, title: unknown): ReadContact {
	const { draft } = contact;
	if (typeof title !== 'string' || Object.values(draft.name ?? {}).some(Boolean)) return contact;
	return { ...contact, draft: { ...draft, name: { formatted_name: title } } };
}
