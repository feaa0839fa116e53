import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../contact/object';
import { id, maybe, objectAt, word } from './fields';
import { numberOf } from './jid';
import type { IncomingMessage, IncomingReader } from './reader';
import { cardsIn, readSharedCards } from './sharedCard';

/*
 * RyzeAPI: the event `message.exchange`, which comes for received and for sent messages.
 * Contract: as an application reads it, github.com/NeritonDias/hermes-ryzeapi, core.py.
 *
 *   { event: "message.exchange", instanceData: { instance, token }, data: { message: { id, direction: "incoming",
 *       chat: { jid, type }, sender: { jid, lid, name }, contact: { display_name, phone_number, vcard } } } }
 *
 * Oddities, and what follows from them:
 * - The catalogue of events shows `id`, `direction`, `chat` and `sender` in `message`; in practice they are beside it.
 * - Ids may be bare digits. A private chat may be hidden although `sender.jid` is the number: `sender.lid` shows that both
 *   are the same.
 * - How several contacts arrive is unknown: `contacts` is read, and `contact` as a list.
 */

const personSchema = maybe(z.object({ jid: id, lid: id }));
const messageSchema = z.object({
	id,
	direction: word,
	chat: personSchema,
	sender: personSchema,
});

export const ryzeapi: IncomingReader = {
	provider: 'ryzeapi',
	displayName: 'RyzeAPI',
	recognizes: ({ event, instanceData }) => typeof event === 'string' && isObject(instanceData),
	read({ event, data }) {
		if (event !== 'message.exchange' || !isObject(data)) return [];
		return readExchange(data);
	},
};

function readExchange(data: JsonObject): IncomingMessage[] {
	const message = objectAt(data, 'message');
	const result = messageSchema.safeParse({ ...message, ...data });
	if (!result.success) return [];
	const { id: messageId, direction, chat, sender } = result.data;
	const chatJid = chat?.jid ?? null;
	const isSender = chatJid !== null && chatJid === sender?.lid;
	const cards = ['contact', 'contacts'].flatMap((key) => cardsIn(message[key] ?? data[key]));
	return [
		{
			from: numberOf(sender?.jid ?? sender?.lid ?? null),
			chatId: numberOf(chatJid, isSender ? sender.jid : null),
			messageId,
			own: direction === 'outgoing',
			...readSharedCards(cards),
		},
	];
}
