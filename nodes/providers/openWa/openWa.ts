import * as z from 'zod/mini';

import { ContactCardOpenWaApi } from '../../../credentials/ContactCardOpenWaApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { checkFirstPhone } from '../../carried/completedByServer';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact } from '../../contact/contact';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { withoutExtension } from '../../contact/phone/typed';
import { numberStatuses } from '../numberStatuses';
import { identifier } from '../parameterSchemas';
import type { Fit, Provider, Target } from '../provider';
import { path } from '../requestParts';
import { chosenFromList, recipientProperty, recipientText } from '../targetParameters';
import { openWaDialect } from './dialect';
import { sessions } from './lists';
import { refusal } from './refusal';

/*
 * OpenWA, self-hosted: POST {base}/api/sessions/{session}/messages/send-contact
 * Contract: its source and API document, github.com/rmyndharis/OpenWA, docs/06-api-specification.md, message.controller.ts
 * and vcard.ts of autumn 2026, read on 2026-11-28.
 *
 *   Idempotency-Key: 1 to 255 visible ASCII characters, its own for each message of a session, kept for 24 hours
 *   { chatId, contactName, contactNumber }   no other field
 *   201 { messageId: text or null, timestamp, unconfirmed? }
 *   4xx and 5xx { statusCode, message, error?, code? }
 *
 * Text: POST …/messages/send-text { chatId, text } of at most 4,096 characters, answered as a card is. No document says
 * that the key works there, so we don't rely on it.
 * Numbers: GET …/contacts/check/{digits}, 200 { number, exists, whatsappId }; some versions only echo the number.
 *
 * Oddities, and what follows from them:
 * - A request with a key is processed once: a later one with the same key and body gets the first one's answer. So one
 *   whose outcome is unknown may be retried, which tells us what became of it. The same key with another body is rejected.
 * - 503 and 504 after a send mean that the outcome is unknown; a retry with the key then gets 409
 *   IDEMPOTENCY_OUTCOME_UNKNOWN.
 * - A 201 without a `messageId`, or with `unconfirmed`, is an accepted card whose ID is unknown.
 * - The server builds `FN` and `TEL;…;waid={digits}:{number}` without `N` and without escaping anything but line breaks.
 *   A number without country code would become somebody else's WhatsApp ID.
 */

/** The key is kept for 24 hours; one less, since clocks differ. */
const KEY_SECONDS = 23 * 60 * 60;
const NAME_LENGTH = 255;
const TEXT_LENGTH = 4096;

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1 };

interface OpenWaTarget extends Target {
	session: string;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		openWaSession: identifier(
			'openWaSession',
			'Session',
			'Choose it from the list, or copy its ID from OpenWA.',
		),
		defaultCountry: defaultCountryCode,
	}),
	z.transform(({ recipient, openWaSession: session, defaultCountry }): OpenWaTarget => {
		const to = readRecipient(recipient, {
			provider: 'OpenWA',
			jids: ['g.us', 'lid', 'newsletter'],
			defaultCountry,
		});
		return { recipient: to.kind === 'phone' ? `${to.digits}@c.us` : to.jid, session };
	}),
);

/** Without an ID, `timestamp` or `unconfirmed` distinguishes the answer to a send from any other. */
const receiptSchema = z.union([
	z.object({ messageId: z.string().check(z.minLength(1)) }),
	z.object({ messageId: z.null() }),
	z.object({ messageId: z.nullish(z.literal('')), timestamp: z.number() }),
	z.object({ messageId: z.nullish(z.literal('')), unconfirmed: z.literal(true) }),
]);
const foundSchema = z.object({
	/** As it was asked; some versions leave it out. */
	number: z.catch(z.optional(z.string()), undefined),
	exists: z.boolean(),
	whatsappId: z.catch(z.optional(z.string()), undefined),
});

export const openWa: Provider<OpenWaTarget> = {
	id: 'openWa',
	displayName: 'OpenWA',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardOpenWaApi(),
	credentialTest: {
		request: { method: 'GET', path: '/api/sessions', query: { limit: '1' } },
		refusals: {
			401: 'OpenWA rejected this API key. Copy it again, or create a new one with the role OPERATOR.',
			403: 'OpenWA does not allow this API key to read its sessions. Give it the role OPERATOR, and allow requests from the address of n8n.',
			404: 'OpenWA was not found at this Base URL. Leave out /api, add its base path if it has one, and check the port.',
		},
	},
	documentationUrl: 'https://github.com/rmyndharis/OpenWA/blob/main/docs/06-api-specification.md',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [
			chosenFromList('searchOpenWaSessions', '5f0c3f0e-6a43-4b1e-9a52-0f6a3f1c2d4e', {
				displayName: 'Session',
				name: 'openWaSession',
				required: true,
				description: 'The WhatsApp account that sends the card',
			}),
			recipientProperty,
		],
		options: [],
		schema,
	},
	dialect: openWaDialect,
	lists: { searchOpenWaSessions: sessions },
	text: {
		maxLength: TEXT_LENGTH,
		request: ({ id, text }, { session, recipient }) => ({
			method: 'POST',
			path: path`/api/sessions/${session}/messages/send-text`,
			headers: { 'Idempotency-Key': id },
			body: { chatId: recipient, text },
		}),
	},
	lookUp: {
		numbersPerRequest: 1,
		request: ([number = ''], { session }) => ({
			method: 'GET',
			path: path`/api/sessions/${session}/contacts/check/${number}`,
		}),
		found({ json }, [number = '']) {
			const result = foundSchema.safeParse(json);
			if (!result.success) return undefined;
			const { number: asked = number, exists, whatsappId } = result.data;
			return numberStatuses([number], [{ asked, onWhatsApp: exists, jid: whatsappId }]);
		},
	},

	fit,

	request({ id, contacts: [contact] }, { session, recipient }) {
		return {
			method: 'POST',
			path: path`/api/sessions/${session}/messages/send-contact`,
			headers: { 'Idempotency-Key': id },
			idempotentFor: KEY_SECONDS,
			body: {
				chatId: recipient,
				contactName: contact.name.formatted_name,
				contactNumber: contactNumber(contact),
			},
		};
	},

	receipt({ status, json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		const messageId = result.data.messageId ?? '';
		if (messageId === '' && status !== 201) return undefined;
		return { messageIds: messageId === '' ? [] : [messageId], chatId: chatOf(messageId) };
	},

	refusal,
};

function fit(contact: Contact): Fit {
	const fitted = withoutDelimiters(contact, 'OpenWA', CARRIES);
	const number = contactNumber(fitted.contact);
	if (number === '') {
		return {
			problem: 'has no phone number',
			field: 'phones',
			fix: 'OpenWA sends a name and a phone number: add one.',
		};
	}
	const added = checkFirstPhone(fitted.contact, {
		provider: 'OpenWA',
		action: 'makes a WhatsApp ID of any number',
		showsPlus: false,
	});
	if ('problem' in added) return added;
	const shown = fitted.contact.name.formatted_name;
	const name = cut(shown);
	const warnings = [...fitted.warnings, ...added];
	if (name === shown) return { contact: fitted.contact, warnings };
	return {
		contact: { ...fitted.contact, name: { ...fitted.contact.name, formatted_name: name } },
		warnings: [
			...warnings,
			{
				field: 'name',
				message: `OpenWA accepts names of at most ${String(NAME_LENGTH)} characters; the rest of the name was left out`,
			},
		],
		lost: [{ field: 'name', lost: 'the end of the name', plural: false }],
	};
}

/** The start of a name, as long as OpenWA accepts, in whole characters. */
function cut(name: string): string {
	let kept = '';
	for (const character of name) {
		if (kept.length + character.length > NAME_LENGTH) break;
		kept += character;
	}
	return kept.trimEnd();
}

function contactNumber({ phones: [first] }: Contact): string {
	return withoutExtension(first?.phone ?? '');
}

/** The chat in an ID such as `true_5512996130832@c.us_3EB0…`. */
function chatOf(messageId: string): string | null {
	return /^(?:true|false)_([^_]+)_/.exec(messageId)?.[1] ?? null;
}
