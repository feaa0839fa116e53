import * as z from 'zod/mini';

import { ContactCardRyzeApi } from '../../../credentials/ContactCardRyzeApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { checkFirstPhone } from '../../carried/completedByServer';
import type { Contact } from '../../contact/contact';
import { withoutExtension } from '../../contact/phone/typed';
import type { Provider, ProviderResponse, Refusal } from '../provider';
import { defined, path } from '../requestParts';
import {
	chosenFromList,
	delayOption,
	recipientProperty,
	replyToOption,
	SEARCH_RECIPIENTS,
} from '../targetParameters';
import { NO_ACCOUNT } from '../whatsAppAdvice';
import { notSentRefusal } from '../whatsmeow';
import { ryzeapiDialect } from './dialect';
import { groups, instances } from './lists';
import { DEFAULT_SOURCE, schema, type RyzeapiTarget } from './target';

/*
 * RyzeAPI: POST {base}/api/message/contact/{instance}
 * Contract: https://docs.ryzeapi.cloud/en/api/messages/contact, guide/errors, guide/rate-limit-cors.
 *
 *   { number, vcard: [{ fullName, phone, organization?, email?, url? }], delay?, replyTo?, replyPrivate?, source? }
 *   200 { success: true, status: "sent", message, data: { messageId } }
 *   4xx and 5xx { success: false, error: { message } }, no code
 *   X-RateLimit-Limit, -Remaining and -Reset (unix seconds) on every answer, 100 requests a minute
 *
 * Text: POST {base}/api/message/text/{instance} { number, message, delay?, replyTo?, replyPrivate?, source? }, answers as
 * above. `replyPrivate` works there, and would take a text out of the chat of its card: texts go without it. There is no
 * look-up of numbers: api/chat/contacts reads only the address book.
 *
 * Oddities: `delay` is in seconds; `replyPrivate` is documented, and documented as ignored for contacts; the server tries
 * Brazilian recipients with and without the ninth digit.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1, emails: 1, org: ['company'], urls: 1 };
const ADDED_BY_SERVER = {
	provider: 'RyzeAPI',
	action: 'treats every number as one with country code',
	showsPlus: false,
};

const receiptSchema = z.object({
	success: z.literal(true),
	data: z.catch(z.optional(z.object({ messageId: z.string().check(z.minLength(1)) })), undefined),
});
const refusalSchema = z.object({
	success: z.catch(z.optional(z.boolean()), undefined),
	error: z.union([
		z.object({ message: z.string() }),
		z.pipe(
			z.string(),
			z.transform((message) => ({ message })),
		),
	]),
});

/** 5xx statuses that come before RyzeAPI sends: not supported, not connected. */
const NOTHING_SENT_STATUSES = new Set([501, 503]);

const CONNECT = 'Connect the instance to WhatsApp in RyzeAPI.';
const ADVICE: Record<number, string> = {
	401: 'Check the token in the credential.',
	403: 'The token belongs to another instance: use this instance’s token, or the account token.',
	404: 'Check the instance: this account has none with that name.',
	429: 'Wait a minute, or lower Messages per Minute.',
	503: CONNECT,
};
/** By the words of a 400, which RyzeAPI has for nearly everything. */
const WORDS: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/not (?:connected|logged in)|disconnected/i, CONNECT],
	[/(?:not|n't) (?:on|registered on|have) whatsapp|number not found/i, NO_ACCOUNT],
];
export const ryzeapi: Provider<RyzeapiTarget> = {
	id: 'ryzeapi',
	displayName: 'RyzeAPI',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardRyzeApi(),
	credentialTest: {
		request: { method: 'GET', path: '/api/instance/list' },
		refusals: {
			401: 'RyzeAPI rejected this token. Copy the token of the instance or of the account again.',
			404: 'RyzeAPI was not found at this Base URL. Correct it: the default is https://ryzeapi.cloud.',
		},
	},
	documentationUrl: 'https://docs.ryzeapi.cloud/en/api/messages/contact',
	limits: { contactsPerCard: undefined, requestsPerMinute: 100 },
	carries: CARRIES,
	target: {
		properties: [
			chosenFromList('searchRyzeapiInstances', 'my-instance', {
				displayName: 'Instance',
				name: 'instance',
				required: true,
				description: 'The WhatsApp connection that sends the card',
			}),
			recipientProperty,
		],
		options: [
			delayOption,
			{
				displayName: 'Reply Privately',
				name: 'replyPrivate',
				type: 'boolean',
				default: false,
				description:
					'Whether a reply to a group message goes only to its author. RyzeAPI accepts this option, but its documentation says that it is ignored for contact cards.',
			},
			replyToOption,
			{
				displayName: 'Source',
				name: 'source',
				type: 'string',
				default: DEFAULT_SOURCE,
				description:
					'Where the message comes from, as RyzeAPI stores it and reports it in webhooks',
			},
		],
		schema,
	},
	dialect: ryzeapiDialect,
	lists: { searchRyzeapiInstances: instances, [SEARCH_RECIPIENTS]: groups },
	text: {
		maxLength: undefined,
		request: ({ text }, target) => ({
			method: 'POST',
			path: path`/api/message/text/${target.instance}`,
			body: defined({
				number: target.recipient,
				message: text,
				delay: target.delay,
				replyTo: target.replyTo,
				source: target.source,
			}),
		}),
	},

	fit(contact) {
		if (contact.phones.length > 0) {
			const checked = checkFirstPhone(contact, ADDED_BY_SERVER);
			return 'problem' in checked ? checked : { contact, warnings: checked };
		}
		return {
			problem: 'has no phone number',
			field: 'phones',
			fix: 'RyzeAPI needs a name and a phone number for every contact: add one.',
		};
	},

	request({ contacts }, target) {
		return {
			method: 'POST',
			path: path`/api/message/contact/${target.instance}`,
			body: defined({
				number: target.recipient,
				vcard: contacts.map(vcard),
				delay: target.delay,
				replyTo: target.replyTo,
				replyPrivate: target.replyPrivate,
				source: target.source,
			}),
		};
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		const id = result.data.data?.messageId;
		return { messageIds: id === undefined ? [] : [id], chatId: null };
	},

	refusal,
};

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	const message = result.success ? result.data.error.message : body;
	const refused: Refusal = { message };
	const known = status === 400 ? WORDS.find(([words]) => words.test(message)) : undefined;
	const advice = known?.[1] ?? ADVICE[status];
	// A proxy's page says nothing about instances.
	if (advice !== undefined && (result.success || status < 500)) refused.advice = advice;
	if (result.success && NOTHING_SENT_STATUSES.has(status)) refused.outcome = 'notSent';
	// RyzeAPI is built on whatsmeow.
	return status === 500 ? { ...refused, ...notSentRefusal(message) } : refused;
}

function vcard({ name, phones, org, emails, urls }: Contact): Record<string, unknown> {
	return defined({
		fullName: name.formatted_name,
		phone: withoutExtension(phones[0]?.phone ?? '').replace(/^\+/, ''),
		organization: org.company,
		email: emails[0]?.email,
		url: urls[0]?.url,
	});
}
