import * as z from 'zod/mini';

import { anything, flag, id, word } from './fields';
import { numberOf } from './jid';
import type { IncomingReader } from './reader';
import { cardsIn, readSharedCards } from './sharedCard';

/*
 * Z-API: the webhook on-message-received.
 * Contract: https://developer.z-api.io/en/webhooks/on-message-received
 *
 *   { type: "ReceivedCallback", instanceId, messageId, phone, fromMe, connectedPhone, isGroup, participantPhone,
 *       contact: { displayName, vCard, phones: ["5544999999999"] } }
 *
 * Oddities, and what follows from them:
 * - How several contacts arrive is unknown: they are read from `contacts` and from `contact` as a list.
 * - `phone` is the chat, even if it is a group; the person is then in `participantPhone`, or hidden in
 *   `participantLid`. For an own message the person is `connectedPhone`.
 * - A hidden chat is a lid in `phone`; its number is not given.
 * - Its other callbacks end in `Callback` as well, and so do those of the services that speak its dialect.
 */

const callbackSchema = z.object({
	type: word,
	messageId: id,
	phone: id,
	chatLid: id,
	fromMe: flag,
	connectedPhone: id,
	participantPhone: id,
	participantLid: id,
	contact: anything,
	contacts: anything,
});

export const zApi: IncomingReader = {
	provider: 'zApi',
	displayName: 'Z-API',
	recognizes: ({ type }) => typeof type === 'string' && /^[a-z]+callback$/i.test(type),
	read(body) {
		const { type, messageId, fromMe, connectedPhone, contact, contacts, ...callback } =
			callbackSchema.parse(body);
		if (type?.toLowerCase() !== 'receivedcallback') return [];
		const chatId = numberOf(callback.phone ?? callback.chatLid);
		const person = callback.participantPhone ?? callback.participantLid;
		return [
			{
				from: numberOf(person ?? (fromMe ? (connectedPhone ?? chatId) : chatId)),
				chatId,
				messageId,
				own: fromMe,
				...readSharedCards([...cardsIn(contact), ...cardsIn(contacts)]),
			},
		];
	},
};
