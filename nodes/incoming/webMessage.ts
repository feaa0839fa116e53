import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import { entries, flag, id, maybe, word } from './fields';
import { numberOf } from './jid';
import type { IncomingMessage } from './reader';
import { cardsIn, readSharedCards, type SharedCard } from './sharedCard';

/*
 * A message of a library that runs WhatsApp Web in a browser (whatsapp-web.js), which WWebJS API, WAHA and OpenWA hand
 * on:
 *
 *   { id, from, to, author?, fromMe, type: "vcard" | "multi_vcard", body, vCards: [vCard text], vcardList? }
 *
 * Source: https://github.com/wwebjs/whatsapp-web.js, src/structures/Message.js.
 *
 * - `from` is the chat, even if it is a group: the person is in `author`. For an own message the chat is in `to`.
 * - `id` is text, or an object with the text in `_serialized`. It begins with `true_` if the message is an own one.
 */

/** The id of a person or chat: text, or an object that contains it; null if it is neither. */
export const reference = z.catch(
	z.pipe(
		z.unknown(),
		z.transform((given) => id.parse(isObject(given) ? given['_serialized'] : given)),
	),
	null,
);

const messageSchema = z.object({
	id: z.catch(
		z.pipe(
			z.union([z.string(), z.object({ _serialized: id, id, fromMe: flag })]),
			z.transform((given) =>
				typeof given === 'string'
					? { text: given, own: given.startsWith('true_') }
					: {
							text: given._serialized ?? given.id,
							own: given.fromMe || given._serialized?.startsWith('true_') === true,
						},
			),
		),
		{ text: null, own: false },
	),
	from: reference,
	to: reference,
	chatId: reference,
	author: reference,
	participant: reference,
	fromMe: flag,
});
const cardSchema = z.object({
	type: word,
	body: word,
	vCards: entries(z.string().check(z.minLength(1))),
	vcardList: entries(z.record(z.string(), z.unknown())),
});

/** Other values that may contain the number of a hidden person. */
export interface Numbers {
	person: ReadonlyArray<string | null | undefined>;
	chat: ReadonlyArray<string | null | undefined>;
}

/** The message without its cards; undefined if it is not one. */
export function readWebMessage(
	given: unknown,
	{ person, chat }: Numbers = { person: [], chat: [] },
): Omit<IncomingMessage, 'contacts' | 'warnings'> | undefined {
	const result = messageSchema.safeParse(given);
	if (!result.success) return undefined;
	const { id: message, from, to, chatId, author, participant, fromMe } = result.data;
	const own = fromMe || message.own;
	const writer = participant ?? author;
	return {
		from:
			writer === null
				? numberOf(from, ...(own ? [] : chat), ...person)
				: numberOf(writer, ...person),
		chatId: numberOf(own ? (to ?? chatId ?? from) : (chatId ?? from), ...chat),
		messageId: message.text,
		own,
	};
}

/** The cards of a message: its list of vCards, otherwise the field that its type uses. */
export function cardsInWebMessage(given: unknown): SharedCard[] {
	const result = maybe(cardSchema).safeParse(given);
	if (!result.success || result.data === undefined) return [];
	const { type, body, vCards, vcardList } = result.data;
	if (vCards.length > 0) return cardsIn(vCards);
	if (type === 'multi_vcard') return cardsIn(vcardList);
	return type === 'vcard' || type === 'contact' ? cardsIn(body) : [];
}

/** The message with its cards; empty if it is not a message. */
export function readWholeWebMessage(given: unknown, numbers?: Numbers): IncomingMessage[] {
	const message = readWebMessage(given, numbers);
	return message === undefined
		? []
		: [{ ...message, ...readSharedCards(cardsInWebMessage(given)) }];
}
