/** How WAHA accepts a text, and says whether a number is on WhatsApp. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { accountOf, messageId } from '../../toolkit/whatsApp';
import { exception } from './errors';
import { chatIdError, sendError } from './send';
import type { WahaSession } from './sessions';

/** POST /api/sendText for a working session; every engine can send text. */
export function sendText(
	request: SandboxRequest,
	body: JsonObject,
	{ name: session, engine }: WahaSession,
	tools: ServerTools,
): HttpAnswer {
	const { chatId, text, reply_to: replyTo } = body;
	if (typeof text !== 'string')
		return exception(tools, "Cannot read properties of undefined (reading 'match')");
	if (typeof chatId !== 'string') return exception(tools, chatIdError(chatId));
	const chat = chatId.includes('@') ? chatId : `${chatId}@c.us`;
	const refused = sendError(engine, chat.replace('@s.whatsapp.net', '@c.us'));
	if (refused !== undefined) return exception(tools, refused);
	const jid = chat.replace('@s.whatsapp.net', '@c.us');
	const id = messageId('waha', tools.nextNumber(), 20);
	const serialized = `true_${jid}_${id}`;
	const response = answerOf(engine, jid, id, serialized);
	tools.keepCard({
		account: session,
		recipient: jid,
		text,
		contacts: [],
		vcards: [],
		messageIds: [engine === 'NOWEB' ? id : serialized],
		options: typeof replyTo === 'string' ? { replyTo } : {},
		request,
		status: 201,
		response,
	});
	return json(201, response);
}

function answerOf(engine: string, jid: string, id: string, serialized: string): unknown {
	switch (engine) {
		case 'WEBJS':
			return { id: { fromMe: true, remote: jid, id, _serialized: serialized }, ack: 0 };
		case 'NOWEB':
			return {
				key: { remoteJid: jid.replace('@c.us', '@s.whatsapp.net'), fromMe: true, id },
				status: 'PENDING',
			};
		default:
			return { id: serialized, _data: { Info: { ID: id, IsFromMe: true } } };
	}
}

/** GET /api/contacts/check-exists: the account's own ID if there is one; otherwise the key is absent. */
export function checkNumber(request: SandboxRequest): HttpAnswer {
	const account = accountOf((request.query.get('phone') ?? '').split('@')[0] ?? '');
	return json(
		200,
		account === undefined
			? { numberExists: false }
			: { numberExists: true, chatId: `${account}@c.us` },
	);
}
