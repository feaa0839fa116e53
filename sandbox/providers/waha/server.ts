import { WAHA } from '../accounts';
import { person } from '../data/people';
import { json, type Answer, type SandboxRequest } from '../http';
import type { Desk, ProviderServer } from '../provider';
import { nestError, sendContactVcard } from './wahaSend';

const SEND_PATH = '/api/sendContactVcard';

export interface WahaSession {
	name: string;
	status: 'STOPPED' | 'STARTING' | 'SCAN_QR_CODE' | 'WORKING' | 'FAILED';
	engine: 'GOWS' | 'NOWEB' | 'WEBJS';
	/** Answers as the versions of 2024 did. */
	old?: boolean;
}

const SESSIONS: readonly WahaSession[] = [
	{ name: WAHA.session, status: 'WORKING', engine: 'GOWS' },
	{ name: WAHA.secondSession, status: 'WORKING', engine: 'GOWS' },
	{ name: WAHA.nowebSession, status: 'WORKING', engine: 'NOWEB' },
	{ name: WAHA.silentSession, status: 'WORKING', engine: 'NOWEB', old: true },
	{ name: WAHA.webjsSession, status: 'WORKING', engine: 'WEBJS' },
	{ name: WAHA.oldWebjsSession, status: 'WORKING', engine: 'WEBJS', old: true },
	{ name: WAHA.unpairedSession, status: 'SCAN_QR_CODE', engine: 'GOWS' },
	{ name: WAHA.startingSession, status: 'STARTING', engine: 'GOWS' },
	{ name: WAHA.failedSession, status: 'FAILED', engine: 'GOWS' },
	{ name: WAHA.stoppedSession, status: 'STOPPED', engine: 'GOWS' },
	// Other accounts, so that there is something to search in
	...Array.from({ length: 30 }, (_, index): WahaSession => ({
		name: `branch-${String(index + 1).padStart(2, '0')}`,
		status: 'WORKING',
		engine: 'GOWS',
	})),
];

/**
 * WAHA, from its source: hardly a field is validated, so what is missing ends in an exception, and answers differ by
 * engine. Sessions of several engines and versions on one server are the sandbox's own liberty.
 */
export function createWaha(desk: Desk): ProviderServer {
	const started = new Set<string>();
	return {
		id: 'waha',
		prefixes: ['/waha'],
		isSend: ({ method, path }) => method === 'POST' && path === SEND_PATH,
		recipientOf: (request) => {
			const chatId = request.jsonObject()['chatId'];
			return typeof chatId === 'string' ? chatId : '';
		},
		handle: (request) => handle(request, desk, started),
		errorBody: (status, message) => ({ message, error: message, statusCode: status }),
	};
}

function handle(request: SandboxRequest, desk: Desk, started: Set<string>): Answer {
	const { method, path, query } = request;
	const key = request.header('x-api-key');
	if (key !== WAHA.apiKey && key !== WAHA.salesKey)
		return json(401, { message: 'Unauthorized', statusCode: 401 }, {}, 'wrong or no key');
	const open = (name: string) => key === WAHA.apiKey || name === WAHA.secondSession;
	switch (`${method} ${path}`) {
		case 'GET /api/sessions':
			return json(
				200,
				SESSIONS.filter(({ name }) => open(name))
					.filter(({ status }) => status !== 'STOPPED' || query.get('all') === 'true')
					.map(shown),
			);
		case `POST ${SEND_PATH}`:
			return send(request, desk, started, open);
		default:
			return nestError(404, 'Not Found', `Cannot ${method} ${path}`);
	}
}

function shown({ name, status, engine }: WahaSession, index: number): unknown {
	const { name: pushName, number } = person(900 + index);
	return {
		name,
		status,
		config: { webhooks: [] },
		me: status === 'WORKING' ? { id: `${number}@c.us`, pushName } : null,
		engine: { engine },
	};
}

function send(
	request: SandboxRequest,
	desk: Desk,
	started: Set<string>,
	open: (session: string) => boolean,
): Answer {
	const parsed = request.json();
	if (!parsed.ok) {
		return nestError(400, 'Bad Request', 'Unexpected token in JSON at position 0');
	}
	const body = request.jsonObject();
	const name = String(body['session']);
	const session = SESSIONS.find((known) => known.name === name);
	if (session === undefined || session.status === 'STOPPED') {
		return nestError(
			404,
			'Not Found',
			`We didn't find a session with name '${name}'.\nPlease start it first by using POST /api/sessions/${name}/start request`,
		);
	}
	if (!open(name)) return nestError(403, 'Forbidden', 'Forbidden resource');
	const works =
		session.status === 'WORKING' || (session.status === 'STARTING' && started.has(name));
	if (!works) {
		started.add(name);
		return json(
			422,
			{
				error: 'Session status is not as expected. Try again later or restart the session',
				session: name,
				status: session.status,
				expected: ['WORKING'],
			},
			{},
			`session is ${session.status}`,
		);
	}
	return sendContactVcard(request, body, session, desk);
}
