/** How Chatvolt accepts a text. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { hexId } from '../../toolkit/ids';
import { chatvoltError } from './lists';
import { conversationOf } from './send';

/** POST /conversation/message/conversationId/{id}: the message in Chatvolt's own form, with Chatvolt's id. */
export function sendText(
	request: SandboxRequest,
	conversationId: string,
	tools: ServerTools,
): HttpAnswer {
	const body = request.objectOrNull();
	if (body === null) return chatvoltError(400, 'INVALID_REQUEST', 'the body is not a JSON object');
	const { message, agentId } = body;
	if (typeof message !== 'string' || message.trim() === '')
		return chatvoltError(400, 'INVALID_REQUEST', 'message is missing');
	if (typeof agentId !== 'string')
		return chatvoltError(400, 'INVALID_REQUEST', 'agentId is not a string');
	const found = conversationOf({ agentId, conversationId });
	if ('headers' in found) return found;
	const { agent, conversation } = found;
	const id = `cm${hexId(`chatvolt text ${String(tools.nextNumber())}`, 23)}`;
	const response = {
		success: true,
		message: { id, text: message, from: 'human', conversationId, agentId },
	};
	tools.keepCard({
		account: agent.id,
		recipient: conversation.id,
		...(conversation.title === null ? {} : { chatName: conversation.title }),
		text: message,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options: {},
		request,
		status: 200,
		response,
	});
	return json(200, response);
}
