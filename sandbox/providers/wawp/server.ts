/** Wawp's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { wawpError, wawpXml } from './errors';
import { sessionInfo } from './message';
import { sendContact } from './send';
import { checkNumber, sendText } from './text';

const SEND_PATH = '/v2/send/contact';
const TEXT_PATH = '/v2/send/text';
const CHECK_PATH = '/v2/contacts/check-exists';
const INFO_PATH = '/v2/session/info';

const SESSIONS: Readonly<Record<string, string>> = {
	[account.instanceId]: 'WORKING',
	[account.unpairedInstance]: 'SCAN_QR_CODE',
};

/**
 * Wawp, from its documentation. Credentials are read from the query or from a JSON body (so a form-encoded POST has none:
 * 401), and errors are JSON, XML, HTML or plain text.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && (path === SEND_PATH || path === TEXT_PATH),
		recipientOf: (request) => request.textField('chatId'),
		handle: (request) => handle(request, tools),
		errorBody: (status, message) => ({ status, message, error: message }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { method, path } = request;
	if (![SEND_PATH, TEXT_PATH, CHECK_PATH, INFO_PATH].includes(path))
		return wawpError(404, 'Not Found', 'No route was found matching the URL and request method');
	const isRead = path === INFO_PATH || path === CHECK_PATH;
	if (method !== 'POST' && !(method === 'GET' && isRead))
		return wawpError(405, 'Method Not Allowed', 'Method Not Allowed');

	const body = bodyOf(request);
	const session = sessionOf(request, body ?? {});
	if ('answer' in session) return session.answer;
	if (path === INFO_PATH) return json(200, sessionInfo(session.id, session.status));
	if (body === null) return wawpError(400, 'Bad Request', 'Invalid JSON body');
	if (session.status !== 'WORKING') {
		return json(
			422,
			{
				error: 'Session status is not as expected. Try again later or restart the session',
				session: session.id,
				status: session.status,
				expected: ['WORKING'],
			},
			{},
			`session is ${session.status}`,
		);
	}
	if (path === CHECK_PATH) return checkNumber(request);
	const send = path === TEXT_PATH ? sendText : sendContact;
	return send(request, body, session.id, tools);
}

/** The JSON object of the body; empty if the body is not sent as JSON; null if it is malformed. */
function bodyOf(request: SandboxRequest): JsonObject | null {
	if (request.mediaType() !== 'application/json' || request.rawBody.length === 0) return {};
	const parsed = request.json();
	return parsed.ok && typeof parsed.value === 'object' ? request.jsonObject() : null;
}

type Session = { id: string; status: string } | { answer: HttpAnswer };

/** The session for the credentials: 401 without a valid token, 400 without an instance, 404 if there is no such session. */
function sessionOf(request: SandboxRequest, body: JsonObject): Session {
	const token = credential(request, body, 'access_token');
	if (token === '') return { answer: wawpError(401, 'Unauthorized', 'Missing access_token') };
	if (token === account.xmlToken)
		return { answer: wawpXml(401, 'Unauthorized', 'Invalid or Missing Access Token') };
	if (token !== account.accessToken)
		return { answer: wawpError(401, 'Unauthorized', 'Invalid or Missing Access Token') };
	const id = credential(request, body, 'instance_id');
	if (id === '')
		return { answer: wawpError(400, 'Bad Request', 'Missing Required Parameter(s): instance_id') };
	if (id === account.goneInstance) {
		return {
			answer: json(
				404,
				{ code: 'invalid_session', message: 'Session Does Not Exist' },
				{},
				'Session Does Not Exist',
			),
		};
	}
	if (id === account.xmlInstance)
		return { answer: wawpXml(404, 'Not Found', 'Session Does Not Exist') };
	const status = SESSIONS[id];
	return status === undefined
		? { answer: wawpError(404, 'Not Found', 'Session Does Not Exist') }
		: { id, status };
}

function credential(request: SandboxRequest, body: JsonObject, name: string): string {
	const given = body[name];
	return typeof given === 'string' && given !== '' ? given : (request.query.get(name) ?? '');
}
