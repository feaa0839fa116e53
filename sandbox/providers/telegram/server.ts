/** Telegram's routes and authentication. */
import type { ServerTools, ProviderServer } from '../../provider';
import {
	isObject,
	json,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { account } from './account';
import { BOT, chatOf, telegramError, textOf } from './chats';
import { sendContact } from './send';
import { sendText } from './text';

const PATH = /^\/bot([^/]*)\/([^/]*)$/;

/**
 * Telegram's Bot API, from its server's source (github.com/tdlib/telegram-bot-api) and documentation: the token in
 * the path, methods in any case by GET or POST, parameters in the query, as a form or as JSON, and errors as
 * `{ok: false, error_code, description, parameters?}` with the code as the status.
 */
export function createServer(tools: ServerTools): ProviderServer {
	const flooded = new Set<string>();
	return {
		isSend: ({ path }) => ['sendcontact', 'sendmessage'].includes(methodOf(path)),
		recipientOf: (request) => {
			const chat = textOf(parametersOf(request)?.['chat_id']);
			return chatOf(chat)?.id ?? chat;
		},
		handle: (request) => handle(request, tools, flooded),
		errorBody: (status, message) => ({ ok: false, error_code: status, description: message }),
	};
}

function methodOf(path: string): string {
	return PATH.exec(path)?.[2]?.toLowerCase() ?? '';
}

function handle(request: SandboxRequest, tools: ServerTools, flooded: Set<string>): HttpAnswer {
	const [, part] = PATH.exec(request.path) ?? [];
	if (part === undefined) return telegramError(404, 'Not Found');
	const token = decoded(part);
	if (token.startsWith('0') || token.length > 80 || !token.includes(':'))
		return telegramError(401, 'Unauthorized: invalid token specified');
	if (token !== account.botToken) return telegramError(401, 'Unauthorized');
	const parameters = parametersOf(request);
	if (parameters === undefined) return telegramError(400, "Bad Request: can't parse JSON object");
	switch (methodOf(request.path)) {
		case 'getme':
			return json(200, { ok: true, result: { ...BOT, can_join_groups: true } });
		case 'sendcontact':
			return sendContact(request, parameters, tools, flooded);
		case 'sendmessage':
			return sendText(request, parameters, tools, flooded);
		default:
			return telegramError(404, 'Not Found: method not found');
	}
}

/** The parameters in the query and in the body, which takes precedence; undefined if the body is not a JSON object. */
function parametersOf(request: SandboxRequest): JsonObject | undefined {
	const query = Object.fromEntries(request.query);
	if (request.rawBody.length === 0) return query;
	if (request.mediaType() === 'application/json') {
		const body = request.json();
		return body.ok && isObject(body.value) ? { ...query, ...body.value } : undefined;
	}
	return { ...query, ...Object.fromEntries(new URLSearchParams(request.text())) };
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
