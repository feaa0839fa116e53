/** How Telegram accepts a contact card. */
import type { ServerTools } from '../../provider';
import { namedContact, type CardContact } from '../../toolkit/contact';
import {
	isObject,
	json,
	parseJson,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { readVcard } from '../../toolkit/vcard';
import { account } from './account';
import { BOT, chatError, chatOf, telegramError, textOf, type TelegramChat } from './chats';

/** Maximum bytes of a vCard, by the documentation. */
const VCARD_BYTES = 2048;
/** The ID of a chat's last message; a reply to a later one fails. */
const LAST_MESSAGE = 1_000_000;
/** The last of the forum's open topics. */
const LAST_TOPIC = 9;

interface SharedContact {
	phone_number: string;
	first_name: string;
	last_name: string;
	vcard: string;
}

/** What TDLib does to a text: control characters become spaces, carriage returns are dropped. */
export function clean(text: string): string {
	return text.replace(/\r/g, '').replace(/[^\P{Cc}\n\u007f-\u009f]/gu, ' ');
}

/**
 * sendContact, in the server's order: the contact, then the options, then the chat. How Telegram refuses a vCard that is
 * too long is not in the public source: the limit is documented, the words are invented.
 */
export function sendContact(
	request: SandboxRequest,
	parameters: JsonObject,
	tools: ServerTools,
	flooded: Set<string>,
): HttpAnswer {
	const contact: SharedContact = {
		phone_number: clean(textOf(parameters['phone_number'])),
		first_name: clean(textOf(parameters['first_name'])),
		last_name: clean(textOf(parameters['last_name'])),
		vcard: clean(textOf(parameters['vcard'])),
	};
	for (const name of ['phone_number', 'first_name'] as const) {
		if (contact[name] === '')
			return telegramError(400, `Bad Request: parameter "${name}" is required`);
	}
	if (Buffer.byteLength(textOf(parameters['vcard'])) > VCARD_BYTES)
		return telegramError(400, 'Bad Request: vCard is too long');
	const found = chatFor(parameters, flooded);
	return 'refused' in found
		? found.refused
		: deliver(request, parameters, tools, { ...found, contact });
}

type FoundChat = { chat: TelegramChat; reply: number | undefined } | { refused: HttpAnswer };

/** The chat of a message and what it replies to; the options are checked before the chat. */
export function chatFor(parameters: JsonObject, flooded: Set<string>): FoundChat {
	const refusal = (words: string): FoundChat => ({ refused: telegramError(400, words) });
	const reply = replyOf(parameters);
	if (typeof reply === 'string') return refusal(reply);

	const chatId = textOf(parameters['chat_id']);
	if (chatId === '') return refusal('Bad Request: chat_id is empty');
	const business = textOf(parameters['business_connection_id']);
	if (business !== '' && business !== account.businessConnectionId)
		return refusal('Bad Request: business connection not found');
	const chat = chatOf(chatId);
	if (chat === undefined) return refusal('Bad Request: chat not found');
	const refused = chatError(chat, flooded);
	if (refused !== null) return { refused };
	const topic = textOf(parameters['message_thread_id']);
	if (topic !== '' && (chat.is_forum !== true || !(Number(topic) <= LAST_TOPIC)))
		return refusal('Bad Request: message thread not found');
	if (reply !== undefined && reply > LAST_MESSAGE)
		return refusal('Bad Request: message to be replied not found');
	return { chat, reply };
}

/** The message to reply to, or what is wrong with it. */
function replyOf(parameters: JsonObject): number | string | undefined {
	const given = parameters['reply_parameters'];
	if (given === undefined) return undefined;
	const parsed = typeof given === 'string' ? parseJson(given) : { ok: true as const, value: given };
	if (!parsed.ok) return "Bad Request: can't parse reply parameters JSON object";
	if (!isObject(parsed.value)) return 'Bad Request: object expected as reply parameters';
	const id = parsed.value['message_id'];
	// Since 10.2, it may be an ephemeral message instead
	if (id === undefined && parsed.value['ephemeral_message_id'] !== undefined) return undefined;
	if (typeof id !== 'number') return 'Bad Request: field "message_id" must be of type Number';
	return id;
}

interface TelegramCard {
	chat: TelegramChat;
	contact: SharedContact;
	reply: number | undefined;
}

function deliver(
	request: SandboxRequest,
	parameters: JsonObject,
	tools: ServerTools,
	{ chat, contact, reply }: TelegramCard,
): HttpAnswer {
	const id = 100 + tools.nextNumber();
	const { id: chatId, title, ...others } = chat;
	const named = chat.type === 'private' ? { first_name: title } : { title };
	const shared = Object.fromEntries(Object.entries(contact).filter(([, text]) => text !== ''));
	const response = {
		ok: true,
		result: {
			message_id: id,
			from: BOT,
			chat: { id: Number(chatId), ...named, ...others },
			date: Math.floor(tools.now() / 1000),
			...(reply === undefined ? {} : { reply_to_message: { message_id: reply } }),
			contact: shared,
		},
	};
	const { chat_id: _chat, phone_number: _phone, first_name: _first, ...rest } = parameters;
	const { last_name: _last, vcard: _vcard, ...options } = rest;
	tools.keepCard({
		account: BOT.username,
		recipient: chatId,
		chatName: title,
		contacts: [shownContact(contact)],
		vcards: contact.vcard === '' ? [] : [contact.vcard],
		messageIds: [String(id)],
		options,
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** What the chat shows: first and last name in order, and the rest of the vCard on a tap. */
function shownContact({ phone_number, first_name, last_name, vcard }: SharedContact): CardContact {
	const shown = last_name === '' ? first_name : `${first_name} ${last_name}`;
	if (vcard !== '') {
		const contact = readVcard(vcard);
		return { ...contact, name: { ...contact.name, formatted_name: shown } };
	}
	const contact = namedContact(shown);
	return {
		...contact,
		name: { ...contact.name, first_name, ...(last_name === '' ? {} : { last_name }) },
		phones: [{ phone: phone_number }],
	};
}
