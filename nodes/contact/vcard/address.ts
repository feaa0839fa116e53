import type { ContactDraft } from '../contact';
import { decodeValue } from './encodings';
import { splitEscaped, unescapePart, unescapeText } from './escape';
import { parameter, type Property } from './property';

type AddressDraft = NonNullable<ContactDraft['addresses']>[number];

/**
 * The address in an `ADR` (RFC 2426, 3.2.1): PO box, extension, street, city, state, zip, country. The
 * first three are one street, as written on a letter: street, extension, box. A `LABEL`
 * is used if all parts are empty. Undefined if nothing is left.
 * @param lists whether an unescaped comma separates texts, as it does from vCard 3.0
 * @param group what Apple's properties of the same group say: the country code, for which there is also `CC` (RFC 8605,
 * 3.1), a part of the city, which goes with the street, and the area around the city, which goes with the city
 */
export function readAddress(
	property: Property,
	lists: boolean,
	group: { countryCode?: string; quarter?: string; district?: string },
): AddressDraft | undefined {
	const joint = lists ? ', ' : undefined;
	const parts = splitEscaped(decodeValue(property), ';');
	const textOf = (part = ''): string => (part === '' ? '' : oneLine(unescapePart(part, joint)));
	const address: AddressDraft = {};
	set(
		address,
		'street',
		joinLines([
			textOf(parts[2]),
			textOf(parts[1]),
			postBox(textOf(parts[0])),
			oneLine(group.quarter ?? ''),
		]),
	);
	set(address, 'city', joinLines([textOf(parts[3]), oneLine(group.district ?? '')]));
	set(address, 'state', textOf(parts[4]));
	set(address, 'zip', textOf(parts[5]));
	set(address, 'country', joinLines(parts.slice(6).map((part) => textOf(part))));
	const code = group.countryCode ?? parameter(property, 'CC');
	if (code !== undefined && isCountryCode(code)) address.country_code = code.toUpperCase();
	if (isEmpty(address)) {
		set(address, 'street', oneLine(unescapeText(parameter(property, 'LABEL') ?? '')));
	}
	return isEmpty(address) ? undefined : address;
}

/** A `LABEL` (RFC 2426, 3.2.2), which has one line per part of the address, as one line. */
export function readPostalLabel(property: Property): string {
	return oneLine(unescapeText(decodeValue(property)));
}

function isEmpty(address: AddressDraft): boolean {
	return Object.keys(address).length === 0;
}

/** ISO 3166-1 alpha-2, in the form of the code. */
function isCountryCode(text: string): boolean {
	return /^[A-Za-z]{2}$/.test(text);
}

/** A number alone would look like a house number. */
function postBox(text: string): string {
	return /^\d+$/.test(text) ? `PO Box ${text}` : text;
}

function set(address: AddressDraft, field: keyof AddressDraft, text: string): void {
	if (text !== '') address[field] = text;
}

/** A text as one line, with a comma between two lines. */
function oneLine(text: string): string {
	return /[\r\n]/.test(text) ? joinLines(text.split(/[\r\n]/)) : text;
}

function joinLines(texts: readonly string[]): string {
	let joined = '';
	let last = '';
	for (const text of texts) {
		const line = text.trim();
		if (line === '') continue;
		if (joined !== '') joined += last.endsWith(',') ? ' ' : ', ';
		joined += line;
		last = line;
	}
	return joined;
}
