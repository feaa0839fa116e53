import * as z from 'zod/mini';

import { ContactCardWawpApi } from '../../../credentials/ContactCardWawpApi.credentials';
import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../carried/carries';
import { hasOnlyShownName, losses } from '../../carried/losses';
import type { Contact } from '../../contact/contact';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { accountNumber } from '../../contact/phone/whatsAppAccount';
import { writeVCard } from '../../contact/vcard/write';
import { optionalText } from '../parameterSchemas';
import type { Provider, ProviderResponse, Refusal, Target } from '../provider';
import { defined } from '../requestParts';
import { recipientProperty, recipientText, replyToOption } from '../targetParameters';
import { wawpDialect } from './dialect';

/*
 * Wawp: POST {base}/v2/send/contact
 * Contract: https://api.wawp.net/en/docs/v2/send/contact and the OpenAPI export of the same site.
 *
 *   { instance_id, access_token, chatId, contacts: [contact], reply_to? }
 *   contact: { fullName, organization?, phoneNumber, whatsappId? } or { vcard: "BEGIN:VCARD…" }
 *   200 a message object with `id._serialized` (`id` alone or `message_id` from other engines)
 *   4xx and 5xx { status, message, error } or { code, message }, also as XML, HTML or plain text
 *
 * Text: POST {base}/v2/send/text { chatId, message, reply_to? }, at most 4,096 characters, answers as above.
 * Numbers: GET {base}/v2/contacts/check-exists?phone=, at most one a second. Its answer is not published; WAHA, which Wawp
 * fronts, gives { numberExists, chatId? }.
 *
 * The token goes into the JSON body, so that no access log records it; the credential puts it there.
 * Oddities, and what follows from them:
 * - Some failures come with status 200 and a `code`.
 * - The fields hold a name, a company and one phone, and go unescaped into a vCard. A contact with more, or with a `;` or a
 *   backslash, is sent as our own vCard, which holds everything.
 */

/** What the fields hold; they have no parts of the name. */
const FIELDS: Carries = { ...CARRIES_NAME, phones: 1, org: ['company'], whatsAppIds: true };

/** Maximum characters of a text message. */
const TEXT_LENGTH = 4096;
/** Wawp warns that more look-ups lead to a ban. */
const LOOK_UPS_PER_MINUTE = 60;
/** Wawp's advice: longer names are cut in the chat's preview. */
const NAME_LENGTH = 40;

interface WawpTarget extends Target {
	instanceId: string | undefined;
	replyTo: string | undefined;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		instanceId: optionalText,
		replyTo: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, instanceId, replyTo }): WawpTarget => {
		const to = readRecipient(recipient, {
			provider: 'Wawp',
			jids: ['g.us', 'lid', 'newsletter'],
			defaultCountry,
		});
		return { recipient: to.kind === 'phone' ? to.digits : to.jid, instanceId, replyTo };
	}),
);

const messageId = z.union([
	z.object({
		_serialized: z.string().check(z.minLength(1)),
		remote: z.catch(z.optional(z.string()), undefined),
	}),
	z.pipe(
		z.string().check(z.minLength(1)),
		z.transform((id) => ({ _serialized: id, remote: undefined })),
	),
]);
const receiptSchema = z.union([
	z.object({ id: messageId }),
	z.pipe(
		z.object({ result: z.literal(true), message_id: z.string().check(z.minLength(1)) }),
		z.transform(({ message_id: id }) => ({ id: { _serialized: id, remote: undefined } })),
	),
]);
const foundSchema = z.pipe(
	z.object({
		numberExists: z.optional(z.boolean()),
		exists: z.optional(z.boolean()),
		chatId: z.catch(z.optional(z.string()), undefined),
		jid: z.catch(z.optional(z.string()), undefined),
	}),
	z.transform(({ numberExists, exists, chatId, jid }) => ({
		exists: numberExists ?? exists,
		jid: chatId ?? jid,
	})),
);
const refusalSchema = z.object({
	code: z.nullish(z.union([z.string(), z.number()])),
	message: z.nullish(z.string()),
	error: z.nullish(z.string()),
});

/** A `code` that is no error. */
const ACCEPTED = /^(ok|success|0|2\d\d)$/i;

const NO_SESSION =
	'Wawp has no session with this instance ID. Copy the ID from the Wawp dashboard, and start its session there.';
const CHECK_WAWP = 'Check the instance in the Wawp dashboard, then the access token.';

const ADVICE: Record<number, string> = {
	400: 'Check the recipient and the contact’s phone number.',
	401: 'Check the access token and the instance ID in the credential.',
	404: 'Check the instance ID, and that its session is started in Wawp.',
	422: 'Scan the QR code of the instance in Wawp, or restart its session.',
};

export const wawp: Provider<WawpTarget> = {
	id: 'wawp',
	displayName: 'Wawp',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardWawpApi(),
	credentialTest: {
		request: { method: 'GET', path: '/v2/session/info' },
		refusals: {
			401: 'Wawp rejected this access token. Copy it again from the Wawp dashboard.',
			404: NO_SESSION,
		},
		problem({ json }) {
			const { code, message } = z.catch(refusalSchema, {}).parse(json);
			if (code == null || ACCEPTED.test(String(code))) return undefined;
			if (code === 'invalid_session') return NO_SESSION;
			return `Wawp answered ${String(code)}${message == null ? '' : `: ${message}`}. ${CHECK_WAWP}`;
		},
	},
	documentationUrl: 'https://api.wawp.net/en/docs/v2/send/contact',
	limits: { contactsPerCard: undefined, nameLength: NAME_LENGTH },
	carries: CARRIES_ALL,
	target: {
		properties: [recipientProperty],
		options: [
			{
				displayName: 'Instance ID',
				name: 'instanceId',
				type: 'string',
				default: '',
				description: 'The WhatsApp session that sends, instead of the one in the credential',
			},
			replyToOption,
		],
		schema,
	},
	dialect: wawpDialect,
	text: {
		maxLength: TEXT_LENGTH,
		request: ({ text }, target) => ({
			method: 'POST',
			path: '/v2/send/text',
			body: defined({
				instance_id: target.instanceId,
				chatId: target.recipient,
				message: text,
				reply_to: target.replyTo,
			}),
		}),
	},
	lookUp: {
		numbersPerRequest: 1,
		requestsPerMinute: LOOK_UPS_PER_MINUTE,
		request: ([number = ''], { instanceId }) => ({
			method: 'GET',
			path: '/v2/contacts/check-exists',
			query: {
				...(instanceId === undefined ? {} : { instance_id: instanceId }),
				phone: number,
			},
		}),
		found({ json }, [number = '']) {
			const { exists, jid } = foundSchema.safeParse(json).data ?? {};
			if (exists === undefined) return undefined;
			return new Map([
				[number, exists ? { onWhatsApp: true, ...accountNumber(jid) } : { onWhatsApp: false }],
			]);
		},
	},

	request({ contacts }, target) {
		return {
			method: 'POST',
			path: '/v2/send/contact',
			body: defined({
				instance_id: target.instanceId,
				chatId: target.recipient,
				contacts: contacts.map(wireContact),
				reply_to: target.replyTo,
			}),
		};
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		const code = refusalSchema.safeParse(json).data?.code;
		if (!result.success || (code != null && !ACCEPTED.test(String(code)))) return undefined;
		const { _serialized: id, remote } = result.data.id;
		return { messageIds: [id], chatId: remote ?? null };
	},

	refusal,
};

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	const { code, message, error } = result.data ?? {};
	const refused: Refusal = { message: message ?? error ?? body };
	if (code !== null && code !== undefined) refused.code = String(code);
	const advice = ADVICE[status] ?? (code === 'invalid_session' ? NO_SESSION : undefined);
	if (advice !== undefined) refused.advice = advice;
	return refused;
}

function wireContact(contact: Contact): Record<string, unknown> {
	const [phone] = contact.phones;
	const fieldsHoldIt = hasOnlyShownName(contact) && losses(contact, FIELDS).length === 0;
	if (phone === undefined || !fieldsHoldIt) return { vcard: writeVCard(contact) };
	const fields = {
		fullName: contact.name.formatted_name,
		organization: contact.org.company,
		phoneNumber: phone.phone,
		whatsappId: phone.wa_id,
	};
	if (Object.values(fields).some((text = '') => /[;\\]/.test(text))) {
		return { vcard: writeVCard(contact) };
	}
	return defined(fields);
}
