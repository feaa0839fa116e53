import * as z from 'zod/mini';

import { ContactCardWhapiApi } from '../../../credentials/ContactCardWhapiApi.credentials';
import { CARRIES_ALL } from '../../carried/carries';
import type { Contact } from '../../contact/contact';
import { writeVCard } from '../../contact/vcard/write';
import type { Provider, ProviderResponse, Receipt } from '../provider';
import { defined } from '../requestParts';
import { recipientProperty, SEARCH_RECIPIENTS, replyToOption } from '../targetParameters';
import { channelTest, refusal } from './answers';
import { whapiDialect } from './dialect';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { schema, type WhapiTarget } from './target';

/*
 * Whapi.Cloud: POST {base}/messages/contact, and POST {base}/messages/contact_list for several contacts
 * Contract: its OpenAPI description 1.8.7, as published with purelines/whapi-sdk (2025-10-30), read on 2026-11-28.
 *
 *   { to, name, vcard, quoted? }   or   { to, list: [{ name, vcard }], quoted? }
 *   200 { sent: true, message: { id, chat_id, type, … } }
 *   4xx and 5xx { error: { code, message, details?, href?, support? } }
 *
 * Text: POST {base}/messages/text { to, body, quoted? }, answers as above.
 *
 * Oddities, and what follows from them:
 * - The vCard goes out as it is, so ours carries everything; `name` is the title above it.
 * - `to` is digits without `+`, at least 9 of them, or a JID.
 * - `sent: false` comes with 200 and is a failure.
 * - 401 means a wrong token, or a channel whose phone is not linked: only the words say which.
 * - 402 (trial limit) and 403 are policy: we don't retry them.
 * - There is no idempotency key.
 */

const receiptSchema = z.object({
	sent: z.literal(true),
	message: z.object({
		id: z.string().check(z.minLength(1)),
		chat_id: z.catch(z.nullish(z.string().check(z.minLength(1))), undefined),
	}),
});

export const whapi: Provider<WhapiTarget> = {
	id: 'whapi',
	displayName: 'Whapi.Cloud',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardWhapiApi(),
	credentialTest: channelTest,
	documentationUrl: 'https://whapi.readme.io/reference/sendmessagecontact',
	limits: { contactsPerCard: undefined },
	carries: CARRIES_ALL,
	target: {
		properties: [recipientProperty],
		options: [replyToOption],
		schema,
	},
	text: {
		maxLength: undefined,
		request: ({ text }, { recipient, replyTo }) => ({
			method: 'POST',
			path: '/messages/text',
			body: defined({ to: recipient, body: text, quoted: replyTo }),
		}),
	},
	lookUp,
	dialect: whapiDialect,
	lists: { [SEARCH_RECIPIENTS]: recipients },

	request({ contacts: [contact, ...others] }, { recipient, replyTo }) {
		const isList = others.length > 0;
		return {
			method: 'POST',
			path: isList ? '/messages/contact_list' : '/messages/contact',
			body: defined({
				to: recipient,
				...(isList ? { list: [contact, ...others].map(wireContact) } : wireContact(contact)),
				quoted: replyTo,
			}),
		};
	},

	receipt,
	refusal,
};

function wireContact(contact: Contact) {
	return { name: contact.name.formatted_name, vcard: writeVCard(contact) };
}

function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	if (!result.success) return undefined;
	const { id, chat_id: chatId } = result.data.message;
	return { messageIds: [id], chatId: chatId ?? null };
}
