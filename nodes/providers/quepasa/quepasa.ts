import { ContactCardQuepasaApi } from '../../../credentials/ContactCardQuepasaApi.credentials';
import { CARRIES_ALL } from '../../carried/carries';
import { withoutExtension } from '../../contact/phone/typed';
import { writeVCard } from '../../contact/vcard/write';
import type { Provider } from '../provider';
import { defined } from '../requestParts';
import {
	recipientProperty,
	SEARCH_RECIPIENTS,
	replyToOption,
	trackIdOption,
} from '../targetParameters';
import { connectionTest, receipt, refusal } from './answers';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { schema, type QuepasaTarget } from './target';
import { plainText } from './text';

/*
 * Quepasa, self-hosted: POST {base}/send
 * Contract: its source, github.com/nocodeleaks/quepasa, 3.26.0625.1500 (src/api, src/whatsapp, src/whatsmeow), read on
 * 2026-11-28.
 *
 *   { chatId, contact: { phone, name, vcard? }, id?, trackid?, inreply? }   or   { chatId, text, id?, … }
 *   200 { success: true, status: "sended with success", message: { id, wid, chatId, trackId? } }
 *   400 and 503 { success: false, status }
 *
 * Oddities, and what follows from them:
 * - Without a vCard the server builds one from name and phone, with nothing escaped and after a look-up of its own: a
 *   vCard of ours goes instead, always, which it passes on as it is.
 * - A chat without `@` that is no number of 9 to 15 digits becomes a GROUP: a whole JID is always given.
 * - A wrong token is a 400, and so is whatever fails while WhatsApp sends: such a 400 does not say that nothing was sent.
 * - `id` becomes the ID of the message, in upper case; after WhatsApp's error 463 the server may try again with another.
 * - Texts are looked through for polls, buttons and mentions, see `plainText`.
 */

export const quepasa: Provider<QuepasaTarget> = {
	id: 'quepasa',
	displayName: 'Quepasa',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardQuepasaApi(),
	credentialTest: connectionTest,
	documentationUrl: 'https://github.com/nocodeleaks/quepasa',
	limits: { contactsPerCard: 1 },
	carries: CARRIES_ALL,
	target: {
		properties: [recipientProperty],
		options: [replyToOption, trackIdOption],
		schema,
	},
	text: {
		maxLength: undefined,
		request: ({ id, text }, { recipient, replyTo, trackId }) => ({
			method: 'POST',
			path: '/send',
			messageId: id,
			body: defined({
				chatId: recipient,
				text: plainText(text, recipient.endsWith('@g.us')),
				id,
				trackid: trackId,
				inreply: replyTo,
			}),
		}),
	},
	lookUp,
	lists: { [SEARCH_RECIPIENTS]: recipients },

	request({ id, contacts: [contact] }, { recipient, replyTo, trackId }) {
		return {
			method: 'POST',
			path: '/send',
			messageId: id,
			body: defined({
				chatId: recipient,
				contact: {
					phone: withoutExtension(contact.phones[0]?.phone ?? ''),
					name: contact.name.formatted_name,
					vcard: writeVCard(contact),
				},
				id,
				trackid: trackId,
				inreply: replyTo,
			}),
		};
	},

	receipt,
	refusal,
};
