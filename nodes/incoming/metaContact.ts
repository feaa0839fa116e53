import type { ReadContact } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { metaDialect } from '../contact/read/metaDialect';
import { InputError } from '../failures/inputError';
import { objectsIn } from './fields';
import type { SharedContacts } from './reader';
import { readSharedCard } from './sharedCard';

/**
 * Contacts as Meta's messages carry them: `{ name, phones: [{ phone, wa_id, type }], emails, addresses, org, urls }`.
 * One that does not fit Meta's format is left out with a warning.
 *
 * Contract:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts
 *
 * - A phone may come with only a `wa_id`, which is then its number.
 * - The contact that somebody with a username shares on request has no name, but a `vcard`.
 * - Keys that Meta adds beside the contact's own do not matter for the card.
 */
export function readMetaContacts(given: unknown): SharedContacts {
	const shared: SharedContacts = { contacts: [], warnings: [] };
	for (const [index, contact] of objectsIn(given).entries()) {
		try {
			shared.contacts.push(...readContact(contact, index));
		} catch (error) {
			const reason = error instanceof InputError ? error.message : String(error);
			shared.warnings.push({ field: 'contacts', message: `A contact was left out: ${reason}` });
		}
	}
	return shared;
}

function readContact(contact: JsonObject, index: number): ReadContact[] {
	const { name, vcard } = contact;
	if (name === undefined && typeof vcard === 'string') {
		const { contacts } = readSharedCard({ vcard });
		if (contacts.length > 0) return contacts;
	}
	const phones = (Array.isArray(contact['phones']) ? contact['phones'] : [])
		.filter(isObject)
		.map((phone) => ({ ...phone, phone: phone['phone'] ?? phone['wa_id'] }))
		.filter(({ phone }) => phone !== undefined && phone !== null);
	return metaDialect
		.read({ ...contact, phones }, ['contacts', index])
		.map(({ draft }) => ({ draft, warnings: [] }));
}
