import { z } from 'zod';

import { ContactCardGowaApi } from '../../credentials/ContactCardGowaApi.credentials';
import { CARRIES_NAME, type Carries } from '../carried/carries';
import { withoutDelimiters } from '../carried/delimiters';
import type { Contact } from '../contact/contact';
import { defaultCountryCode } from '../contact/defaultCountry';
import { object, strictObject } from '../contact/oneStep';
import { withoutExtension } from '../contact/phone';
import { defineDialect, requiredText, text } from '../contact/read/dialect';
import { readRecipient, type RecipientRules } from '../contact/recipient';
import { matches, type ListSearch } from './listSearch';
import {
	defined,
	optionalNumber,
	optionalText,
	type Provider,
	type ProviderResponse,
	type Refusal,
	type Target,
} from './provider';
import { numberOf, recipientEntries, searchesNumber } from './recipientList';
import { chosenFromList, recipientFromList, recipientText } from './targetParameters';

/*
 * go-whatsapp-web-multidevice (GOWA) v8 and v9, self-hosted: POST {base}/send/contact
 * Contract: its source, github.com/aldinokemal/go-whatsapp-web-multidevice, v9.2.0.
 *
 *   { phone, contact_name, contact_phone, is_forwarded?, duration? }   all texts as JSON strings
 *   200 { code: "SUCCESS", message, results: { message_id, status } }
 *   4xx and 5xx { code, message, results? }; basic authentication fails with plain text
 *
 * Oddities, and what follows from them:
 * - `phone` without @ and longer than 15 characters is sent to a GROUP: a whole JID is always given.
 * - The name goes unescaped into the vCard `N:;{name};;;`: a `;` would shift the parts of the name, and a
 *   backslash would begin an escape.
 * - The contact's phone goes as it is into `TEL;type=CELL;waid={p}:+{p}`, so it may hold no delimiter either. It
 *   may not begin with 0; every `+` in it is dropped.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1 };

/** Seconds until the card disappears: WhatsApp knows these four. */
const DURATIONS = [0, 86_400, 604_800, 7_776_000];

const RECIPIENTS: RecipientRules = { provider: 'GOWA', jids: ['g.us', 'newsletter', 'lid'] };

interface GowaTarget extends Target {
	isForwarded: boolean | undefined;
	duration: number | undefined;
	deviceId: string | undefined;
}

const schema = object({
	recipient: recipientText,
	defaultCountry: defaultCountryCode,
	isForwarded: z.boolean().nullish(),
	duration: optionalNumber.refine(
		(seconds) => seconds === undefined || DURATIONS.includes(seconds),
		{ message: `must be one of ${DURATIONS.join(', ')} seconds` },
	),
	deviceId: optionalText,
}).transform(({ recipient, defaultCountry, isForwarded, duration, deviceId }): GowaTarget => {
	const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
	return {
		recipient: to.kind === 'phone' ? `${to.digits}@s.whatsapp.net` : to.jid,
		isForwarded: isForwarded ?? undefined,
		duration,
		deviceId,
	};
});

const receiptSchema = object({
	code: z.literal('SUCCESS'),
	results: object({ message_id: z.string().min(1) }),
});
const refusalSchema = z.object({ code: z.string().optional(), message: z.string().optional() });

/** Failures of a 5xx status that come before anything is sent. */
const NOTHING_SENT = new Set([
	'INVALID_WA_CLI',
	'DEVICE_MANAGER_UNAVAILABLE',
	'AUTHENTICATION_ERROR',
]);
const NOTHING_SENT_WORDS = /^(bind\b|Unprocessable Entity|invalid JID)/;

const ADVICE: Record<string, string> = {
	DEVICE_ID_REQUIRED:
		'The server has several devices: set the Device ID in the credential, or choose a Device in the options.',
	DEVICE_NOT_FOUND: 'Check the Device ID in the credential, and the Device in the options.',
	AUTHENTICATION_ERROR: 'Log the device in to WhatsApp again in GOWA.',
	INVALID_WA_CLI: 'Log the device in to WhatsApp again in GOWA.',
	DEVICE_MANAGER_UNAVAILABLE: 'GOWA has not finished starting: try again in a minute.',
	INVALID_JID: 'Check the number: it has no WhatsApp account.',
	WA_REACHOUT_TIMELOCK:
		'WhatsApp has locked this account for messages to people who never wrote to it: wait, do not repeat.',
};

const devices: ListSearch = {
	request: () => ({ method: 'GET', path: '/devices' }),
	page(response, filter) {
		const list = z
			.object({
				results: z
					.array(
						z.object({
							id: z.string(),
							display_name: z.string().nullish(),
							jid: z.string().nullish(),
							state: z.string().nullish(),
						}),
					)
					.nullable(),
			})
			.safeParse(response.json);
		if (!list.success) return undefined;
		return {
			results: (list.data.results ?? [])
				.filter(({ id, display_name: name, jid }) => matches(filter, id, name, jid))
				.map(({ id, display_name: name, jid, state }) => ({
					name: `${name ?? id} (${[...numberOf(jid), state ?? 'unknown'].join(', ')})`,
					value: id,
				})),
		};
	},
};

/** `GET /chats` gives 100 at most. */
const RECIPIENTS_PER_PAGE = 50;
/** Begins the token that asks for contacts, after the last chat; the first of the page follows. */
const CONTACTS = 'contacts:';

const namedJids = z.array(z.object({ jid: z.string(), name: z.string().nullish() }));
const chatsSchema = z.object({
	results: z.object({
		data: namedJids.nullable(),
		pagination: z.object({ offset: z.number(), total: z.number() }),
	}),
});
const contactsSchema = z.object({ results: z.object({ data: namedJids.nullable() }) });

/** The chats of the device (`GET /chats`), the latest first, then its contacts (`GET /user/my/contacts`). */
const recipients: ListSearch = {
	otherMode: 'Number',
	request(filter, paginationToken, { deviceId } = {}) {
		const headers = deviceHeader(optionalText.catch(undefined).parse(deviceId));
		if (paginationToken?.startsWith(CONTACTS) === true) {
			return { method: 'GET', path: '/user/my/contacts', headers };
		}
		const query = { limit: String(RECIPIENTS_PER_PAGE), offset: paginationToken ?? '0' };
		// GOWA finds names only.
		const search = filter === undefined || searchesNumber(filter) ? {} : { search: filter };
		return { method: 'GET', path: '/chats', query: { ...query, ...search }, headers };
	},
	page({ json }, filter, paginationToken) {
		if (paginationToken?.startsWith(CONTACTS) === true) {
			const list = contactsSchema.safeParse(json);
			if (!list.success) return undefined;
			const start = Number(paginationToken.slice(CONTACTS.length));
			const found = recipientEntries(list.data.results.data ?? [], filter, RECIPIENTS);
			const end = start + RECIPIENTS_PER_PAGE;
			return {
				results: found.slice(start, end),
				...(end < found.length ? { paginationToken: `${CONTACTS}${String(end)}` } : {}),
			};
		}
		const list = chatsSchema.safeParse(json);
		if (!list.success) return undefined;
		const { data, pagination } = list.data.results;
		const end = pagination.offset + RECIPIENTS_PER_PAGE;
		return {
			results: recipientEntries(data ?? [], filter, RECIPIENTS),
			paginationToken: end < pagination.total ? String(end) : `${CONTACTS}0`,
		};
	},
};

export const gowa: Provider<GowaTarget> = {
	id: 'gowa',
	displayName: 'GOWA',
	network: 'WhatsApp',
	credential: new ContactCardGowaApi(),
	documentationUrl: 'https://github.com/aldinokemal/go-whatsapp-web-multidevice',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [recipientFromList('searchGowaRecipients')],
		options: [
			chosenFromList('searchGowaDevices', 'my-device', {
				displayName: 'Device',
				name: 'deviceId',
				description: 'The device that sends, instead of the one in the credential',
			}),
			{
				displayName: 'Disappears After',
				name: 'duration',
				type: 'options',
				default: 0,
				options: [
					{ name: 'Never', value: 0 },
					{ name: '24 Hours', value: 86_400 },
					{ name: '7 Days', value: 604_800 },
					{ name: '90 Days', value: 7_776_000 },
				],
				description: 'How long the card stays in the chat',
			},
			{
				displayName: 'Mark as Forwarded',
				name: 'isForwarded',
				type: 'boolean',
				default: false,
				description: 'Whether the card shows that it was forwarded',
			},
		],
		schema,
	},
	dialect: defineDialect({
		name: 'a GOWA contact',
		example: { contact_name: 'John Doe', contact_phone: '6281234567890' },
		recognises: (value) => 'contact_name' in value || 'contact_phone' in value,
		schema: strictObject({ contact_name: text, contact_phone: requiredText }),
		draft: ({ contact_name: name, contact_phone: phone }) => ({
			name: { formatted_name: name },
			phones: [{ phone }],
		}),
	}),
	lists: { searchGowaDevices: devices, searchGowaRecipients: recipients },

	fit(contact) {
		const fitted = withoutDelimiters(contact, 'GOWA', CARRIES);
		const phone = contactPhone(fitted.contact);
		if (phone === '') {
			return {
				problem: 'has no phone number',
				field: 'phones',
				fix: 'GOWA sends a name and a phone number: add one.',
			};
		}
		if (phone.startsWith('0')) {
			return {
				problem: `has the phone number "${phone}" without country code`,
				field: 'phones',
				fix: 'GOWA refuses numbers that begin with 0: write it with + and country code, or set the option Default Country.',
			};
		}
		return fitted;
	},

	request({ contacts: [contact] }, target) {
		return {
			method: 'POST',
			path: '/send/contact',
			headers: deviceHeader(target.deviceId),
			body: defined({
				phone: target.recipient,
				contact_name: contact.name.formatted_name,
				contact_phone: contactPhone(contact),
				is_forwarded: target.isForwarded,
				duration: target.duration,
			}),
		};
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		return { messageIds: [result.data.results.message_id], chatId: null };
	},

	refusal,
};

function deviceHeader(deviceId: string | undefined): Record<string, string> {
	return deviceId === undefined ? {} : { 'X-Device-Id': encodeURIComponent(deviceId) };
}

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	const { code, message } = result.success ? result.data : { code: undefined, message: undefined };
	const refused: Refusal = { message: message ?? body };
	if (code !== undefined) {
		refused.code = code;
		const advice = ADVICE[code];
		if (advice !== undefined) refused.advice = advice;
	} else if (status === 401) {
		refused.advice = 'Check the user name and password in the credential.';
	}
	if (code === 'WA_REACHOUT_TIMELOCK') refused.retry = false;
	if ((code !== undefined && NOTHING_SENT.has(code)) || NOTHING_SENT_WORDS.test(message ?? '')) {
		refused.outcome = 'notSent';
	}
	return refused;
}

/** The first phone as GOWA takes it: digits with country code, or a short number as it is. */
function contactPhone({ phones: [first] }: Contact): string {
	return withoutExtension(first?.phone ?? '').replace(/^\+/, '');
}
