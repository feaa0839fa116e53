/** WuzAPI's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { json, text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { failure } from './body';
import { checkNumbers, listContacts, listGroups, sessionStatus } from './lists';
import { sendContact, sendText } from './send';

const CARD_PATH = '/chat/send/contact';
const TEXT_PATH = '/chat/send/text';

/** The tokens of users; the admin token is for other routes. */
const USERS: readonly string[] = [account.token, account.loggedOutToken, account.sleepingToken];

/** WuzAPI at 02a462c, from its source: `/wuzapi`, and `/wuzapi-zapperhub`, which needs the key twice. */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && (path === CARD_PATH || path === TEXT_PATH),
		recipientOf: (request) => request.textField('Phone'),
		handle: (request) => handle(request, tools),
		errorBody: (status, message) => ({ code: status, error: message, success: false }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { method, path } = request;
	const route = `${method} ${path}`;
	if (route === 'GET /health') return json(200, { status: 'ok', version: '1.0.5' });
	const answer = ROUTES[route];
	if (answer === undefined) return text(404, '404 page not found\n');
	const token = tokenOf(request);
	if (token === undefined) return failure(401, 'unauthorized');
	if (token === account.sleepingToken) return failure(500, 'no session');
	return answer(request, token, tools);
}

const ROUTES: Readonly<
	Record<string, (request: SandboxRequest, token: string, tools: ServerTools) => HttpAnswer>
> = {
	'GET /session/status': (_request, token) => sessionStatus(token),
	'GET /group/list': () => listGroups(),
	'GET /user/contacts': () => listContacts(),
	'POST /user/check': (request) => checkNumbers(request),
	[`POST ${TEXT_PATH}`]: sendText,
	[`POST ${CARD_PATH}`]: sendContact,
};

/** The user's token: in the header `token`, otherwise in the query; ZapperHUB needs the same key in `X-Api-Key`. */
function tokenOf(request: SandboxRequest): string | undefined {
	const token = request.header('token') || (request.query.get('token') ?? '');
	if (!USERS.includes(token)) return undefined;
	const isHosted = request.prefix === '/wuzapi-zapperhub';
	return isHosted && request.header('x-api-key') !== token ? undefined : token;
}
