import * as z from 'zod/mini';

import { anything, entries, id, word } from './fields';
import { readMetaContacts } from './metaContact';
import type { IncomingMessage, IncomingReader } from './reader';

/*
 * WhatsApp Cloud API: the webhook fields `messages` and `smb_message_echoes`.
 * Contract:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts,
 * …/smb_message_echoes and …/business-scoped-user-ids.
 *
 *   { object: "whatsapp_business_account", entry: [{ changes: [{ field: "messages", value: {
 *       messaging_product: "whatsapp", contacts: [the senders], messages: [{ from?, from_user_id?, id, group_id?, type: "contacts",
 *         contacts: [the contacts] }] } }] }] }
 *
 * n8n's WhatsApp Trigger gives each `value` as an item of its own, with the `field` in it.
 *
 * Oddities, and what follows from them:
 * - One body may hold several entries, changes and messages: all are read.
 * - `value.contacts` are the people who wrote, not contacts that were shared.
 * - What the business sends by phone comes as `message_echoes`: `from` is the business and `to` the chat. What it sends
 *   through the API comes in `statuses`, without content.
 * - A person with a username instead of a number has no `from`, but a `from_user_id`.
 * - A request of n8n's WhatsApp node, `{ messaging_product, to, type: "contacts", contacts }`, comes from no webhook.
 *   Whoever passes it on means its contacts: they are read, with the chat that they go to.
 */

/** Fields that the WhatsApp Trigger subscribes to beside `messages`; their values do not name the product. */
const OTHER_FIELDS = /^(account|business|phone_number|message_template|template)_\w+$|^security$/;

const body = z.object({
	entry: entries(z.object({ changes: entries(z.object({ value: anything })) })),
});
const message = z.object({
	from: id,
	from_user_id: id,
	to: id,
	to_user_id: id,
	group_id: id,
	id,
	type: word,
	contacts: anything,
});
const value = z.object({ messages: entries(message), message_echoes: entries(message) });

export const whatsAppCloud: IncomingReader = {
	provider: 'whatsAppCloud',
	displayName: 'WhatsApp Cloud API',
	recognizes: ({ object, messaging_product: product, field }) =>
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
	const request = message.parse(given);
	return [
		...result.data.messages.map((received) => readMessage(received, sender(received), false)),
		...result.data.message_echoes.map((echo) => readMessage(echo, receiver(echo), true)),
		...(request.to !== null && request.type === 'contacts'
			? [readMessage(request, receiver(request), false)]
			: []),
	];
}

type Message = z.infer<typeof message>;

const sender = ({ from, from_user_id: userId }: Message) => from ?? userId;
const receiver = ({ to, to_user_id: userId }: Message) => to ?? userId;

function readMessage(given: Message, chat: string | null, own: boolean): IncomingMessage {
	return {
		from: sender(given),
		chatId: given.group_id ?? chat,
		messageId: given.id,
		own,
		...readMetaContacts(given.contacts),
	};
}
