/** Chatvolt's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import { bearerToken } from '../../toolkit/auth';
import { text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { chatvoltError, listAgents, listConversations, oneAgent, oneConversation } from './lists';
import { sendContact } from './send';
import { sendText } from './text';

const SEND_PATH = '/messages/interactive/send-contact';
const TEXT_PATH = /^\/conversation\/message\/conversationId\/([^/]+)$/;

/**
 * Chatvolt, from its OpenAPI and its pages. Errors are `{error: string}`; those about the key come from its middleware, as
 * plain text without a key and as JSON with a wrong one, so that a client sees both.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && (path === SEND_PATH || TEXT_PATH.test(path)),
		recipientOf: (request) => {
			const conversation = TEXT_PATH.exec(request.path)?.[1];
			return conversation === undefined
				? request.textField('conversationId')
				: decodeURIComponent(conversation);
		},
		handle: (request) => handle(request, tools),
		errorBody: (_status, message) => ({ error: message }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { method, path } = request;
	const authorized = bearerToken(request) === account.apiKey;
	const agent = /^\/agents\/([^/]+)$/.exec(path);
	if (method === 'GET' && agent !== null)
		return oneAgent(decodeURIComponent(agent[1] ?? ''), authorized);
	if (!authorized) {
		return request.header('authorization') === ''
			? { ...text(401, 'UNAUTHORIZED'), reason: 'no key' }
			: chatvoltError(401, 'UNAUTHORIZED', 'wrong key');
	}

	const texted = method === 'POST' ? TEXT_PATH.exec(path) : null;
	if (texted !== null) return sendText(request, decodeURIComponent(texted[1] ?? ''), tools);
	const conversation = /^\/conversation\/([^/]+)$/.exec(path);
	if (method === 'GET' && conversation !== null)
		return oneConversation(decodeURIComponent(conversation[1] ?? ''));
	switch (`${method} ${path}`) {
		case `POST ${SEND_PATH}`:
			return sendContact(request, tools);
		case 'GET /conversation':
			return listConversations(request);
		case 'GET /agents':
			return listAgents(request);
		default:
			return path === SEND_PATH
				? chatvoltError(405, 'METHOD_NOT_ALLOWED')
				: chatvoltError(404, 'NOT FOUND');
	}
}
