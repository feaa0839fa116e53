/** WAHA's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { nestError } from './errors';
import { sendContactVcard } from './send';
import { SESSIONS, shownSession, type WahaSession } from './sessions';
import { checkNumber, sendText } from './text';

const SEND_PATH = '/api/sendContactVcard';
const TEXT_PATH = '/api/sendText';
const CHECK_PATH = '/api/contacts/check-exists';

/**
 * WAHA, from its source: hardly any field is validated, so a missing one ends in an exception, and answers differ by
 * engine. A real server has one engine and version; the sandbox's sessions have several.
 */
export function createServer(tools: ServerTools): ProviderServer {
	const started = new Set<string>();
	return {
		isSend: ({ method, path }) => method === 'POST' && (path === SEND_PATH || path === TEXT_PATH),
		recipientOf: (request) => request.textField('chatId'),
		handle: (request) => handle(request, tools, started),
		errorBody: (status, message) => ({ message, error: message, statusCode: status }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools, started: Set<string>): HttpAnswer {
	const { method, path, query } = request;
	const key = request.header('x-api-key');
	if (key !== account.apiKey && key !== account.salesKey)
		return json(401, { message: 'Unauthorized', statusCode: 401 }, {}, 'wrong or no key');
	const open = (name: string) => key === account.apiKey || name === account.secondSession;
	switch (`${method} ${path}`) {
		case 'GET /api/sessions':
			return json(
				200,
				SESSIONS.filter(({ name }) => open(name))
					.filter(({ status }) => status !== 'STOPPED' || query.get('all') === 'true')
					.map(shownSession),
			);
		case `POST ${SEND_PATH}`:
			return send(request, tools, started, open, sendContactVcard);
		case `POST ${TEXT_PATH}`:
			return send(request, tools, started, open, sendText);
		case `GET ${CHECK_PATH}`: {
			const session = workingSession(query.get('session') ?? 'default', started, open);
			return 'answer' in session ? session.answer : checkNumber(request);
		}
		default:
			return nestError(404, 'Not Found', `Cannot ${method} ${path}`);
	}
}

function send(
	request: SandboxRequest,
	tools: ServerTools,
	started: Set<string>,
	open: (session: string) => boolean,
	take: typeof sendContactVcard,
): HttpAnswer {
	const parsed = request.json();
	if (!parsed.ok) {
		return nestError(400, 'Bad Request', 'Unexpected token in JSON at position 0');
	}
	const body = request.jsonObject();
	const session = workingSession(String(body['session']), started, open);
	return 'answer' in session ? session.answer : take(request, body, session, tools);
}

/** The session with a name, if it works and the key is valid for it; otherwise the refusal. */
function workingSession(
	name: string,
	started: Set<string>,
	open: (session: string) => boolean,
): WahaSession | { answer: HttpAnswer } {
	const session = SESSIONS.find((known) => known.name === name);
	if (session === undefined || session.status === 'STOPPED') {
		const answer = nestError(
			404,
			'Not Found',
			`We didn't find a session with name '${name}'.\nPlease start it first by using POST /api/sessions/${name}/start request`,
		);
		return { answer };
	}
	if (!open(name)) return { answer: nestError(403, 'Forbidden', 'Forbidden resource') };
	const works =
		session.status === 'WORKING' || (session.status === 'STARTING' && started.has(name));
	if (!works) {
		started.add(name);
		const answer = json(
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
		return { answer };
	}
	return session;
}
