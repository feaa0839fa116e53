import { readPhone } from '../phone/phone';
import { isCallingCode, readingsOf, readingsUnder } from '../phone/readings';
import { documentedNumber, numberParts, typedNumber } from '../phone/typed';

/** A country code as people type it: `55`, `+55`, `0055`, `55.0`. */
const CALLING_CODE = /^(?:\+|00)?\s*([1-9]\d{0,3})(?:\.0)?$/;

/** Longer ones may be local numbers. */
const MAX_SERVICE_DIGITS = 4;
/** Fewer digits may be the last ones of the number before a slash, or follow its area code. */
const MIN_WHOLE_DIGITS = 7;
/** `(21) 99876-5432` has its area code, whatever another key says. */
const AREA_IN_BRACKETS = /^\s*\(0?\d{1,5}\)/;

/**
 * A number whose country code, area code or extension had its own key. Joined only if the code is
 * valid: a number that already has its country code or area code stays as it is.
 */
export function joinNumber(
	number: string,
	codes: {
		phoneCountryCode?: string | undefined;
		areaCode?: string | undefined;
		extension?: string | undefined;
	},
): string {
	const extension = codes.extension?.replace(/\.0+$|\D/g, '') ?? '';
	const whole = numbersIn(number)
		.map((one) => withCodes(one, codes.phoneCountryCode, codes.areaCode))
		.join('; ');
	const hasOne = extension === '' || /ext|x\s*\d+$/i.test(whole);
	return hasOne ? whole : `${whole} ext. ${extension}`;
}

/** The numbers of a text that has several long enough to be whole; otherwise the text. */
function numbersIn(text: string): string[] {
	const parts = numberParts(text);
	const areWhole = parts.every((part) => part.replace(/\D/g, '').length >= MIN_WHOLE_DIGITS);
	return parts.length > 1 && areWhole ? parts : [text];
}

function withCodes(
	number: string,
	countryCode: string | undefined,
	areaCode: string | undefined,
): string {
	if (/^\s*(?:\+|00)|@/.test(number)) return number;
	const code = CALLING_CODE.exec(countryCode?.trim() ?? '')?.[1];
	// Islands of the Caribbean write their area code with it: 1809
	const isCountry = isCallingCode(code?.replace(/^1\d{3}$/, '1') ?? '');
	const country = isCountry ? code : undefined;
	// A code that no country has is that of an area, as Hotmart's phone code can be
	const areaTyped = areaCode ?? (country === undefined ? code : undefined);
	const area = /^\(?0?(\d{1,5})\)?(?:\.0)?$/.exec(areaTyped?.trim() ?? '')?.[1];
	const digits = number.replace(/\D/g, '');
	const hasOwn = area === undefined || AREA_IN_BRACKETS.test(number) || hasArea(digits, area);
	const national = hasOwn ? number : `${area} ${number}`;
	return country === undefined ? national : withCallingCode(country, national);
}

/**
 * The number behind its calling code, read as a national number of a country with that code is: a code that it has already
 * is not put there again, and a zero stays where it is dialled from abroad. What is valid in more ways than one stays as typed.
 */
function withCallingCode(code: string, national: string): string {
	const typed = typedNumber(national);
	// A service number is dialled in its country only
	if (typed.kind === 'short' && national.replace(/\D/g, '').length <= MAX_SERVICE_DIGITS)
		return national;
	// So many digits that they are valid with a country code of their own, whatever another key says
	const digits = national.replace(/\D/g, '');
	const hasOwn = isWhole(national) && !digits.startsWith(code);
	if (hasOwn && documentedNumber(national) !== national) return national;
	const isRead = 'digits' in typed && typed.kind !== 'short';
	const readings = isRead ? readingsUnder(code, typed) : [];
	// Italy dials its zero from abroad
	const joined = `+${code} ${code === '39' ? national : national.replace(/^(\D*)0+/, '$1')}`;
	const [reading, ...others] = readings;
	if (others.length > 0) return national;
	if (reading !== undefined) {
		const { extension, note } = isRead ? typed : {};
		if (joined.replace(/\D/g, '') === reading.e164.slice(1)) return joined;
		const behind = note ?? (extension === undefined ? '' : `ext. ${extension}`);
		return `${reading.e164} ${behind}`.trim();
	}
	const isJoinable = isPossible(joined) && !hasOwn;
	if (digits.startsWith(code) && isPossible(`+${digits}`)) {
		return isJoinable ? national : `+${digits}`;
	}
	// What gets too long by this country code, or has one of its own, is not a number of this country
	return isJoinable ? joined : national;
}

/** Whether the number begins with its area code: no local number is as long as both together. */
function hasArea(digits: string, area: string): boolean {
	return digits.replace(/^0+/, '').startsWith(area) && digits.length >= area.length + 7;
}

/** Whether a number without + is a valid one with country code. */
function isWhole(number: string): boolean {
	const typed = typedNumber(number);
	return typed.kind === 'bare' && readingsOf(typed, undefined).length > 0;
}

function isPossible(number: string): boolean {
	const read = readPhone(number);
	return read.kind === 'international';
}
