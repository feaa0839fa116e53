import { ContactCardEvolutionGoApi } from '../../../credentials/ContactCardEvolutionGoApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { withoutDelimiters } from '../../carried/delimiters';
import { firstPhoneWithPlus } from '../../carried/numberWithPlus';
import type { Contact } from '../../contact/contact';
import { withoutExtension } from '../../contact/phone/typed';
import { mentionAllOption, mentionsOption, replyToParticipantOption } from '../persons';
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
 * Text: POST {base}/send/text { number, text, id?, delay?, formatJid?, quoted? }, answers as above; nothing in it is read.
 *
 * Oddities, and what follows from them:
 * - The server rewrites numbers: 13 digits of Mexico, Argentina and, in 0.6, Brazil lose some, and 18 characters or more
 *   become a GROUP. It does so also with the digits of a JID unless `formatJid` is false, which is always given.
 * - Its check whether a number is on WhatsApp needs the `+`, else it falls back to the rewritten digits: a person goes
 *   as `+<digits>@s.whatsapp.net`. It drops the `+` before it sends.
 * - The vCard is `FN`, `ORG` and `TEL;…;waid={phone}:{phone}`, nothing escaped: what would leave its field is changed,
 *   and the phone goes as digits. A number without country code would become somebody else's WhatsApp ID there.
 * - It prints every card to its standard output.
 * - `id` becomes the ID of the message.
 * - `delay` is in milliseconds, and the server sleeps that long before it answers.
 * - Mentions are for groups only.
 * - Failures before the send are 500s with a bare text.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1, org: ['company'] };

/** What the server does to the number of a contact; the number itself is shown as it comes. */
const ADDED = {
	provider: 'Evolution Go',
	deed: 'makes a WhatsApp ID of every number',
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
		const checked = firstPhoneWithPlus(contact, ADDED);
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

/** WhatsApp finds the message that is replied to by its ID and by who wrote it. */
function quotedBy({ replyTo, replyToParticipant }: EvolutionGoTarget): object | undefined {
	if (replyTo === undefined) return undefined;
	return { messageId: replyTo, participant: replyToParticipant };
}

/** The first phone as digits with country code, or a short number as it is. */
function contactPhone({ phones: [first] }: Contact): string {
	return withoutExtension(first?.phone ?? '').replace(/^\+/, '');
}
