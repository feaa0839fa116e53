/** How uazapiGO sends contact cards and texts. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { messageId, USER_SERVER } from '../../toolkit/whatsApp';
import { account, specialNumbers } from './account';
import { failure } from './lists';

const JID = /^(\d{7,15}@s\.whatsapp\.net|[\d-]+@g\.us|\d+@lid|\d+@newsletter)$/;

const TEXTS = [
	'number',
	'fullName',
	'phoneNumber',
	'organization',
	'email',
	'url',
	'text',
	'replyid',
	'mentions',
	'track_source',
	'track_id',
];
const FLAGS = ['readchat', 'readmessages', 'forward', 'async'];

/** What the server knows about the recipient, by placeholder. */
const PLACEHOLDERS: Readonly<Record<string, string>> = { name: 'Sam Reader', first_name: 'Sam' };

/** POST /send/contact. */
export async function sendContact(
	request: SandboxRequest,
	tools: ServerTools,
	flooded: Set<string>,
): Promise<HttpAnswer> {
	const body = fieldsOf(request, ['number', 'fullName', 'phoneNumber']);
	if (body === undefined) return failure(400, 'Missing required fields');
	const sent = await send(body, tools, flooded, 'ContactMessage', 'Contact card');
	if ('refusal' in sent) return sent.refusal;
	const vcard = builtVcard(body);
	tools.keepCard({
		account: 'sales',
		recipient: sent.chat,
		contacts: [readVcard(vcard)],
		vcards: [vcard],
		messageIds: [sent.id],
		options: optionsOf(body),
		request,
		status: 200,
		response: sent.response,
	});
	return json(200, sent.response);
}

/** POST /send/text. */
export async function sendText(
	request: SandboxRequest,
	tools: ServerTools,
	flooded: Set<string>,
): Promise<HttpAnswer> {
	const body = fieldsOf(request, ['number', 'text']);
	if (body === undefined) return failure(400, 'Missing required fields');
	const sent = await send(body, tools, flooded, 'ExtendedTextMessage', 'Message');
	if ('refusal' in sent) return sent.refusal;
	tools.keepCard({
		account: 'sales',
		recipient: sent.chat,
		text: String(body['text']),
		contacts: [],
		vcards: [],
		messageIds: [sent.id],
		options: optionsOf(body),
		request,
		status: 200,
		response: sent.response,
	});
	return json(200, sent.response);
}

/** The body with its placeholders replaced; undefined if a field is missing or has the wrong type. */
function fieldsOf(request: SandboxRequest, required: readonly string[]): JsonObject | undefined {
	const body = request.objectOrNull();
	if (body === null) return undefined;
	if (required.some((key) => typeof body[key] !== 'string' || body[key] === '')) return undefined;
	const wrong = Object.entries(body).some(
		([key, value]) =>
			(TEXTS.includes(key) && typeof value !== 'string') ||
			(FLAGS.includes(key) && typeof value !== 'boolean') ||
			(key === 'delay' && !Number.isInteger(value)),
	);
	if (wrong) return undefined;
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key,
			typeof value === 'string' ? expanded(value) : value,
		]),
	);
}

function expanded(text: string): string {
	return text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => PLACEHOLDERS[name] ?? '');
}

interface Sent {
	chat: string;
	id: string;
	response: unknown;
}

async function send(
	body: JsonObject,
	tools: ServerTools,
	flooded: Set<string>,
	messageType: string,
	what: string,
): Promise<Sent | { refusal: HttpAnswer }> {
	const number = String(body['number']).replace(/^\+/, '');
	const chat = number.includes('@') ? number : `${number}${USER_SERVER}`;
	const refusal = sendError(chat, flooded);
	if (refusal !== undefined) return { refusal };
	const inBackground = body['async'] === true;
	if (!inBackground) await tools.wait(Number(body['delay'] ?? 0));
	const id = messageId('uazapi', tools.nextNumber());
	const response = {
		id: `447700900930:${id}`,
		messageid: id,
		chatid: chat,
		sender: `447700900930${USER_SERVER}`,
		isGroup: chat.endsWith('@g.us'),
		fromMe: true,
		messageType,
		messageTimestamp: tools.now(),
		status: inBackground ? 'Queued' : 'Pending',
		track_source: body['track_source'] ?? '',
		track_id: body['track_id'] ?? '',
		owner: '447700900930',
		wasSentByApi: true,
		response: { status: 'success', message: `${what} sent successfully` },
	};
	return { chat, id, response };
}

function sendError(chat: string, flooded: Set<string>): HttpAnswer | undefined {
	if (!JID.test(chat) || (chat.endsWith('@g.us') && chat !== account.group))
		return failure(500, 'Failed to send contact card');
	switch (chat.split('@')[0]) {
		case SPECIAL_NUMBERS.notOnWhatsApp:
			return failure(500, `the number ${chat} is not on WhatsApp`);
		case SPECIAL_NUMBERS.reachoutLock:
			return json(500, LOCK, {}, LOCK.error);
		case SPECIAL_NUMBERS.neverConfirms:
			return failure(500, 'Failed to send contact card');
		case SPECIAL_NUMBERS.sendFails:
			return failure(500, 'WhatsApp client is not connected');
		case specialNumbers.tooMany:
			if (flooded.has(chat)) return undefined;
			flooded.add(chat);
			return failure(429, 'Rate limit exceeded');
		default:
			return undefined;
	}
}

/** WhatsApp's error 463 as the server passes it on. */
const LOCK = {
	error: 'the account may not start new chats',
	error_source: 'whatsapp_server',
	provider: 'whatsapp',
	provider_code: 463,
	error_key: 'WHATSAPP_REACHOUT_TIMELOCK',
	message: 'The account may not start new chats',
	diagnostics_endpoint: '/instance/wa_messages_limits',
	details: {
		reachout_timelock: { active: true, until: '2026-07-02T12:00:00Z', enforcement_type: 'DEFAULT' },
	},
};

/** The vCard. The real one is unknown; this is built like other servers' vCards, with nothing escaped. */
function builtVcard(body: JsonObject): string {
	const { fullName, phoneNumber, organization, email, url } = body;
	const line = (property: string, value: unknown) =>
		typeof value === 'string' && value !== '' ? [`${property}:${value}`] : [];
	return vcardText([
		`N:;${String(fullName)};;;`,
		`FN:${String(fullName)}`,
		...line('ORG', organization),
		...String(phoneNumber)
			.split(',')
			.map((phone) => phone.trim())
			.map((phone) => `TEL;type=CELL;waid=${phone}:+${phone}`),
		...line('EMAIL', email),
		...line('URL', url),
	]);
}

function optionsOf(body: JsonObject): Record<string, unknown> {
	const content = ['number', 'fullName', 'phoneNumber', 'organization', 'email', 'url', 'text'];
	return Object.fromEntries(Object.entries(body).filter(([key]) => !content.includes(key)));
}
