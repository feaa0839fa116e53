import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import { entries, flag, id, word } from './fields';
import type { IncomingReader } from './reader';
import { readWhatsAppMessage } from './whatsAppMessage';

/*
 * Evolution API v1 and v2: the event `messages.upsert`.
 * Contract: https://doc.evolution-api.com/v2/en/configuration/webhooks, and its source,
 * github.com/EvolutionAPI/evolution-api, src/api/integrations/channel.
 *
 *   { event: "messages.upsert", instance, data: { key: { remoteJid, fromMe, id, participant? }, pushName,
 *       message: { contactMessage: { displayName, vcard } }, messageType, … }, sender, server_url, apikey, … }
 *
 * Oddities, and what follows from them:
 * - `sender` is the instance's own number: it sent the message only where `fromMe` is true.
 * - In a group, `remoteJid` is the group and `participant` the person.
 * - A hidden user (`…@lid`) comes with the number beside it, in a field that changed its name over the versions: where
 *   there is one, it stands in the output, since a number can be written to from everywhere.
 */

const event = z.object({ event: word, sender: id, data: z.optional(z.unknown()) });
const messages = entries(
	z.object({
		key: z.object({
			remoteJid: id,
			remoteJidAlt: id,
			senderPn: id,
			participant: id,
			participantAlt: id,
			participantPn: id,
			fromMe: flag,
			id,
		}),
		message: z.optional(z.unknown()),
	}),
);

export const evolution: IncomingReader = {
	provider: 'evolution',
	displayName: 'Evolution API',
	recognises: ({ event: name, instance, ...body }) =>
		typeof name === 'string' && typeof instance === 'string' && 'data' in body,
	read(body) {
		const { event: name, sender, data } = event.parse(body);
		if (name?.toLowerCase().replace('_', '.') !== 'messages.upsert') return [];
		return messages.parse(listOf(data)).map(({ key, message }) => {
			const chatId = numberOf(key.remoteJid, key.remoteJidAlt, key.senderPn);
			const person = numberOf(key.participant, key.participantAlt, key.participantPn);
			return {
				from: key.fromMe ? (sender ?? person) : (person ?? chatId),
				chatId,
				messageId: key.id,
				own: key.fromMe,
				contacts: readWhatsAppMessage(message),
			};
		});
	},
};

/** One message, a list of them, or Baileys' own `{ messages: […] }`. */
function listOf(data: unknown): unknown[] {
	if (Array.isArray(data)) return data;
	return isObject(data) && Array.isArray(data['messages']) ? data['messages'] : [data];
}

/** The spelling of a JID that is a number, else the first. */
function numberOf(jid: string | null, ...others: Array<string | null>): string | null {
	return [jid, ...others].find((one) => one?.endsWith('@s.whatsapp.net')) ?? jid;
}
