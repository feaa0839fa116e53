/** Evolution Go's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { json, text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { failure } from './body';
import { checkNumbers, instanceStatus, listContacts, listGroups } from './lists';
import { sendContact, sendText } from './send';

/**
 * Evolution Go 0.6.1, from its source: the header `apikey` with an instance's token, errors as `{error}`, and 503 to
 * almost everything until the server is licensed (`/evolutionGo-unlicensed`).
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && /^\/send\/(contact|text)$/.test(path),
		recipientOf: (request) => request.textField('number'),
		handle: (request) => handle(request, tools),
		errorBody: (_status, message) => ({ error: message }),
	};
}

/** Why an instance cannot send, by its token. */
const PROBLEMS: Readonly<Record<string, string | undefined>> = {
	[account.apiKey]: undefined,
	[account.loggedOutToken]: 'client disconnected',
	[account.sleepingToken]: 'no active session found',
};

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer | Promise<HttpAnswer> {
	const route = `${request.method} ${request.path}`;
	if (route === 'GET /server/ok') return json(200, { status: 'ok' });
	if (request.prefix === '/evolutionGo-unlicensed') return unlicensed();
	const answer = routes[route];
	if (answer === undefined) return text(404, '404 page not found', 'text/plain');
	const token = request.header('apikey');
	if (!Object.hasOwn(PROBLEMS, token)) return failure(401, 'not authorized');
	return answer({ request, tools, token, problem: PROBLEMS[token] });
}

interface Call {
	request: SandboxRequest;
	tools: ServerTools;
	token: string;
	problem: string | undefined;
}

const routes: Readonly<Record<string, (call: Call) => HttpAnswer | Promise<HttpAnswer>>> = {
	'POST /send/contact': ({ request, tools, problem }) => sendContact(request, tools, problem),
	'POST /send/text': ({ request, tools, problem }) => sendText(request, tools, problem),
	'GET /instance/status': ({ token }) =>
		token === account.sleepingToken
			? failure(400, 'no active session found')
			: instanceStatus(token === account.apiKey),
	'GET /group/list': ({ problem }) =>
		problem === undefined ? listGroups() : failure(500, problem),
	'GET /user/contacts': ({ problem }) =>
		problem === undefined ? listContacts() : failure(500, problem),
	'POST /user/check': ({ request, problem }) =>
		problem === undefined ? checkNumbers(request) : failure(500, problem),
};

function unlicensed(): HttpAnswer {
	return json(503, {
		error: 'service not activated',
		code: 'LICENSE_REQUIRED',
		register_url: 'http://localhost:8080/manager/login',
		message: 'License required. Open the manager to activate your license.',
	});
}
