import { isObject, type JsonObject } from '../object';
import { phoneCountry } from '../phone/countries';
import type { Path } from '../read/dialect';
import type { AddressParts, Gathering } from './gathering';
import { keyWords } from './keys';
import { readLabel, THEIRS } from './labels';
import { meaningOf, typeOf, type FieldName, type Meaning } from './meaning';
import { isShipped } from './names';
import { isNothing, scalarText } from './values';

const ADDRESS_FIELDS = [
	'address',
	'street',
	'houseNumber',
	'complement',
	'district',
	'poBox',
	'city',
	'state',
	'zip',
	'country',
	'countryCode',
] as const;

export type AddressField = (typeof ADDRESS_FIELDS)[number];

export function isAddressField(field: FieldName): field is AddressField {
	return ADDRESS_FIELDS.some((name) => name === field);
}

/** Words for the status of a record, which some services keep in `state`. */
const RECORD_STATE =
	/^(?:active|inactive|cancell?ed|bounced|complained|deleted|archived|pending|open|closed|enabled|disabled|new|done|joined|unsubscribed|subscribed|confirmed|unconfirmed|draft|ativo|inativo|activo|inactivo)$/i;

interface Part {
	field: AddressField;
	type?: string | undefined;
	place?: number | undefined;
	line?: number | undefined;
}

/** Adds a value to the other parts of the same address, matched by its number, else by its type. */
export function gatherAddressPart(part: Part, value: unknown, path: Path, g: Gathering): void {
	if (isNothing(value)) return;
	const { field, type, place } = part;
	if (field === 'address' && typeof value === 'object') {
		gatherAddress(value, path, type, g);
		return;
	}
	const text = scalarText(value) ?? textOfObject(value);
	if (text === undefined) return;
	// The number of a city in the service's own list
	if (field === 'city' && /^\d+$/.test(text)) return;
	if (field === 'countryCode' && /^\+?\d{1,4}$/.test(text)) {
		g.numberParts.push({ part: 'phoneCountryCode', text, path });
		return;
	}
	if (field === 'state' && RECORD_STATE.test(text)) return;
	// A shipment may go to somebody else
	const { owner = '' } = keyWords(String(path.findLast((step) => typeof step === 'string')));
	const group = `${String(place ?? 1)}/${type ?? ''}${isShipped(owner) ? `/${owner}` : ''}`;
	const parts: AddressParts = g.addresses.get(group) ?? (type === undefined ? {} : { type });
	addPart(parts, field, text, path, part.line);
	g.addresses.set(group, parts);
}

function addPart(
	parts: AddressParts,
	field: AddressField,
	text: string,
	path: Path,
	line: number | undefined,
): void {
	const { senses } = keyWords(String(path.at(-1) ?? ''));
	const isWhole = field === 'address' && (senses.has('full') || senses.has('canonical'));
	// "BR" is a code, even under "country"
	if (field === 'country' && /^[A-Z]{2}$/.test(text) && phoneCountry(text) !== undefined) {
		parts['countryCode'] ??= text;
	} else {
		const key = isWhole ? 'whole' : line === undefined ? field : `${field}${String(line)}`;
		parts[key] ??= text;
	}
}

/** Whether an object has the parts of an address and nothing else: somebody's `location`. */
export function isAddress(value: unknown): value is JsonObject {
	if (!isObject(value)) return false;
	const entries = Object.entries(value).filter(([, part]) => !isNothing(part));
	const meanings = entries.map(([key]) => meaningOf(key));
	// Beside a street, latitude and time zone are the address's; without one they are a computer's
	const hasStreet = meanings.some(
		(meaning) => meaning.kind === 'field' && ['street', 'address'].includes(meaning.field),
	);
	return (
		meanings.some((meaning) => isPart(meaning) && !isCountry(meaning)) &&
		meanings.every(
			(meaning) =>
				isPart(meaning) || meaning.kind === 'label' || (hasStreet && meaning.kind === 'meta'),
		) &&
		!entries.some(([key]) => keyWords(key).isId)
	);
}

/** A country alone comes from the address of a computer. */
function isCountry(meaning: Meaning): boolean {
	return meaning.kind === 'field' && meaning.field.startsWith('country');
}

function isPart(meaning: Meaning): boolean {
	return meaning.kind === 'field' && isAddressField(meaning.field);
}

/** An address as an object, a list of them, or objects by label. */
export function gatherAddress(
	value: unknown,
	path: Path,
	type: string | undefined,
	g: Gathering,
): void {
	if (isNothing(value)) return;
	if (Array.isArray(value)) {
		value.forEach((one: unknown, index) => {
			gatherAddress(one, [...path, index], type, g);
		});
		return;
	}
	if (!isObject(value)) {
		const text = scalarText(value);
		if (text !== undefined) addGroup(g, { street: text, ...(type !== undefined && { type }) });
		return;
	}
	const parts: AddressParts = type === undefined ? {} : { type };
	for (const [key, part] of Object.entries(value)) {
		if (isNothing(part)) continue;
		const at = [...path, key];
		const { senses } = keyWords(key);
		const meaning = meaningOf(key);
		if (senses.has('label')) {
			const label = readLabel(scalarText(part) ?? '');
			if (label !== undefined && label !== THEIRS) parts.type ??= label;
		} else if (senses.has('role')) continue;
		else if (meaning.kind === 'field' && isAddressField(meaning.field)) {
			if (typeof part === 'object' && meaning.field === 'address') {
				gatherAddress(part, at, type, g);
				continue;
			}
			const text = scalarText(part) ?? textOfObject(part);
			if (text !== undefined) addPart(parts, meaning.field, text, at, meaning.line);
		} else if (/^postal$/i.test(key) && scalarText(part) !== undefined) {
			parts['zip'] ??= scalarText(part);
		} else if (meaning.kind === 'field' && meaning.field === 'number') {
			parts['houseNumber'] ??= scalarText(part);
		} else if (senses.has('full') || senses.has('value')) {
			const text = scalarText(part);
			if (text !== undefined) parts['whole'] ??= text;
			else gatherAddress(part, at, type, g);
		} else if (typeof part === 'object' && meaning.kind === 'wrapper') {
			gatherAddress(part, at, type, g);
		} else if (typeof part === 'object' && isLabelKey(key)) {
			gatherAddress(part, at, readLabel(key) ?? type, g);
		} else if (meaning.kind === 'unknown') {
			if (typeof part === 'object') gatherAddress(part, at, senses.size === 0 ? key : type, g);
			else g.unknown.push(at);
		} else if (
			meaning.kind === 'field' &&
			(meaning.field === 'phone' || meaning.field === 'email')
		) {
			g.unclear.push({ path: at, looks: meaning.field });
		}
	}
	addGroup(g, parts);
}

function isLabelKey(key: string): boolean {
	const { senses } = keyWords(key);
	return typeOf(senses) !== undefined || senses.has('mailing') || key === 'undefined';
}

function addGroup(g: Gathering, parts: AddressParts): void {
	const { type: _type, ...rest } = parts;
	if (Object.values(rest).every((part) => part === undefined)) return;
	g.addresses.set(`list${String(g.addresses.size)}/`, parts);
}

function textOfObject(value: unknown): string | undefined {
	if (Array.isArray(value)) {
		const texts = value.flatMap((one: unknown) => scalarText(one) ?? []);
		return texts.length === 0 ? undefined : texts.join(', ');
	}
	if (!isObject(value)) return undefined;
	return scalarText(value['value']) ?? scalarText(value['name']);
}
