/** Phones for servers that turn any digits into an international number or a WhatsApp id. */

import type { Contact, FieldWarning, Phone } from '../contact/contact';
import { E164 } from '../contact/phone/e164';
import { isShortNumber, withoutExtension } from '../contact/phone/typed';
import { quote } from '../contact/text';
import type { Problem } from '../failures/failure';

/** What such a server does, and what the phone then shows. */
export interface AddedByServer {
	provider: string;
	/** What the server does, as a clause: `puts + before every number`. */
	action: string;
	/** Whether a short number is shown with a `+` too. */
	showsPlus: boolean;
}

/**
 * Whether the first phone of a contact can go through such a server, with which a number without country code would become
 * a stranger's. A short number (`112`) is nobody's and is allowed.
 *
 * @returns what is wrong with it, otherwise what the phone shows differently
 */
export function checkFirstPhone(
	{ phones }: Contact,
	added: AddedByServer,
): Problem | FieldWarning[] {
	return checkPhones(phones.slice(0, 1), added);
}

/** The same as {@link checkFirstPhone}, for a server that gets all phones. */
export function checkPhones(
	phones: readonly Phone[],
	{ provider, action, showsPlus }: AddedByServer,
): Problem | FieldWarning[] {
	const warnings: FieldWarning[] = [];
	for (const { phone: given } of phones) {
		const phone = withoutExtension(given);
		if (E164.test(phone)) continue;
		if (!isShortNumber(phone)) {
			return {
				problem: `has the phone number ${quote(given)}, which is not clearly one number with country code`,
				field: 'phones',
				fix: `Write it with + and country code, or set Default Country: ${provider} ${action}, so this one could become a stranger's.`,
			};
		}
		if (showsPlus) {
			warnings.push({
				field: 'phones',
				message: `${provider} ${action}: the phone shows "+${phone}"`,
			});
		}
	}
	return warnings;
}

/** A phone for such a server: digits with country code, or a short number as it is. */
export function digitsOnWire({ phone }: Phone): string {
	return withoutExtension(phone).replace(/^\+/, '');
}
