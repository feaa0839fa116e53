import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import { readBaileysMessage } from './baileysMessage';
import { anything, id, word } from './fields';
import type { IncomingReader } from './reader';

/*
 * Evolution API v1 and v2: the events `messages.upsert` and `send.message`.
 * Contract: https://doc.evolution-api.com/v2/en/configuration/webhooks, and its source,
 * github.com/EvolutionAPI/evolution-api, src/api/integrations/channel.
 *
 *   { event: "messages.upsert", instance, data: a message of Baileys, sender, server_url, apikey, … }
 *
 * Oddities, and what follows from them:
 * - `sender` is the instance's own number: it sent the message only if `fromMe` is true.
 * - What is sent through the API comes as `send.message`, an own message.
 * - The event's name is written `MESSAGES_UPSERT` or `messages-upsert` in other channels.
 */

const eventSchema = z.object({ event: word, sender: id, data: anything });
const SENT = 'send.message';

export const evolution: IncomingReader = {
	provider: 'evolution',
	displayName: 'Evolution API',
	recognizes: ({ event: name, instance, data, ...body }) =>
		typeof name === 'string' &&
		typeof instance === 'string' &&
		!('instanceToken' in body) &&
		(Array.isArray(data) || !isObject(data) || !('Info' in data)),
	read(body) {
		const { event, sender, data } = eventSchema.parse(body);
		const name = event?.toLowerCase().replace(/[_-]/g, '.');
		if (name !== 'messages.upsert' && name !== SENT) return [];
		return listOf(data)
			.flatMap((message) => readBaileysMessage(message, sender))
			.map((message) => (name === SENT ? { ...message, own: true } : message));
	},
};

/** One message, a list of them, or Baileys' own `{ messages: […] }`. */
function listOf(data: unknown): unknown[] {
	if (Array.isArray(data)) return data;
	return isObject(data) && Array.isArray(data['messages']) ? data['messages'] : [data];
}
