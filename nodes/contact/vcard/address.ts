import type { ContactDraft } from '../contact';
import { decodeValue } from './encodings';
import { joinedSteps, splitEscaped, unescapePart, unescapePartSteps, unescapeText } from './escape';
import { parameter, type Property } from './property';

type AddressDraft = NonNullable<ContactDraft['addresses']>[number];

/**
 * The address in an `ADR` (RFC 2426, 3.2.1): PO box, extension, street, city, state, zip, country. The
 * first three are one street, as written on a letter: street, extension, box. A `LABEL`
 * is used if all parts are empty. Undefined if nothing is left. In steps, since a damaged one can have a million parts.
 * @param lists whether an unescaped comma separates texts, as it does from vCard 3.0
 * @param group what Apple's properties of the same group say: the country code, for which there is also `CC` (RFC 8605,
 * 3.1), a part of the city, which goes with the street, and the area around the city, which goes with the city
 */
export function* readAddress(
	property: Property,
	lists: boolean,
	group: { countryCode?: string; quarter?: string; district?: string },
): Generator<void, AddressDraft | undefined, undefined> {
	const joint = lists ? ', ' : undefined;
	const parts = splitEscaped(decodeValue(property), ';', 7);
	const texts: string[] = [];
	for (const part of parts.slice(0, 6))
		texts.push(yield* oneLineSteps(yield* unescapePartSteps(part, joint)));
	const [box = '', extension = '', street = '', city = '', state = '', zip = ''] = texts;
	const address: AddressDraft = {};
	const quarter = oneLine(group.quarter ?? '');
	set(address, 'street', joinLines([street, extension, postBox(box), quarter]));
	set(address, 'city', joinLines([city, oneLine(group.district ?? '')]));
	set(address, 'state', state);
	set(address, 'zip', zip);
	const countries = yield* joinedSteps(
		parts[6] ?? '',
		';',
		(some) => joinLines(splitEscaped(some, ';').map((part) => oneLine(unescapePart(part, joint)))),
		'\n',
	);
	set(address, 'country', yield* oneLineSteps(countries));
	const code = group.countryCode ?? parameter(property, 'CC');
	if (code !== undefined && isCountryCode(code)) address.country_code = code.toUpperCase();
	if (isEmpty(address)) {
		set(address, 'street', oneLine(unescapeText(parameter(property, 'LABEL') ?? '')));
	}
	return isEmpty(address) ? undefined : address;
}

/** A `LABEL` (RFC 2426, 3.2.2), which has one line per part of the address, as one line. */
export function* readPostalLabel(property: Property): Generator<void, string, undefined> {
	return yield* oneLineSteps(unescapeText(decodeValue(property)));
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

/** Characters of a text with many lines that are joined in one step. */
const STEP = 65_536;

/** The same as {@link oneLine}, in steps if the text is long. */
function* oneLineSteps(text: string): Generator<void, string, undefined> {
	if (text.length <= STEP) return oneLine(text);
	const texts: string[] = [];
	for (let start = 0; start < text.length;) {
		const found = text.indexOf('\n', start + STEP);
		const end = found === -1 ? text.length : found;
		texts.push(oneLine(text.slice(start, end)));
		start = end + 1;
		yield;
	}
	return joinLines(texts);
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
