import { ContactCardWuzapiApi } from '../../../credentials/ContactCardWuzapiApi.credentials';
import { CARRIES_ALL } from '../../carried/carries';
import { writeVCard } from '../../contact/vcard/write';
import type { Provider } from '../provider';
import { isForwardedOption, mentionsOption, replyToParticipantOption } from '../repliesAndMentions';
import { defined } from '../requestParts';
import { recipientProperty, SEARCH_RECIPIENTS, replyToOption } from '../targetParameters';
import { receipt, refusal, sessionTest } from './answers';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { cardContext, schema, textContext, type WuzapiTarget } from './target';

/*
 * WuzAPI, self-hosted, and ZapperHUB, which has the same API: POST {base}/chat/send/contact
 * Contract: its source, github.com/asternic/wuzapi, handlers.go (`SendContact`) at 02a462c, read on 2026-11-28; the same
 * in the fork zapperapi/wuzapi at f6bfed9. ZapperHUB as an application of September 2026 calls it.
 *
 *   { Phone, Name, Vcard, Id?, ContextInfo?: { StanzaID, Participant, MentionedJID?, IsForwarded? } }
 *   200 { code: 200, data: { Details: "Sent", Id, Timestamp }, success: true }
 *   4xx and 5xx { code, error, success: false }
 *
 * Text: POST {base}/chat/send/text { Phone, Body, Id?, ContextInfo? }, answers as above.
 *
 * Oddities, and what follows from them:
 * - The vCard goes out as it is; `Name` is what the chat shows.
 * - `Phone` without @ becomes a person's JID, whatever it contains: we always send a whole JID.
 * - `Id` becomes the ID of the message.
 * - A reply needs the author of the message. Builds from before 2026 crash on a contact with ContextInfo.
 * - The server doesn't check first whether the session is connected: failures of the send are 500s with whatsmeow's words.
 *   Old builds capitalize error texts.
 * - Nothing checks that a number is on WhatsApp.
 */

export const wuzapi: Provider<WuzapiTarget> = {
	id: 'wuzapi',
	displayName: 'WuzAPI',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardWuzapiApi(),
	credentialTest: sessionTest,
	documentationUrl: 'https://github.com/asternic/wuzapi/blob/main/API.md',
	limits: { contactsPerCard: 1 },
	carries: CARRIES_ALL,
	target: {
		properties: [recipientProperty],
		options: [isForwardedOption, mentionsOption, replyToOption, replyToParticipantOption],
		schema,
	},
	text: {
		maxLength: undefined,
		request: ({ id, text }, target) => ({
			method: 'POST',
			path: '/chat/send/text',
			messageId: id,
			body: defined({
				Phone: target.recipient,
				Body: text,
				Id: id,
				ContextInfo: textContext(target),
			}),
		}),
	},
	lookUp,
	lists: { [SEARCH_RECIPIENTS]: recipients },

	request({ id, contacts: [contact] }, target) {
		return {
			method: 'POST',
			path: '/chat/send/contact',
			messageId: id,
			body: defined({
				Phone: target.recipient,
				Name: contact.name.formatted_name,
				Vcard: writeVCard(contact),
				Id: id,
				ContextInfo: cardContext(target),
			}),
		};
	},

	receipt,
	refusal,
};
