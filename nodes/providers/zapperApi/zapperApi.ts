import * as z from 'zod/mini';

import {
	ContactCardZapperApi,
	INSTANCE_ID,
} from '../../../credentials/ContactCardZapperApi.credentials';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { accountNumber } from '../../contact/phone/whatsAppAccount';
import { optionalText } from '../parameterSchemas';
import type { Provider, Target } from '../provider';
import { defined } from '../requestParts';
import { recipientProperty, recipientText, SEARCH_RECIPIENTS } from '../targetParameters';
import { zapperApiDialect } from './dialect';
import { CARRIES, fit } from './fit';
import { RECIPIENTS, recipients } from './lists';
import { refusal } from './refusal';
import { wireVcard } from './vcard';

/*
 * ZapperAPI v2: POST {base}/{instance}/messages/contact
 * Contract: the vendor's OpenAPI 3.0.3, github.com/zapperapi/n8n-nodes-zapperapi, openapi.json of 1.0.5 (2026-01-19), read on
 * 2026-11-28. The credential puts the instance into the path.
 *
 *   { jid, vcard: { fn, n?: { lastName, firstName, additionalNames?, prefixes?, suffixes? }, nickname?, photo?, bday?, adr?,
 *     tel?: [{ value, type? }], email?, url?, org?, title?, note?, … }, expiration?: none | 24h | 7d | 90d }
 *   200, with an undocumented body: clients find the ID in `key`, as in Baileys
 *   errors: not published
 *
 * Text: POST …/messages/text { jid, message }, answers as above.
 * Numbers: POST …/contacts/check-numbers { numbers }, 200 { numbers: [{ exists, jid, lid? }] }, which does not repeat the
 * numbers and promises no order: we ask about one at a time.
 *
 * Oddities, and what follows from them:
 * - Unknown fields are rejected; `n` needs first and last name; `email` and `url` must be valid in their formats.
 * - How the server builds a vCard is unknown: we send nothing that could break out of its field unescaped.
 * - An answer without an ID isn't a receipt: the outcome is unknown.
 */

/** The values of `expiration`, by the option's seconds. */
const EXPIRATIONS = new Map([
	['0', 'none'],
	['86400', '24h'],
	['604800', '7d'],
	['7776000', '90d'],
]);

interface ZapperApiTarget extends Target {
	expiration: string | undefined;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		expiration: optionalText.check(
			z.refine(
				(seconds) => seconds === undefined || EXPIRATIONS.has(seconds),
				`must be one of ${[...EXPIRATIONS.keys()].join(', ')} seconds`,
			),
		),
	}),
	z.transform(({ recipient, defaultCountry, expiration }): ZapperApiTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		return {
			recipient: to.kind === 'phone' ? `${to.digits}@s.whatsapp.net` : to.jid,
			expiration: expiration === undefined ? undefined : EXPIRATIONS.get(expiration),
		};
	}),
);

const id = z.string().check(z.minLength(1));
const receiptSchema = z.union([
	z.pipe(
		z.object({ key: z.object({ id, remoteJid: z.catch(z.optional(z.string()), undefined) }) }),
		z.transform(({ key }) => ({ messageId: key.id, chatId: key.remoteJid })),
	),
	z.pipe(
		z.object({ key: id }),
		z.transform(({ key }) => ({ messageId: key, chatId: undefined })),
	),
	z.pipe(
		z.object({ id }),
		z.transform((body) => ({ messageId: body.id, chatId: undefined })),
	),
	z.pipe(
		z.object({ messageId: id }),
		z.transform(({ messageId }) => ({ messageId, chatId: undefined })),
	),
]);
const foundSchema = z.object({
	numbers: z.tuple([
		z.object({ exists: z.boolean(), jid: z.catch(z.optional(z.string()), undefined) }),
	]),
});

export const zapperApi: Provider<ZapperApiTarget> = {
	id: 'zapperApi',
	displayName: 'ZapperAPI',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardZapperApi(),
	credentialTest: {
		request: { method: 'GET', path: `/${INSTANCE_ID}/connection` },
		refusals: {
			401: 'ZapperAPI rejected this API key. Copy it again from your instance.',
			403: 'ZapperAPI does not allow this API key to use the instance. Check the Instance ID, and copy the key again.',
			404: 'ZapperAPI has no instance with this ID, or was not found at this Base URL. Check the Instance ID, then the Base URL, which is the address without the instance.',
		},
	},
	documentationUrl: 'https://github.com/zapperapi/n8n-nodes-zapperapi',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [recipientProperty],
		options: [
			{
				displayName: 'Expires After',
				name: 'expiration',
				type: 'options',
				default: '0',
				options: [
					{ name: '24 Hours', value: '86400' },
					{ name: '7 Days', value: '604800' },
					{ name: '90 Days', value: '7776000' },
					{ name: 'Never', value: '0' },
				],
				description: 'How long the card stays in the chat before it disappears',
			},
		],
		schema,
	},
	dialect: zapperApiDialect,
	lists: { [SEARCH_RECIPIENTS]: recipients },
	text: {
		maxLength: undefined,
		request: ({ text }, { recipient, expiration }) => ({
			method: 'POST',
			path: `/${INSTANCE_ID}/messages/text`,
			body: defined({ jid: recipient, message: text, expiration }),
		}),
	},
	lookUp: {
		numbersPerRequest: 1,
		request: (numbers) => ({
			method: 'POST',
			path: `/${INSTANCE_ID}/contacts/check-numbers`,
			body: { numbers: [...numbers] },
		}),
		found({ json }, [number = '']) {
			const result = foundSchema.safeParse(json);
			if (!result.success) return undefined;
			const [{ exists, jid }] = result.data.numbers;
			if (!exists) return new Map([[number, { onWhatsApp: false }]]);
			return new Map([[number, { onWhatsApp: true, ...accountNumber(jid) }]]);
		},
	},

	fit,

	request({ contacts: [contact] }, { recipient, expiration }) {
		return {
			method: 'POST',
			path: `/${INSTANCE_ID}/messages/contact`,
			body: defined({ jid: recipient, vcard: wireVcard(contact), expiration }),
		};
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		const { messageId, chatId } = result.data;
		return { messageIds: [messageId], chatId: chatId ?? null };
	},

	refusal,
};
