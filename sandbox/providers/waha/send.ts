/** How WAHA accepts a contact card. */
import type { ServerTools } from '../../provider';
import {
	json,
	text,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { isOnWhatsApp, messageId } from '../../toolkit/whatsApp';
import { answerOf, contactsOf, sentContacts } from './engines';
import { exception, nestError } from './errors';
import type { WahaSession } from './sessions';

const SERVERS = ['c.us', 's.whatsapp.net', 'g.us', 'lid', 'newsletter', 'broadcast'];

/**
 * POST /api/sendContactVcard for a working session. Neither `contacts` nor `chatId` is validated: whatever the engine
 * cannot handle ends as an exception, 500, and only GOWS, which waits for WhatsApp, refuses recipients that WhatsApp does
 * not know. What an empty list of contacts leads to is unknown; the sandbox treats it as WPP does.
 */
export function sendContactVcard(
	request: SandboxRequest,
	body: JsonObject,
	{ name: session, engine, old = false }: WahaSession,
	tools: ServerTools,
): HttpAnswer {
	if (engine === 'WEBJS') {
		return old
			? nestError(422, 'Unprocessable Entity', 'The method is not implemented by the engine.')
			: nestError(
					501,
					'Not Implemented',
					"The method is not implemented by 'WEBJS' engine. Check the docs and try another engine: https://waha.devlike.pro/",
				);
	}
	const { chatId: given, reply_to: replyTo } = body;
	const contacts = contactsOf(body['contacts']);
	if (typeof contacts === 'string') return exception(tools, contacts);
	if (typeof given !== 'string') return exception(tools, chatIdError(given));
	const chatId = (given.includes('@') ? given : `${given}@c.us`).replace(
		'@s.whatsapp.net',
		'@c.us',
	);
	const sent = sentContacts(engine, contacts);
	if (sent.length === 0)
		return exception(tools, "Cannot read properties of undefined (reading 'id')");
	const refused = sendError(engine, chatId);
	if (refused !== undefined) return exception(tools, refused);

	const id = messageId('waha', tools.nextNumber(), 20);
	const seconds = Math.floor(tools.now() / 1000);
	const { shownId, response } = answerOf(engine, { chatId, id, seconds, contacts: sent });
	tools.keepCard({
		account: session,
		recipient: chatId,
		contacts: sent.map(({ shown }) => shown),
		vcards: sent.map(({ vcard }) => vcard),
		messageIds: old ? [] : [shownId],
		options: typeof replyTo === 'string' && engine !== 'WPP' ? { replyTo } : {},
		request,
		status: 201,
		response: old ? '' : response,
	});
	return old ? text(201, '') : json(201, response);
}

export function chatIdError(chatId: unknown): string {
	return chatId === undefined || chatId === null
		? `Cannot read properties of ${String(chatId)} (reading 'includes')`
		: 'chatId.includes is not a function';
}

/** The text of the exception for WhatsApp's answer. */
export function sendError(engine: WahaSession['engine'], chatId: string): string | undefined {
	const [user = '', server = ''] = chatId.split('@');
	switch (user) {
		case SPECIAL_NUMBERS.reachoutLock:
			return '2 UNKNOWN: server returned error 463';
		case SPECIAL_NUMBERS.neverConfirms:
			return '4 DEADLINE_EXCEEDED: Deadline exceeded';
		case SPECIAL_NUMBERS.sendFails:
			return '2 UNKNOWN: failed to send message node: websocket not connected';
	}
	if (engine !== 'GOWS') return undefined;
	if (!SERVERS.includes(server)) return `2 UNKNOWN: can't send message to unknown server ${server}`;
	return server === 'c.us' && !isOnWhatsApp(user)
		? `2 UNKNOWN: no LID found for ${user}@s.whatsapp.net from server`
		: undefined;
}
