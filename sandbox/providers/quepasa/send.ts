/** How Quepasa sends contact cards and texts. */
import type { ServerTools, AcceptedCard } from '../../provider';
import { GoJsonScanner, goValueName } from '../../toolkit/goJson';
import {
	isObject,
	json,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { isOnWhatsApp, messageId, USER_SERVER } from '../../toolkit/whatsApp';
import { account } from './account';
import { readChatId } from './chatId';
import { refused } from './errors';

const TEXTS = ['id', 'chatid', 'trackid', 'text', 'inreply'];
const CONTACT_TEXTS = ['phone', 'name', 'vcard'];
export const OWN_JID = `447700900930:12${USER_SERVER}`;

/** POST /send: the JSON, the chat, what there is to send, then the state of the connection. */
export function send(request: SandboxRequest, tools: ServerTools, isReady: boolean): HttpAnswer {
	const problem = GoJsonScanner.errorOf(request.text());
	if (problem !== null) return refused(`invalid json body: ${problem}`);
	const body = lowerKeys(request.jsonObject());
	const wrong = typeProblem(body);
	if (wrong !== undefined) return refused(`invalid json body: ${wrong}`);
	const chat = readChatId(textOf(body['chatid']) || request.header('x-quepasa-chatid'));
	if ('problem' in chat) return refused(chat.problem);
	const contact = isObject(body['contact']) ? lowerKeys(body['contact']) : undefined;
	if (contact === undefined && textOf(body['text']) === '')
		return refused('text not found, do not send empty messages');
	const poll = pollIn(textOf(body['text']));
	if (poll !== undefined && GoJsonScanner.errorOf(poll) !== null)
		return refused(`error converting text to json poll: ${String(GoJsonScanner.errorOf(poll))}`);
	if (!isReady) {
		return refused(`server (${OWN_JID}) not ready yet ! current status: Connecting.`, 503);
	}
	const words = REFUSALS[chat.jid];
	if (words !== undefined) return refused(words);
	if (chat.jid.endsWith('@g.us') && chat.jid !== account.group)
		return refused('failed to get group members: server returned error 403');
	if (chat.jid === `${SPECIAL_NUMBERS.notOnWhatsApp}${USER_SERVER}`)
		return refused(`no LID found for ${chat.jid} from server`);
	return taken(request, tools, body, chat.jid, contact);
}

/** whatsmeow's errors for these recipients. */
const REFUSALS: Readonly<Record<string, string>> = {
	[SPECIAL_NUMBERS.reachoutLock + USER_SERVER]: 'server returned error 463',
	[SPECIAL_NUMBERS.neverConfirms + USER_SERVER]: 'timed out waiting for message send response',
	[SPECIAL_NUMBERS.sendFails + USER_SERVER]: 'server returned error 479',
};

function taken(
	request: SandboxRequest,
	tools: ServerTools,
	body: JsonObject,
	jid: string,
	contact: JsonObject | undefined,
): HttpAnswer {
	const given = textOf(body['id']).toUpperCase();
	const id = given === '' ? messageId('quepasa', tools.nextNumber(), 22) : given;
	const trackId = textOf(body['trackid']);
	const response = {
		success: true,
		status: 'sended with success',
		message: { id, wid: OWN_JID, chatId: jid, ...(trackId === '' ? {} : { trackId }) },
	};
	const inreply = textOf(body['inreply']);
	tools.keepCard({
		account: 'connection',
		recipient: jid,
		...contentOf(contact, textOf(body['text'])),
		messageIds: [id],
		options: {
			...(inreply === '' ? {} : { inreply }),
			...(trackId === '' ? {} : { trackid: trackId }),
			...(contact === undefined ? madeOf(textOf(body['text']), jid) : {}),
		},
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/** What the recipient sees: a contact goes before a text. */
function contentOf(
	contact: JsonObject | undefined,
	text: string,
): Pick<AcceptedCard, 'contacts' | 'vcards' | 'text'> {
	if (contact === undefined) return { text, contacts: [], vcards: [] };
	const vcard = textOf(contact['vcard']) || builtVcard(contact);
	return { contacts: [readVcard(vcard)], vcards: [vcard] };
}

/** What follows `poll:` in a text, which the server reads as JSON. */
function pollIn(text: string): string | undefined {
	return /^\s*poll:([^]*)$/.exec(text)?.[1];
}

/** What the server makes from a text: a poll, buttons, and in groups mentions. */
function madeOf(text: string, jid: string): Record<string, unknown> {
	const mentions = jid.endsWith('@g.us')
		? [...text.matchAll(/@(\d{7,}|all\b)/gi)].map(([, name = '']) => name)
		: [];
	return {
		...(pollIn(text) === undefined ? {} : { poll: true }),
		...(/[$#]buttons:\[/i.test(text) ? { buttons: true } : {}),
		...(mentions.length === 0 ? {} : { mentions }),
	};
}

/** Go's decoder accepts keys in any case. */
function lowerKeys(object: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(object).map(([key, value]) => [key.toLowerCase(), value]),
	);
}

function typeProblem(body: JsonObject): string | undefined {
	const { contact } = body;
	const wrong = (object: JsonObject, keys: readonly string[]) =>
		keys.find((key) => object[key] != null && typeof object[key] !== 'string');
	const field = wrong(body, TEXTS);
	if (field !== undefined) return unfit(body[field], field, 'string');
	if (contact == null) return undefined;
	if (!isObject(contact)) return unfit(contact, 'contact', 'whatsapp.WhatsappContact');
	const inner = wrong(lowerKeys(contact), CONTACT_TEXTS);
	return inner === undefined
		? undefined
		: unfit(lowerKeys(contact)[inner], `contact.${inner}`, 'string');
}

function unfit(value: unknown, field: string, type: string): string {
	const name = goValueName(value, false);
	return `json: cannot unmarshal ${name} into Go struct field SendAnyRequest.${field} of type ${type}`;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** The server's own vCard, with nothing escaped; only numbers on WhatsApp get a `waid`. */
function builtVcard(contact: JsonObject): string {
	const name = textOf(contact['name']);
	const phone = textOf(contact['phone']);
	const digits = phone.replace(/\D/g, '');
	const waid = isOnWhatsApp(digits) ? `;waid=${digits}` : '';
	return vcardText([
		`N:;${name};;;`,
		`FN:${name}`,
		`item1.TEL${waid}:${phone}`,
		'item1.X-ABLabel:Celular',
	]);
}
