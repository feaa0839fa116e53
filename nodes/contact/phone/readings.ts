/** Which numbers a typed number can be: the one table by which recipients and contacts' phones are read. */

import {
	getCountries,
	getCountryCallingCode,
	parsePhoneNumberFromString,
	type CountryCode,
} from 'libphonenumber-js/max';

import { E164 } from './e164';
import type { TypedNumber } from './typed';

/**
 * Spellings under which WhatsApp still knows accounts although the numbering plans have changed: Brazilian mobiles
 * without the ninth digit, and Mexican ones with a 1 after the country code.
 */
const WHATSAPP_SPELLING = /^(?:55[1-9]\d[6-9]\d{7}|521\d{10})$/;

/**
 * British numbers that Ofcom keeps for fiction (07700 900000 to 900999, 01632 960000 to 960999): no plan has them and
 * nobody gets them, so examples and trials can be written like any other number.
 */
const FICTION = /^\+44(?:7700900|1632960)\d{3}$/;

/** One way to read what was typed, as an international number. */
export interface Reading {
	/** `+` and 7 to 15 digits. */
	e164: string;
	/** The country of the number, if the plans show it. */
	country: CountryCode | undefined;
}

/**
 * The ways to read a typed number:
 *
 * | typed | readings |
 * |---|---|
 * | `+`, `00` and a digit 1 to 9, a JID, a WhatsApp id | international; a possible length is enough |
 * | the same with a zero in brackets | international with or without it, whichever is valid |
 * | begins with `0` | national of the default country, if valid there |
 * | other bare digits | of the default country with its calling code, if valid: that alone; else international, if valid, and national, if valid |
 * | other digits with separators | national, if valid, and international with the default country's calling code, if valid |
 *
 * A number is valid if the country's numbering plan has it, WhatsApp still uses the spelling, or it is kept for
 * fiction. Without a default country, nothing is national.
 */
export function readingsOf(
	typed: Exclude<TypedNumber, { kind: 'short' | 'none' }>,
	defaultCountry: CountryCode | undefined,
): Reading[] {
	const { kind, digits } = typed;
	if (kind === 'international') {
		return typed.withoutZero === undefined
			? found(international(digits, isPossible))
			: withOrWithoutZero(digits, typed.withoutZero);
	}

	const ofCountry = defaultCountry === undefined ? [] : national(digits, defaultCountry);
	if (kind === 'trunk') return distinct(ofCountry);

	// Digits that would have to change, such as the 0 in 49 0151 …, are not a number with country code as they are
	const whole = found(international(digits, isValid)).filter(({ e164 }) => e164 === `+${digits}`);
	const isOwn = defaultCountry !== undefined && beginsWithCallingCode(digits, defaultCountry);
	if (kind === 'separated') return distinct([...ofCountry, ...(isOwn ? whole : [])]);
	return isOwn && whole.length > 0 ? whole : distinct([...whole, ...ofCountry]);
}

/**
 * The ways to take a number whose calling code stands apart from it: those of {@link readingsOf} for a country with
 * that code which begin with it.
 */
export function readingsUnder(
	callingCode: string,
	typed: Exclude<TypedNumber, { kind: 'short' | 'none' }>,
): Reading[] {
	const country = countryWith(callingCode);
	if (country === undefined) return [];
	return readingsOf(typed, country).filter(({ e164 }) => e164.startsWith(`+${callingCode}`));
}

/** Whether any country has these digits as its calling code. */
export function isCallingCode(digits: string): boolean {
	return countryWith(digits) !== undefined;
}

function countryWith(callingCode: string): CountryCode | undefined {
	return getCountries().find((one) => getCountryCallingCode(one) === callingCode);
}

/** Whether the digits begin with a country code that exists. */
export function hasCountryCode(digits: string): boolean {
	return parse(`+${digits}`) !== undefined;
}

type Parsed = NonNullable<ReturnType<typeof parse>>;

/**
 * A number with a zero in brackets. Most countries drop it from abroad, which the parser knows; some have no such zero, and
 * in Italy landlines keep it while mobiles have none. If no plan has either number, both are taken.
 */
function withOrWithoutZero(digits: string, withoutZero: string): Reading[] {
	const [valid, possible] = [isValid, isPossible].map((accepts) =>
		distinct([digits, withoutZero].flatMap((each) => found(international(each, accepts)))),
	);
	return valid === undefined || valid.length === 0 ? (possible ?? []) : valid;
}

/** The digits as country code and number, if `accepts` agrees. */
function international(digits: string, accepts: (number: Parsed) => boolean): Reading | undefined {
	if (WHATSAPP_SPELLING.test(digits)) {
		return { e164: `+${digits}`, country: digits.startsWith('55') ? 'BR' : 'MX' };
	}
	const number = parse(`+${digits}`);
	if (number === undefined || !E164.test(number.number)) return undefined;
	return accepts(number) ? { e164: number.number, country: number.country } : undefined;
}

/**
 * The digits as people in the country dial them, if that is a valid number. A leading zero can be a trunk prefix or
 * part of the number; in Gabon some are valid either way and belong to two people. No digits are added except
 * Argentina's 9 for the 15 of a mobile; an area code that the parser would put before a local number (Bermuda, Jersey)
 * is a guess.
 */
function national(digits: string, country: CountryCode): Reading[] {
	const callingCode = getCountryCallingCode(country);
	const asIs = (nationalNumber: string) =>
		found(international(callingCode + nationalNumber, isUnchanged(nationalNumber)));
	const number = parse(digits, country);
	const isDialled =
		number?.countryCallingCode === callingCode &&
		number.nationalNumber.length <= digits.length &&
		isValid(number);
	// The parser reads digits that begin with the calling code as an international number. They may be a national one.
	if (!isDialled || isWithCallingCode(digits, number, callingCode)) {
		return digits.startsWith('0') ? [] : asIs(digits);
	}
	const reading = { e164: number.number, country: number.country ?? country };
	if (!digits.startsWith('0')) return [reading];
	return [reading, ...asIs(digits), ...asIs(digits.slice(1))];
}

function isWithCallingCode(digits: string, number: Parsed, callingCode: string): boolean {
	return digits.startsWith(callingCode) && digits === callingCode + number.nationalNumber;
}

function isUnchanged(digits: string): (number: Parsed) => boolean {
	return (number) => number.nationalNumber === digits && isValid(number);
}

function beginsWithCallingCode(digits: string, country: CountryCode): boolean {
	return digits.startsWith(getCountryCallingCode(country));
}

function isValid(number: Parsed): boolean {
	return number.isValid() || FICTION.test(number.number);
}

/** Whether the length is one that numbers of the country have. */
function isPossible(number: Parsed): boolean {
	return number.isPossible();
}

function parse(text: string, defaultCountry?: CountryCode) {
	return parsePhoneNumberFromString(text, {
		extract: false,
		...(defaultCountry === undefined ? {} : { defaultCountry }),
	});
}

function found(reading: Reading | undefined): Reading[] {
	return reading === undefined ? [] : [reading];
}

function distinct(readings: readonly Reading[]): Reading[] {
	const byNumber = new Map(readings.map((reading) => [reading.e164, reading]));
	return [...byNumber.values()];
}
