/** How Telegram accepts a text. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { BOT, telegramError, textOf } from './chats';
import { chatFor, clean } from './send';

/** Maximum characters, by the documentation. */
const TEXT_LENGTH = 4096;

/** sendMessage: the text, then the options, then the chat. */
export function sendText(
	request: SandboxRequest,
	parameters: JsonObject,
	tools: ServerTools,
	flooded: Set<string>,
): HttpAnswer {
	const text = clean(textOf(parameters['text'])).trim();
	if (text === '') return telegramError(400, 'Bad Request: message text is empty');
	if ([...text].length > TEXT_LENGTH) return telegramError(400, 'Bad Request: message is too long');
	const found = chatFor(parameters, flooded);
	if ('refused' in found) return found.refused;
	const { chat, reply } = found;
	const id = 100 + tools.nextNumber();
	const { id: chatId, title, ...others } = chat;
	const named = chat.type === 'private' ? { first_name: title } : { title };
	const response = {
		ok: true,
		result: {
			message_id: id,
			from: BOT,
			chat: { id: Number(chatId), ...named, ...others },
			date: Math.floor(tools.now() / 1000),
			...(reply === undefined ? {} : { reply_to_message: { message_id: reply } }),
			text,
		},
	};
	const { chat_id: _chat, text: _text, ...options } = parameters;
	tools.keepCard({
		account: BOT.username,
		recipient: chatId,
		chatName: title,
		text,
		contacts: [],
		vcards: [],
		messageIds: [String(id)],
		options,
		request,
		status: 200,
		response,
	});
	return json(200, response);
}
