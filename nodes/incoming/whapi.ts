import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import { anything, entries, flag, id, maybe } from './fields';
import { numberOf } from './jid';
import type { IncomingReader } from './reader';
import { cardsIn, readSharedCards } from './sharedCard';

/*
 * Whapi.Cloud: the event `messages`.
 * Contract: its OpenAPI, version 1.8.7, https://whapi.readme.io; that a webhook carries its `Message` is inferred from it.
 *
 *   { messages: [{ id, from_me, type: "contact", chat_id, from, contact: { name, vcard } }],
 *     event: { type: "messages", event: "post" }, channel_id }
 *
 * Several contacts come as `contact_list: { list: […] }`.
 */

const eventSchema = z.object({
	messages: entries(
		z.object({
			id,
			from_me: flag,
			chat_id: id,
			from: id,
			contact: anything,
			contact_list: maybe(z.object({ list: anything })),
		}),
	),
});

export const whapi: IncomingReader = {
	provider: 'whapi',
	displayName: 'Whapi.Cloud',
	recognizes: ({ channel_id: channel, event, messages }) =>
		typeof channel === 'string' && (isObject(event) || Array.isArray(messages)),
	read: (body) =>
		eventSchema.parse(body).messages.map((message) => ({
			from: message.from ?? (message.from_me ? null : message.chat_id),
			chatId: numberOf(message.chat_id, message.from_me ? null : message.from),
			messageId: message.id,
			own: message.from_me,
			...readSharedCards([...cardsIn(message.contact), ...cardsIn(message.contact_list?.list)]),
		})),
};
