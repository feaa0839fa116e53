import * as z from 'zod/mini';

import type { ReadContact } from '../contact/contact';
import { isObject } from '../contact/object';
import { entries, flag, id, maybe, word } from './fields';
import type { IncomingReader } from './reader';
import { readSharedCard } from './sharedCard';
import { readWhatsAppMessage } from './whatsAppMessage';

/*
 * WAHA (WhatsApp HTTP API): the events `message` and `message.any`.
 * Contract: https://waha.devlike.pro/docs/how-to/receive-messages/, and its source, github.com/devlikeapro/waha,
 * src/structures/responses.dto.ts.
 *
 *   { event: "message", session, engine, payload: { id, from, fromMe, to, participant?, body, vCards: [vCard text],
 *       _data: the engine's own message }, … }
 *
 * Oddities, and what follows from them:
 * - `from` is the chat, also where it is a group: the person is in `participant`, or `author` in older versions. Of an
 *   own message the chat is in `to`.
 * - `vCards` may be null or absent: then the engine's own message is read, which is `message` in NOWEB, `Message` in
 *   GOWS, and `type` with `body` or `vcardList` in WEBJS.
 */

const event = z.object({
	event: word,
	payload: maybe(
		z.object({
			id,
			from: id,
			to: id,
			fromMe: flag,
			participant: id,
			author: id,
			vCards: entries(z.string().check(z.minLength(1))),
			_data: z.optional(z.unknown()),
		}),
	),
});
const engineData = z.object({
	message: z.optional(z.unknown()),
	Message: z.optional(z.unknown()),
	type: word,
	body: word,
	vcardList: entries(z.object({ displayName: word, vcard: word })),
});

export const waha: IncomingReader = {
	provider: 'waha',
	displayName: 'WAHA',
	recognises: ({ event: name, session, payload }) =>
		typeof name === 'string' && typeof session === 'string' && isObject(payload),
	read(body) {
		const { event: name, payload } = event.parse(body);
		if (payload === undefined || (name !== 'message' && name !== 'message.any')) return [];
		const { from, to, participant, author, vCards } = payload;
		const cards = vCards.flatMap((vcard) => readSharedCard({ vcard }));
		return [
			{
				from: participant ?? author ?? from,
				chatId: payload.fromMe ? (to ?? from) : from,
				messageId: payload.id,
				own: payload.fromMe,
				contacts: cards.length > 0 ? cards : readEngineData(payload._data),
			},
		];
	},
};

function readEngineData(data: unknown): ReadContact[] {
	const result = engineData.safeParse(data);
	if (!result.success) return [];
	const { message, Message, type, body, vcardList } = result.data;
	if (type === 'vcard') return readSharedCard({ vcard: body });
	if (type === 'multi_vcard') return vcardList.flatMap(readSharedCard);
	return [...readWhatsAppMessage(message), ...readWhatsAppMessage(Message)];
}
