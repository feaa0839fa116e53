import * as z from 'zod/mini';

import type { ReadContact } from '../contact/contact';
import type { JsonObject } from '../contact/object';
import { metaDialect } from '../contact/read/metaDialect';
import { entries, id } from './fields';
import type { IncomingMessage, IncomingReader } from './reader';
import { readSharedCard } from './sharedCard';

/*
 * WhatsApp Cloud API: the webhook field `messages`.
 * Contract: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts
 * and …/business-scoped-user-ids.
 *
 *   { object: "whatsapp_business_account", entry: [{ changes: [{ field: "messages", value: {
 *       messaging_product: "whatsapp", contacts: [the senders], messages: [{ from?, from_user_id?, id, group_id?, type: "contacts",
 *         contacts: [{ name, phones: [{ phone, wa_id, type }], emails, addresses, org, urls, birthday }] }] } }] }] }
 *
 * n8n's WhatsApp Trigger gives each `value` as an item of its own, with the `field` in it.
 *
 * Oddities, and what follows from them:
 * - One body may hold several entries, changes and messages: all are read.
 * - `value.contacts` are the people who wrote, not contacts that were shared.
 * - What the account sends itself comes in other fields (`statuses`, `message_echoes`), never in `messages`.
 * - A phone may come as `wa_id` alone, which is its number then.
 * - Whoever hides the number behind a username has no `from`, but a `from_user_id`. The contact that such a person gives
 *   on request has no name, but a `vcard`.
 */

/** Fields that the WhatsApp Trigger subscribes to beside `messages`; their values do not name the product. */
const OTHER_FIELDS = /^(account|business|phone_number|message_template|template)_\w+$|^security$/;

const body = z.object({
	entry: entries(z.object({ changes: entries(z.object({ value: z.optional(z.unknown()) })) })),
});
const value = z.object({
	messages: entries(
		z.object({
			from: id,
			from_user_id: id,
			group_id: id,
			id,
			contacts: entries(z.record(z.string(), z.unknown())),
		}),
	),
});
const phones = entries(z.record(z.string(), z.unknown()));

export const whatsAppCloud: IncomingReader = {
	provider: 'whatsAppCloud',
	displayName: 'WhatsApp Cloud API',
	recognises: ({ object, messaging_product: product, field }) =>
		object === 'whatsapp_business_account' ||
		product === 'whatsapp' ||
		(typeof field === 'string' && OTHER_FIELDS.test(field)),
	read(given) {
		const values =
			'entry' in given
				? body.parse(given).entry.flatMap(({ changes }) => changes.map((change) => change.value))
				: [given];
		return values.flatMap(readValue);
	},
};

function readValue(given: unknown): IncomingMessage[] {
	const result = value.safeParse(given);
	if (!result.success) return [];
	return result.data.messages.map((message) => {
		const { group_id: groupId, id: messageId, contacts } = message;
		const from = message.from ?? message.from_user_id;
		return {
			from,
			chatId: groupId ?? from,
			messageId,
			own: false,
			contacts: contacts.flatMap((contact, index) => readContact(contact, index)),
		};
	});
}

/** Keys that Meta adds to its object beside the contact's own are no concern of the card. */
function readContact(contact: JsonObject, index: number): ReadContact[] {
	const { name, vcard } = contact;
	if (name === undefined && typeof vcard === 'string') {
		const cards = readSharedCard({ vcard });
		if (cards.length > 0) return cards;
	}
	const numbers = phones
		.parse(contact['phones'])
		.map((phone) => ({ ...phone, phone: phone['phone'] ?? phone['wa_id'] }))
		.filter(({ phone }) => phone !== undefined && phone !== null);
	return metaDialect
		.read({ ...contact, phones: numbers }, ['contacts', index])
		.map(({ draft }) => ({ draft, warnings: [] }));
}
