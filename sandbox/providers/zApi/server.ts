/** Z-API's routes and authentication. */
import type { ProviderServer, ServerTools } from '../../provider';
import { bearerToken } from '../../toolkit/auth';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { failure, listChats, listContacts, phonesExist, status } from './lists';
import { sendContact, sendContacts, sendText } from './send';

const PATH = /^\/(instances|channels)\/([^/]*)\/token\/([^/]*)\/([^/]*)$/;
const INSTANCES: readonly string[] = [
	account.instanceId,
	account.offlineInstance,
	account.mutedInstance,
	account.expiredInstance,
];

const ROUTES: Readonly<
	Record<string, [method: string, (request: SandboxRequest, tools: ServerTools) => HttpAnswer]>
> = {
	chats: ['GET', listChats],
	contacts: ['GET', listContacts],
	'phone-exists-batch': ['POST', phonesExist],
	'send-contact': ['POST', sendContact],
	'send-contacts': ['POST', sendContacts],
	'send-text': ['POST', sendText],
};

/** Z-API, from its pages; the order of its checks, and the status of an unknown instance, are the sandbox's guess. */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && /\/send-(contacts?|text)$/.test(path),
		recipientOf: (request) => request.textField('phone'),
		handle: (request) => handle(request, tools),
		errorBody: (_status, message) => ({ error: message }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const [, kind, instance = '', token, route = ''] = PATH.exec(request.path) ?? [];
	const isHub = request.prefix === '/zApi-hub';
	if (kind !== (isHub ? 'channels' : 'instances')) return failure(404, 'Not found');
	if (!INSTANCES.includes(instance) || token !== account.token)
		return failure(404, 'Instance not found');
	const denied = isHub ? hubRefusal(request) : clientTokenRefusal(request);
	if (denied !== undefined) return denied;
	if (instance === account.expiredInstance)
		return failure(400, 'To continue sending a message, you must subscribe to this instance again');
	if (request.method === 'GET' && route === 'status') {
		return status(instance === account.instanceId);
	}
	const [method, answer] = ROUTES[route] ?? [];
	if (answer === undefined) return failure(404, 'Not found');
	if (request.method !== method) return failure(405, 'Method not allowed');
	if (method === 'POST' && request.mediaType() !== 'application/json')
		return failure(415, 'Unsupported media type');
	if (instance === account.offlineInstance) return failure(200, 'You are not connected.');
	if (instance === account.mutedInstance) return json(200, { value: false }, {}, 'not connected');
	return answer(request, tools);
}

function clientTokenRefusal(request: SandboxRequest): HttpAnswer | undefined {
	if (request.prefix === '/zApi-open') return undefined;
	const given = request.header('client-token');
	if (given === '') return failure(400, 'your client-token is not configured');
	return given === account.clientToken
		? undefined
		: failure(403, `Client-Token ${given} not allowed`);
}

function hubRefusal(request: SandboxRequest): HttpAnswer | undefined {
	return bearerToken(request) === account.clientToken ? undefined : failure(401, 'Unauthorized');
}
