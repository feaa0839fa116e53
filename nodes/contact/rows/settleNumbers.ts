import type { Entry, Gathering, NumberPart } from './gathering';
import { readLabel, THEIRS } from './labels';
import { joinNumber } from './numberParts';

/** A number without its area code has at most this many digits: Brazil's mobiles. */
const MAX_LOCAL_DIGITS = 9;

/** Joins labels, codes and extensions with their numbers. */
export function settleNumbers(g: Gathering): void {
	const theirs = new Set<object>();
	for (const { of, text, place } of g.labels) {
		const label = readLabel(text);
		if (label === undefined) continue;
		if (of === 'address') {
			for (const [group, parts] of g.addresses) {
				if (group.startsWith(`${String(place ?? 1)}/`) && label !== THEIRS) parts.type ??= label;
			}
			continue;
		}
		const list = of === 'phone' ? g.phones : of === 'email' ? g.emails : g.urls;
		for (const entry of list) {
			if ((entry.place ?? 1) !== (place ?? 1)) continue;
			if (label === THEIRS) {
				theirs.add(entry);
				g.theirs.push(entry.path);
			} else entry.type ??= label;
			if (/^\s*\*/.test(text)) entry.primary = true;
		}
	}
	g.phones = g.phones.filter((entry) => !theirs.has(entry));
	g.emails = g.emails.filter((entry) => !theirs.has(entry));
	if (g.numberParts.length > 0 && g.phones.length === 0) {
		g.hasPhoneKey ||= g.numbers.length > 0;
		g.phones.push(...g.numbers.splice(0));
	}
	if (g.numberParts.length === 0) return;
	// Nobody has an extension on a mobile or a fax
	const first = g.phones.find(({ type }) => type !== 'CELL' && type !== 'FAX');
	for (const phone of g.phones) {
		const part = (name: NumberPart['part']) => partFor(phone, name, g.numberParts);
		const extension = part('extension');
		// One that does not say which phone it belongs to goes to the first
		const isItsOwn = extension?.type !== undefined || extension?.place !== undefined;
		const areaCode = part('areaCode') ?? areaForAll(phone, g.numberParts);
		phone.text = joinNumber(phone.text, {
			phoneCountryCode: countryCodeFor(phone, g.phones, g.numberParts),
			areaCode: areaCode?.text,
			extension: isItsOwn || phone === first ? extension?.text : undefined,
		});
	}
	for (const { part, type, place, path } of g.numberParts) {
		const isLost = part === 'extension' && first === undefined && (type ?? place) === undefined;
		if (isLost && g.phones.length > 0) g.leftOut.push(path);
	}
}

/** The part whose key has the number of the phone's key, or none like the first phone's. */
function partFor(
	phone: Entry,
	name: NumberPart['part'],
	parts: readonly NumberPart[],
): NumberPart | undefined {
	return parts.find(
		(one) =>
			one.part === name &&
			(one.place ?? 1) === (phone.place ?? 1) &&
			(one.type === undefined || one.type === phone.type),
	);
}

/**
 * The calling code for a phone: that of its own kind, as in `mobile_country_code`, else one that is for any phone, or for a
 * kind that no phone in the row has. Undefined if two that would do are different: which of them it is, nobody can tell.
 */
function countryCodeFor(
	phone: Entry,
	phones: readonly Entry[],
	parts: readonly NumberPart[],
): string | undefined {
	const codes = parts.filter(({ part }) => part === 'phoneCountryCode');
	const ofPlace = codes.filter(({ place }) => (place ?? 1) === (phone.place ?? 1));
	const ofAnyPlace = codes.filter(({ place }) => place === undefined);
	for (const among of [ofPlace, ofAnyPlace]) {
		const own = among.filter(({ type }) => type !== undefined && type === phone.type);
		const general = among.filter(({ type }) => type === undefined);
		const unused = among.filter(({ type }) => phones.every((other) => other.type !== type));
		const [first, ...others] = [own, general, unused].find(({ length }) => length > 0) ?? [];
		if (first === undefined) continue;
		const digits = ({ text }: NumberPart) => text.replace(/^0+|\D/g, '');
		return others.every((other) => digits(other) === digits(first)) ? first.text : undefined;
	}
	return undefined;
}

/** The part that names no phone: beside `phone1` and `phone2` it is that of both. */
function forAll(name: NumberPart['part'], parts: readonly NumberPart[]): NumberPart | undefined {
	return parts.find(
		(one) => one.part === name && one.place === undefined && one.type === undefined,
	);
}

/** A number that is longer than any local one, or begins with a zero, has its own area code. */
function areaForAll(phone: Entry, parts: readonly NumberPart[]): NumberPart | undefined {
	const digits = phone.text.replace(/\D/g, '');
	const isLocal = digits.length <= MAX_LOCAL_DIGITS && !digits.startsWith('0');
	return isLocal ? forAll('areaCode', parts) : undefined;
}
