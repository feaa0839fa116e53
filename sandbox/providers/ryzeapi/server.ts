/** RyzeAPI's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import type { HttpAnswer, SandboxRequest } from '../../toolkit/http';
import { account, type RyzeapiSettings } from './account';
import { INSTANCES, listGroups, listInstances, ryzeError, unknownPath } from './instances';
import { RateLimit } from './rateLimit';
import { sendContact } from './send';
import { sendText } from './text';

const SEND_PATH = /^\/api\/message\/(?:contact|text)(?:\/([^/]*))?$/;
const GROUPS_PATH = /^\/api\/group\/list\/([^/]+)$/;

/**
 * RyzeAPI, from its documentation: a token in the header `token`, in Authorization or in the query; 100 requests a minute
 * per token, with X-RateLimit headers on every response; errors as `{success: false, error: {message}}`.
 */
export function createServer(tools: ServerTools, { perMinute }: RyzeapiSettings): ProviderServer {
	const limit = new RateLimit(perMinute, tools.now);
	return {
		isSend: ({ method, path }) => method === 'POST' && SEND_PATH.test(path),
		recipientOf: (request) => request.textField('number'),
		handle(request) {
			const token = tokenOf(request);
			const counted = limit.count(token);
			const answer = counted.allowed
				? handle(request, token, tools)
				: ryzeError(429, 'Rate limit exceeded. Try again later.');
			return { ...answer, headers: { ...answer.headers, ...counted.headers } };
		},
		errorBody: (_status, message) => ({ success: false, error: { message } }),
	};
}

function tokenOf(request: SandboxRequest): string {
	return (
		request.header('token') ||
		request.header('authorization').replace(/^bearer\s+/i, '') ||
		(request.query.get('token') ?? '')
	);
}

function handle(request: SandboxRequest, token: string, tools: ServerTools): HttpAnswer {
	if (token === '')
		return ryzeError(401, 'Missing token in header, Authorization header, or query parameter');
	if (token !== account.accountToken && token !== account.instanceToken)
		return ryzeError(401, 'Invalid token');
	const ownInstance = token === account.instanceToken ? account.instance : null;

	const { method, path } = request;
	if (method === 'GET' && path === '/api/instance/list') return listInstances(request, ownInstance);
	const target =
		method === 'POST' ? SEND_PATH.exec(path) : method === 'GET' ? GROUPS_PATH.exec(path) : null;
	if (target === null) return unknownPath();

	const name = decodeURIComponent(target[1] ?? '').trim();
	if (name === '') return ryzeError(400, 'Instance name is required');
	const instance = INSTANCES.find((candidate) => candidate.name === name);
	if (instance === undefined) return ryzeError(404, 'Instance not found');
	if (ownInstance !== null && ownInstance !== name)
		return ryzeError(403, 'Instance token does not match the requested instance');
	if (method === 'POST') {
		const send = path.startsWith('/api/message/text') ? sendText : sendContact;
		return send(request, instance, tools);
	}
	return instance.state === 'connected'
		? listGroups()
		: ryzeError(503, 'Instance is not connected to WhatsApp');
}
