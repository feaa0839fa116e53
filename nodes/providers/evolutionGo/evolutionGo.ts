import { ContactCardEvolutionGoApi } from '../../../credentials/ContactCardEvolutionGoApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact } from '../../contact/contact';
import { onlyDigits, withoutExtension } from '../../contact/phone/typed';
import { quote } from '../../contact/text';
import type { Provider } from '../provider';
import { defined } from '../requestParts';
import {
	delayOption,
	recipientProperty,
	SEARCH_RECIPIENTS,
	replyToOption,
} from '../targetParameters';
import { instanceTest, receipt, refusal } from './answers';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { schema, type EvolutionGoTarget } from './target';

/*
 * Evolution Go, self-hosted: POST {base}/send/contact
 * Contract: its source, github.com/EvolutionAPI/evolution-go, 0.6.1 (pkg/sendMessage, pkg/utils/utils.go,
 * pkg/middleware), read on 2026-11-28; `SendContact` is the same in 0.7.1.
 *
 *   { number, vcard: { fullName, phone, organization? }, id?, delay?, formatJid?, mentionAll?, mentionedJid?,
 *     quoted?: { messageId, participant } }
 *   200 { message: "success", data: { Info: { ID, Chat, … }, Message } }
 *   4xx and 5xx { error }; 503 { error, code: "LICENSE_REQUIRED", message } until the server is licensed
 *
 * Oddities, and what follows from them:
 * - The server rewrites numbers: 13 digits of Mexico, Argentina and, in 0.6, Brazil lose some, and 18 characters or more
 *   become a GROUP. It does so also with the digits of a JID unless `formatJid` is false, which is always given.
 * - Its check whether a number is on WhatsApp needs the `+`, else it falls back to the rewritten digits: a person goes
 *   as `+<digits>@s.whatsapp.net`. It drops the `+` before it sends.
 * - The vCard is `FN`, `ORG` and `TEL;…;waid={phone}:{phone}`, nothing escaped: what would leave its field is changed,
 *   and the phone goes as digits. A number without country code would become somebody else's WhatsApp ID there.
 * - `id` becomes the ID of the message.
 * - `delay` is in milliseconds, and the server sleeps that long before it answers.
 * - Mentions are for groups only.
 * - Failures before the send are 500s with a bare text.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1, org: ['company'] };

/** Digits of a service number at most; it has no country code, and is nobody's WhatsApp ID. */
const SHORT_NUMBER = 6;

export const evolutionGo: Provider<EvolutionGoTarget> = {
	id: 'evolutionGo',
	displayName: 'Evolution Go',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardEvolutionGoApi(),
	credentialTest: instanceTest,
	documentationUrl: 'https://github.com/EvolutionAPI/evolution-go',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [recipientProperty],
		options: [
			delayOption,
			{
				displayName: 'Mention Everyone',
				name: 'mentionAll',
				type: 'boolean',
				default: false,
				description: 'Whether the card notifies every member of the group that it goes to',
			},
			{
				displayName: 'Mentions',
				name: 'mentions',
				type: 'string',
				default: '',
				placeholder: 'e.g. +447700900123, +447700900124',
				description: 'Numbers of members whom the card notifies in the group that it goes to',
			},
			replyToOption,
			{
				displayName: 'Reply To Participant',
				name: 'replyToParticipant',
				type: 'string',
				default: '',
				placeholder: 'e.g. +447700900123',
				description:
					'Who wrote the message that the card replies to: needed in a group; in the chat of a person it is the recipient by default',
			},
		],
		schema,
	},
	text: {
		maxLength: undefined,
		request: ({ id, text }, { number }) => ({
			method: 'POST',
			path: '/send/text',
			body: { number, text, id, formatJid: false },
		}),
	},
	lookUp,
	lists: { [SEARCH_RECIPIENTS]: recipients },

	fit(contact) {
		const fitted = withoutDelimiters(contact, 'Evolution Go', CARRIES);
		const [phone] = fitted.contact.phones;
		if (phone === undefined || phone.phone === '') {
			return {
				problem: 'has no phone number',
				field: 'phones',
				fix: 'Evolution Go needs a name and a phone number for every contact: add one.',
			};
		}
		if (lacksCountryCode(withoutExtension(phone.phone))) {
			return {
				problem: `has the phone number ${quote(phone.phone)} without country code`,
				field: 'phones',
				fix: 'Evolution Go would take it for another number’s WhatsApp ID: write it with + and country code, or set the option Default Country.',
			};
		}
		return fitted;
	},

	request({ id, contacts: [contact] }, target) {
		return {
			method: 'POST',
			path: '/send/contact',
			body: defined({
				number: target.number,
				vcard: defined({
					fullName: contact.name.formatted_name,
					phone: contactPhone(contact),
					organization: contact.org.company,
				}),
				id,
				formatJid: false,
				delay: target.delay === undefined ? undefined : target.delay * 1000,
				mentionAll: target.mentionAll,
				mentionedJid: target.mentionedJid,
				quoted: target.quoted,
			}),
		};
	},

	receipt,
	refusal,
};

/** Whether a phone is nothing but digits and separators that could not be read as an international number. */
function lacksCountryCode(phone: string): boolean {
	const digits = onlyDigits(phone);
	return digits !== undefined && !phone.startsWith('+') && digits.length > SHORT_NUMBER;
}

/** The first phone as digits, or as it was typed where it is no number. */
function contactPhone({ phones: [first] }: Contact): string {
	return withoutExtension(first?.phone ?? '').replace(/^\+/, '');
}
