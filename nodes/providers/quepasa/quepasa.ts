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
import { withoutCommands } from './commands';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { schema, type QuepasaTarget } from './target';

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
 * - Without a vCard, the server builds one from name and phone, unescaped and after a look-up: we always send our own
 *   vCard, which it passes on as it is.
 * - A chat without `@` that isn't a number of 9 to 15 digits becomes a GROUP: we always send a whole JID.
 * - A wrong token is a 400, and so is any failure during the send: such a 400 does not mean that nothing was sent.
 * - `id` becomes the ID of the message, in upper case; after WhatsApp's error 463, the server may retry with another one.
 * - The server looks for polls, buttons and mentions in texts, see `withoutCommands`.
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
				text: withoutCommands(text, recipient.endsWith('@g.us')),
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
