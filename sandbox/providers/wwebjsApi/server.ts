/** WWebJS API's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { json, text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { failure, listChats, listContacts, listSessions, numberId, SESSIONS } from './lists';
import { sendMessage } from './send';

const SEND_PATH = /^\/client\/sendMessage\/[^/]+$/;
const SESSION_PATH = /^\/(client|session)\/(\w+)\/([^/]+)$/;

/** WWebJS API at e45da16, from its source: the key, the session's name, its state, then the message. */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && SEND_PATH.test(path),
		recipientOf: (request) => request.textField('chatId'),
		handle: (request) => handle(request, tools),
		errorBody: (_status, message) => ({ success: false, error: message }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { method, path } = request;
	if (method === 'GET' && path === '/ping') return json(200, { success: true, message: 'pong' });
	if (request.header('x-api-key') !== account.apiKey) return failure(403, 'Invalid API key');
	if (method === 'GET' && path === '/session/getSessions') return listSessions();
	const [, kind, action, encoded = ''] = SESSION_PATH.exec(path) ?? [];
	const route = `${method} ${kind ?? ''}/${action ?? ''}`;
	const session = decodeURIComponent(encoded);
	if (!KNOWN.includes(route)) return text(404, `Cannot ${method} ${path}`);
	if (!/^[\w-]+$/.test(session) || session.includes('_'))
		return failure(422, 'Session should be alphanumerical or -');
	const state = stateOf(session);
	if (route === 'GET session/status') {
		const shown = state === undefined ? 'CONNECTED' : null;
		return json(200, {
			success: shown !== null,
			state: shown,
			message: state ?? 'session_connected',
		});
	}
	if (state !== undefined) return failure(404, state);
	switch (route) {
		case 'POST client/sendMessage':
			return sendMessage(request, session, tools);
		case 'POST client/getNumberId':
			return numberId(request);
		case 'GET client/getChats':
			return listChats();
		default:
			return listContacts();
	}
}

const KNOWN: readonly string[] = [
	'GET session/status',
	'POST client/sendMessage',
	'POST client/getNumberId',
	'GET client/getChats',
	'GET client/getContacts',
];

/** Why a session cannot send; undefined if it can. */
function stateOf(session: string): string | undefined {
	if (!SESSIONS.includes(session)) return 'session_not_found';
	if (session === account.unpairedSession) return 'session_not_connected';
	return session === account.crashedSession ? 'browser tab closed' : undefined;
}
