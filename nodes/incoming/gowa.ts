import { z } from 'zod';

import { isObject } from '../contact/read/dialect';
import { entries, id, maybe, word } from './fields';
import type { IncomingReader } from './reader';
import { readSharedCard } from './sharedCard';

/*
 * go-whatsapp-web-multidevice (GOWA) v8 and v9: the event `message`.
 * Contract: its source, github.com/aldinokemal/go-whatsapp-web-multidevice, docs/webhook-payload.md and
 * src/infrastructure/whatsapp/event_message.go.
 *
 *   { event: "message", device_id, payload: { id, chat_id, from, from_lid?, from_name?, timestamp, is_from_me,
 *       contact: { displayName, vcard, phone_number? } } }
 *
 * Several contacts come as `contacts_array`, a list of the same objects. `phone_number` is taken out of the vCard.
 */

const card = z
	.object({ displayName: word, vcard: word, phone_number: word })
	.transform(({ displayName, vcard, phone_number: phone }) => ({
		displayName,
		vcard,
		phones: phone === undefined ? [] : [phone],
	}));
const event = z.object({
	event: word,
	payload: maybe(
		z.object({ id, chat_id: id, from: id, contact: maybe(card), contacts_array: entries(card) }),
	),
});

export const gowa: IncomingReader = {
	provider: 'gowa',
	displayName: 'GOWA',
	recognises: ({ event: name, device_id: device, payload }) =>
		typeof name === 'string' && typeof device === 'string' && isObject(payload),
	read(body) {
		const { event: name, payload } = event.parse(body);
		if (payload === undefined || name !== 'message') return [];
		const { from, chat_id: chatId, id: messageId, contact, contacts_array: contacts } = payload;
		const cards = [...(contact === undefined ? [] : [contact]), ...contacts];
		return [{ from, chatId, messageId, contacts: cards.flatMap(readSharedCard) }];
	},
};
