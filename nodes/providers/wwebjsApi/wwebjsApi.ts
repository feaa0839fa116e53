import { ContactCardWwebjsApi } from '../../../credentials/ContactCardWwebjsApi.credentials';
import { CARRIES_ALL } from '../../carried/carries';
import type { JsonObject } from '../../contact/object';
import { writeVCard } from '../../contact/vcard/write';
import { mentionsOption } from '../persons';
import type { Provider, ProviderRequest } from '../provider';
import { defined, path } from '../requestParts';
import {
	chosenFromList,
	recipientProperty,
	SEARCH_RECIPIENTS,
	replyToOption,
} from '../targetParameters';
import { cardReceipt, refusal, sessionsTest, textReceipt } from './answers';
import { wwebjsDialect } from './dialect';
import { recipients, sessions } from './lists';
import { lookUp } from './lookUp';
import { commonOptions, schema, type WwebjsTarget } from './target';

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
 * - `content` becomes a card where it begins with exactly `BEGIN:VCARD`, and goes out as it is. Whatever WhatsApp's own
 *   parser rejects goes out as plain text: the type of the message tells.
 * - A text that begins so would become a card too: texts have `parseVCards: false`. They mention nobody a second time.
 * - A 200 without `message` sent nothing, as a rule: channels, or a chat that is not there.
 * - A reply to a message that is not there is sent without the quotation, unless `ignoreQuoteErrors` is false.
 * - Bare digits name no chat: a person is `…@c.us`.
 */

export const wwebjsApi: Provider<WwebjsTarget> = {
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
				description: 'Whether the chat is marked as seen before the card goes out',
			},
			replyToOption,
		],
		schema,
	},
	dialect: wwebjsDialect,
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

function sending(target: WwebjsTarget, content: string, own: JsonObject): ProviderRequest {
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
