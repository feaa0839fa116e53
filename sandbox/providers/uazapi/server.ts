/** uazapiGO's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { checkNumbers, failure, instanceStatus, listContacts, listGroups } from './lists';
import { sendContact, sendText } from './send';

const CARD_PATH = '/send/contact';
const TEXT_PATH = '/send/text';

/** uazapiGO 2.1, from its OpenAPI description; the statuses for wrong types in a body are the sandbox's guess. */
export function createServer(tools: ServerTools): ProviderServer {
	const flooded = new Set<string>();
	return {
		isSend: ({ method, path }) => method === 'POST' && (path === CARD_PATH || path === TEXT_PATH),
		recipientOf: (request) => request.textField('number'),
		handle: (request) => handle(request, tools, flooded),
		errorBody: (_status, message) => ({ error: message }),
	};
}

function handle(
	request: SandboxRequest,
	tools: ServerTools,
	flooded: Set<string>,
): HttpAnswer | Promise<HttpAnswer> {
	const { method, path } = request;
	const token = request.header('token');
	if (token === '') return failure(401, 'missing token');
	if (token !== account.token && token !== account.offlineToken)
		return failure(401, 'Invalid token');
	const connected = token === account.token;
	switch (`${method} ${path}`) {
		case 'GET /instance/status':
			return instanceStatus(connected);
		case 'GET /group/list':
			return listGroups();
		case 'GET /contacts':
			return listContacts();
		case 'POST /chat/check':
			return checkNumbers(request, connected);
		case `POST ${TEXT_PATH}`:
			return connected ? sendText(request, tools, flooded) : notConnected();
		case `POST ${CARD_PATH}`:
			return connected ? sendContact(request, tools, flooded) : notConnected();
		default:
			return text(404, '404 page not found');
	}
}

function notConnected(): HttpAnswer {
	return failure(500, 'WhatsApp client is not connected');
}
