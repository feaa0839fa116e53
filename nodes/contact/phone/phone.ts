/** Decides what a contact's phone is: one number in E.164, a short number, or several possible ones. */

import type { CountryCode } from './countries';
import { MAX_DIGITS, MIN_DIGITS } from './e164';
import { hasCountryCode, readingsOf, type Reading } from './readings';
import { cuts, NOT_ONE, numberParts, SEVERAL, typedNumber, type TypedNumber } from './typed';

export type ReadPhone =
	| InternationalPhone
	/** A short or service number (`112`, `*100#`): valid as it is, but only inside one country. */
	| { kind: 'short' }
	/** `reason` completes "… , because it …". */
	| { kind: 'unreadable'; reason: string };

/** An international number as ITU-T E.164 writes it, with its extension. */
export interface InternationalPhone {
	kind: 'international';
	/** `+` and 7 to 15 digits. */
	e164: string;
	/** The same without `+`: what WhatsApp calls the `wa_id` or the user part of a JID. */
	digits: string;
	/** Digits to dial after the call is answered (RFC 3966, `;ext=`). */
	extension?: string;
	/** Words and digits behind the number that are neither part of it nor an extension: `after 18`. */
	note?: string;
}

/** The longest area codes, the German ones, have five digits after a 0. */
const MAX_AREA_CODE = 6;
const MAX_COUNTRY_CODE = 3;
/** Fewer digits after a slash are the last ones of a second number. */
const MIN_BEHIND_SLASH = 4;

type Readable = Exclude<TypedNumber, { kind: 'short' | 'none' }>;

/**
 * Reads a phone number as a person or a program wrote it: with separators, brackets, invisible
 * direction marks, digits of other scripts, an extension, as `tel:` URI (RFC 3966) or WhatsApp JID.
 *
 * {@link readingsOf} decides which number it is. It is read if there is exactly one reading; if there are several or
 * none, the reason says what the number could be.
 */
export function readPhone(text: string, defaultCountry?: CountryCode): ReadPhone {
	const typed = typedNumber(text);
	if (typed.kind === 'none') return unreadable(typed.reason);
	if (typed.kind === 'short') return readShort(typed.digits, defaultCountry);

	const readings = readingsOf(typed, defaultCountry);
	const [reading, ...others] = readings;
	if (isSeveral(text, defaultCountry, reading?.country)) return unreadable(SEVERAL);
	if (reading === undefined) return unreadable(reasonFor(typed, defaultCountry));
	if (others.length > 0) return unreadable(couldBe(readings));
	const { extension, note } = typed;
	// The words could be a part of what is not a whole number: +49 800 33 BANK 33
	if (note !== undefined && !isValidNumber(typed, defaultCountry)) return unreadable(NOT_ONE);
	return {
		...international(reading),
		...(extension === undefined ? {} : { extension }),
		...(note === undefined ? {} : { note }),
	};
}

/**
 * The numbers in a text that is split by a semicolon, a line break or a slash, if each of them is a whole
 * number; otherwise the text alone.
 */
export function separateNumbers(text: string, defaultCountry?: CountryCode): string[] {
	const parts = numberParts(text);
	if (parts.length < 2) return [text];
	const areWhole = parts.every((part) => {
		const { kind } = readPhone(part, defaultCountry);
		return kind === 'international' || (kind === 'unreadable' && isWhole(part));
	});
	return areWhole ? parts : [text];
}

/** Whether an unreadable text has the digits of a whole number and contains nothing but a number. */
function isWhole(part: string): boolean {
	const typed = typedNumber(part);
	return (
		'digits' in typed && typed.digits.length >= MIN_DIGITS && typed.digits.length <= MAX_DIGITS
	);
}

/** Countries in whose numbering plans up to six digits are a whole number, not a short one. */
const FEW_DIGIT_COUNTRIES: ReadonlySet<CountryCode> = new Set([
	...(['AC', 'AD', 'CK', 'FK', 'FO', 'GL', 'NC', 'NF', 'PM', 'SH', 'SO', 'SR'] as const),
	...(['TA', 'TK', 'TV', 'WF'] as const),
]);

function readShort(digits: string, defaultCountry: CountryCode | undefined): ReadPhone {
	if (defaultCountry === undefined || !FEW_DIGIT_COUNTRIES.has(defaultCountry)) {
		return { kind: 'short' };
	}
	const [reading] = readingsOf({ kind: 'separated', digits }, defaultCountry);
	return reading === undefined ? { kind: 'short' } : international(reading);
}

/**
 * Whether the text is two numbers: two valid ones, as in `069 1234 069 1235`, or one with a slash that does not follow
 * an area code, as in `+49 30 1234567/8`.
 */
function isSeveral(
	text: string,
	defaultCountry: CountryCode | undefined,
	readAs: CountryCode | undefined,
): boolean {
	return cuts(text).some(({ before, gap, after }) => {
		const first = typedNumber(before);
		const second = typedNumber(after);
		if (!('digits' in first) || !('digits' in second)) return false;
		if (first.kind === 'short') return false;
		// A national number after an international one belongs to the same country
		const country = first.kind === 'international' ? readAs : defaultCountry;
		if (!gap.includes('/')) {
			return (
				second.kind === 'trunk' && isWholeNumber(first, country) && isWholeNumber(second, country)
			);
		}
		const isAreaCode = second.digits.length >= MIN_BEHIND_SLASH && !isLonger(first);
		return !isAreaCode || isWholeNumber(first, country);
	});
}

/** Whether digits that begin with a country code or a 0 are a valid number. */
function isWholeNumber(typed: Readable, country: CountryCode | undefined): boolean {
	const hasBeginning = typed.kind === 'international' || typed.kind === 'trunk';
	return hasBeginning && isValidNumber(typed, country);
}

function isValidNumber(typed: Readable, country: CountryCode | undefined): boolean {
	return typed.kind === 'international'
		? // As bare digits they have to be valid, not just of a possible length
			readingsOf({ ...typed, kind: 'bare' }, undefined).length > 0
		: readingsOf(typed, country).length > 0;
}

/** Whether digits are longer than an area code, including a country code if they begin with one. */
function isLonger({ kind, digits }: { kind: string; digits: string }): boolean {
	return digits.length > MAX_AREA_CODE + (kind === 'international' ? MAX_COUNTRY_CODE : 0);
}

function international({ e164 }: Reading): InternationalPhone {
	return { kind: 'international', e164, digits: e164.slice(1) };
}

function unreadable(reason: string): ReadPhone {
	return { kind: 'unreadable', reason };
}

/** `could be +49 … or +1 …`: for people to compare with the number they mean. */
function couldBe(readings: readonly Reading[]): string {
	return `could be ${readings.map(({ e164 }) => e164).join(' or ')}`;
}

/** Why a number has no reading. */
function reasonFor({ kind, digits }: Readable, defaultCountry: CountryCode | undefined): string {
	if (digits.length > MAX_DIGITS) return 'has more digits than a phone number can have';
	if (kind === 'international') {
		if (digits.length < MIN_DIGITS) return 'has fewer digits than a phone number with country code';
		return hasCountryCode(digits)
			? 'has too few or too many digits for its country'
			: 'has a country code that does not exist';
	}
	if (defaultCountry !== undefined) {
		return kind === 'bare'
			? `is neither a phone number in ${defaultCountry} nor one with a country code`
			: `is not a phone number in ${defaultCountry}`;
	}
	if (kind === 'trunk') return 'begins with 0, so it has no country code';
	return kind === 'bare' ? 'is not a country code and number' : 'has no + and country code';
}
