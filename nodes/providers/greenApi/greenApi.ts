import * as z from 'zod/mini';

import { ContactCardGreenApi } from '../../../credentials/ContactCardGreenApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact } from '../../contact/contact';
import { jidNumber, withoutExtension } from '../../contact/phone/typed';
import { quote } from '../../contact/text';
import type { Fit, NumberLookUp, NumberStatus, Provider } from '../provider';
import { defined } from '../requestParts';
import {
	delayOption,
	recipientProperty,
	SEARCH_RECIPIENTS,
	replyToOption,
} from '../targetParameters';
import { instanceTest, receipt, refusal } from './answers';
import { greenApiDialect } from './dialect';
import { recipients } from './lists';
import { schema, type GreenApiTarget } from './target';

/*
 * GREEN-API: POST {base}/waInstance{idInstance}/sendContact/{apiTokenInstance}; the credential makes the path
 * Contract: https://green-api.com/en/docs/api/sending/SendContact/ and the vendor's own node,
 * github.com/green-api/n8n-nodes-whatsapp-green-api 0.4.12, read on 2026-11-28.
 *
 *   { chatId, contact: { phoneContact, firstName?, middleName?, lastName?, company? }, quotedMessageId?, typingTime? }
 *   200 { idMessage }: the card is in the queue of the instance, for up to 24 hours
 *   400 { statusCode, timestamp, path, message }, 401, 403, 429, 466 { invokeStatus, correspondentsStatus }
 *
 * Oddities, and what follows from them:
 * - The token is in the path, and a 400 repeats the path: only `message` of it is read.
 * - `phoneContact` is an integer of 11 to 16 digits: a contact whose number has no country code cannot be sent.
 * - The server makes `FN` of the parts of the name: they go apart only where they are the name to show, word for word,
 *   else the name to show goes as the first name.
 * - Whether it escapes is unknown: what would leave its field is changed.
 * - Some failures come with status 200 and a `code`.
 * - 466 is the quota of the tariff: it is not repeated.
 * - `typingTime` is from 1,000 to 20,000 milliseconds.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1, org: ['company'] };

/** Digits of a contact's number, by the documents. */
const MIN_DIGITS = 11;

/** Characters of a text, by the documents. */
const MAX_TEXT = 20_000;

export const greenApi: Provider<GreenApiTarget> = {
	id: 'greenApi',
	displayName: 'GREEN-API',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardGreenApi(),
	credentialTest: instanceTest,
	documentationUrl: 'https://green-api.com/en/docs/api/sending/SendContact/',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [recipientProperty],
		options: [delayOption, replyToOption],
		schema,
	},
	text: {
		maxLength: MAX_TEXT,
		request: ({ text }, { recipient }) => ({
			method: 'POST',
			path: '/sendMessage',
			body: { chatId: recipient, message: text },
		}),
	},
	lookUp: lookUp(),
	dialect: greenApiDialect,
	lists: { [SEARCH_RECIPIENTS]: recipients },

	fit,

	request({ contacts: [contact] }, { recipient, delay, replyTo }) {
		return {
			method: 'POST',
			path: '/sendContact',
			body: defined({
				chatId: recipient,
				contact: defined({
					phoneContact: Number(digitsOf(contact)),
					...nameOf(contact),
					company: contact.org.company,
				}),
				quotedMessageId: replyTo,
				typingTime: delay === undefined ? undefined : delay * 1000,
			}),
		};
	},

	receipt,
	refusal,
};

function fit(contact: Contact): Fit {
	const fitted = withoutDelimiters(contact, 'GREEN-API', CARRIES);
	const [phone] = contact.phones;
	if (phone === undefined || phone.phone === '') {
		return {
			problem: 'has no phone number',
			field: 'phones',
			fix: 'GREEN-API sends a name and a phone number: add one.',
		};
	}
	const digits = digitsOf(contact);
	if (digits === undefined) {
		return {
			problem: `has the phone number ${quote(phone.phone)} without country code`,
			field: 'phones',
			fix: 'GREEN-API takes whole international numbers only: write it with + and country code, or set the option Default Country.',
		};
	}
	if (digits.length < MIN_DIGITS) {
		return {
			problem: `has the phone number ${quote(phone.phone)}, which is too short for GREEN-API`,
			field: 'phones',
			fix: `GREEN-API takes numbers of at least ${String(MIN_DIGITS)} digits with country code: put another number of the contact first, or choose another provider.`,
		};
	}
	return fitted;
}

/** The digits of the first phone; undefined where it has no country code. */
function digitsOf({ phones: [first] }: Contact): string | undefined {
	return /^\+(\d+)$/.exec(withoutExtension(first?.phone ?? ''))?.[1];
}

/** The parts of the name where they are the whole name to show, else that as the first name. */
function nameOf({ name }: Contact): Record<string, unknown> {
	const { formatted_name: shown, first_name: first, middle_name: middle, last_name: last } = name;
	const parts = [first, middle, last].filter((part) => part !== undefined);
	if (parts.join(' ') !== shown) return { firstName: shown };
	return { firstName: first, middleName: middle, lastName: last };
}

/**
 * `POST /checkWhatsapp` { phoneNumber: integer }: 200 { existsWhatsapp, chatId? }, one number at a time. A check that took
 * too long is a 400. `chatId` is the lid of the user in newer versions.
 */
function lookUp(): NumberLookUp<GreenApiTarget> {
	const answer = z.object({
		existsWhatsapp: z.boolean(),
		chatId: z.catch(z.optional(z.string()), undefined),
	});
	return {
		numbersPerRequest: 1,
		request: ([number]) => ({
			method: 'POST',
			path: '/checkWhatsapp',
			body: { phoneNumber: Number(number) },
		}),
		found({ json }, [number]) {
			const result = answer.safeParse(json);
			if (!result.success || number === undefined) return undefined;
			const { existsWhatsapp, chatId } = result.data;
			const waId = jidNumber(chatId ?? '');
			const status: NumberStatus = existsWhatsapp
				? { onWhatsApp: true, ...(waId === undefined ? {} : { waId }) }
				: { onWhatsApp: false };
			return new Map([[number, status]]);
		},
	};
}
