/** Evolution API's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account } from './account';
import { evolutionError, INSTANCES, licenseRequired, listInstances } from './instances';
import { sendContact } from './send';
import { findNumbers, sendText } from './text';

const SEND_PATH = /^\/message\/send(?:Contact|Text)\/([^/]+)$/;
const NUMBERS_PATH = /^\/chat\/whatsappNumbers\/([^/]+)$/;
const STATE_PATH = /^\/instance\/connectionState\/([^/]+)$/;

/**
 * Evolution API v2.3, from its source: the header `apikey` with the global key or an instance's token, errors as
 * `{status, error, response: {message}}`. The instance is checked before the key.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) => method === 'POST' && SEND_PATH.test(path),
		recipientOf: (request) => request.textField('number'),
		handle: (request) => handle(request, tools),
		errorBody: (status, message) => ({ status, error: message, response: { message } }),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const { method, path } = request;
	if (method === 'GET' && path === '/') {
		return json(200, {
			status: 200,
			message: 'Welcome to the Evolution API, it is working!',
			version: '2.3.6',
		});
	}
	const key = request.header('apikey');
	if (method === 'GET' && path === '/instance/fetchInstances') {
		const known = key === account.apiKey || key === account.instanceToken;
		return known ? listInstances(key === account.apiKey ? null : account.instance) : unauthorized();
	}
	const patterns = method === 'POST' ? [SEND_PATH, NUMBERS_PATH] : [STATE_PATH];
	const target = patterns.map((pattern) => pattern.exec(path)).find((match) => match !== null);
	if ((method !== 'POST' && method !== 'GET') || target === undefined)
		return evolutionError(404, 'Not Found', [`Cannot ${method} ${path}`]);

	const name = decodeURIComponent(target[1] ?? '');
	const instance = INSTANCES.find((candidate) => candidate.name === name);
	if (instance === undefined)
		return evolutionError(404, 'Not Found', [`The "${name}" instance does not exist`]);
	if (name === account.unlicensedInstance) return licenseRequired();
	const ownToken = name === account.instance && key === account.instanceToken;
	if (key !== account.apiKey && !ownToken) return unauthorized();
	if (path.startsWith('/chat/')) return findNumbers(request, instance);
	if (path.startsWith('/message/sendText/')) return sendText(request, instance, tools);
	if (method === 'POST') return sendContact(request, instance, tools);
	return json(200, { instance: { instanceName: name, state: instance.state } });
}

function unauthorized(): HttpAnswer {
	return evolutionError(401, 'Unauthorized', 'Unauthorized');
}
