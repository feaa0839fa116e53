/** Phones for servers that take digits and build the vCard themselves, with a `+` and a WhatsApp id of those digits. */

import type { FieldWarning, Phone } from '../contact/contact';
import { onlyDigits, withoutExtension } from '../contact/phone/typed';
import { quote } from '../contact/text';
import type { Problem } from '../failures/failure';

/** Digits of a service number at most; it has no country code, and is nobody's WhatsApp ID. */
const SHORT_NUMBER = 6;

/** The phone as digits with country code, or as it was typed where it is no number; without its extension. */
export function wirePhone({ phone }: Phone): string {
	return withoutExtension(phone).replace(/^\+/, '');
}

/**
 * Why these phones cannot go out through such a server: there is none, or one has no country code, so that it would
 * become somebody else's number there. Undefined where nothing is wrong.
 */
export function phoneProblem(phones: readonly Phone[], provider: string): Problem | undefined {
	if (phones.every(({ phone }) => phone === '')) {
		return {
			problem: 'has no phone number',
			field: 'phones',
			fix: `${provider} needs a name and a phone number for every contact: add one.`,
		};
	}
	const national = phones.find(({ phone }) => lacksCountryCode(withoutExtension(phone)));
	if (national === undefined) return undefined;
	return {
		problem: `has the phone number ${quote(national.phone)} without country code`,
		field: 'phones',
		fix: `${provider} would take it for another number’s WhatsApp ID: write it with + and country code, or set the option Default Country.`,
	};
}

/** A warning for each short number, which such a server shows with a `+`. */
export function shortNumberWarnings(phones: readonly Phone[], provider: string): FieldWarning[] {
	return phones
		.filter(({ phone }) => isShort(phone))
		.map(({ phone }) => ({
			field: 'phones',
			message: `${provider} builds the card itself: the phone may show "+${phone}"`,
		}));
}

function isShort(phone: string): boolean {
	const digits = onlyDigits(phone);
	return digits !== undefined && !phone.startsWith('+') && digits.length <= SHORT_NUMBER;
}

function lacksCountryCode(phone: string): boolean {
	const digits = onlyDigits(phone);
	return digits !== undefined && !phone.startsWith('+') && digits.length > SHORT_NUMBER;
}
