import * as z from 'zod/mini';

import { isObject } from '../contact/object';
import { anything, flag, id, maybe, word } from './fields';
import { numberOf } from './jid';
import type { IncomingReader } from './reader';
import { cardsIn, readSharedCards } from './sharedCard';

/*
 * Quepasa: the body is the message itself.
 * Contract: its source, github.com/nocodeleaks/quepasa, src/whatsapp/whatsapp_message.go.
 *
 *   { id, timestamp, type: "contact", chat: { id, lid, phone, title }, participant?: the same, text: the name to show,
 *     attachment: { mime: "text/x-vcard", filename, filelength }, fromme, frominternal, inreply? }
 *
 * Oddities, and what follows from them:
 * - The vCard is not in the body: `GET /download/{id}` returns it. A warning says so: a contact with only a name would
 *   be of no use.
 * - Several contacts come as several messages.
 * - `fromme` is set for what the account sends by phone, `frominternal` for what it sends through Quepasa.
 */

const person = z.object({ id, lid: id, phone: id });
const messageSchema = z.object({
	id,
	type: word,
	chat: person,
	participant: maybe(person),
	fromme: flag,
	frominternal: flag,
	contact: anything,
	attachment: maybe(z.object({ mime: word, content: anything })),
});

export const quepasa: IncomingReader = {
	provider: 'quepasa',
	displayName: 'Quepasa',
	recognizes: ({ chat, ...body }) =>
		isObject(chat) && 'id' in body && ('fromme' in body || 'frominternal' in body),
	read(body) {
		const result = messageSchema.safeParse(body);
		if (!result.success) return [];
		const { chat, participant, attachment, ...message } = result.data;
		const shared = readSharedCards([...cardsIn(message.contact), ...cardsIn(attachment?.content)]);
		const isCard = message.type === 'contact' || /vcard/i.test(attachment?.mime ?? '');
		const chatId = numberOf(chat.id ?? chat.lid, chat.phone);
		const own = message.fromme || message.frominternal;
		return [
			{
				from:
					participant === undefined
						? own
							? null
							: chatId
						: numberOf(participant.id ?? participant.lid, participant.phone),
				chatId,
				messageId: message.id,
				own,
				contacts: shared.contacts,
				warnings:
					isCard && shared.contacts.length === 0
						? [...shared.warnings, notIncluded(message.id)]
						: shared.warnings,
			},
		];
	},
};

function notIncluded(messageId: string | null) {
	return {
		field: 'contacts',
		message: `Quepasa does not include the shared contact in the message: get its .vcf file from GET /download/${messageId ?? '{id}'} with an HTTP Request node, and read that as Contact Source File (.vcf)`,
	};
}
