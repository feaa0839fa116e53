import { ContactCardWwebjsApi } from '../../../credentials/ContactCardWwebjsApi.credentials';
import { CARRIES_ALL } from '../../carried/carries';
import type { JsonObject } from '../../contact/object';
import { writeVCard } from '../../contact/vcard/write';
import type { Provider, ProviderRequest } from '../provider';
import { mentionsOption } from '../repliesAndMentions';
import { defined, path } from '../requestParts';
import {
	chosenFromList,
	recipientProperty,
	SEARCH_RECIPIENTS,
	replyToOption,
} from '../targetParameters';
import { cardReceipt, refusal, sessionsTest, textReceipt } from './answers';
import { wwebjsApiDialect } from './dialect';
import { recipients, sessions } from './lists';
import { lookUp } from './lookUp';
import { commonOptions, schema, type WwebjsApiTarget } from './target';

/*
 * WWebJS API, self-hosted: POST {base}/client/sendMessage/{sessionId}
 * Contract: its source, github.com/avoylenko/wwebjs-api at e45da16, on whatsapp-web.js 1.34, read on 2026-11-28. Its
 * ancestor chrishubert/whatsapp-api has the same addresses.
 *
 *   { chatId, contentType: "string", content, options?: { quotedMessageId, ignoreQuoteErrors, mentions, sendSeen, parseVCards } }
 *   200 { success: true, message: { id: { _serialized, remote }, type: "vcard", … } }
 *   4xx and 5xx { success: false, error }
 *
 * Oddities, and what follows from them:
 * - `content` becomes a card if it begins with exactly `BEGIN:VCARD`, and goes out as it is. Whatever WhatsApp's own parser
 *   rejects goes out as plain text: the type of the message shows it.
 * - A text that begins like this would become a card too: texts have `parseVCards: false`. They don't mention anybody
 *   again.
 * - A 200 without `message` usually means that nothing was sent: a channel, or a chat that does not exist.
 * - A reply to a message that does not exist is sent without the quotation, unless `ignoreQuoteErrors` is false.
 * - Bare digits aren't a chat: a person is `…@c.us`.
 */

export const wwebjsApi: Provider<WwebjsApiTarget> = {
	id: 'wwebjsApi',
	displayName: 'WWebJS API',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardWwebjsApi(),
	credentialTest: sessionsTest,
	documentationUrl: 'https://github.com/avoylenko/wwebjs-api',
	limits: { contactsPerCard: 1 },
	carries: CARRIES_ALL,
	target: {
		properties: [
			chosenFromList('searchWwebjsSessions', 'my-session', {
				displayName: 'Session',
				name: 'sessionId',
				required: true,
				description: 'The WhatsApp account that sends the card',
			}),
			recipientProperty,
		],
		options: [
			mentionsOption,
			{
				displayName: 'Mark Chat as Seen',
				name: 'sendSeen',
				type: 'boolean',
				default: true,
				description: 'Whether to mark the chat as seen before the card is sent',
			},
			replyToOption,
		],
		schema,
	},
	dialect: wwebjsApiDialect,
	text: {
		maxLength: undefined,
		request: ({ text }, target) => sending(target, text, { parseVCards: false }),
		receipt: textReceipt,
	},
	lookUp,
	lists: { [SEARCH_RECIPIENTS]: recipients, searchWwebjsSessions: sessions },

	request: ({ contacts: [contact] }, target) =>
		sending(target, writeVCard(contact), defined({ mentions: target.mentions })),
	receipt: cardReceipt,
	refusal,
};

function sending(target: WwebjsApiTarget, content: string, own: JsonObject): ProviderRequest {
	const options = { ...commonOptions(target), ...own };
	return {
		method: 'POST',
		path: path`/client/sendMessage/${target.sessionId}`,
		body: defined({
			chatId: target.recipient,
			contentType: 'string',
			content,
			options: Object.keys(options).length === 0 ? undefined : options,
		}),
	};
}
