import * as z from 'zod/mini';

import {
	ContactCardWhatsAppCloudApi,
	PHONE_NUMBER_ID,
	VERSION,
} from '../../../credentials/ContactCardWhatsAppCloudApi.credentials';
import { CARRIES_META } from '../../carried/carries';
import type { Contact } from '../../contact/contact';
import type { JsonObject } from '../../contact/object';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { withDetails } from '../../failures/providerWords';
import { optionalText } from '../parameterSchemas';
import type { Provider, ProviderRequest, ProviderResponse, Refusal, Target } from '../provider';
import { defined } from '../requestParts';
import {
	chosenFromList,
	recipientProperty,
	recipientText,
	replyToOption,
} from '../targetParameters';
import { phoneNumbers } from './lists';

/*
 * WhatsApp Cloud API: POST {base}/{version}/{phone number id}/messages
 * Contract: Meta's OpenAPI, github.com/facebook/openapi, business-messaging-api_v23.0.yaml, and its pages
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages,
 * …/groups/groups-messaging, …/business-scoped-user-ids and …/support/error-codes.
 *
 *   { messaging_product: "whatsapp", recipient_type, to | recipient, context?: { message_id }, type: "contacts",
 *     contacts: [contact] }
 *   200 { messaging_product, contacts: [{ input, wa_id | user_id }], messages: [{ id }] }
 *   4xx and 5xx { error: { message, type, code, error_subcode?, error_data?: { details }, fbtrace_id } }
 *
 * Text: the same path with `type: "text"` and `text: { body }` of at most 4,096 characters. There is no look-up of numbers.
 *
 * The credential puts version, phone number and account into the path. 360dialog accepts the same body at POST
 * {base}/messages, and has refusals of its own, { meta: { developer_message } }. Kapso accepts the same paths and bodies
 * with its own key, and may refuse with { error: text }.
 *
 * Oddities, and what follows from them:
 * - Meta says to rely on `code`, not on the status: too many requests are a 400, or a 429 in older pages.
 * - A card is accepted, not delivered: a later failure is reported only to the app's webhook.
 * - The OpenAPI allows 5 contacts and the types HOME and WORK; the page allows 257, advises fewer, and shows any type.
 */

const MAX_CONTACTS = 257;
const ADVISED_CONTACTS = 5;
/** Maximum characters of a text message. */
const TEXT_LENGTH = 4096;
/** Maximum messages a second from a number that Meta has not upgraded. */
const THROUGHPUT = 80;

/** A group of the Groups API: base64 of `capi_group:` and numbers. */
const GROUP_ID = /^Y2FwaV9ncm91cDo[A-Za-z0-9_-]+$/;

/** The ID of a person with a username, for this business only: the country and an ID, `US.13491208655302741918`. */
const USER_ID = /^[A-Z]{2}(?:\.ENT)?\.[A-Za-z0-9]{1,128}$/;

interface WhatsAppCloudTarget extends Target {
	to:
		| { recipient_type: 'individual' | 'group'; to: string }
		| { recipient_type: 'individual'; recipient: string };
	phoneNumberId: string | undefined;
	replyTo: string | undefined;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		phoneNumberId: optionalText.check(
			z.refine((id = '') => /^\d*$/.test(id), {
				message: 'must be the ID of a number, which is digits only, not the number itself',
			}),
		),
		replyTo: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, phoneNumberId, replyTo }): WhatsAppCloudTarget => {
		const options = { phoneNumberId, replyTo };
		const id = recipient.trim();
		if (GROUP_ID.test(id)) {
			return { recipient: id, to: { recipient_type: 'group', to: id }, ...options };
		}
		if (USER_ID.test(id)) {
			return { recipient: id, to: { recipient_type: 'individual', recipient: id }, ...options };
		}
		const phone = readRecipient(recipient, {
			provider: 'WhatsApp Cloud API',
			jids: [],
			defaultCountry,
		});
		const number = phone.kind === 'phone' ? phone.e164 : phone.jid;
		return { recipient: number, to: { recipient_type: 'individual', to: number }, ...options };
	}),
);

const receiptSchema = z.object({
	messages: z.array(z.object({ id: z.string().check(z.minLength(1)) })).check(z.minLength(1)),
	contacts: z.catch(
		z.array(z.object({ wa_id: z.nullish(z.string()), user_id: z.nullish(z.string()) })),
		[],
	),
});
const refusalSchema = z.union([
	z.pipe(
		z.object({
			error: z.object({
				message: z.string(),
				code: z.catch(z.optional(z.number()), undefined),
				error_subcode: z.catch(z.optional(z.number()), undefined),
				error_data: z.catch(z.optional(z.object({ details: z.optional(z.string()) })), undefined),
			}),
		}),
		z.transform(({ error: { message, code, error_subcode: subcode, error_data: data } }) => ({
			message: withDetails(message, data?.details),
			code: code === 100 && subcode === UNKNOWN_OBJECT ? UNKNOWN_OBJECT : code,
			shownCode: code,
		})),
	),
	z.pipe(
		z.object({ meta: z.object({ developer_message: z.string() }) }),
		z.transform(({ meta: { developer_message: message } }) => ({
			message,
			code: undefined,
			shownCode: undefined,
		})),
	),
	z.pipe(
		z.object({ error: z.string() }),
		z.transform(({ error: message }) => ({ message, code: undefined, shownCode: undefined })),
	),
]);

/** The code of a deleted number, and the subcode of an ID that the token has no access to. */
const UNKNOWN_OBJECT = 33;
/** What Meta describes as too many requests from the app, the account or the number. */
const TOO_MANY = new Set([4, 80007, 130429]);
/** Too many messages to one person: a later retry works, and other recipients are not affected. */
const PAIR_LIMIT = 131056;
/** Codes with a 5xx that, according to Meta, mean that the message failed or that the number could not be used at all. */
const NOTHING_SENT = new Set([3, 131000, 131016, 131045, 131057]);

const NEW_TOKEN =
	'Put a new access token into the credential: that of a system user does not expire.';
const PERMISSION =
	'Give the system user of the access token access to this WhatsApp account, and give the token the permission whatsapp_business_messaging.';
const RESTRICTED = 'Meta has restricted this account: see WhatsApp Manager for the reason.';
const LATER = 'Meta had an error and sent nothing: send it again later.';
const SLOWER = 'Wait, or lower Messages per Minute.';

const ADVICE: Record<number, string> = {
	0: NEW_TOKEN,
	3: PERMISSION,
	4: SLOWER,
	10: PERMISSION,
	[UNKNOWN_OBJECT]:
		'Check the Phone Number ID in the credential and in the options (for the list, the Business Account ID): it is not the number itself, and has to belong to the account of the access token.',
	104: 'Put an access token into the credential.',
	190: NEW_TOKEN,
	368: RESTRICTED,
	2500: 'Check the API Version, the Phone Number ID and the Business Account ID in the credential.',
	80007: SLOWER,
	130429: SLOWER,
	130497: 'Meta does not allow this account to send to numbers in that country.',
	131000: LATER,
	131016: LATER,
	131021: 'The recipient is the sending number itself: choose another recipient.',
	131026:
		'Check the number: it has no WhatsApp account, or does not accept messages from businesses.',
	131030:
		'A test number sends only to numbers on its list: add the recipient to it under WhatsApp, API Setup in the app dashboard, or send from a number of your own.',
	131031: RESTRICTED,
	131042: 'Meta cannot charge this account: check its payment method in WhatsApp Manager.',
	131047:
		'The person has not written to this number in the last 24 hours, so WhatsApp accepts only templates: send a template, or wait until the person writes.',
	131048:
		'Messages from this number were blocked or reported as spam, so Meta limits it: wait, and check its quality in WhatsApp Manager.',
	131057: 'Meta is maintaining this number: try again in a few minutes.',
	131062: 'Meta does not accept a user ID here: use the phone number.',
	133010: 'Register the number for the Cloud API first, in WhatsApp Manager.',
	[PAIR_LIMIT]:
		'Too many messages went to this person: wait a few minutes before the next one. You can send to others meanwhile.',
};
/** For a refusal without Meta's code: 360dialog's or Kapso's own. */
const STATUS_ADVICE: Record<number, string> = {
	401: 'Check the access token in the credential; with 360dialog or Kapso, its API key.',
	404: 'Do not choose another number in the options: 360dialog sends only from the number of its API key. With Kapso, check the Phone Number ID in the credential.',
};
export const whatsAppCloud: Provider<WhatsAppCloudTarget> = {
	id: 'whatsAppCloud',
	displayName: 'WhatsApp Cloud API',
	network: 'WhatsApp',
	hosting: "Meta's official API",
	credential: new ContactCardWhatsAppCloudApi(),
	credentialTest: {
		request: { method: 'GET', path: `/${VERSION}/${PHONE_NUMBER_ID}` },
		refusals: {
			401: 'WhatsApp Cloud API rejected this access token: it is wrong, or has expired. Create a new one; that of a system user does not expire. With 360dialog or Kapso, copy its API key again.',
		},
	},
	documentationUrl:
		'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages',
	limits: {
		contactsPerCard: MAX_CONTACTS,
		contactsAdvised: ADVISED_CONTACTS,
		requestsPerMinute: THROUGHPUT * 60,
	},
	carries: CARRIES_META,
	target: {
		properties: [recipientProperty],
		options: [
			chosenFromList('searchWhatsAppCloudPhoneNumbers', '106540352242922', {
				displayName: 'From Phone Number',
				name: 'phoneNumberId',
				description: 'The business number that sends, instead of the one in the credential',
			}),
			replyToOption,
		],
		schema,
	},
	lists: { searchWhatsAppCloudPhoneNumbers: phoneNumbers },
	text: {
		maxLength: TEXT_LENGTH,
		request: ({ text }, target) => messageRequest(target, { type: 'text', text: { body: text } }),
	},

	request({ contacts }, target) {
		return messageRequest(target, { type: 'contacts', contacts: contacts.map(metaContact) });
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		const { messages, contacts } = result.data;
		return {
			messageIds: messages.map(({ id }) => id),
			chatId: contacts[0]?.wa_id ?? contacts[0]?.user_id ?? null,
		};
	},

	refusal,
};

function messageRequest(
	{ to, phoneNumberId, replyTo }: WhatsAppCloudTarget,
	content: JsonObject,
): ProviderRequest {
	return {
		method: 'POST',
		path: `/${VERSION}/${phoneNumberId ?? PHONE_NUMBER_ID}/messages`,
		body: defined({
			messaging_product: 'whatsapp',
			...to,
			context: replyTo === undefined ? undefined : { message_id: replyTo },
			...content,
		}),
	};
}

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	if (!result.success) return { message: body };
	const { message, code, shownCode } = result.data;
	const refused: Refusal = { message };
	if (shownCode !== undefined) refused.code = String(shownCode);
	if (code !== undefined && NOTHING_SENT.has(code)) refused.outcome = 'notSent';
	if (code === undefined ? /rate limit/i.test(message) : TOO_MANY.has(code)) refused.tooMany = true;
	if (code === PAIR_LIMIT) refused.retry = true;
	const advice = code === undefined ? STATUS_ADVICE[status] : adviceFor(code);
	if (advice !== undefined) refused.advice = advice;
	return refused;
}

function adviceFor(code: number): string | undefined {
	return code >= 200 && code <= 299 ? PERMISSION : ADVICE[code];
}

/** Meta's own contact object, without the empty lists. */
function metaContact({ addresses, birthday, emails, name, org, phones, urls }: Contact) {
	const filled = <Entry>(entries: readonly Entry[]) => (entries.length === 0 ? undefined : entries);
	return defined({
		addresses: filled(addresses),
		birthday,
		emails: filled(emails),
		name,
		org: Object.keys(org).length === 0 ? undefined : org,
		phones: filled(phones),
		urls: filled(urls),
	});
}
