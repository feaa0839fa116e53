import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../contact/object';
import { readBaileysKey } from './baileysMessage';
import { objectAt } from './fields';
import type { IncomingMessage, IncomingReader } from './reader';
import { cardsIn, readSharedCards, type SharedCard } from './sharedCard';
import { cardsInWebMessage, readWebMessage, reference, type Numbers } from './webMessage';
import { cardsInContent } from './whatsAppContent';
import { readWhatsmeowInfo } from './whatsmeowEvent';

/*
 * WAHA (WhatsApp HTTP API): the events `message` and `message.any`.
 * Contract: https://waha.devlike.pro/docs/how-to/receive-messages/, and its source, github.com/devlikeapro/waha,
 * src/structures/responses.dto.ts.
 *
 *   { event: "message", session, engine, payload: { id, from, fromMe, to, participant?, body, vCards: [vCard text],
 *       _data: the engine's own message }, … }
 *
 * Oddities, and what follows from them:
 * - `vCards` may be null or absent: then the engine's own message is read, which is a message of Baileys in NOWEB, of
 *   whatsmeow in GOWS, and of a browser in WEBJS and WPP.
 * - A hidden person is `…@lid` in `from`, `to` and `participant`. The number is in the engine's own message
 *   (NOWEB, GOWS); of WEBJS and WPP it comes from the sender's `phoneNumber`, if there is one.
 */

const senderSchema = z.object({ phoneNumber: reference });

export const waha: IncomingReader = {
	provider: 'waha',
	displayName: 'WAHA',
	recognizes: ({ event, session, payload }) =>
		typeof event === 'string' && typeof session === 'string' && isObject(payload),
	read: readWahaEvent,
};

/** The message in an event of WAHA, or of a service that runs it. */
export function readWahaEvent({ event, payload }: JsonObject): IncomingMessage[] {
	if (!isObject(payload) || (event !== 'message' && event !== 'message.any')) return [];
	const message = readWebMessage(payload, numbersIn(payload['_data']));
	return message === undefined ? [] : [{ ...message, ...readSharedCards(cardsOf(payload)) }];
}

function cardsOf(payload: JsonObject): SharedCard[] {
	const listed = Array.isArray(payload['vCards']) ? cardsIn(payload['vCards']) : [];
	if (listed.length > 0) return listed;
	const { _data: data } = payload;
	if (!isObject(data)) return [];
	return [
		...cardsInWebMessage(data),
		...cardsInContent(data['message']),
		...cardsInContent(data['Message']),
	];
}

/** The numbers in the engine's own message. */
function numbersIn(data: unknown): Numbers {
	if (!isObject(data)) return { person: [], chat: [] };
	const key = readBaileysKey(data['key']);
	const info = readWhatsmeowInfo(data['Info']);
	const { phoneNumber } = senderSchema.parse(objectAt(data, 'sender', 'senderObj'));
	return {
		person: [key?.person, info?.from, phoneNumber],
		chat: [key?.chatId, info?.chatId, key?.own === true || info?.own === true ? null : phoneNumber],
	};
}
