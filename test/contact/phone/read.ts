import { type CountryCode } from '../../../nodes/contact/phone/countries';
import { readPhone } from '../../../nodes/contact/phone/phone';

/** What `+5512996130832` is read as, in every spelling. */
export const BRAZILIAN = {
	kind: 'international',
	e164: '+5512996130832',
	digits: '5512996130832',
};

/** Why a number is not read, or as which kind it is. */
export function reasonFor(typed: string, country?: CountryCode): string {
	const read = readPhone(typed, country);
	return read.kind === 'unreadable' ? read.reason : read.kind;
}
