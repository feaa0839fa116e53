import * as z from 'zod/mini';

import { anything, flag, id } from './fields';
import { numberOf } from './jid';
import type { IncomingMessage } from './reader';
import { readSharedCards } from './sharedCard';
import { cardsInContent } from './whatsAppContent';

/*
 * A message of the library Baileys, which Evolution API, ZapperAPI and WAHA's engine NOWEB pass on:
 *
 *   { key: { remoteJid, fromMe, id, participant?, remoteJidAlt?, participantAlt? }, pushName, message }
 *
 * Source: https://github.com/WhiskeySockets/Baileys, src/Types/Message.ts, `WAMessageKey`.
 *
 * - In a group, `remoteJid` is the group and `participant` the person.
 * - A hidden person comes with the number in another field, whose name changed over the versions: earlier `senderPn` and
 *   `participantPn`, `remoteJidAlt` and `participantAlt` since version 7.
 */
const keySchema = z.object({
	remoteJid: id,
	remoteJidAlt: id,
	senderPn: id,
	participant: id,
	participantAlt: id,
	participantPn: id,
	fromMe: flag,
	id,
});
const messageSchema = z.object({ key: keySchema, message: anything });

/** Where a message belongs: who wrote it in a group, and which chat it came in. */
export interface BaileysKey {
	/** The person in a group; null in a chat of two. */
	person: string | null;
	chatId: string | null;
	messageId: string | null;
	own: boolean;
}

/** What the key of a message says; undefined if there is none. */
export function readBaileysKey(given: unknown): BaileysKey | undefined {
	const result = keySchema.safeParse(given);
	if (!result.success) return undefined;
	const { remoteJid, remoteJidAlt, participant, participantAlt, ...key } = result.data;
	return {
		person: numberOf(participant, participantAlt, key.participantPn),
		chatId: numberOf(remoteJid, remoteJidAlt, key.senderPn),
		messageId: key.id,
		own: key.fromMe,
	};
}

/**
 * The message in a list; an empty list if it is not one.
 *
 * @param account the own account's id, if the service reports it: the sender of own messages
 */
export function readBaileysMessage(
	given: unknown,
	account: string | null = null,
): IncomingMessage[] {
	const result = messageSchema.safeParse(given);
	if (!result.success) return [];
	const key = readBaileysKey(result.data.key);
	if (key === undefined) return [];
	const { person, chatId, messageId, own } = key;
	return [
		{
			from: own ? (account ?? person) : (person ?? chatId),
			chatId,
			messageId,
			own,
			...readSharedCards(cardsInContent(result.data.message)),
		},
	];
}
