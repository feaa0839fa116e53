/** How Evolution Go sends contact cards and texts. */
import type { ServerTools, AcceptedCard } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard } from '../../toolkit/vcard';
import { isOnWhatsApp, messageId, USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';
import { failure, OPTION_TYPES, readBody, textAt } from './body';
import { createJid, reformatted } from './jid';

const CONTACT_TYPES = {
	number: 'string',
	vcard: 'struct',
	'vcard.fullName': 'string',
	'vcard.phone': 'string',
	'vcard.organization': 'string',
	...OPTION_TYPES,
} as const;
const TEXT_TYPES = { number: 'string', text: 'string', ...OPTION_TYPES } as const;

/** What the server needs to send, once it has read a request. */
interface Sending {
	request: SandboxRequest;
	body: JsonObject;
	tools: ServerTools;
}

/** POST /send/contact: the body, its three required texts, the session, then the number. */
export async function sendContact(
	request: SandboxRequest,
	tools: ServerTools,
	problem: string | undefined,
): Promise<HttpAnswer> {
	const read = readBody(request, CONTACT_TYPES);
	if ('refusal' in read) return read.refusal;
	const { body } = read;
	if (textAt(body, 'number') === '') return failure(400, 'phone number is required');
	if (textAt(body, 'vcard.phone') === '') return failure(400, 'contact phone number is required');
	if (textAt(body, 'vcard.fullName') === '') return failure(400, 'contact full name is required');
	if (problem !== undefined) return failure(500, problem);
	const vcard = builtVcard(body);
	const message = { contactMessage: { displayName: textAt(body, 'vcard.fullName'), vcard } };
	const content = { contacts: [readVcard(vcard)], vcards: [vcard] };
	return await send({ request, body, tools }, 'ContactMessage', message, content);
}

/** POST /send/text. */
export async function sendText(
	request: SandboxRequest,
	tools: ServerTools,
	problem: string | undefined,
): Promise<HttpAnswer> {
	const read = readBody(request, TEXT_TYPES);
	if ('refusal' in read) return read.refusal;
	const { body } = read;
	if (textAt(body, 'number') === '') return failure(400, 'phone number is required');
	if (textAt(body, 'text') === '') return failure(400, 'message body is required');
	if (problem !== undefined) return failure(500, problem);
	const text = textAt(body, 'text');
	const message = { extendedTextMessage: { text } };
	const content = { text, contacts: [], vcards: [] };
	return await send({ request, body, tools }, 'ExtendedTextMessage', message, content);
}

/** @param content what the recipient sees */
async function send(
	{ request, body, tools }: Sending,
	type: string,
	message: object,
	content: Pick<AcceptedCard, 'contacts' | 'vcards' | 'text'>,
): Promise<HttpAnswer> {
	const number = createJid(textAt(body, 'number')) ?? '';
	const chat = chatOf(number, body['formatJid'] !== false);
	if (chat === undefined) return failure(500, `number ${number} is not registered on WhatsApp`);
	if (chat.endsWith('@g.us') && chat !== account.group)
		return failure(500, 'failed to get group members: server returned error 403');
	const refused = refusals[chat];
	if (refused !== undefined) return failure(500, refused);
	await tools.wait(Number(body['delay'] ?? 0));
	const id = textAt(body, 'id') || messageId('evolutionGo', tools.nextNumber(), 22);
	const response = {
		message: 'success',
		data: {
			Info: {
				Chat: chat,
				Sender: '447700900930:12@s.whatsapp.net',
				IsFromMe: true,
				IsGroup: chat.endsWith('@g.us'),
				ID: id,
				Timestamp: new Date(tools.now()).toISOString(),
				ServerID: 0,
				Type: type,
			},
			Message: message,
			MessageContextInfo: {
				stanzaID: textAt(body, 'quoted.messageId'),
				participant: textAt(body, 'quoted.participant'),
				quotedMessage: { conversation: '' },
			},
		},
	};
	tools.keepCard({
		account: 'sales',
		recipient: chat,
		...content,
		messageIds: [id],
		options: optionsOf(body),
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** whatsmeow's errors for these recipients. */
const refusals: Readonly<Record<string, string>> = {
	[SPECIAL_NUMBERS.reachoutLock + USER_SERVER]: 'server returned error 463',
	[SPECIAL_NUMBERS.neverConfirms + USER_SERVER]: 'timed out waiting for message send response',
	[SPECIAL_NUMBERS.sendFails + USER_SERVER]: 'server returned error 479',
};

/**
 * The chat of a JID: for a person, the server asks WhatsApp about the number, and if there is no account, about the
 * rewritten one. It drops the `+` before it sends.
 */
function chatOf(jid: string, formats: boolean): string | undefined {
	if (!jid.includes('@s.whatsapp.net')) return jid;
	const spellings = [formats ? (reformatted(jid) ?? jid) : jid, reformatted(jid) ?? jid];
	return spellings
		.map((spelling) => spelling.replace(/^\+/, ''))
		.find((spelling) => isOnWhatsApp(spelling.split('@')[0] ?? ''));
}

/** The server's vCard: a line break before it, no `N`, and nothing escaped. */
function builtVcard(body: JsonObject): string {
	const phone = textAt(body, 'vcard.phone');
	return [
		'',
		'BEGIN:VCARD',
		'VERSION:3.0',
		`FN:${textAt(body, 'vcard.fullName')}`,
		`ORG:${textAt(body, 'vcard.organization')};`,
		`TEL;type=CELL;type=VOICE;waid=${phone}:${phone}`,
		'END:VCARD',
	].join('\n');
}

/** Mentions are for groups; the server ignores them elsewhere. */
function optionsOf(body: JsonObject): Record<string, unknown> {
	const { delay, quoted, mentionAll, mentionedJid, number } = body;
	const mentions = String(number).includes('@g.us') ? { mentionAll, mentionedJid } : {};
	return Object.fromEntries(
		Object.entries({ delay, quoted, ...mentions }).filter(([, value]) => value !== undefined),
	);
}
