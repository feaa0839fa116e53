/** How GREEN-API queues contact cards and texts. */
import type { ServerTools, AcceptedCard } from '../../provider';
import {
	isObject,
	json,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { messageId } from '../../toolkit/whatsApp';
import { badRequest, invalid } from './errors';

const CHAT_ID = /^(\d{7,15}@c\.us|[\d-]{5,41}@g\.us|\d{5,20}@lid)$/;
const MAX_TEXT = 20_000;
const NAMES = ['firstName', 'middleName', 'lastName', 'company'] as const;

/**
 * POST sendContact: the body by its schema, then the queue. The documentation says that a contact's number has at least 11
 * digits, but has no error for fewer: they are accepted here.
 */
export function sendContact(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = request.objectOrNull();
	if (body === null) return badRequest(request, 'Unexpected token in JSON', tools.now());
	const problem = bodyProblem(body) ?? contactProblem(body['contact']);
	if (problem !== undefined) return invalid(request, problem, tools.now());
	const vcard = builtVcard(isObject(body['contact']) ? body['contact'] : {});
	return queue(request, body, { contacts: [readVcard(vcard)], vcards: [vcard] }, tools);
}

/**
 * POST sendMessage. Whether the service counts characters or UTF-16 units is not documented: the sandbox counts characters.
 */
export function sendMessage(request: SandboxRequest, tools: ServerTools): HttpAnswer {
	const body = request.objectOrNull();
	if (body === null) return badRequest(request, 'Unexpected token in JSON', tools.now());
	const { message } = body;
	const problem =
		bodyProblem(body) ??
		(typeof message !== 'string' || message === ''
			? "'message' is required"
			: [...message].length > MAX_TEXT
				? `'message' length must be less than or equal to ${String(MAX_TEXT)} characters long`
				: undefined);
	if (problem !== undefined) return invalid(request, problem, tools.now());
	const content = { text: String(message), contacts: [], vcards: [] };
	return queue(request, body, content, tools);
}

/** What is wrong with the fields that every message has. */
function bodyProblem({ chatId, quotedMessageId, typingTime }: JsonObject): string | undefined {
	if (chatId === undefined) return "'chatId' is required";
	if (typeof chatId !== 'string' || !CHAT_ID.test(chatId)) {
		return "'chatId' must be one of the following formats: phone_number@c.us or group_id@g.us";
	}
	if (quotedMessageId !== undefined && typeof quotedMessageId !== 'string')
		return "'quotedMessageId' must be a string";
	if (typingTime === undefined) return undefined;
	const fits =
		Number.isInteger(typingTime) && Number(typingTime) >= 1000 && Number(typingTime) <= 20_000;
	return fits ? undefined : "'typingTime' must be between 1000 and 20000";
}

function contactProblem(contact: unknown): string | undefined {
	if (contact === undefined) return "'contact' is required";
	if (!isObject(contact)) return "'contact' must be of type object";
	const { phoneContact } = contact;
	if (phoneContact === undefined) return "'contact.phoneContact' is required";
	if (typeof phoneContact !== 'number') return "'contact.phoneContact' must be a number";
	if (!Number.isSafeInteger(phoneContact) || phoneContact <= 0)
		return "'contact.phoneContact' must be an integer";
	const other = NAMES.find(
		(name) => contact[name] !== undefined && typeof contact[name] !== 'string',
	);
	if (other !== undefined) return `'contact.${other}' must be a string`;
	return NAMES.some((name) => contact[name] !== undefined && contact[name] !== '')
		? undefined
		: "'contact' must contain at least one of [firstName, middleName, lastName, company]";
}

/** @param content what the recipient sees */
function queue(
	request: SandboxRequest,
	{ chatId, quotedMessageId, typingTime }: JsonObject,
	content: Pick<AcceptedCard, 'contacts' | 'vcards' | 'text'>,
	tools: ServerTools,
): HttpAnswer {
	switch (String(chatId).replace('@c.us', '')) {
		case SPECIAL_NUMBERS.neverConfirms:
		case SPECIAL_NUMBERS.sendFails:
			return json(500, { message: 'Internal Server Error' });
	}
	const id = messageId('greenApi', tools.nextNumber(), 20);
	const response = { idMessage: id };
	// A message in the queue for somebody without an account is never sent.
	if (String(chatId) === `${SPECIAL_NUMBERS.notOnWhatsApp}@c.us`) return json(200, response);
	tools.keepCard({
		account: 'instance',
		recipient: String(chatId),
		...content,
		messageIds: [id],
		options: Object.fromEntries(
			Object.entries({ quotedMessageId, typingTime }).filter(([, value]) => value !== undefined),
		),
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** The vCard as the service's own webhooks show it; nothing is escaped, as far as is known. */
function builtVcard(contact: JsonObject): string {
	const [first, middle, last, company] = NAMES.map((name) => {
		const value = contact[name];
		return typeof value === 'string' ? value : '';
	});
	const digits = String(contact['phoneContact']);
	const shown = [first, middle, last].filter(Boolean).join(' ');
	return vcardText([
		`N:${last ?? ''};${first ?? ''};${middle ?? ''};;`,
		`FN:${shown === '' ? (company ?? '') : shown}`,
		...(company === '' ? [] : [`ORG:${company ?? ''}`]),
		`TEL;type=CELL;waid=${digits}:+${digits}`,
	]);
}
