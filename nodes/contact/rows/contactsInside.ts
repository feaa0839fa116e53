import { isObject, type JsonObject } from '../object';
import type { Path } from '../read/dialect';
import { isVCard } from '../vcard/read';
import { gather } from './gather';
import { hasName } from './gathering';
import { keyWords } from './keys';
import { keyValues } from './keyValues';
import { looksOf, meaningOf } from './meaning';

/** Keys under which request bodies contain contacts. */
const CONTACTS = /^(?:contacts?|v-?_?cards?|contatos?|contactos?|kontakte?)$/i;
const MAX_DEPTH = 3;

/**
 * The key under which an object contains contacts, each to be read on its own: `contacts`, `contact`, `vcard`, or a
 * list of objects under `data`, `output`, `customers` and the like. Undefined if the object itself is a contact.
 */
export function wrapperIn(object: JsonObject, depth = 0): string | undefined {
	const keys = Object.keys(object);
	const key =
		keys.find((name) => CONTACTS.test(name) && holdsContacts(name, object[name])) ??
		keys.find((name) => holdsList(name, object[name])) ??
		keys.find((name) => holdsWrapper(name, object[name], depth));
	if (key === undefined) return undefined;
	const { [key]: inside, ...others } = object;
	const own = gather(others, []);
	// `{ name, contact: { phone } }` is one contact, whose name stands outside
	const hasRest = own.phones.length + own.emails.length > 0 || isNameless(inside);
	const isContact = (hasName(own) && hasRest) || own.vcard !== undefined;
	return isContact ? undefined : key;
}

function isNameless(inside: unknown): boolean {
	if (!isObject(inside)) return false;
	const { phones, emails, ...rest } = gather(inside, []);
	return phones.length + emails.length > 0 && !hasName({ ...rest, phones, emails });
}

/** A phone beside a wrapper. */
export function phoneBeside(others: JsonObject, path: Path): Path | undefined {
	const contact = Object.fromEntries(
		Object.entries(others).filter(
			([key, value]) => typeof value !== 'object' || looksOf(keyWords(key).senses) === 'phone',
		),
	);
	return gather(contact, path).phones[0]?.path;
}

/** Whether a key looks like that of a name, phone or email. */
export function looksLike(key: string): boolean {
	return looksOf(keyWords(key).senses) !== undefined;
}

/** vCard text under its own key is read together with the keys beside it. */
function holdsContacts(key: string, value: unknown): boolean {
	if (isCardText(value)) return !/card/i.test(key);
	if (Array.isArray(value))
		return value.some((one: unknown) => isObject(one) || isCardText(one)) || value.length === 0;
	return isObject(value);
}

function isCardText(value: unknown): boolean {
	return typeof value === 'string' && isVCard(value);
}

function holdsList(key: string, value: unknown): boolean {
	if (!Array.isArray(value)) return false;
	const meaning = meaningOf(key);
	const isWrapper =
		meaning.kind === 'wrapper' || (meaning.kind === 'field' && meaning.field === 'person');
	const entries: readonly unknown[] = value;
	if (!isWrapper || keyValues(entries) !== undefined) return false;
	return entries.some(isCardText) || entries.some((one) => isObject(one) && isPerson(one));
}

/** Whether a list entry is a contact of its own, not a field of the surrounding one. */
function isPerson(entry: JsonObject): boolean {
	const g = gather(entry, []);
	return hasName(g) || g.vcard !== undefined || g.phones.length + g.emails.length > 1;
}

function holdsWrapper(key: string, value: unknown, depth: number): boolean {
	if (!isObject(value) || depth >= MAX_DEPTH || meaningOf(key).kind !== 'wrapper') return false;
	return wrapperIn(value, depth + 1) !== undefined;
}
