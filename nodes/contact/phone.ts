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
/** E.164, 6.1: at most 15 digits with the country code; no country has numbers of fewer than 7. */
const INTERNATIONAL_DIGITS = /^[1-9]\d{6,14}$/;
/** WhatsApp knows some Mexican mobiles by the spelling of before 2019, `+52 1` and ten digits. */
const OLD_MEXICAN_MOBILE = /^\+521\d{10}$/;
const USER_JID = /^(\d+)(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i;

/**
 * Reads a phone number as a person or a program wrote it: with separators, brackets, invisible
 * direction marks, digits of other scripts, an extension, as `tel:` URI (RFC 3966) or WhatsApp JID.
 *
 * A number without `+` is read as a national number of `defaultCountry`; without one, only bare digits
 * are read, as country code and number, the way the WhatsApp services write them.
 * The digits after `+` stay as they were typed: whether WhatsApp knows a Brazilian number with or without
 * its ninth digit, or an Argentine one with or without the 9, no rule tells.
 */
export function readPhone(typed: string, defaultCountry?: CountryCode): PhoneReading {
	const text = plainDigits(typed)
		.replace(/\p{Cf}/gu, '')
		.trim();
	const jid = USER_JID.exec(text);
	if (jid?.[1] !== undefined) return readPhone(`+${jid[1]}`);
	if (SHORT_NUMBER.test(text)) return { kind: 'short' };
	if (!/\d/.test(text)) return { kind: 'unreadable', reason: 'has no digits' };

	if (/^(tel:)?\s*[+＋]/i.test(text)) {
		const number = parsePhoneNumberFromString(text, { extract: false });
		return number === undefined ? unknownCountry(text) : international(number);
	}
	const digits = text.replace(/^tel:/i, '');
	if (defaultCountry !== undefined) {
		const national = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
		if (national?.isValid() === true) return international(national);
		const foreign = INTERNATIONAL_DIGITS.test(digits) ? readPhone(`+${digits}`) : undefined;
		if (foreign?.kind === 'international' && foreign.possible) return foreign;
		if (national === undefined) {
			return { kind: 'unreadable', reason: `is no number of ${defaultCountry}` };
		}
		return international(national);
	}
	if (digits.startsWith('0')) {
		return { kind: 'unreadable', reason: 'starts with 0, so it has no country code' };
	}
	if (!INTERNATIONAL_DIGITS.test(digits)) {
		return { kind: 'unreadable', reason: 'has no + and country code' };
	}
	const number = parsePhoneNumberFromString(`+${digits}`, { extract: false });
	if (number === undefined || !international(number).possible) {
		return { kind: 'unreadable', reason: 'is no country code and number' };
	}
	return international(number);
}

function international(number: PhoneNumber): InternationalPhone {
	const { number: e164, ext } = number;
	return {
		kind: 'international',
		e164,
		digits: e164.slice(1),
		possible: number.isPossible() || OLD_MEXICAN_MOBILE.test(e164),
		...(ext === undefined ? {} : { extension: ext }),
	};
}

function unknownCountry(text: string): PhoneReading {
	return /^[\d\s+＋().\-/]*$/.test(text)
		? {
				kind: 'unreadable',
				reason: 'has a country code that does not exist, or is too short or too long',
			}
		: { kind: 'unreadable', reason: 'is not one phone number' };
}

/** Decimal digits of other scripts (Arabic-Indic, Persian, Devanagari, full-width, …) as 0 to 9. */
function plainDigits(text: string): string {
	return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
		let zero = digit.codePointAt(0) ?? 0;
		const value = zero;
		while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && value - zero < 9) zero -= 1;
		return String(value - zero);
	});
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
