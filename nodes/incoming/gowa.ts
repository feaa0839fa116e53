import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../contact/object';
import { anything, flag, id, maybe, word } from './fields';
import { numberOf, plainJid } from './jid';
import type { IncomingMessage, IncomingReader } from './reader';
import { cardsIn, readSharedCards } from './sharedCard';

/*
 * go-whatsapp-web-multidevice (GOWA).
 * Contract: its source, github.com/aldinokemal/go-whatsapp-web-multidevice, docs/webhook-payload.md and
 * src/infrastructure/whatsapp/event_message.go.
 *
 * v8 and later, the event `message`:
 *
 *   { event: "message", device_id, payload: { id, chat_id, from, from_lid?, from_name?, timestamp, is_from_me,
 *       contact: { displayName, vcard, phone_number? } } }
 *
 * Several contacts come as `contacts_array`, a list of the same objects. `phone_number` comes from the vCard.
 *
 * Up to v7, messages come without an envelope, and other events with one that names no device:
 *
 *   { sender_id, chat_id, from, pushname, timestamp, message: { id, text, … }, contact: { displayName, vcard } }
 *
 * A hidden person is a lid in `from_lid`, with the number in `from`.
 *
 * Oddities of v7, and what follows from them:
 * - `from` is "sender in chat" if the two differ, and the only full id of the chat.
 * - Nothing marks an own message. In a chat of two it is one if sender and chat differ; in a group it
 *   is unknown.
 * - The sender may have the number of its device: 447700900123:12@s.whatsapp.net.
 */

const event = z.object({
	event: word,
	payload: maybe(
		z.object({
			id,
			chat_id: id,
			from: id,
			from_lid: id,
			is_from_me: flag,
			contact: anything,
			contacts_array: anything,
		}),
	),
});
const bareMessage = z.object({
	from: z.string(),
	message: maybe(z.object({ id })),
	contact: anything,
	contacts_array: anything,
});

export const gowa: IncomingReader = {
	provider: 'gowa',
	displayName: 'GOWA',
	recognizes: (body) => isEvent(body) || isBareMessage(body),
	read: (body) => (isBareMessage(body) ? readBareMessage(body) : readEvent(body)),
};

function isEvent({ event: name, device_id: device, payload, ...body }: JsonObject): boolean {
	if (typeof name !== 'string' || !isObject(payload) || 'session' in body) return false;
	return typeof device === 'string' || typeof payload['chat_id'] === 'string';
}

function isBareMessage({ sender_id: sender, chat_id: chat, from }: JsonObject): boolean {
	return [sender, chat, from].every((value) => typeof value === 'string');
}

function readEvent(body: JsonObject): IncomingMessage[] {
	const { event: name, payload } = event.parse(body);
	if (payload === undefined || name !== 'message') return [];
	const { from, from_lid: fromLid, chat_id: chat, id: messageId, is_from_me: own } = payload;
	// A chat of two may be hidden although its person is not
	const isSender = chat !== null && chat === fromLid;
	return [
		{
			from: numberOf(from),
			chatId: numberOf(chat, isSender ? from : null),
			messageId,
			own,
			...readSharedCards([...cardsIn(payload.contact), ...cardsIn(payload.contacts_array)]),
		},
	];
}

function readBareMessage(body: JsonObject): IncomingMessage[] {
	const { from: source, message, contact, contacts_array: contacts } = bareMessage.parse(body);
	const [sender = source, chat] = source.split(' in ');
	const from = plainJid(sender);
	return [
		{
			from,
			chatId: chat ?? from,
			messageId: message?.id ?? null,
			own: chat?.endsWith('@s.whatsapp.net') === true || chat?.endsWith('@lid') === true,
			...readSharedCards([...cardsIn(contact), ...cardsIn(contacts)]),
		},
	];
}
