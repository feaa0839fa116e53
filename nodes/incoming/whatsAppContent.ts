import { isObject } from '../contact/object';
import { objectAt } from './fields';
import { cardsIn, type SharedCard } from './sharedCard';

/** Levels of wrappers; WhatsApp itself nests two. */
const MAX_DEPTH = 6;

/**
 * The cards in the content of a message of WhatsApp's own protocol, as libraries for WhatsApp Web hand it on:
 * `{ contactMessage: { displayName, vcard } }`, or `{ contactsArrayMessage: { contacts: […] } }` for several.
 *
 * Chats with disappearing messages, view-once messages and messages from another device wrap it once or more:
 * `{ ephemeralMessage: { message: … } }`, `{ viewOnceMessageV2: { message: … } }`, `{ deviceSentMessage: { message: … } }`.
 * The protocol gains such wrappers from time to time, so every field that holds a `message` counts as one. What a
 * message quotes is in its `contextInfo` and not one of its own cards.
 *
 * Source: https://github.com/WhiskeySockets/Baileys, WAProto/WAProto.proto, `Message`, fields 4 and 13, and the fields
 * of the type `FutureProofMessage`.
 */
export function cardsInContent(content: unknown, depth = 0): SharedCard[] {
	if (!isObject(content) || depth > MAX_DEPTH) return [];
	return [
		...cardsIn(content['contactMessage']),
		...cardsIn(objectAt(content, 'contactsArrayMessage')['contacts']),
		...Object.values(content)
			.filter(isObject)
			.flatMap(({ message }) => cardsInContent(message, depth + 1)),
	];
}
