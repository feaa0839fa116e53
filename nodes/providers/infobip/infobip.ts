import * as z from 'zod/mini';

import {
	ContactCardInfobipApi,
	senderNumber,
} from '../../../credentials/ContactCardInfobipApi.credentials';
import { CARRIES_META } from '../../carried/carries';
import type { JsonObject } from '../../contact/object';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { optionalText } from '../parameterSchemas';
import type { Provider, ProviderRequest, Target } from '../provider';
import { defined } from '../requestParts';
import { recipientProperty, recipientText, replyToOption } from '../targetParameters';
import { fit, wireContact } from './contact';
import { infobipDialect } from './dialect';
import { options } from './options';
import { refusal } from './refusal';

/*
 * Infobip WhatsApp: POST {base}/whatsapp/1/message/contact
 * Contract: Infobip's OpenAPI as generated into its Java client, github.com/infobip/infobip-api-java-client at 5e880b14
 * (2026-03-31), read on 2026-11-28; limits from its Python and Rust clients.
 *
 *   { from, to, messageId?, content: { contacts: [contact] }, callbackData?, notifyUrl?, entityId?, applicationId?,
 *     context?: { replyToMessageId } }
 *   200 { to, messageCount, messageId, status: { groupName, name, description } }
 *   4xx and 5xx { requestError: { serviceException: { messageId, text, validationErrors? } } }, where `messageId` is a code,
 *       or { errorCode, description, action, violations }
 *
 * Text: POST {base}/whatsapp/1/message/text with `content: { text }` of at most 4,096 characters. There is no look-up of numbers.
 *
 * The credential adds the sender if the options set none.
 * Oddities, and what follows from them:
 * - We choose `messageId`, so that a report can be found even if the outcome is unknown. Whether Infobip rejects a second
 *   message with the same ID is not known: it makes no message safe to retry.
 * - A 200 may say that the message was rejected: only the groups PENDING, ACCEPTED and DELIVERED are a receipt, and only
 *   REJECTED and UNDELIVERABLE mean that it was not sent.
 * - Types are enumerations in upper case; other words are rejected.
 */

/** Meta's limit, which applies here too; Infobip publishes none. */
const MAX_CONTACTS = 257;
const TEXT_LENGTH = 4096;
const ACCEPTED = /^(?:PENDING|ACCEPTED|DELIVERED)$/i;

interface InfobipTarget extends Target {
	/** The message without its content. */
	envelope: JsonObject;
	to: string;
	replyTo: string | undefined;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		sender: optionalText,
		replyTo: optionalText,
		callbackData: optionalText.check(
			z.refine((data = '') => data.length <= 4000, 'must have at most 4,000 characters'),
		),
		notifyUrl: optionalText.check(
			z.refine(
				(url) =>
					url === undefined ||
					(/^https?:\/\//i.test(url) && URL.canParse(url) && url.length <= 2048),
				'must be a web address of at most 2,048 characters',
			),
		),
		entityId: optionalText,
		applicationId: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, sender, replyTo, ...others }): InfobipTarget => {
		const to = readRecipient(recipient, { provider: 'Infobip', jids: [], defaultCountry });
		const number = to.kind === 'phone' ? to.digits : to.jid;
		const from = sender === undefined ? undefined : senderNumber(sender);
		return { recipient: number, to: number, replyTo, envelope: defined({ from, ...others }) };
	}),
);

const receiptSchema = z.object({
	messageId: z.string().check(z.minLength(1)),
	to: z.catch(z.optional(z.string()), undefined),
	status: z.object({ groupName: z.string() }),
});

export const infobip: Provider<InfobipTarget> = {
	id: 'infobip',
	displayName: 'Infobip',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardInfobipApi(),
	credentialTest: {
		request: { method: 'GET', path: '/account/1/balance' },
		refusals: {
			401: 'Infobip rejected this API key. Copy it again, and use the Base URL of the same account.',
			403: 'Infobip does not allow this API key to read the account. Give it the scope account-management:manage as well, or send a card to try it.',
			404: 'Infobip was not found at this Base URL. It is the address of your account, without /whatsapp.',
		},
	},
	documentationUrl:
		'https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-outbound-messages/send-whatsapp-contact-message',
	limits: { contactsPerCard: MAX_CONTACTS },
	carries: CARRIES_META,
	target: { properties: [recipientProperty], options: [...options, replyToOption], schema },
	dialect: infobipDialect,
	text: {
		maxLength: TEXT_LENGTH,
		request: ({ id, text }, target) => messageRequest('text', id, target, { text }),
	},

	fit,

	request({ id, contacts }, target) {
		return messageRequest('contact', id, target, { contacts: contacts.map(wireContact) });
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success || !ACCEPTED.test(result.data.status.groupName)) return undefined;
		return { messageIds: [result.data.messageId], chatId: result.data.to ?? null };
	},

	refusal,
};

function messageRequest(
	kind: 'contact' | 'text',
	id: string,
	{ to, envelope, replyTo }: InfobipTarget,
	content: JsonObject,
): ProviderRequest {
	return {
		method: 'POST',
		path: `/whatsapp/1/message/${kind}`,
		messageId: id,
		body: defined({
			...envelope,
			to,
			messageId: id,
			content,
			context: replyTo === undefined ? undefined : { replyToMessageId: replyTo },
		}),
	};
}
