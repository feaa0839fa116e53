import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import { anything, flag, id, objectAt } from './fields';
import { numberOf } from './jid';
import type { IncomingMessage } from './reader';
import { readSharedCards } from './sharedCard';
import { cardsInContent } from './whatsAppContent';

/*
 * A message of the library whatsmeow, which wuzapi, Evolution Go and WAHA's engine GOWS pass on:
 *
 *   { Info: { ID, Chat, Sender, SenderAlt?, RecipientAlt?, IsFromMe, IsGroup, PushName, … }, Message }
 *
 * Source: https://github.com/tulir/whatsmeow, types/message.go, `MessageInfo`, and types/events, `Message`.
 *
 * - `Sender` may be hidden, and may carry its device: `SenderAlt` is the other id of the same person. Of an own message,
 *   `RecipientAlt` is the other id of the chat.
 * - `Message` comes out of its wrappers, `RawMessage` as it was.
 */
const infoSchema = z.object({
	ID: id,
	Chat: id,
	Sender: id,
	SenderAlt: id,
	RecipientAlt: id,
	IsFromMe: flag,
});
const eventSchema = z.object({
	Info: z.record(z.string(), z.unknown()),
	Message: anything,
	RawMessage: anything,
});

/** Where a message belongs. */
export interface WhatsmeowInfo {
	from: string | null;
	chatId: string | null;
	messageId: string | null;
	own: boolean;
}

/** What the `Info` of a message says; undefined if there is none. */
export function readWhatsmeowInfo(given: unknown): WhatsmeowInfo | undefined {
	if (!isObject(given)) return undefined;
	// Some builds keep the source of the message in a separate object
	const result = infoSchema.safeParse({ ...objectAt(given, 'MessageSource'), ...given });
	if (!result.success) return undefined;
	const { ID, Chat, Sender, SenderAlt, RecipientAlt, IsFromMe: own } = result.data;
	return {
		from: numberOf(Sender ?? Chat, SenderAlt),
		chatId: numberOf(Chat ?? Sender, own ? RecipientAlt : SenderAlt),
		messageId: ID,
		own,
	};
}

/** The message, or none if the event is of another kind. */
export function readWhatsmeowEvent(given: unknown): IncomingMessage[] {
	const result = eventSchema.safeParse(given);
	if (!result.success) return [];
	const { Info, Message, RawMessage } = result.data;
	const info = readWhatsmeowInfo(Info);
	if (info === undefined) return [];
	const cards = cardsInContent(Message);
	return [{ ...info, ...readSharedCards(cards.length > 0 ? cards : cardsInContent(RawMessage)) }];
}
