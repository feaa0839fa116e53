/** How Whapi.Cloud sends contact cards and texts. */
import type { ServerTools, AcceptedCard } from '../../provider';
import {
	isObject,
	json,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { hexId } from '../../toolkit/ids';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard } from '../../toolkit/vcard';
import { isOnWhatsApp, USER_SERVER } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { whapiError } from './errors';

const TO = /^[\d-]{9,31}(@[\w.]{1,})?$/;
const MESSAGE_ID =
	/^[A-Za-z0-9._]{4,30}-[A-Za-z0-9._]{4,30}(-[A-Za-z0-9._]{4,30})?(-[A-Za-z0-9._]{2,30})?$/;

interface WhapiContact {
	name: string;
	vcard: string;
}

/** POST /messages/contact and /messages/contact_list: the body by its schema, then the recipient. */
export function sendContacts(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = request.objectOrNull();
	if (body === null) return invalid('body must be object');
	const isList = request.path.endsWith('_list');
	const problem =
		schemaProblem(body) ?? (isList ? listProblem(body) : contactProblem(body, 'body'));
	if (problem !== undefined) return invalid(problem);
	const contacts = isList ? contactsIn(body['list']) : contactsIn([body]);
	const message = isList
		? { type: 'contact_list', contact_list: { list: contacts } }
		: { type: 'contact', contact: contacts[0] };
	const vcards = contacts.map(({ vcard }) => vcard);
	return send(request, body, message, { contacts: vcards.map(readVcard), vcards }, tools);
}

/** POST /messages/text. */
export function sendText(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = request.objectOrNull();
	if (body === null) return invalid('body must be object');
	const problem = schemaProblem(body) ?? textProblem(body, 'body');
	if (problem !== undefined) return invalid(problem);
	const text = String(body['body']);
	const content = { text, contacts: [], vcards: [] };
	return send(request, body, { type: 'text', text: { body: text } }, content, tools);
}

function invalid(details: string): HttpAnswer {
	return whapiError(400, 'Wrong request parameters', details);
}

/** What is wrong with the fields that every message has: `to` and `quoted`. */
function schemaProblem(body: JsonObject): string | undefined {
	const { to, quoted } = body;
	if (to === undefined) return "body must have required property 'to'";
	if (typeof to !== 'string') return 'body/to must be string';
	if (!TO.test(to)) return `body/to must match pattern "${TO.source}"`;
	if (quoted === undefined || (typeof quoted === 'string' && MESSAGE_ID.test(quoted)))
		return undefined;
	return typeof quoted === 'string'
		? `body/quoted must match pattern "${MESSAGE_ID.source}"`
		: 'body/quoted must be string';
}

function listProblem({ list }: JsonObject): string | undefined {
	if (list === undefined) return "body must have required property 'list'";
	if (!Array.isArray(list)) return 'body/list must be array';
	for (const [index, entry] of list.entries()) {
		const place = `body/list/${String(index)}`;
		const problem = isObject(entry) ? contactProblem(entry, place) : `${place} must be object`;
		if (problem !== undefined) return problem;
	}
	return undefined;
}

function contactProblem(entry: JsonObject, place: string): string | undefined {
	return textProblem(entry, 'name', place) ?? textProblem(entry, 'vcard', place);
}

function textProblem(entry: JsonObject, key: string, place = 'body'): string | undefined {
	const value = entry[key];
	if (value === undefined) return `${place} must have required property '${key}'`;
	return typeof value === 'string' ? undefined : `${place}/${key} must be string`;
}

function contactsIn(entries: unknown): WhapiContact[] {
	const given: unknown[] = Array.isArray(entries) ? entries : [];
	return given
		.filter(isObject)
		.map(({ name, vcard }) => ({ name: String(name), vcard: String(vcard) }));
}

/** @param content what the recipient sees */
function send(
	request: SandboxRequest,
	body: JsonObject,
	own: object,
	content: Pick<AcceptedCard, 'contacts' | 'vcards' | 'text'>,
	tools: ServerTools,
): HttpAnswer {
	const to = String(body['to']);
	const chat = to.includes('@') ? to : `${to}${USER_SERVER}`;
	const refused = refusalOf(chat);
	if (refused !== undefined) return refused;
	const seed = `whapi ${String(tools.nextNumber())}`;
	const id = `${hexId(seed, 16)}-${hexId(`${seed} tail`, 10)}`;
	const message = {
		id,
		from_me: true,
		...own,
		chat_id: chat,
		timestamp: Math.floor(tools.now() / 1000),
		source: 'api',
		device_id: 1,
		status: 'pending',
	};
	const response = { sent: chat !== specialNumbers.isNotSent + USER_SERVER, message };
	if (response.sent) {
		tools.keepCard({
			account: 'channel',
			recipient: chat,
			...content,
			messageIds: [id],
			options: body['quoted'] === undefined ? {} : { quoted: body['quoted'] },
			request,
			status: 200,
			response,
		});
	}
	return json(200, response);
}

function refusalOf(chat: string): HttpAnswer | undefined {
	if (chat === account.closedGroup) return whapiError(403, 'Forbidden');
	if (chat.endsWith('@g.us')) {
		return chat === account.group ? undefined : whapiError(404, 'Specified group not found');
	}
	switch (chat) {
		case SPECIAL_NUMBERS.reachoutLock + USER_SERVER:
			return whapiError(403, 'Forbidden', 'The account may not start new chats');
		case SPECIAL_NUMBERS.neverConfirms + USER_SERVER:
		case SPECIAL_NUMBERS.sendFails + USER_SERVER:
			return whapiError(500, 'Internal server error');
	}
	const isPerson = chat.endsWith(USER_SERVER);
	if (isPerson && !isOnWhatsApp(chat.replace(USER_SERVER, '')))
		return whapiError(404, 'Specified contact not found');
	return undefined;
}
