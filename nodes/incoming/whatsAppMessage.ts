import * as z from 'zod/mini';

import type { ReadContact } from '../contact/contact';
import { isObject } from '../contact/object';
import { entries, maybe, word } from './fields';
import { readSharedCard } from './sharedCard';

/** Fields whose `message` is the message itself: of a chat with disappearing messages, and view-once ones. */
const WRAPPERS = ['ephemeralMessage', 'viewOnceMessage', 'viewOnceMessageV2'] as const;

const card = z.object({ displayName: word, vcard: word });
const content = z.object({
	contactMessage: maybe(card),
	contactsArrayMessage: maybe(z.object({ contacts: entries(card) })),
});

/**
 * The contacts in a message of WhatsApp's own protocol, as libraries for WhatsApp Web hand it on:
 * `{ contactMessage: { displayName, vcard } }`, or `{ contactsArrayMessage: { contacts: […] } }` for several. A contact
 * in a quoted message is none of this message.
 *
 * Source: https://github.com/WhiskeySockets/Baileys, WAProto/WAProto.proto, `Message`, fields 4 and 13.
 */
export function readWhatsAppMessage(message: unknown): ReadContact[] {
	const result = content.safeParse(unwrapped(message));
	if (!result.success) return [];
	const { contactMessage, contactsArrayMessage } = result.data;
	return [
		...(contactMessage === undefined ? [] : [contactMessage]),
		...(contactsArrayMessage?.contacts ?? []),
	].flatMap(readSharedCard);
}

function unwrapped(message: unknown): unknown {
	if (!isObject(message)) return message;
	const wrapper = WRAPPERS.map((key) => message[key]).find(isObject);
	return wrapper === undefined ? message : wrapper['message'];
}
