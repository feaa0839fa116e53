/** Whapi.Cloud's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { bearerToken } from '../../toolkit/auth';
import type { HttpAnswer, SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { whapiError } from './errors';
import { checkContacts, health, listChats, listContacts } from './lists';
import { sendContacts, sendText } from './send';

const SENDS = ['/messages/contact', '/messages/contact_list', '/messages/text'];
const TOKENS: readonly string[] = [
	account.token,
	account.unlinkedToken,
	account.trialToken,
	account.stoppedToken,
];

/**
 * Whapi.Cloud, from its OpenAPI description 1.8.7: the channel's token as Bearer or in the query, errors as
 * `{error: {code, message, details?}}`, and a 401 for a channel that is not linked as well.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && SENDS.includes(path),
		recipientOf: (request) => request.textField('to'),
		handle: (request) => handle(request, tools),
		errorBody: (status, message) => ({ error: { code: status, message } }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const token = bearerToken(request) || (request.query.get('token') ?? '');
	if (!TOKENS.includes(token)) return whapiError(401, 'Unauthorized');
	switch (`${request.method} ${request.path}`) {
		case 'GET /health':
			return health(request, token);
		case 'GET /chats':
			return unauthorized(token) ?? listChats(request);
		case 'GET /contacts':
			return unauthorized(token) ?? listContacts(request);
		case 'POST /contacts':
			return unauthorized(token) ?? checkContacts(request);
		case 'POST /messages/contact':
		case 'POST /messages/contact_list':
			return unauthorized(token) ?? sendContacts(request, tools);
		case 'POST /messages/text':
			return unauthorized(token) ?? sendText(request, tools);
		default:
			return whapiError(404, 'Not found');
	}
}

/** A channel that is not linked, or whose trial is used up. */
function unauthorized(token: string): HttpAnswer | undefined {
	if (token === account.trialToken) return whapiError(402, 'Trial version limit exceeded');
	if (token === account.token) return undefined;
	return whapiError(401, 'Need channel authorization for send message');
}
