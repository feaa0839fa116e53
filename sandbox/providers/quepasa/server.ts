/** Quepasa's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { json, text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { people } from '../../toolkit/people';
import { accountOf, USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';
import { refused } from './errors';
import { send } from './send';

/**
 * Quepasa 3.26, from its source: the token in the query or in the header `X-QUEPASA-TOKEN`, errors as `{success: false,
 * status}` with 400, even for a wrong token.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && path === '/send',
		recipientOf: (request) => request.textField('chatId') || request.textField('chatid'),
		handle: (request) => handle(request, tools),
		errorBody: (_status, message) => ({ success: false, status: message }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const given = request.query.get('token') ?? request.header('x-quepasa-token');
	const token = given.toLowerCase();
	const isReady = token === account.token;
	const isAbsent = token === account.absentToken;
	const isKnown = isReady || isAbsent || token === account.connectingToken;
	const route = `${request.method} ${request.path}`;
	if (route === 'GET /health') return json(200, { success: true, status: 'healthy' });
	if (route === 'GET /info') return information(token, isKnown);
	const answer = routes[route];
	if (answer === undefined) return text(404, '404 page not found\n');
	if (!isKnown) return refused('the requested whatsapp server was not found');
	if (isAbsent && request.method === 'GET') return refused('invalid client');
	return answer(request, tools, isReady);
}

const routes: Readonly<
	Record<string, (request: SandboxRequest, tools: ServerTools, isReady: boolean) => HttpAnswer>
> = {
	'POST /send': send,
	'GET /contacts': () => json(200, { success: true, total: CONTACTS.length, contacts: CONTACTS }),
	'GET /groups/getall': () => json(200, { success: true, total: GROUPS.length, groups: GROUPS }),
	'POST /isonwhatsapp': isOnWhatsApp,
};

/** GET /info proves nothing: 204 for a wrong token, 200 without one. */
function information(token: string, isKnown: boolean): HttpAnswer {
	if (token === '') return json(200, { success: true, status: 'application information' });
	return isKnown
		? json(200, { success: true, status: 'follow server information', server: { token } })
		: text(204, '');
}

const GROUPS = ['Sales team', 'Support', 'Neighbors', 'Book club'].map((Name, index) => ({
	JID: index === 0 ? account.group : `1203630400000${String(index + 1).padStart(5, '0')}@g.us`,
	Name,
}));
const CONTACTS = people(120).map(({ name, number }) => ({
	id: `${number}${USER_SERVER}`,
	phone: `+${number}`,
	title: name,
}));

/** POST /isonwhatsapp: a bare list; the answer has the accounts' own JIDs, only for numbers that have one. */
function isOnWhatsApp(request: SandboxRequest): HttpAnswer {
	if (request.rawBody.length === 0) return refused('empty body');
	const parsed = request.json();
	const numbers: unknown = parsed.ok ? parsed.value : undefined;
	if (!Array.isArray(numbers)) {
		return refused(
			'error converting body to json: json: cannot unmarshal object into Go value of type []string',
		);
	}
	const registered = numbers
		.map((number: unknown) => accountOf(/^\+(\d+)$/.exec(String(number))?.[1] ?? ''))
		.filter((own) => own !== undefined)
		.map((own) => own + USER_SERVER);
	return json(200, {
		success: true,
		total: registered.length,
		...(registered.length === 0 ? {} : { registered }),
	});
}
