/** OpenWA's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { bearerToken } from '../../toolkit/auth';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { queryNumber } from '../../toolkit/pages';
import { accountOf } from '../../toolkit/whatsApp';
import { account } from './account';
import { openWaError } from './errors';
import { IdempotencyKeys } from './idempotency';
import { sendContact, sendText } from './send';
import { SESSIONS } from './sessions';

const SESSION_PATH = /^\/api\/sessions\/([^/]+)\/(.+)$/;
const SEND = 'messages/send-contact';
const DEFAULT_PAGE = 50;

/** What the server remembers during a run. */
interface Memory {
	keys: IdempotencyKeys;
	/** Sessions that have become ready. */
	ready: Set<string>;
	/** Chats that were told to wait. */
	paced: Set<string>;
}

/**
 * OpenWA, from its source: every field is validated, unknown ones are refused, and a request with a key is processed once.
 */
export function createServer(tools: ServerTools): ProviderServer {
	const memory: Memory = {
		keys: new IdempotencyKeys(tools.now),
		ready: new Set(),
		paced: new Set(),
	};
	return {
		isSend: ({ method, path }) =>
			method === 'POST' && /\/messages\/send-(?:contact|text)$/.test(path),
		recipientOf: (request) => request.textField('chatId'),
		handle: (request) => handle(request, tools, memory),
		errorBody: (status, message) => ({ statusCode: status, message, error: message }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools, memory: Memory): HttpAnswer {
	const { method, path, query } = request;
	if (method === 'GET' && path === '/api/health') return json(200, { status: 'ok' });
	const key = request.header('x-api-key') || bearerToken(request);
	if (key !== account.apiKey && key !== account.viewerKey)
		return openWaError(401, key === '' ? 'API key is required' : 'Invalid API key');
	if (method === 'GET' && path === '/api/sessions') {
		const offset = queryNumber(query, 'offset', 0);
		return json(200, SESSIONS.slice(offset, offset + queryNumber(query, 'limit', DEFAULT_PAGE)));
	}
	const [, id = '', route = ''] = SESSION_PATH.exec(path) ?? [];
	const session = SESSIONS.find((known) => known.id === id);
	const number = /^contacts\/check\/(\d+)$/.exec(route)?.[1];
	if (method === 'GET' && number !== undefined && session !== undefined) return check(number);
	if (method !== 'POST' || (route !== SEND && route !== 'messages/send-text'))
		return openWaError(404, `Cannot ${method} ${path}`);
	if (key === account.viewerKey) return openWaError(403, 'Insufficient role');
	if (session === undefined) return openWaError(404, `Session ${id} not found`);
	const send = route === SEND ? sendContact : sendText;
	return memory.keys.answer(id, request, () => {
		if (session.status === 'created')
			return { state: 'refused', answer: openWaError(400, 'Session is not started') };
		if (session.status !== 'ready' && !memory.ready.has(id)) {
			memory.ready.add(id);
			return { state: 'refused', answer: openWaError(409, 'Engine is not ready') };
		}
		return send(request, session, tools, memory.paced);
	});
}

/** The account's own ID, for any spelling. */
function check(number: string): HttpAnswer {
	const own = accountOf(number);
	return json(200, {
		number,
		exists: own !== undefined,
		whatsappId: own === undefined ? null : `${own}@c.us`,
	});
}
