/** How OpenWA accepts a contact card and a text. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { messageId } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { openWaError } from './errors';
import type { FirstResult } from './idempotency';
import type { OpenWaSession } from './sessions';

const CHAT_ID = /^(?:\d{7,15}@c\.us|\d+@lid|[\d-]+@g\.us|\d+@newsletter)$/;

/** The fields of a route with their maximum length; other fields are refused. */
const CARD_FIELDS = { chatId: Infinity, contactName: 255, contactNumber: 30 };
const TEXT_FIELDS = { chatId: Infinity, text: 4096 };

export function sendContact(
	request: SandboxRequest,
	session: OpenWaSession,
	tools: ServerTools,
	paced: Set<string>,
): FirstResult {
	return send(request, session, tools, paced, CARD_FIELDS, (body, response, id) => {
		const vcard = cardOf(String(body['contactName']), String(body['contactNumber']));
		tools.keepCard({
			account: session.name,
			recipient: String(body['chatId']),
			contacts: [readVcard(vcard)],
			vcards: [vcard],
			messageIds: id === null ? [] : [id],
			options: {},
			request,
			status: 201,
			response,
		});
	});
}

export function sendText(
	request: SandboxRequest,
	session: OpenWaSession,
	tools: ServerTools,
	paced: Set<string>,
): FirstResult {
	return send(request, session, tools, paced, TEXT_FIELDS, (body, response, id) => {
		tools.keepCard({
			account: session.name,
			recipient: String(body['chatId']),
			text: String(body['text']),
			contacts: [],
			vcards: [],
			messageIds: id === null ? [] : [id],
			options: {},
			request,
			status: 201,
			response,
		});
	});
}

function send(
	request: SandboxRequest,
	session: OpenWaSession,
	tools: ServerTools,
	paced: Set<string>,
	fields: Readonly<Record<string, number>>,
	keep: (body: JsonObject, response: unknown, id: string | null) => void,
): FirstResult {
	const refuse = (answer: HttpAnswer): FirstResult => ({ state: 'refused', answer });
	const body = request.objectOrNull();
	if (body === null) return refuse(openWaError(400, 'Unexpected token in JSON'));
	const problems = problemsOf(body, fields);
	if (problems.length > 0) return refuse(openWaError(400, problems));
	const chatId = String(body['chatId']);
	if (!CHAT_ID.test(chatId)) return refuse(openWaError(400, `Invalid chatId ${chatId}`));
	if (
		chatId.endsWith('@newsletter') &&
		session.id === account.secondSession &&
		'contactName' in body
	)
		return refuse(openWaError(501, 'Contact cards to channels are not supported by this engine'));
	const number = chatId.split('@')[0] ?? '';
	if (number === SPECIAL_NUMBERS.notOnWhatsApp)
		return refuse(openWaError(400, 'Recipient is not reachable on WhatsApp'));
	if (number === specialNumbers.pacedLong) return refuse(pacing(3600));
	if (number === specialNumbers.paced && !paced.delete(chatId)) {
		paced.add(chatId);
		return refuse(pacing(1));
	}
	if (number === SPECIAL_NUMBERS.sendFails)
		return {
			state: 'unknown',
			answer: openWaError(500, 'Engine page error', { code: 'ENGINE_PAGE_ERROR' }),
		};

	const isUnconfirmed = session.id === account.unconfirmedSession;
	const id = isUnconfirmed ? null : `true_${chatId}_${messageId('openWa', tools.nextNumber(), 20)}`;
	const response = {
		messageId: id,
		timestamp: Math.floor(tools.now() / 1000),
		...(isUnconfirmed ? { unconfirmed: true } : {}),
	};
	keep(body, response, id);
	const answer = json(201, response);
	switch (number) {
		case specialNumbers.inDoubt:
			return { state: 'unknown', answer: openWaError(503, 'The send was not confirmed in time') };
		case specialNumbers.inProgress:
			return { state: 'running', answer };
		default:
			return { state: 'done', answer };
	}
}

function pacing(retryAfterSeconds: number): HttpAnswer {
	return openWaError(429, 'The session has reached its sending limit', {
		code: 'SEND_PACING_LIMITED',
		retryAfterSeconds,
	});
}

/** class-validator's messages: first about unknown fields, then field by field. */
function problemsOf(body: JsonObject, fields: Readonly<Record<string, number>>): string[] {
	const unknown = Object.keys(body).filter((name) => !(name in fields));
	return [
		...unknown.map((name) => `property ${name} should not exist`),
		...Object.entries(fields).flatMap(([name, most]) => {
			const value = body[name];
			if (typeof value !== 'string') return [`${name} must be a string`];
			if (value === '') return [`${name} should not be empty`];
			return [...value].length > most
				? [`${name} must be shorter than or equal to ${String(most)} characters`]
				: [];
		}),
	];
}

/** LF, no N, nothing escaped; line breaks are dropped. */
function cardOf(name: string, number: string): string {
	const line = (text: string) => text.replace(/[\r\n]+/g, ' ');
	const digits = number.replace(/\D/g, '');
	return vcardText([`FN:${line(name)}`, `TEL;type=CELL;type=VOICE;waid=${digits}:${line(number)}`]);
}
