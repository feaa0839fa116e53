/** How WuzAPI sends contact cards and texts. */
import type { ServerTools } from '../../provider';
import {
	isObject,
	json,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard } from '../../toolkit/vcard';
import { messageId, USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';
import { failure, readBody, success, textOf } from './body';

const JID = /^(\d+@s\.whatsapp\.net|[\d-]+@g\.us|\d+@lid|\d+@newsletter)$/;

/** POST /chat/send/contact: Phone, Name, Vcard, then the context. The vCard goes out as it is. */
export function sendContact(
	request: SandboxRequest,
	token: string,
	tools: ServerTools,
): HttpAnswer {
	const read = readBody(request);
	if ('refusal' in read) return read.refusal;
	const { body } = read;
	for (const [key, name] of [
		['phone', 'Phone'],
		['name', 'Name'],
		['vcard', 'Vcard'],
	] as const) {
		if (textOf(body, key) === '') return failure(400, `missing ${name} in Payload`);
	}
	const sent = send(body, token, tools);
	if ('refusal' in sent) return sent.refusal;
	const { chat, id, response } = sent;
	const vcard = textOf(body, 'vcard');
	const contact = readVcard(vcard);
	tools.keepCard({
		account: 'sales',
		recipient: chat,
		contacts: [{ ...contact, name: { ...contact.name, formatted_name: textOf(body, 'name') } }],
		vcards: [vcard],
		messageIds: [id],
		options: optionsOf(body),
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** POST /chat/send/text. */
export function sendText(request: SandboxRequest, token: string, tools: ServerTools): HttpAnswer {
	const read = readBody(request);
	if ('refusal' in read) return read.refusal;
	const { body } = read;
	if (textOf(body, 'phone') === '') return failure(400, 'missing Phone in Payload');
	if (textOf(body, 'body') === '') return failure(400, 'missing Body in Payload');
	const sent = send(body, token, tools);
	if ('refusal' in sent) return sent.refusal;
	tools.keepCard({
		account: 'sales',
		recipient: sent.chat,
		text: textOf(body, 'body'),
		contacts: [],
		vcards: [],
		messageIds: [sent.id],
		options: optionsOf(body),
		request,
		status: 200,
		response: sent.response,
	});
	return json(200, sent.response);
}

interface Sent {
	chat: string;
	id: string;
	response: unknown;
}

function send(body: JsonObject, token: string, tools: ServerTools): Sent | { refusal: HttpAnswer } {
	const phone = textOf(body, 'phone').replace(/^\+/, '');
	const chat = phone.includes('@') ? phone : `${phone}${USER_SERVER}`;
	if (!/^[^@]+@[^@]+$/.test(chat)) return { refusal: failure(400, 'could not parse Phone') };
	const context = isObject(body['contextinfo']) ? body['contextinfo'] : {};
	const stanza = textOf(context, 'stanzaid');
	const participant = textOf(context, 'participant');
	if (stanza !== '' && participant === '')
		return { refusal: failure(400, 'missing Participant in ContextInfo') };
	if (stanza === '' && participant !== '')
		return { refusal: failure(400, 'missing StanzaID in ContextInfo') };
	const refused = sendError(chat, token);
	if (refused !== undefined) return { refusal: failure(500, `error sending message: ${refused}`) };
	const id = textOf(body, 'id') || messageId('wuzapi', tools.nextNumber());
	const Timestamp = Math.floor(tools.now() / 1000);
	return { chat, id, response: success({ Details: 'Sent', Id: id, Timestamp }) };
}

/** whatsmeow's error for a send that fails. */
function sendError(chat: string, token: string): string | undefined {
	if (token !== account.token) return "the store doesn't contain a device JID";
	if (!JID.test(chat)) return `can't send message to unknown server ${chat.split('@')[1] ?? ''}`;
	if (chat.endsWith('@g.us') && chat !== account.group)
		return 'failed to get group members: server returned error 403';
	switch (chat.split('@')[0]) {
		case SPECIAL_NUMBERS.notOnWhatsApp:
			return `no LID found for ${chat} from server`;
		case SPECIAL_NUMBERS.reachoutLock:
			return 'server returned error 463';
		case SPECIAL_NUMBERS.neverConfirms:
			return 'timed out waiting for message send response';
		case SPECIAL_NUMBERS.sendFails:
			return 'websocket not connected';
		default:
			return undefined;
	}
}

function optionsOf(body: JsonObject): Record<string, unknown> {
	const context = isObject(body['contextinfo']) ? body['contextinfo'] : {};
	const { stanzaid, participant, mentionedjid, isforwarded } = context;
	return {
		...(stanzaid === undefined ? {} : { replyTo: stanzaid, replyToParticipant: participant }),
		...(mentionedjid === undefined ? {} : { mentions: mentionedjid }),
		...(isforwarded === true ? { isForwarded: true } : {}),
	};
}
