/** Chert's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { hexId } from '../../toolkit/ids';
import { person } from '../../toolkit/people';
import { authenticate } from './auth';
import { sendContact } from './send';
import { sendText } from './text';

const SEND_PATH = /^\/chats(?:\/([^/]+))?\/send-contact$/;
const TEXT_PATH = /^\/(?:send|chats\/([^/]+)\/messages)$/;

/** Codes that Chert marks as `retryable`. */
const RETRYABLE_CODES = [1007, 3001, 3002, 3004, 4001, 4002];

const LINES = [
	{ id: 'pl_01HSANDBOX000000000000001', owner: 940, is_active: true },
	{ id: 'pl_01HSANDBOX000000000000002', owner: 941, is_active: true },
	{ id: 'pl_01HSANDBOX000000000000003', owner: 942, is_active: false },
];

/**
 * Chert, from its documentation: bearer secret or HMAC v1, the same error body everywhere, X-Trace-ID on every response.
 */
export function createServer(tools: ServerTools): ProviderServer {
	return {
		isSend: ({ method, path }) =>
			method === 'POST' && (SEND_PATH.test(path) || TEXT_PATH.test(path)),
		recipientOf: (request) => {
			const chatId = (SEND_PATH.exec(request.path) ?? TEXT_PATH.exec(request.path))?.[1];
			if (chatId !== undefined) return decodeURIComponent(chatId);
			return request.textField(request.path === '/send' ? 'phone' : 'to');
		},
		handle: (request) => handle(request, tools),
		errorBody: (status, message) =>
			errorBody(status, codeOfStatus(status), message, 'a1b2c3d4e5f6'),
	};
}

function handle(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const trace = hexId(`chert ${String(tools.nextNumber())}`, 12);
	const headers = { 'x-trace-id': trace };
	const refuse = (status: number, code: number, message: string, retryAfter?: number): HttpAnswer =>
		json(
			status,
			errorBody(status, code, message, trace, retryAfter),
			{ ...headers, ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }) },
			`${String(code)}: ${message}`,
		);

	const identity = authenticate(request, tools.now());
	if ('refusal' in identity)
		return refuse(identity.refusal.status, identity.refusal.code, identity.refusal.message);
	if (request.method === 'GET' && request.path === '/phone-numbers')
		return json(200, phoneNumbers(), headers);
	if (request.method === 'GET' && request.path === '/webhook-subscriptions')
		return json(200, { webhook_subscriptions: [] }, headers);

	const isPost = request.method === 'POST';
	const card = isPost ? SEND_PATH.exec(request.path) : null;
	const target = card ?? (isPost ? TEXT_PATH.exec(request.path) : null);
	if (target === null) return refuse(404, 2011, 'Not found');
	const chatId = target[1] === undefined ? null : decodeURIComponent(target[1]);
	const send = card === null ? sendText : sendContact;
	const result = send(request, chatId, identity.tenant, tools);
	if ('sent' in result) return json(200, result.sent, headers);
	const { status, code, message, retryAfter } = result.failure;
	return refuse(status, code, message, retryAfter);
}

function errorBody(
	status: number,
	code: number,
	message: string,
	trace: string,
	retryAfter?: number,
): unknown {
	return {
		success: false,
		error: {
			status,
			code,
			message,
			retryable: RETRYABLE_CODES.includes(code),
			...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
		},
		trace_id: trace,
	};
}

function codeOfStatus(status: number): number {
	const codes: Record<number, number> = { 401: 2004, 429: 1007, 502: 3004, 503: 3002, 504: 3004 };
	return codes[status] ?? 3003;
}

function phoneNumbers(): unknown {
	return {
		phone_numbers: LINES.map(({ id, owner, is_active }) => ({
			id,
			phone_line_id: id,
			phone_number: `+${person(owner).number}`,
			service: 'imessage',
			is_active,
			capabilities: ['imessage', 'send', 'receive'],
		})),
	};
}
