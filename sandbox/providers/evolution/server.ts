import { EVOLUTION } from '../accounts';
import { json, type Answer, type SandboxRequest } from '../http';
import type { Desk, ProviderServer } from '../provider';
import { evolutionError, INSTANCES, listInstances } from './evolutionInstances';
import { sendContact } from './evolutionSend';

const SEND_PATH = /^\/message\/sendContact\/([^/]+)$/;
const STATE_PATH = /^\/instance\/connectionState\/([^/]+)$/;

/**
 * Evolution API v2.3, from its source: the header `apikey` with the global key or an instance's token, errors as
 * `{status, error, response: {message}}`. An instance is looked up before the key is.
 */
export function createEvolution(desk: Desk): ProviderServer {
	return {
		id: 'evolution',
		prefixes: ['/evolution'],
		isSend: ({ method, path }) => method === 'POST' && SEND_PATH.test(path),
		recipientOf: (request) => {
			const number = request.jsonObject()['number'];
			return typeof number === 'string' ? number : '';
		},
		handle: (request) => handle(request, desk),
		errorBody: (status, message) => ({ status, error: message, response: { message } }),
	};
}

function handle(request: SandboxRequest, desk: Desk): Answer {
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
		const known = key === EVOLUTION.apiKey || key === EVOLUTION.instanceToken;
		return known
			? listInstances(key === EVOLUTION.apiKey ? null : EVOLUTION.instance)
			: unauthorized();
	}
	const pattern = method === 'POST' ? SEND_PATH : method === 'GET' ? STATE_PATH : undefined;
	const target = pattern?.exec(path);
	if (target === null || target === undefined)
		return evolutionError(404, 'Not Found', [`Cannot ${method} ${path}`]);

	const name = decodeURIComponent(target[1] ?? '');
	const instance = INSTANCES.find((candidate) => candidate.name === name);
	if (instance === undefined)
		return evolutionError(404, 'Not Found', [`The "${name}" instance does not exist`]);
	const ownToken = name === EVOLUTION.instance && key === EVOLUTION.instanceToken;
	if (key !== EVOLUTION.apiKey && !ownToken) return unauthorized();
	if (method === 'POST') return sendContact(request, instance, desk);
	return json(200, { instance: { instanceName: name, state: instance.state } });
}

function unauthorized(): Answer {
	return evolutionError(401, 'Unauthorized', 'Unauthorized');
}
