import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../contact/object';
import { id, maybe, objectAt, word } from './fields';
import type { IncomingReader } from './reader';
import { cardsIn, readSharedCards, type SharedCard } from './sharedCard';

/*
 * GREEN-API: the webhooks `incomingMessageReceived`, `outgoingMessageReceived` and `outgoingAPIMessageReceived`.
 * Contract: https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ContactMessage/ and
 * …/ContactsArrayMessage/
 *
 *   { typeWebhook: "incomingMessageReceived", instanceData: { idInstance, wid }, idMessage, senderData: { chatId, sender },
 *     messageData: { typeMessage: "contactMessage", contactMessageData: { displayName, vcard } } }
 *
 * Oddities, and what follows from them:
 * - Several contacts are two levels down, in `messageData.messageData.contacts`.
 * - A card in `messageData.quotedMessage` belongs to an earlier message.
 */

const webhookSchema = z.object({
	idMessage: id,
	senderData: maybe(z.object({ chatId: id, sender: id })),
	instanceData: maybe(z.object({ wid: id })),
});
const OWN = ['outgoingMessageReceived', 'outgoingAPIMessageReceived'];

export const greenApi: IncomingReader = {
	provider: 'greenApi',
	displayName: 'GREEN-API',
	recognizes: ({ typeWebhook }) => typeof typeWebhook === 'string',
	read(body) {
		const type = word.parse(body['typeWebhook']) ?? '';
		const own = OWN.includes(type);
		if (!own && type !== 'incomingMessageReceived') return [];
		const { idMessage, senderData, instanceData } = webhookSchema.parse(body);
		const chatId = senderData?.chatId ?? null;
		return [
			{
				from: senderData?.sender ?? (own ? (instanceData?.wid ?? null) : chatId),
				chatId,
				messageId: idMessage,
				own,
				...readSharedCards(cardsInMessage(objectAt(body, 'messageData'))),
			},
		];
	},
};

function cardsInMessage(message: JsonObject): SharedCard[] {
	const inner = objectAt(
		message,
		'messageData',
		'contactsArrayMessageData',
		'contactsArrayMessage',
	);
	return [
		...cardsIn(isObject(message['contactMessageData']) ? message['contactMessageData'] : undefined),
		...cardsIn(inner['contacts'] ?? message['contacts']),
	];
}
