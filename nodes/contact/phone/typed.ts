/** A phone number as a person or a program typed it, before it is decided which number it is. */

import { E164 } from './e164';
import { cutExtension, type Behind } from './extension';

/** Longer than any number with separators, extension and marks; libphonenumber has the same limit. */
const MAX_LENGTH = 250;
/** How most numbers are written; nothing in it needs cleaning up. */
const PLAIN = /^\+?[\d .-]+$/;
/** A number as programs write it that keep tables as numbers: the zero is not one of its digits. */
const FLOAT = /^(\+?\d{7,15})\.0{1,2}$/;
/** A negative number or a fraction, which sheets make of what begins with `=` or `+` and has hyphens. */
const CALCULATED = /^[-\u2212]\d{4,15}$|^\+?\d{7,15}\.\d{1,2}$/;
/** What people type in and around one number: no letters, nothing that separates two numbers. */
const ONE_NUMBER = /^\+?[\d ().\-\u2010-\u2015\u2212]+$/;
/** As {@link ONE_NUMBER}, with a slash after an area code, as in `030/123456`. */
const WITH_SLASH = /^\+?[\d ()./\-\u2010-\u2015\u2212]+$/;
/**
 * A phone number as a WhatsApp JID; the part after `:` names one of its devices, and a 0 before it, as libraries log it,
 * the kind of account.
 */
const USER_JID = /^\+?(\d+)(?:[._]0)?(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i;
/** Emergency and service numbers have at most six digits (ITU-T E.164 supplement 2). */
const SHORT_NUMBER = /^[*#]?\d{2,6}[*#]?$/;
/** What a spreadsheet makes of a long number that it treats as a quantity: the last digits are lost. */
const ROUNDED = /^\d+(?:[.,]\d+)?e\+?\d+$/i;
/** Digits of the `00` that stands for `+`. */
const INTERNATIONAL_PREFIX = 2;
/** A trunk zero as people write it for both kinds of callers: `+44 (0)20 7946 0958`. */
export const TRUNK_ZERO = /\( ?0 ?\)/;
/** Texts with several numbers are longer, but still limited. */
const MAX_LIST_LENGTH = 1000;

/** What was typed, by the kinds in the table of readings. */
export type TypedNumber =
	/** `+…`, `00…` and a JID or WhatsApp id: its digits. */
	| ({
			kind: 'international';
			digits: string;
			/** The digits without a zero in brackets, which those who call from abroad may have to leave out. */
			withoutZero?: string;
	  } & Behind)
	/** Without a country code. `trunk` begins with 0, `bare` has digits only. */
	| ({ kind: 'trunk' | 'bare' | 'separated'; digits: string } & Behind)
	/** A short or service number (`112`, `*100#`): valid as it is, but only inside one country. */
	| { kind: 'short'; digits: string }
	/** `reason` completes "… , because it …". */
	| { kind: 'none'; reason: string };

export const SEVERAL = 'is more than one phone number';
export const NOT_ONE = 'is not one phone number';
const ROUNDED_REASON =
	'was rounded by a spreadsheet, so its last digits are lost: format the column as text and type the number again';

/** What kind of number a text is. */
export function typedNumber(typed: string): TypedNumber {
	// How programs write a number, and the most common way by far
	if (E164.test(typed)) return { kind: 'international', digits: typed.slice(1) };
	if (typed.length > MAX_LENGTH) return none('is too long to be a phone number');
	const text = plainPhone(typed);
	if (ROUNDED.test(text)) return none(ROUNDED_REASON);
	if (CALCULATED.test(text)) return none('looks like the result of a calculation');
	if (SHORT_NUMBER.test(text)) return { kind: 'short', digits: text.replace(/\D/g, '') };
	const jid = jidNumber(text);
	if (jid !== undefined) return { kind: 'international', digits: jid };
	const { number, ...behind } = cutExtension(text);
	if (!/\d/.test(number)) return none('has no digits');
	if (!WITH_SLASH.test(number)) return none(oddReason(number));
	const digits = number.replace(/\D/g, '');
	if (number.startsWith('+') || /^00[1-9]/.test(digits)) {
		const own = number.startsWith('+') ? 0 : INTERNATIONAL_PREFIX;
		const withoutZero = number.replace(TRUNK_ZERO, '').replace(/\D/g, '').slice(own);
		return {
			kind: 'international',
			digits: digits.slice(own),
			...(TRUNK_ZERO.test(number) ? { withoutZero } : {}),
			...behind,
		};
	}
	if (digits.startsWith('0')) return { kind: 'trunk', digits, ...behind };
	return { kind: /^\d+$/.test(number) ? 'bare' : 'separated', digits, ...behind };
}

/**
 * A typed number without what no number parser needs: invisible marks, digits of other scripts, rare
 * spaces, the scheme and the parameters of a `tel:` URI, brackets around the country code, the apostrophe or quotes that
 * make a text of it for a spreadsheet.
 */
export function plainPhone(typed: string): string {
	if (typed.length > MAX_LENGTH || PLAIN.test(typed)) return typed.trim().replace(FLOAT, '$1');
	const text = asciiDigits(typed)
		.replace(/\p{Cf}/gu, '')
		.replace(/\p{Zs}/gu, ' ')
		.replace(/\uff0b/g, '+')
		.replace(DECORATION, '')
		.trim();
	const bare = withoutQuotes(text);
	const number = SCHEME.test(bare) ? telNumber(bare.replace(SCHEME, '')) : bare;
	return number.replace(/^\( *\+ *(\d{1,3}) *\)/, '+$1 ');
}

/** Pictures around a number, and what is left of a list behind it. */
const DECORATION = /[\p{Extended_Pictographic}\ufe0f]|[ ,;]+$/gu;

/** `tel:` (RFC 3966), Facebook's `p:` and what messaging services put before a number in the same place. */
const SCHEME = /^(?:tel|whatsapp|sms|callto|p):(?!\/)/i;

/** What programs put around a number so that a spreadsheet takes it for text: `'+44…`, `="+44…"`, `"+44…"`. */
const AS_TEXT = /^=?(["'`\u2018\u2019\u201c])([^"'\u2019\u201d]+)["'\u2019\u201d]?$/;

function withoutQuotes(text: string): string {
	return AS_TEXT.exec(text)?.[2]?.trim() ?? text;
}

/** The digits of a {@link plainPhone} that is one number and its separators, nothing else; undefined otherwise. */
export function onlyDigits(plain: string): string | undefined {
	return ONE_NUMBER.test(plain) ? plain.replace(/\D/g, '') : undefined;
}

/** The number in the WhatsApp JID of a person, without the device; undefined for any other text. */
export function jidNumber(plain: string): string | undefined {
	return USER_JID.exec(plain)?.[1];
}

/**
 * A number from a field that a service documents as digits with country code. If there are so many digits that it can
 * only be such a number, they get the missing `+`; fewer could also be a national number, which is read like any other.
 */
export function documentedNumber(phone: string): string {
	return /^[1-9]\d{11,14}$/.test(phone.trim()) ? `+${phone.trim()}` : phone;
}

/** Whether a phone of a contact is a short or service number, such as `112`. */
export function isShortNumber(phone: string): boolean {
	return SHORT_NUMBER.test(phone);
}

/** A phone of a contact without the extension after its number: `+14155551234` for `+14155551234;ext=89`. */
export function withoutExtension(phone: string): string {
	return phone.replace(/^(\+\d+);ext=.*$/, '$1');
}

/**
 * The parts of a text with several numbers, separated by a semicolon, a line break or a slash. Whether
 * each of them is a whole number is for the caller to decide; a text without such a separator is one part.
 */
export function numberParts(typed: string): string[] {
	if (typed.length > MAX_LIST_LENGTH) return [typed];
	return typed
		.split(/[\r\n]+|;(?!\s*[a-z-]+=)|\//i)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/** The texts on either side of each separator inside a number, to check whether it is two numbers. */
export function cuts(typed: string): Array<{ before: string; gap: string; after: string }> {
	const text = plainPhone(typed);
	return [...text.matchAll(/[ ,;/.\-\u2010-\u2015\u2212]+/g)].map(({ 0: gap, index }) => ({
		before: text.slice(0, index),
		gap,
		after: text.slice(index + gap.length),
	}));
}

function none(reason: string): TypedNumber {
	return { kind: 'none', reason };
}

/** What is wrong with the characters of a text that is not a number. */
function oddReason(text: string): string {
	if (/\d.*\+/.test(text) || /\d *[,;|] *\+?\(?\d/.test(text)) return SEVERAL;
	return NOT_ONE;
}

/** The number of a `tel:` URI, without its scheme, the way a person types it, with its extension (RFC 3966, section 3). */
function telNumber(uri: string): string {
	const [number = '', ...parameters] = uri
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
		// Unicode keeps each script's digits together, and some scripts follow each other directly
		return String((value - zero) % 10);
	});
}
