import type { Contact, FieldWarning } from '../contact/contact';
import { isShortNumber, withoutExtension } from '../contact/phone/typed';
import { quote } from '../contact/text';
import type { Problem } from '../failures/failure';

/** What a phone shows of a number, and why no other number may go, for a server that adds what was not typed. */
export interface AddedByServer {
	provider: string;
	/** What the server does, as a clause: `puts + before every number`. */
	deed: string;
	/** Whether a short number is shown with a `+` too. */
	showsPlus: boolean;
}

const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * The first phone of a contact through a server that makes an international number, or a WhatsApp id, of whatever digits
 * it gets: of a number without country code it would make a stranger's. A short number (`112`) is nobody's and goes.
 */
export function firstPhoneWithPlus(
	{ phones: [first] }: Contact,
	{ provider, deed, showsPlus }: AddedByServer,
): Problem | FieldWarning[] {
	const phone = withoutExtension(first?.phone ?? '');
	if (first === undefined || E164.test(phone)) return [];
	if (isShortNumber(phone)) {
		if (!showsPlus) return [];
		return [{ field: 'phones', message: `${provider} ${deed}: the phone shows "+${phone}"` }];
	}
	return {
		problem: `has the phone number ${quote(first.phone)}, which is not clearly one number with country code`,
		field: 'phones',
		fix: `Write it with + and country code, or set Default Country: ${provider} ${deed}, so this one could become a stranger's.`,
	};
}
