/** How RyzeAPI accepts a text. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { messageId } from '../../toolkit/whatsApp';
import { ryzeError, type RyzeInstance } from './instances';
import { bodyOf, recipientJid, sendError } from './send';

/** POST /api/message/text/:instance, checked in the same order as contacts: body, number, message, connection, send. */
export function sendText(
	request: SandboxRequest,
	instance: RyzeInstance,
	tools: ServerTools,
): HttpAnswer {
	const read = bodyOf(request);
	if ('answer' in read) return read.answer;
	const { number, message, delay, replyTo, replyPrivate, source } = read.body;
	const to = typeof number === 'string' ? number.trim() : '';
	if (to === '') return ryzeError(400, 'Number is required');
	if (typeof message !== 'string' || message.trim() === '')
		return ryzeError(400, 'Message is required');
	const jid = recipientJid(to);
	if (jid === null) return ryzeError(400, `Invalid phone number format: ${to}`);
	if (instance.state !== 'connected')
		return ryzeError(503, 'Instance is not connected to WhatsApp');
	const refused = sendError(jid);
	if (refused !== null) return refused;
	const id = messageId('ryzeapi', tools.nextNumber(), 20);
	const response = {
		success: true,
		message: 'Message sent successfully',
		status: 'sent',
		data: { messageId: id, direction: 'outgoing', chat: { jid }, source: source ?? 'api' },
	};
	tools.keepCard({
		account: instance.name,
		recipient: jid,
		text: message,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options: Object.fromEntries(
			Object.entries({ delay, replyTo, replyPrivate, source }).filter(
				([, value]) => value !== undefined,
			),
		),
		request,
		status: 200,
		response,
	});
	return json(200, response);
}
