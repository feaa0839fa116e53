import { type CountryCode } from '../../../nodes/contact/phone/countries';
import { readPhone } from '../../../nodes/contact/phone/phone';

/** Why a number is not read, or as which kind it is. */
export function reasonFor(typed: string, country?: CountryCode): string {
	const read = readPhone(typed, country);
	return read.kind === 'unreadable' ? read.reason : read.kind;
}
