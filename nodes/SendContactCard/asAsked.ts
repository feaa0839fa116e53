import type { Contact, Phone } from '../contact/contact';
import type { PreparedContact } from './prepareItems';

/**
 * A contact as it was asked for: without the ids that were looked up, and with the web address of its photo. What was
 * found elsewhere may be something else the next time, and an agent that makes the same call again asks for the same card.
 */
export function asAsked({ contact, lookedUp, photoAddress }: PreparedContact): Contact {
	if (lookedUp === undefined && photoAddress === undefined) return contact;
	return {
		...contact,
		phones: contact.phones.map((phone) => withoutId(phone, lookedUp)),
		...(photoAddress === undefined ? {} : { photo: photoAddress }),
	};
}

function withoutId(phone: Phone, lookedUp: ReadonlySet<string> | undefined): Phone {
	if (lookedUp?.has(phone.phone) !== true) return phone;
	const { wa_id: _lookedUp, ...rest } = phone;
	return rest;
}
