import { type CountryCode } from '../../../nodes/contact/phone/countries';
import { readPhone } from '../../../nodes/contact/phone/phone';

/** Why a number is not read, or as which kind it is. */
export function reasonFor(typed: string, country?: CountryCode): string {
	const reading = readPhone(typed, country);
	return reading.kind === 'unreadable' ? reading.reason : reading.kind;
}
