/** A contact as Evolution API accepts it; the server builds the vCard from it. */

import type { Contact, FieldWarning } from '../../contact/contact';
import { E164 } from '../../contact/phone/e164';
import { withoutExtension } from '../../contact/phone/typed';
import { quote } from '../../contact/text';
import { defined } from '../requestParts';

/** Minimum length of a number and of a WhatsApp ID, by the server's schema. */
export const MIN_LENGTH = 10;
/** A WhatsApp ID that belongs to nobody; without one, the server would make one up. */
const NO_WHATSAPP_ID = '0'.repeat(MIN_LENGTH);

/** The WhatsApp ID of a phone: the given one, otherwise the digits of an international number. */
function whatsAppId({ phone, wa_id: id }: Contact['phones'][number]): string | undefined {
	const digits = id ?? /^\+(\d+)$/.exec(withoutExtension(phone))?.[1];
	return digits === undefined || digits.length < MIN_LENGTH ? undefined : digits;
}

/** Warns what a card without a WhatsApp ID lacks. */
export function withoutIdWarnings(phone: Contact['phones'][number]): FieldWarning[] {
	if (whatsAppId(phone) !== undefined) return [];
	const { phone: number, wa_id: id } = phone;
	const reason =
		id === undefined && !E164.test(withoutExtension(number))
			? `${quote(number)} is not one`
			: `${id === undefined ? quote(number) : `the WhatsApp ID ${quote(id)}`} has fewer`;
	return [
		{
			field: 'phones',
			message: `Evolution API needs a WhatsApp ID of at least ${MIN_LENGTH} digits, and ${reason}; the card has no button to write to it`,
		},
	];
}

export function wireContact({ name, phones: [phone], org, emails, urls }: Contact): object {
	return defined({
		fullName: name.formatted_name,
		wuid: (phone && whatsAppId(phone)) ?? NO_WHATSAPP_ID,
		phoneNumber: withoutExtension(phone?.phone ?? ''),
		organization: org.company,
		email: emails[0]?.email,
		url: urls[0]?.url,
	});
}
