import * as z from 'zod/mini';

import { ContactCardChertApi } from '../../../credentials/ContactCardChertApi.credentials';
import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../carried/carries';
import { losses } from '../../carried/losses';
import type { Contact } from '../../contact/contact';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { writeVCard } from '../../contact/vcard/write';
import { InputError } from '../../failures/inputError';
import { identifier } from '../parameterSchemas';
import type { Provider, ProviderResponse, Refusal, Target } from '../provider';
import { defined, path } from '../requestParts';
import { recipientProperty, recipientText } from '../targetParameters';
import { chertDialect } from './dialect';

/*
 * Chert (iMessage): POST {base}/chats/{id}/send-contact, and {base}/chats/send-contact with `to` for a person without a
 * chat yet.
 * Contract: https://docs.trychert.com/api/ (send-card, errors, authentication). The path without a chat ID is documented
 * only for the sister endpoint share-contact-info, and copied from there.
 *
 *   { to?, contact: { full_name?, given_name?, family_name?, organization?, phones?, emails? } }
 *   { to?, vcard_text: "BEGIN:VCARD…" }
 *   200 { chat_id, status: "sent" }, without a message id
 *   { success: false, error: { status, code, message, retryable, retry_after? }, trace_id }
 *
 * Text: POST {base}/send { phone, body, idempotency_key } for a person, 200 { status: "sent", message_id, convo_id }; in a
 * chat POST {base}/chats/{id}/messages { message: { parts: [{ type: "text", value }], idempotency_key } }, 200 {
 * { message: { id, chat_id } }. Both have an ID and an idempotency key; cards have neither. An empty line in `body` starts a new bubble.
 *
 * Oddities: 4099 comes with status 501 or 422, so the code decides, not the status. Sending is not idempotent, so
 * `retryable` counts only with a code that means that nothing was delivered.
 */

/** What Chert's contact object holds. */
const FIELDS: Carries = {
	...CARRIES_NAME,
	nameParts: true,
	phones: 'all',
	emails: 'all',
	org: ['company'],
	types: true,
};

interface ChertTarget extends Target {
	/** An existing chat, or a person to start one with. */
	to: { chatId: string } | { phone: string };
}

const chatIdentifier = identifier(
	'chatId',
	'Chat ID',
	'Copy it from Chert, or address by phone number.',
);

const schema = z.pipe(
	z.object({
		addressBy: z.enum(['chat', 'phone'], {
			error: 'Address By must be "chat" or "phone"',
		}),
		chatId: z.optional(z.unknown()),
		recipient: z.optional(recipientText),
		defaultCountry: defaultCountryCode,
	}),
	z.transform(({ addressBy, chatId, recipient, defaultCountry }): ChertTarget => {
		if (addressBy === 'chat') {
			const id = chatIdentifier.parse(chatId);
			return { recipient: id, to: { chatId: id } };
		}
		const to = readRecipient(recipient ?? '', { provider: 'Chert', jids: [], defaultCountry });
		if (to.kind !== 'phone') {
			throw new InputError('Recipient is not a phone number', {
				field: 'recipient',
				fix: 'Chert delivers to phone numbers and to its own chats.',
			});
		}
		return { recipient: to.e164, to: { phone: to.e164 } };
	}),
);

const receiptSchema = z.object({
	chat_id: z.union([z.string().check(z.minLength(1)), z.number()]),
	status: z.enum(['sent', 'queued', 'delivered']),
});
const textReceiptSchema = z.union([
	z.pipe(
		z.object({
			status: z.literal('sent'),
			message_id: z.string().check(z.minLength(1)),
			convo_id: z.nullish(z.string()),
		}),
		z.transform(({ message_id: id, convo_id: chatId }) => ({ id, chatId })),
	),
	z.pipe(
		z.object({
			message: z.object({
				id: z.string().check(z.minLength(1)),
				chat_id: z.nullish(z.string()),
			}),
		}),
		z.transform(({ message: { id, chat_id: chatId } }) => ({ id, chatId })),
	),
]);
const errorFields = {
	code: z.optional(z.union([z.number(), z.string()])),
	message: z.optional(z.string()),
	retryable: z.optional(z.boolean()),
	retry_after: z.optional(z.number().check(z.nonnegative())),
};
const refusalSchema = z.union([
	z.object({ error: z.object(errorFields) }),
	// POST /send for texts
	z.pipe(
		z.object({ ...errorFields, status: z.literal('failed') }),
		z.transform((error) => ({ error })),
	),
]);

/**
 * Codes with a 5xx status that mean that nothing was delivered. The others (3001, 3003, 3004) may come after the
 * card went out, and sending is not idempotent: `retryable` does not make them safe to retry.
 */
const NOTHING_SENT = new Set(['3002', '4001', '4002', '4098', '4099']);
/** The only form of a phone number that Chert's fields accept. */
const E164 = /^\+[1-9]\d{6,14}$/;

const ADVICE: Record<string, string> = {
	1003: 'Write the phone number with + and country code: Chert accepts only E.164.',
	1007: 'Wait, or lower Messages per Minute.',
	2001: 'Check the tenant in the credential.',
	2002: 'Check the chat ID. For someone without a chat, address by phone number.',
	2004: 'Check the signing secret in the credential.',
	2005: 'Ask Chert for the permission: this account is not allowed to do this.',
	2012: 'Check the credential: Chert received no authentication, or no tenant.',
	2013: 'Correct the clock of the machine that runs n8n: it is more than five minutes off.',
	4099: 'Ask Chert to pin an iMessage line to the chat: this line cannot send contact cards.',
};

export const chert: Provider<ChertTarget> = {
	id: 'chert',
	displayName: 'Chert',
	network: 'iMessage',
	hosting: 'hosted service',
	credential: new ContactCardChertApi(),
	credentialTest: {
		request: { method: 'GET', path: '/phone-numbers' },
		refusals: {
			401: 'Chert rejected this signing secret. Copy it again, or create a new one in the Chert console.',
			403: 'This Chert account is not allowed to use the API. Ask Chert for the permission.',
			404: 'Chert has no tenant with this name, or was not found at this Base URL. Check the tenant, then the Base URL.',
		},
	},
	documentationUrl: 'https://docs.trychert.com/api/contact-sharing/send-card',
	limits: { contactsPerCard: 1 },
	carries: CARRIES_ALL,
	target: {
		properties: [
			{
				displayName: 'Address By',
				name: 'addressBy',
				type: 'options',
				required: true,
				default: 'phone',
				options: [
					{ name: 'Chat ID', value: 'chat', description: 'A chat that Chert already knows' },
					{
						name: 'Phone Number',
						value: 'phone',
						description: 'A person; Chert finds the chat or starts one',
					},
				],
				description: 'How to identify who receives the card',
			},
			{ ...recipientProperty, displayOptions: { show: { addressBy: ['phone'] } } },
			{
				displayName: 'Chat ID',
				name: 'chatId',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. ch_01HZX3',
				description: 'The chat that receives the card',
				displayOptions: { show: { addressBy: ['chat'] } },
			},
		],
		options: [],
		schema,
	},
	dialect: chertDialect,
	text: {
		maxLength: undefined,
		request({ id, text }, { to }) {
			if ('phone' in to) {
				const body = { phone: to.phone, body: text, idempotency_key: id };
				return { method: 'POST', path: '/send', body };
			}
			return {
				method: 'POST',
				path: path`/chats/${to.chatId}/messages`,
				body: { message: { parts: [{ type: 'text', value: text }], idempotency_key: id } },
			};
		},
		receipt({ json }) {
			const result = textReceiptSchema.safeParse(json);
			if (!result.success) return undefined;
			const { id, chatId } = result.data;
			return { messageIds: [id], chatId: chatId ?? null };
		},
	},

	request({ contacts: [contact] }, { to }) {
		const card = fieldsHold(contact)
			? { contact: wireContact(contact) }
			: { vcard_text: writeVCard(contact) };
		if ('chatId' in to) {
			return { method: 'POST', path: path`/chats/${to.chatId}/send-contact`, body: card };
		}
		return { method: 'POST', path: '/chats/send-contact', body: { to: to.phone, ...card } };
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		return result.success ? { messageIds: [], chatId: String(result.data.chat_id) } : undefined;
	},

	refusal,
};

function refusal({ json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	if (!result.success) return { message: body };
	const { message = body, retryable, retry_after: retryAfter } = result.data.error;
	const code = String(result.data.error.code ?? '');
	const refused: Refusal = { message };
	if (code !== '') refused.code = code;
	if (NOTHING_SENT.has(code)) refused.outcome = 'notSent';
	if (retryable !== undefined) refused.retry = retryable;
	if (retryAfter !== undefined) refused.retryAfter = retryAfter;
	const advice = ADVICE[code];
	if (advice !== undefined) refused.advice = advice;
	return refused;
}

/**
 * Whether Chert's own fields hold the whole contact: they have no middle name, prefix or suffix, and only E.164 numbers.
 */
function fieldsHold(contact: Contact): boolean {
	const { middle_name: middle, prefix, suffix } = contact.name;
	return (
		[middle, prefix, suffix].every((part) => part === undefined) &&
		contact.phones.every(({ phone }) => E164.test(phone)) &&
		losses(contact, FIELDS).length === 0
	);
}

function wireContact({ name, org, phones, emails }: Contact): Record<string, unknown> {
	const { formatted_name: full, first_name: first, last_name: last } = name;
	return defined({
		full_name: full,
		given_name: first === full ? undefined : first,
		family_name: last,
		organization: org.company,
		phones: phones.length === 0 ? undefined : phones.map(({ phone, type }) => entry(phone, type)),
		emails: emails.length === 0 ? undefined : emails.map(({ email, type }) => entry(email, type)),
	});
}

function entry(value: string, type: string | undefined): Record<string, unknown> {
	return defined({ value, label: type === undefined ? undefined : label(type) });
}

/** Chert's documentation shows `mobile` and `work`; a custom label is kept. */
function label(type: string): string {
	switch (type.toUpperCase()) {
		case 'CELL':
		case 'MOBILE':
			return 'mobile';
		case 'WORK':
			return 'work';
		case 'HOME':
			return 'home';
		default:
			return type;
	}
}
