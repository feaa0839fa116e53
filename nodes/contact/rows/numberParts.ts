import { readPhone } from '../phone/phone';

/** A country code as people type it: `55`, `+55`, `0055`, `55.0`. */
const CALLING_CODE = /^(?:\+|00)?\s*([1-9]\d{0,3})(?:\.0)?$/;

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
	const extension = codes.extension?.replace(/\D/g, '') ?? '';
	const whole = withCodes(number, codes.phoneCountryCode, codes.areaCode);
	const hasOne = extension === '' || /ext|x\s*\d+$/i.test(whole);
	return hasOne ? whole : `${whole} ext. ${extension}`;
}

function withCodes(
	number: string,
	countryCode: string | undefined,
	areaCode: string | undefined,
): string {
	if (/^\s*(?:\+|00)|@/.test(number)) return number;
	const country = CALLING_CODE.exec(countryCode?.trim() ?? '')?.[1];
	const area = /^\(?0?(\d{1,5})\)?(?:\.0)?$/.exec(areaCode?.trim() ?? '')?.[1];
	const digits = number.replace(/\D/g, '');
	if (country !== undefined && isPossible(`+${digits}`) && digits.startsWith(country)) {
		const alone = isPossible(`+${country}${area ?? ''}${digits}`);
		if (!alone) return `+${digits}`;
	}
	const national = area === undefined || hasArea(digits, area) ? number : `${area} ${number}`;
	if (country === undefined) return national;
	// Only Italy keeps its zero when dialled from abroad
	return `+${country} ${country === '39' ? national : national.replace(/^(\D*)0+/, '$1')}`;
}

/** Whether the number begins with its area code: no local number is as long as both together. */
function hasArea(digits: string, area: string): boolean {
	return digits.replace(/^0+/, '').startsWith(area) && digits.length >= area.length + 7;
}

function isPossible(number: string): boolean {
	const reading = readPhone(number);
	return reading.kind === 'international';
}
