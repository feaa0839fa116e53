import { z } from 'zod';

import { ContactCardRyzeApi } from '../../credentials/ContactCardRyzeApi.credentials';
import { CARRIES_NAME, type Carries } from '../carried/losses';
import type { Contact } from '../contact/contact';
import { defaultCountryCode } from '../contact/defaultCountry';
import { object, strictObject } from '../contact/oneStep';
import { withoutExtension } from '../contact/phone';
import { defineDialect, requiredText, text } from '../contact/read/dialect';
import { readRecipient, type RecipientRules } from '../contact/recipient';
import { matches, type ListSearch } from './listSearch';
import {
	defined,
	identifier,
	optionalText,
	path,
	type Provider,
	type ProviderResponse,
	type Refusal,
	type Target,
} from './provider';
import { numberOf, recipientEntries } from './recipientList';
import {
	chosenFromList,
	delayOption,
	delaySeconds,
	recipientFromList,
	recipientText,
	replyToOption,
} from './targetParameters';

/*
 * RyzeAPI: POST {base}/api/message/contact/{instance}
 * Contract: https://docs.ryzeapi.cloud/en/api/messages/contact, guide/errors, guide/rate-limit-cors.
 *
 *   { number, vcard: [{ fullName, phone, organization?, email?, url? }], delay?, replyTo?, replyPrivate?, source? }
 *   200 { success: true, status: "sent", message, data: { messageId } }
 *   4xx and 5xx { success: false, error: { message } }, no code
 *   X-RateLimit-Limit, -Remaining and -Reset (unix seconds) on every answer, 100 requests a minute
 *
 * Oddities: `delay` is in seconds; `replyPrivate` is documented, and documented to be ignored for contacts;
 * Brazilian recipients are tried with and without the ninth digit by the server.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1, emails: 1, org: ['company'], urls: 1 };

/** What RyzeAPI stores as the origin of the message, where the person gives none. */
const DEFAULT_SOURCE = 'n8n';

const RECIPIENTS: RecipientRules = { provider: 'RyzeAPI', jids: ['g.us', 'lid', 'newsletter'] };

interface RyzeApiTarget extends Target {
	instance: string;
	delay: number | undefined;
	replyTo: string | undefined;
	replyPrivate: boolean | undefined;
	source: string;
}

const instanceName = identifier(
	'instance',
	'Instance',
	'Choose it from the list, or type its name as RyzeAPI shows it.',
);

const schema = object({
	recipient: recipientText,
	instance: instanceName,
	defaultCountry: defaultCountryCode,
	delay: delaySeconds,
	replyTo: optionalText,
	replyPrivate: z.boolean().nullish(),
	source: optionalText,
}).transform(({ recipient, defaultCountry, ...options }): RyzeApiTarget => {
	const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
	return {
		recipient: to.kind === 'phone' ? to.digits : to.jid,
		instance: options.instance,
		delay: options.delay,
		replyTo: options.replyTo,
		replyPrivate: options.replyPrivate ?? undefined,
		source: options.source ?? DEFAULT_SOURCE,
	};
});

const receiptSchema = object({
	success: z.literal(true),
	data: object({ messageId: z.string().min(1) })
		.optional()
		.catch(undefined),
});
const refusalSchema = z.object({
	success: z.boolean().optional().catch(undefined),
	error: z.union([
		z.object({ message: z.string() }),
		z.string().transform((message) => ({ message })),
	]),
});

/** Statuses above 499 that RyzeAPI gives before it sends: not supported, not connected. */
const NOTHING_SENT_STATUSES = new Set([501, 503]);

const ADVICE: Record<number, string> = {
	401: 'Check the token in the credential.',
	403: 'The token belongs to another instance: use this instance’s token, or the account token.',
	404: 'Check the instance: this account has none of that name.',
	429: 'Wait a minute, or lower Messages per Minute.',
	503: 'Connect the instance to WhatsApp in RyzeAPI.',
};

const instances: ListSearch = {
	request: () => ({ method: 'GET', path: '/api/instance/list' }),
	page(response, filter) {
		const list = z
			.object({
				instances: z.array(
					z.object({
						name: z.string(),
						connection: z
							.object({ state: z.string().nullish(), numberJid: z.string().nullish() })
							.nullish(),
					}),
				),
			})
			.safeParse(response.json);
		if (!list.success) return undefined;
		return {
			results: list.data.instances
				.map(({ name, connection }) => {
					const details = [...numberOf(connection?.numberJid), connection?.state ?? 'unknown'];
					return { name: `${name} (${details.join(', ')})`, value: name };
				})
				.filter(({ name }) => matches(filter, name)),
		};
	},
};

/**
 * `GET /api/group/list/{instance}`, whose shape is not documented: groups with a JID and a name, as the libraries under
 * such services spell them.
 */
const groupsSchema = z.object({
	groups: z.array(
		z
			.object({
				jid: z.string().optional(),
				id: z.string().optional(),
				name: z.string().nullish(),
				subject: z.string().nullish(),
			})
			.transform(({ jid, id, name, subject }) => ({ jid: jid ?? id ?? '', name: name ?? subject })),
	),
});

/** The groups of the instance. What RyzeAPI's list of contacts looks like is not documented at all. */
const groups: ListSearch = {
	otherMode: 'Number',
	request: (_filter, _paginationToken, { instance } = {}) => ({
		method: 'GET',
		path: path`/api/group/list/${instanceName.parse(instance)}`,
	}),
	page({ json }, filter) {
		const list = groupsSchema.safeParse(json);
		if (!list.success) return undefined;
		return { results: recipientEntries(list.data.groups, filter, RECIPIENTS) };
	},
};

export const ryzeapi: Provider<RyzeApiTarget> = {
	id: 'ryzeapi',
	displayName: 'RyzeAPI',
	network: 'WhatsApp',
	credential: new ContactCardRyzeApi(),
	documentationUrl: 'https://docs.ryzeapi.cloud/en/api/messages/contact',
	limits: { contactsPerCard: undefined, requestsPerMinute: 100 },
	carries: CARRIES,
	target: {
		properties: [
			chosenFromList('searchRyzeApiInstances', 'my-instance', {
				displayName: 'Instance',
				name: 'instance',
				required: true,
				description: 'The WhatsApp connection that sends the card',
			}),
			recipientFromList('searchRyzeApiGroups'),
		],
		options: [
			delayOption,
			{
				displayName: 'Reply Privately',
				name: 'replyPrivate',
				type: 'boolean',
				default: false,
				description:
					'Whether a reply to a group message goes to its author alone. RyzeAPI takes this option but documents that it ignores it for contact cards.',
			},
			replyToOption,
			{
				displayName: 'Source',
				name: 'source',
				type: 'string',
				default: DEFAULT_SOURCE,
				description: 'Where the message comes from, as RyzeAPI stores it and tells its webhooks',
			},
		],
		schema,
	},
	dialect: defineDialect({
		name: 'a RyzeAPI contact',
		example: {
			fullName: 'João Silva',
			phone: '5511888888888',
			organization: 'Acme',
			email: 'joao@example.com',
			url: 'https://example.com',
		},
		recognises: (value) =>
			'fullName' in value && !('phoneNumber' in value) && !('whatsappId' in value),
		schema: strictObject({
			fullName: text,
			phone: requiredText,
			organization: text,
			email: text,
			url: text,
		}),
		draft: ({ fullName, phone, organization, email, url }) => ({
			name: { formatted_name: fullName },
			phones: [{ phone }],
			org: { company: organization },
			emails: email === undefined ? [] : [{ email }],
			urls: url === undefined ? [] : [{ url }],
		}),
	}),
	lists: { searchRyzeApiInstances: instances, searchRyzeApiGroups: groups },

	fit(contact) {
		if (contact.phones.length > 0) return { contact, warnings: [] };
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
	const refused: Refusal = { message: result.success ? result.data.error.message : body };
	const advice = ADVICE[status];
	// A page of a proxy knows nothing of instances.
	if (advice !== undefined && (result.success || status < 500)) refused.advice = advice;
	if (result.success && NOTHING_SENT_STATUSES.has(status)) refused.outcome = 'notSent';
	return refused;
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
