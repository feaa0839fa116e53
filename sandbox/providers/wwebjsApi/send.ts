/** How WWebJS API sends contact cards and texts, by one route for both. */
import type { ServerTools } from '../../provider';
import { isObject, json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardLines } from '../../toolkit/vcard';
import { messageId } from '../../toolkit/whatsApp';
import { account } from './account';
import { failure } from './lists';

const CONTENT_TYPES = [
	'string',
	'MessageMedia',
	'MessageMediaFromURL',
	'Location',
	'Contact',
	'Poll',
];

/** POST /client/sendMessage/{sessionId} for a connected session. */
export function sendMessage(
	request: SandboxRequest,
	session: string,
	tools: ServerTools,
): HttpAnswer {
	const { chatId, contentType, content, options } = request.jsonObject();
	if (typeof contentType !== 'string' || !CONTENT_TYPES.includes(contentType))
		return failure(400, 'invalid contentType');
	if (contentType !== 'string' || typeof content !== 'string')
		return failure(500, 'The sandbox sends strings only');
	const chat = String(chatId);
	const refused = sendError(chat);
	if (refused !== undefined) return failure(500, refused);
	// A channel, or a chat that the account does not have.
	const isKnown = /@(c\.us|lid)$/.test(chat) || chat === account.group;
	if (!isKnown) return json(200, { success: true }, {}, 'no such chat: nothing is sent');
	const given = isObject(options) ? options : {};
	const { quotedMessageId, ignoreQuoteErrors = true, parseVCards = true } = given;
	const isThere = quotedMessageId === undefined || quotedMessageId === account.knownMessage;
	if (!isThere && ignoreQuoteErrors === false)
		return failure(500, 'Could not get the quoted message.');

	const isCard = parseVCards !== false && content.startsWith('BEGIN:VCARD') && isReadable(content);
	const id = messageId('wwebjsApi', tools.nextNumber(), 20);
	const _serialized = `true_${chat}_${id}`;
	const response = {
		success: true,
		message: {
			id: { fromMe: true, remote: chat, id, _serialized },
			ack: 0,
			type: isCard ? 'vcard' : 'chat',
			body: content,
			vCards: isCard ? [content] : [],
			timestamp: Math.floor(tools.now() / 1000),
			from: '447700900930@c.us',
			to: chat,
		},
	};
	tools.keepCard({
		account: session,
		recipient: chat,
		...(isCard
			? { contacts: [readVcard(content)], vcards: [content] }
			: { text: content, contacts: [], vcards: [] }),
		messageIds: [_serialized],
		options: {
			...(isThere && quotedMessageId !== undefined ? { replyTo: quotedMessageId } : {}),
			...(given['mentions'] === undefined ? {} : { mentions: given['mentions'] }),
			...(given['sendSeen'] === undefined ? {} : { sendSeen: given['sendSeen'] }),
		},
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** Whether WhatsApp's own parser accepts the text as a card: it needs BEGIN, END and a name. */
function isReadable(content: string): boolean {
	const names = vcardLines(content).map(({ name }) => name);
	return ['VERSION', 'FN', 'END'].every((name) => names.includes(name));
}

function sendError(chat: string): string | undefined {
	if (!/^[\d-]+@(c\.us|g\.us|lid|newsletter)$/.test(chat))
		return 'Evaluation failed: Error: wid error: invalid wid';
	switch (chat.replace(/@.*/, '')) {
		case SPECIAL_NUMBERS.notOnWhatsApp:
			return 'No LID for user';
		case SPECIAL_NUMBERS.neverConfirms:
			return 'Runtime.callFunctionOn timed out';
		case SPECIAL_NUMBERS.sendFails:
			return 'Evaluation failed: r';
		default:
			return undefined;
	}
}
