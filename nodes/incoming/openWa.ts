import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import { id, word } from './fields';
import type { IncomingReader } from './reader';
import { readWholeWebMessage } from './webMessage';

/*
 * OpenWA (rmyndharis): the events `message.received` and `message.sent`.
 * Contract: github.com/rmyndharis/OpenWA, docs/06-api-specification.md and docs/22-n8n-integration.md, whose trigger
 * node returns the same.
 *
 *   { event: "message.received", timestamp, sessionId, data: { id, from, to, chatId, body, type: "contact", fromMe,
 *       author?, senderPhone?, contact?: the sender } }
 *
 * Oddities, and what follows from them:
 * - `contact` is the sender, not what was shared.
 * - With the engine whatsapp-web.js, `body` is the vCard (inferred from the library). With the engine Baileys it is empty
 *   and the card is missing: a warning says so.
 * - For a hidden person, `senderPhone` is the number.
 */

const dataSchema = z.object({ type: word, senderPhone: id });

export const openWa: IncomingReader = {
	provider: 'openWa',
	displayName: 'OpenWA',
	recognizes: ({ event, sessionId, data }) =>
		typeof event === 'string' && typeof sessionId === 'string' && isObject(data),
	read({ event, data }) {
		if (event !== 'message.received' && event !== 'message.sent') return [];
		const { type, senderPhone } = dataSchema.parse(data);
		return readWholeWebMessage(data, { person: [senderPhone], chat: [senderPhone] }).map(
			(message) => ({
				...message,
				own: message.own || event === 'message.sent',
				warnings:
					type === 'contact' && message.contacts.length === 0
						? [...message.warnings, NOT_INCLUDED]
						: message.warnings,
			}),
		);
	},
};

const NOT_INCLUDED = {
	field: 'contacts',
	message:
		'OpenWA did not include the shared contact in the message: its engine Baileys leaves it out. The engine whatsapp-web.js includes it',
};
