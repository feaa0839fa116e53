/** How Wawp accepts a text, and says whether a number is on WhatsApp. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { accountOf } from '../../toolkit/whatsApp';
import { wawpError } from './errors';
import { serializedId } from './message';
import { numberError, sendError } from './send';

/** Maximum characters, by the documentation. */
const TEXT_LENGTH = 4096;

/** POST /v2/send/text once the session is known. */
export function sendText(
	request: SandboxRequest,
	body: JsonObject,
	instanceId: string,
	tools: ServerTools,
): HttpAnswer {
	const { chatId, message, reply_to: replyTo } = body;
	const missing = Object.entries({ chatId, message })
		.filter(([, value]) => typeof value !== 'string' || value === '')
		.map(([name]) => name);
	if (missing.length > 0)
		return wawpError(400, 'Bad Request', `Missing Required Parameter(s): ${missing.join(', ')}`);
	const text = String(message);
	if ([...text].length > TEXT_LENGTH)
		return wawpError(400, 'Bad Request', 'Message exceeds 4096 characters');
	const chat = String(chatId);
	const number = chat.split('@')[0] ?? '';
	const refused = numberError(chat) ?? sendError(number);
	if (refused !== null) return refused;
	const jid = chat.includes('@') ? chat.replace('@s.whatsapp.net', '@c.us') : `${chat}@c.us`;
	const id = serializedId(jid, tools.nextNumber());
	const response = {
		id: { fromMe: true, remote: jid, id: id.split('_').pop() ?? '', _serialized: id },
		body: text,
		type: 'chat',
		timestamp: Math.floor(tools.now() / 1000),
		to: jid,
	};
	tools.keepCard({
		account: instanceId,
		recipient: jid,
		text,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options: typeof replyTo === 'string' && replyTo !== '' ? { replyTo } : {},
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** GET /v2/contacts/check-exists; its answer is not published, so this is WAHA's. */
export function checkNumber(request: SandboxRequest): HttpAnswer {
	const phone = request.query.get('phone') ?? '';
	if (!/^\+?[1-9]\d*$/.test(phone))
		return wawpError(400, 'Bad Request', 'Invalid Number (Unknown)');
	const account = accountOf(phone.replace('+', ''));
	return json(
		200,
		account === undefined
			? { numberExists: false }
			: { numberExists: true, chatId: `${account}@c.us` },
	);
}
