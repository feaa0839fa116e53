import {
	getCountries,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/min';

/** An international number as ITU-T E.164 writes it, and what belongs to it. */
export interface InternationalPhone {
	kind: 'international';
	/** `+` and 7 to 15 digits. */
	e164: string;
	/** The same without `+`: what WhatsApp calls the `wa_id` or the user part of a JID. */
	digits: string;
	/** Digits to dial after the call is answered (RFC 3966, `;ext=`). */
	extension?: string;
	/** False when no number of that country has this length. */
	possible: boolean;
}

export type PhoneReading =
	| InternationalPhone
	/** A short or service number (`112`, `*100#`): valid as it is, inside one country only. */
	| { kind: 'short' }
	/** `reason` completes "… , because it …". */
	| { kind: 'unreadable'; reason: string };

/** Emergency and service numbers have at most six digits (ITU-T E.164 supplement 2). */
const SHORT_NUMBER = /^[*#]?\d{2,6}[*#]?$/;
/** Where six digits are a whole number, not a short one, by the countries' numbering plans. */
const SIX_DIGIT_COUNTRIES: ReadonlySet<CountryCode> = new Set(['AD', 'FO', 'GL', 'NC', 'PM', 'WF']);
/** E.164, 6.1: at most 15 digits with the country code; no country has numbers of fewer than 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
const INTERNATIONAL_DIGITS = /^[1-9]\d{6,14}$/;
/** Longer than any number with separators, extension and marks; libphonenumber reads no more either. */
const MAX_LENGTH = 250;
/** What is dialled behind a number is shorter than a number; anything longer is a second number. */
const MAX_EXTENSION_DIGITS = 7;
/** WhatsApp knows some Mexican mobiles by the spelling of before 2019, `+52 1` and ten digits. */
const OLD_MEXICAN_MOBILE = /^\+521\d{10}$/;
/** A phone number as a WhatsApp JID; the part after `:` names one of its devices. */
const USER_JID = /^\+?(\d+)(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i;
/** The way most numbers come; nothing in it has to be made plain. */
const PLAIN = /^\+?[\d .-]+$/;
/** What people type in and around one number: no letters, nothing that parts two numbers. */
const ONE_NUMBER = /^\+?[\d ().\-\u2010-\u2015\u2212]+$/;

/**
 * Reads a phone number as a person or a program wrote it: with separators, brackets, invisible
 * direction marks, digits of other scripts, an extension, as `tel:` URI (RFC 3966) or WhatsApp JID.
 *
 * A number without `+` is read as a national number of `defaultCountry`; without one, only bare digits
 * are read, as country code and number, the way the WhatsApp services write them.
 * Of the digits after `+`, only those go that are not dialled from abroad, as in `+44 (0)20`: whether
 * WhatsApp knows a Brazilian number with or without its ninth digit, or an Argentine one with or without
 * the 9, no rule tells.
 */
export function readPhone(typed: string, defaultCountry?: CountryCode): PhoneReading {
	const text = plainPhone(typed);
	const jid = jidNumber(text);
	if (jid !== undefined) return readInternational(`+${jid}`);
	if (SHORT_NUMBER.test(text)) return readShort(text, defaultCountry);
	if (!/\d/.test(text)) return unreadable('has no digits');
	if (text.startsWith('+')) return readInternational(text);
	return defaultCountry === undefined ? readDigits(text) : readNational(text, defaultCountry);
}

/**
 * A typed number without what no reader of numbers needs: invisible marks, digits of other scripts, rare
 * spaces, the scheme and the parameters of a `tel:` URI, brackets around the country code.
 */
export function plainPhone(typed: string): string {
	if (typed.length > MAX_LENGTH || PLAIN.test(typed)) return typed.trim();
	const text = asciiDigits(typed)
		.replace(/\p{Cf}/gu, '')
		.replace(/\p{Zs}/gu, ' ')
		.replace(/\uff0b/g, '+')
		.trim();
	const number = /^tel:/i.test(text) ? telNumber(text) : text;
	return number.replace(/^\( *\+ *(\d{1,3}) *\)/, '+$1 ');
}

/** The digits of a {@link plainPhone} that holds one number and its separators, nothing else; undefined for others. */
export function onlyDigits(plain: string): string | undefined {
	return ONE_NUMBER.test(plain) ? plain.replace(/\D/g, '') : undefined;
}

/** The number in the WhatsApp JID of a person, without the device; undefined where the text is none. */
export function jidNumber(plain: string): string | undefined {
	return USER_JID.exec(plain)?.[1];
}

function readShort(text: string, country: CountryCode | undefined): PhoneReading {
	if (country !== undefined && SIX_DIGIT_COUNTRIES.has(country)) {
		const number = parse(text, country);
		if (number?.isValid() === true) return international(number);
	}
	return { kind: 'short' };
}

function readInternational(text: string): PhoneReading {
	const number = parse(text);
	return number === undefined
		? unreadable(reasonOf(text) ?? 'has a country code that does not exist')
		: international(number);
}

function readDigits(text: string): PhoneReading {
	if (text.startsWith('00')) return unreadable(WRITTEN_FOR_DIALLING);
	if (text.startsWith('0')) return unreadable('starts with 0, so it has no country code');
	if (!INTERNATIONAL_DIGITS.test(text)) {
		return unreadable(reasonOf(text) ?? 'has no + and country code');
	}
	const number = parse(`+${text}`);
	return number !== undefined && isPossible(number)
		? international(number)
		: unreadable('is no country code and number');
}

function readNational(text: string, country: CountryCode): PhoneReading {
	const national = parse(text, country);
	if (national?.isValid() === true) return international(national);
	if (text.startsWith('00')) return unreadable(WRITTEN_FOR_DIALLING);
	const foreign = INTERNATIONAL_DIGITS.test(text) ? parse(`+${text}`) : undefined;
	if (foreign !== undefined && isLikely(foreign)) return international(foreign);
	return national === undefined
		? unreadable(reasonOf(text) ?? `is no number of ${country}`)
		: international(national);
}

const WRITTEN_FOR_DIALLING = 'starts with 00, which has to be written as +';

function parse(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
	return parsePhoneNumberFromString(text, {
		extract: false,
		...(defaultCountry === undefined ? {} : { defaultCountry }),
	});
}

function international(number: PhoneNumber): PhoneReading {
	const { number: e164, ext } = number;
	if (ext !== undefined && ext.length > MAX_EXTENSION_DIGITS) return unreadable(SEVERAL);
	return {
		kind: 'international',
		e164,
		digits: e164.slice(1),
		possible: isPossible(number),
		...(ext === undefined ? {} : { extension: ext }),
	};
}

/** Whether the length is one that numbers of the country have, and that E.164 allows. */
function isPossible(number: PhoneNumber): boolean {
	if (!INTERNATIONAL_DIGITS.test(number.number.slice(1))) return false;
	return number.isPossible() || OLD_MEXICAN_MOBILE.test(number.number);
}

/** Whether the country has numbers that begin so, too. */
function isLikely(number: PhoneNumber): boolean {
	return number.isValid() || OLD_MEXICAN_MOBILE.test(number.number);
}

function unreadable(reason: string): PhoneReading {
	return { kind: 'unreadable', reason };
}

const SEVERAL = 'is more than one phone number';

/** What is wrong with the characters of a text that was not read as a number; undefined where they are all right. */
function reasonOf(text: string): string | undefined {
	if (text.lastIndexOf('+') > 0) return SEVERAL;
	if (/[^+\d\p{P}\p{S} ]/u.test(text)) return 'is not one phone number';
	const digits = text.replace(/\D/g, '').length;
	if (digits > MAX_DIGITS) return 'has more digits than a phone number can have';
	return digits < MIN_DIGITS ? 'has fewer digits than a phone number with country code' : undefined;
}

/** The number of a `tel:` URI the way a person types it, with its extension (RFC 3966, section 3). */
function telNumber(uri: string): string {
	const [number = '', ...parameters] = uri
		.slice('tel:'.length)
		.replace(/%([2-7][0-9a-f])/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
		.split(';')
		.map((part) => part.trim());
	const parameter = (name: string) =>
		parameters.find((part) => part.toLowerCase().startsWith(name))?.slice(name.length);
	const context = parameter('phone-context=');
	const extension = parameter('ext=');
	const whole =
		context?.startsWith('+') === true && !number.startsWith('+') ? context + number : number;
	return extension === undefined || extension === '' ? whole : `${whole};ext=${extension}`;
}

/** Decimal digits of other scripts (Arabic-Indic, Persian, Devanagari, full-width, …) as 0 to 9. */
function asciiDigits(text: string): string {
	return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
		const value = digit.codePointAt(0) ?? 0;
		let zero = value;
		while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
		// Unicode has each script's digits together, and some scripts right after each other
		return String((value - zero) % 10);
	});
}

/** A phone of a contact without the extension behind its number: `+14155551234` for `+14155551234;ext=89`. */
export function withoutExtension(phone: string): string {
	return phone.replace(/^(\+\d+);ext=.*$/, '$1');
}

/** Every country that has phone numbers: ISO 3166 code, English name and calling code, by name. */
export function phoneCountries(): Array<{ code: CountryCode; name: string; callingCode: string }> {
	const names = new Intl.DisplayNames(['en'], { type: 'region' });
	return getCountries()
		.map((code) => ({
			code,
			name: names.of(code) ?? code,
			callingCode: `+${getCountryCallingCode(code)}`,
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The text as a country that phone numbers are known for, in any case; undefined where it is none. */
export function phoneCountry(text: string): CountryCode | undefined {
	const code = text.trim().toUpperCase();
	return isSupportedCountry(code) ? code : undefined;
}

export type { CountryCode };
