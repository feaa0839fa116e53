import * as z from 'zod/mini';

import { requiredText } from '../contact/read/dialect';
import { entries, flag, id, maybe, word } from './fields';
import type { IncomingReader } from './reader';
import { readSharedCard } from './sharedCard';

/*
 * Z-API: the webhook on-message-received.
 * Contract: https://developer.z-api.io/en/webhooks/on-message-received
 *
 *   { type: "ReceivedCallback", instanceId, messageId, phone, fromMe, connectedPhone, isGroup, participantPhone,
 *       contact: { displayName, vCard, phones: ["5544999999999"] } }
 *
 * Several contacts are read from `contacts`, a list of the same objects.
 *
 * `phone` is the chat, also where it is a group; the person is in `participantPhone` then. Of an own message the
 * person is `connectedPhone`. Its other callbacks end in `Callback` as well.
 */

const card = z.pipe(
	z.object({ displayName: word, vCard: word, phones: entries(requiredText) }),
	z.transform(({ displayName, vCard, phones }) => ({ displayName, vcard: vCard, phones })),
);
const callback = z.object({
	type: word,
	messageId: id,
	phone: id,
	fromMe: flag,
	connectedPhone: id,
	participantPhone: id,
	contact: maybe(card),
	contacts: entries(card),
});

export const zapi: IncomingReader = {
	provider: 'zapi',
	displayName: 'Z-API',
	recognises: ({ type }) => typeof type === 'string' && /^[a-z]+callback$/i.test(type),
	read(body) {
		const { type, messageId, phone, fromMe, connectedPhone, participantPhone, contact, contacts } =
			callback.parse(body);
		if (type?.toLowerCase() !== 'receivedcallback') return [];
		const person = participantPhone ?? (fromMe ? (connectedPhone ?? phone) : phone);
		const cards = [...(contact === undefined ? [] : [contact]), ...contacts];
		return [
			{
				from: person,
				chatId: phone,
				messageId,
				own: fromMe,
				contacts: cards.flatMap(readSharedCard),
			},
		];
	},
};
