import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../contact/object';
import { flag, id, objectAt, objectsIn } from './fields';
import { numberOf } from './jid';
import { jsonIn } from './jsonText';
import type { IncomingMessage, IncomingReader } from './reader';
import { cardsIn, readSharedCards, type SharedCard } from './sharedCard';
import { cardsInContent } from './whatsAppContent';

/*
 * uazapiGO: the event `messages`.
 * Contract: https://docs.uazapi.com names it; its body as captured in
 * github.com/TitoBahe/uazapi-webhook-events-examples.
 *
 *   { EventType: "messages", BaseUrl, instanceName, owner, token, chat: { wa_chatid, … }, message: { messageid, chatid,
 *       messageType: "ContactMessage", content: { displayName, vcard, contextInfo }, sender, sender_pn, sender_lid, fromMe,
 *       isGroup, wasSentByApi, … } }
 *
 * Oddities, and what follows from them:
 * - Several contacts are in `content.contacts` (as an application reads it). `content` may be JSON text.
 * - `sender` may be hidden; `sender_pn` is the number. The number of a hidden chat is in `chat.wa_chatid`, or the sender's.
 * - Applications also met the messages in `data.messages`, a list.
 * - The token of the instance is in every body; none of it is used.
 */

const messageSchema = z.object({
	messageid: id,
	id,
	chatid: id,
	sender: id,
	sender_pn: id,
	fromMe: flag,
	wasSentByApi: flag,
	isGroup: flag,
});

export const uazapi: IncomingReader = {
	provider: 'uazapi',
	displayName: 'uazapiGO',
	recognizes: ({ EventType }) => typeof EventType === 'string',
	read({ EventType, ...body }) {
		if (EventType !== 'messages') return [];
		const chat = objectAt(body, 'chat');
		return messagesIn(body).flatMap((message) => readMessage(message, chat));
	},
};

function messagesIn({ message, messages, data }: JsonObject): JsonObject[] {
	const inside = isObject(data) ? (data['messages'] ?? data['message']) : data;
	return objectsIn(message ?? messages ?? inside);
}

function readMessage(given: JsonObject, chat: JsonObject): IncomingMessage[] {
	const result = messageSchema.safeParse(given);
	if (!result.success) return [];
	const { sender, sender_pn: number, chatid, ...message } = result.data;
	const own = message.fromMe || message.wasSentByApi;
	const chatNumber = id.parse(chat['wa_chatid'] ?? null);
	return [
		{
			from: numberOf(sender, number) ?? (own ? null : chatid),
			chatId: numberOf(chatid, chatNumber, own ? null : number),
			messageId: message.messageid ?? message.id,
			own,
			...readSharedCards(cardsInMessage(jsonIn(given['content']))),
		},
	];
}

function cardsInMessage(content: unknown): SharedCard[] {
	if (!isObject(content)) return [];
	const { contacts, vcard } = content;
	if (vcard !== undefined) return cardsIn(content);
	return contacts === undefined ? cardsInContent(content) : cardsIn(contacts);
}
