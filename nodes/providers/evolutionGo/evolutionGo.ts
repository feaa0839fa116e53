import { ContactCardEvolutionGoApi } from '../../../credentials/ContactCardEvolutionGoApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { checkFirstPhone } from '../../carried/completedByServer';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact } from '../../contact/contact';
import { withoutExtension } from '../../contact/phone/typed';
import type { Provider } from '../provider';
import { mentionAllOption, mentionsOption, replyToParticipantOption } from '../repliesAndMentions';
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
 * Text: POST {base}/send/text { number, text, id?, delay?, formatJid?, quoted? }, answers as above; the server interprets
 * nothing in the text.
 *
 * Oddities, and what follows from them:
 * - The server rewrites numbers: 13-digit ones from Mexico, Argentina and, in 0.6, Brazil lose digits, and 18 characters or
 *   more become a GROUP. It also rewrites the digits of a JID unless `formatJid` is false: we always send that.
 * - Its check of whether a number is on WhatsApp needs the `+`, or falls back to the rewritten digits: a person is sent as
 *   `+<digits>@s.whatsapp.net`. It drops the `+` before it sends.
 * - The vCard is `FN`, `ORG` and `TEL;…;waid={phone}:{phone}`, nothing escaped: what would break out of its field is
 *   changed, and the phone is sent as digits. A number without country code would become somebody else's WhatsApp ID.
 * - The server prints every card to its standard output.
 * - `id` becomes the ID of the message.
 * - `delay` is in milliseconds, and the server sleeps that long before it answers.
 * - Mentions are for groups only.
 * - Failures before the send are 500s with a bare text.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1, org: ['company'] };

/** What the server does to a contact's number; the card shows the number as it is. */
const ADDED_BY_SERVER = {
	provider: 'Evolution Go',
	action: 'makes a WhatsApp ID of every number',
	showsPlus: false,
};

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
			mentionAllOption,
			mentionsOption,
			replyToOption,
			replyToParticipantOption,
		],
		schema,
	},
	text: {
		maxLength: undefined,
		request: ({ id, text }, target) => ({
			method: 'POST',
			path: '/send/text',
			messageId: id,
			body: defined({
				number: target.number,
				text,
				id,
				formatJid: false,
				delay: milliseconds(target),
				quoted: quotedBy(target),
			}),
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
		const checked = checkFirstPhone(contact, ADDED_BY_SERVER);
		if ('problem' in checked) return checked;
		return { contact: fitted.contact, warnings: [...fitted.warnings, ...checked] };
	},

	request({ id, contacts: [contact] }, target) {
		return {
			method: 'POST',
			path: '/send/contact',
			messageId: id,
			body: defined({
				number: target.number,
				vcard: defined({
					fullName: contact.name.formatted_name,
					phone: contactPhone(contact),
					organization: contact.org.company,
				}),
				id,
				formatJid: false,
				delay: milliseconds(target),
				mentionAll: target.mentionAll,
				mentionedJid: target.mentions,
				quoted: quotedBy(target),
			}),
		};
	},

	receipt,
	refusal,
};

function milliseconds({ delay }: EvolutionGoTarget): number | undefined {
	return delay === undefined ? undefined : delay * 1000;
}

/** WhatsApp needs the ID and the author of the message that the card replies to. */
function quotedBy({ replyTo, replyToParticipant }: EvolutionGoTarget): object | undefined {
	if (replyTo === undefined) return undefined;
	return { messageId: replyTo, participant: replyToParticipant };
}

/** The digits of the first phone with country code, or a short number as it is. */
function contactPhone({ phones: [first] }: Contact): string {
	return withoutExtension(first?.phone ?? '').replace(/^\+/, '');
}
