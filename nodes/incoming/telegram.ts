import * as z from 'zod/mini';

import type { ContactDraft, ReadContact } from '../contact/contact';
import { isObject } from '../contact/object';
import { entries, id, maybe, word } from './fields';
import type { IncomingReader } from './reader';
import { hasName, readSharedCard } from './sharedCard';

/*
 * Telegram Bot API: an Update, as webhooks and n8n's Telegram Trigger return it; a Message alone is read too.
 * Contract: https://core.telegram.org/bots/api#update, #message and #contact
 *
 *   { update_id, message: { message_id, from: { id, … }, chat: { id, … },
 *       contact: { phone_number, first_name, last_name?, user_id?, vcard? } } }
 *
 * Oddities, and what follows from them:
 * - `vcard` is the rest of the contact and may lack the name and the number: they are filled in from the other keys.
 * - A bot never gets its own messages. For a business account it gets both sides of a private chat: the customer is
 *   the chat, so whoever else wrote is the account.
 * - `phone_number` has its country code, with or without +, even if the vCard has the number without it.
 */

const MESSAGES = [
	'message',
	'edited_message',
	'channel_post',
	'edited_channel_post',
	'business_message',
	'edited_business_message',
] as const;

const sender = maybe(z.object({ id }));
const contactSchema = z.object({
	phone_number: word,
	first_name: word,
	last_name: word,
	vcard: word,
});
const messages = entries(
	z.object({
		message_id: id,
		from: sender,
		sender_chat: sender,
		chat: z.object({ id }),
		contact: maybe(contactSchema),
		business_connection_id: id,
	}),
);

/** Two spellings of a number share at least this many last digits: no subscriber number is shorter. */
const MIN_COMMON_DIGITS = 6;

export const telegram: IncomingReader = {
	provider: 'telegram',
	displayName: 'Telegram',
	recognizes: (body) => 'update_id' in body || ('message_id' in body && isObject(body['chat'])),
	read(body) {
		const given = 'update_id' in body ? MESSAGES.map((key) => body[key]) : [body];
		return messages
			.parse(given)
			.map(
				({
					message_id: messageId,
					from,
					sender_chat: channel,
					chat,
					contact,
					business_connection_id: businessId,
				}) => ({
					from: from?.id ?? channel?.id ?? null,
					chatId: chat.id,
					messageId,
					own: businessId !== null && from !== undefined && from.id !== chat.id,
					contacts: contact === undefined ? [] : readTelegramContact(contact),
					warnings: [],
				}),
			);
	},
};

/** A contact in Telegram's format, or several if its vCard contains several. */
export function readTelegramContact({
	phone_number: phone,
	first_name,
	last_name,
	vcard,
}: z.infer<typeof contactSchema>): ReadContact[] {
	const name = { first_name, last_name };
	const { contacts, warnings } = readSharedCard({ vcard });
	const [card, ...others] = contacts;
	if (card === undefined) {
		const draft: ContactDraft = { name, phones: phone === undefined ? [] : [{ phone }] };
		return [{ draft, warnings }];
	}
	const draft = {
		...card.draft,
		...(hasName(card.draft) ? {} : { name }),
		phones: withPhone(card.draft.phones ?? [], phone),
	};
	return [{ ...card, draft }, ...others];
}

/** The vCard's phones with Telegram's number, which replaces the vCard's own spelling of it. */
function withPhone(
	phones: NonNullable<ContactDraft['phones']>,
	number: string | undefined,
): NonNullable<ContactDraft['phones']> {
	if (number === undefined || number.trim() === '') return phones;
	const place = phones.findIndex(({ phone }) => isSameNumber(phone, number));
	if (place === -1) return [{ phone: number }, ...phones];
	return phones.map((entry, index) =>
		index === place && !entry.phone.trim().startsWith('+') ? { ...entry, phone: number } : entry,
	);
}

function isSameNumber(one: string, other: string): boolean {
	const [short = '', long = ''] = [one, other]
		.map((text) => text.replace(/\D/g, '').replace(/^0+/, ''))
		.sort((a, b) => a.length - b.length);
	return short.length >= MIN_COMMON_DIGITS ? long.endsWith(short) : short === long;
}
