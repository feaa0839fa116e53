/** GOWA's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import { text, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { account, type GowaSettings } from './account';
import { GOWA_DEVICES, resolveDevice } from './devices';
import { appInfo, deviceStatus, listChats, listContacts, listDevices, listGroups } from './lists';
import { sendContact } from './send';
import { checkNumber, sendText } from './text';

/**
 * GOWA v9.2.0 (go-whatsapp-web-multidevice on fiber v3.4), from its source. Three servers:
 * `/gowa` with basic auth and several devices, `/gowa-single` with one device and no auth,
 * `/gowa-empty` with no device and no auth.
 */
export function createServer(tools: ServerTools, { timeoutMs }: GowaSettings): ProviderServer {
	return {
		isSend: ({ method, path }) =>
			method === 'POST' && (path === '/send/contact' || path === '/send/message'),
		recipientOf: (request) => request.textField('phone'),
		handle: (request) => handle(request, tools, timeoutMs),
		errorBody: (status, message) => ({
			code: status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL_SERVER_ERROR',
			message,
		}),
	};
}

function handle(
	request: SandboxRequest,
	tools: ServerTools,
	timeoutMs: number,
): HttpAnswer | Promise<HttpAnswer> {
	const { method, path } = request;
	if (method === 'GET' && path === '/health') return text(200, 'OK');
	if (request.prefix === '/gowa') {
		const denied = basicAuthError(request.header('authorization'));
		if (denied !== null) return denied;
	}

	const devices = GOWA_DEVICES[request.prefix] ?? [];
	if (method === 'GET' && path === '/app/info') return appInfo();
	if (method === 'GET' && path === '/devices') return listDevices(devices);
	const status = /^\/devices\/([^/]+)\/status$/.exec(path);
	if (method === 'GET' && status !== null)
		return deviceStatus(devices, decodeURIComponent(status[1] ?? ''));

	const device = resolveDevice(request, devices);
	if ('headers' in device) return device;
	switch (`${method} ${path}`) {
		case 'POST /send/contact':
			return sendContact(request, device, tools, timeoutMs);
		case 'POST /send/message':
			return sendText(request, device, tools, timeoutMs);
		case 'GET /user/check':
			return checkNumber(request, device);
		case 'GET /chats':
			return listChats(request);
		case 'GET /user/my/contacts':
			return listContacts();
		case 'GET /user/my/groups':
			return listGroups();
		default:
			return text(404, 'Not Found');
	}
}

/**
 * fiber's basicauth: 401 in plain text with three headers if the credentials are missing or wrong, 400 in plain text if the
 * header is malformed.
 */
function basicAuthError(header: string): HttpAnswer | null {
	const value = header.trim();
	if (value === '' || !/^basic/i.test(value)) return unauthorized();
	const encoded = /^basic (\S+)$/i.exec(value)?.[1];
	if (encoded === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return badRequest();
	const credentials = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = credentials.indexOf(':');
	if (colon < 0) return badRequest();
	const known =
		credentials.slice(0, colon) === account.username &&
		credentials.slice(colon + 1) === account.password;
	return known ? null : unauthorized();
}

function unauthorized(): HttpAnswer {
	return text(401, 'Unauthorized', 'text/plain; charset=utf-8', {
		'www-authenticate': 'Basic realm="Restricted", charset="UTF-8"',
		'cache-control': 'no-store',
		vary: 'Authorization',
	});
}

function badRequest(): HttpAnswer {
	return text(400, 'Bad Request');
}
