import * as z from 'zod/mini';

import { ContactCardGowaApi } from '../../../credentials/ContactCardGowaApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { checkFirstPhone } from '../../carried/completedByServer';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact } from '../../contact/contact';
import { withoutExtension } from '../../contact/phone/typed';
import type { Provider, ProviderResponse, Refusal } from '../provider';
import { defined } from '../requestParts';
import { chosenFromList, recipientProperty, SEARCH_RECIPIENTS } from '../targetParameters';
import { NO_ACCOUNT, REACHOUT_LOCK } from '../whatsAppAdvice';
import { notSentRefusal } from '../whatsmeow';
import { deviceProblem } from './deviceProblem';
import { gowaDialect } from './dialect';
import { devices, recipients } from './lists';
import { deviceHeader, schema, type GowaTarget } from './target';

/*
 * go-whatsapp-web-multidevice (GOWA) v8 and v9, self-hosted: POST {base}/send/contact
 * Contract: its source, github.com/aldinokemal/go-whatsapp-web-multidevice, v9.2.0.
 *
 *   { phone, contact_name, contact_phone, is_forwarded?, duration? }   all texts as JSON strings
 *   200 { code: "SUCCESS", message, results: { message_id, status } }
 *   4xx and 5xx { code, message, results? }; basic authentication fails with plain text
 *
 * Text: POST {base}/send/message { phone, message, duration? }, answers as above.
 * Numbers: GET {base}/user/check?phone=, 200 { code: "SUCCESS", results: { is_on_whatsapp } }, no id.
 *
 * Oddities, and what follows from them:
 * - A `phone` without @ that is longer than 15 characters becomes a GROUP: we always send a whole JID.
 * - The name goes unescaped into the vCard `N:;{name};;;`: a `;` would shift the parts of the name, and a backslash would
 *   start an escape.
 * - The contact's phone goes as it is into `TEL;type=CELL;waid={p}:+{p}`, with every `+` dropped: a number without country
 *   code would become a stranger's. It must not begin with 0.
 * - `@` with digits in a text becomes a mention, or an error if they aren't a number: a zero-width character separates
 *   them.
 * - A failed look-up gets the same answer as a number that is not on WhatsApp: a "no" proves nothing.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1 };
const ADDED_BY_SERVER = { provider: 'GOWA', action: 'puts + before every number', showsPlus: true };

const receiptSchema = z.object({
	code: z.literal('SUCCESS'),
	results: z.object({ message_id: z.string().check(z.minLength(1)) }),
});
const foundSchema = z.object({
	code: z.literal('SUCCESS'),
	results: z.object({ is_on_whatsapp: z.boolean() }),
});
const refusalSchema = z.object({ code: z.optional(z.string()), message: z.optional(z.string()) });

/** Codes with a 5xx status that come before anything is sent. */
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
	INVALID_JID: NO_ACCOUNT,
	WA_REACHOUT_TIMELOCK: REACHOUT_LOCK,
};
export const gowa: Provider<GowaTarget> = {
	id: 'gowa',
	displayName: 'GOWA',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardGowaApi(),
	credentialTest: {
		request: { method: 'GET', path: '/devices' },
		refusals: {
			401: 'GOWA rejected this username or password. Correct them, or leave both empty if the server asks for none.',
			404: 'GOWA was not found at this Base URL. Add its base path if it has one, and check the port. GOWA must be version 8 or later.',
		},
		problem: deviceProblem,
	},
	documentationUrl: 'https://github.com/aldinokemal/go-whatsapp-web-multidevice',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [recipientProperty],
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
				description: 'How long the card stays in the chat before it disappears',
			},
			{
				displayName: 'Mark as Forwarded',
				name: 'isForwarded',
				type: 'boolean',
				default: false,
				description: 'Whether to mark the card as forwarded',
			},
		],
		schema,
	},
	dialect: gowaDialect,
	lists: { searchGowaDevices: devices, [SEARCH_RECIPIENTS]: recipients },
	text: {
		maxLength: undefined,
		request: ({ text }, { recipient, duration, deviceId }) => ({
			method: 'POST',
			path: '/send/message',
			headers: deviceHeader(deviceId),
			body: defined({ phone: recipient, message: withoutMentions(text), duration }),
		}),
	},
	lookUp: {
		numbersPerRequest: 1,
		noIsUnsure: true,
		onlyAsSpelled: true,
		request: ([number = ''], { deviceId }) => ({
			method: 'GET',
			path: '/user/check',
			query: { phone: `${number}@s.whatsapp.net` },
			headers: deviceHeader(deviceId),
		}),
		found({ json }, [number = '']) {
			const result = foundSchema.safeParse(json);
			if (!result.success) return undefined;
			return new Map([[number, { onWhatsApp: result.data.results.is_on_whatsapp }]]);
		},
	},

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
		const checked = checkFirstPhone(contact, ADDED_BY_SERVER);
		if ('problem' in checked) return checked;
		return { contact: fitted.contact, warnings: [...fitted.warnings, ...checked] };
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

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	const { code, message } = result.success ? result.data : { code: undefined, message: undefined };
	const refused: Refusal = { message: message ?? body };
	if (code !== undefined) {
		refused.code = code;
		const advice = ADVICE[code];
		if (advice !== undefined) refused.advice = advice;
	} else if (status === 401) {
		refused.advice = 'Check the username and password in the credential.';
	}
	if (code === 'WA_REACHOUT_TIMELOCK') refused.retry = false;
	if ((code !== undefined && NOTHING_SENT.has(code)) || NOTHING_SENT_WORDS.test(message ?? '')) {
		refused.outcome = 'notSent';
	}
	return code === 'INTERNAL_SERVER_ERROR'
		? { ...refused, ...notSentRefusal(message ?? '') }
		: refused;
}

/** Keeps `@` with digits as text: an invisible word joiner (U+2060) separates them. */
function withoutMentions(text: string): string {
	return text.replace(/@(?=\w)/g, '@\u2060');
}

/** The first phone as GOWA accepts it: digits with country code, or a short number as it is. */
function contactPhone({ phones: [first] }: Contact): string {
	return withoutExtension(first?.phone ?? '').replace(/^\+/, '');
}
