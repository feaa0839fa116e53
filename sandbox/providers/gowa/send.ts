/** How GOWA accepts a contact card. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { isOnWhatsApp, messageId, USER_SERVER } from '../../toolkit/whatsApp';
import { bindContactRequest, type ContactRequest } from './bind';
import type { GowaDevice } from './devices';
import { gowaError } from './errors';

/** The maximum length of a phone number; a longer text without `@` becomes a group. */
const MAX_PHONE_LENGTH = 15;

export const DURATIONS = [0, 86400, 604800, 7776000];

const STARTS_WITH_ZERO =
	'phone number must be in international format (should not start with 0). For Indonesian numbers, use 62xxx format instead of 08xxx';

const REACHOUT_TIMELOCK =
	"WhatsApp rejected this send with error 463 (reach-out timelock). This is WhatsApp's server-side anti-spam restriction on starting new chats and cannot be bypassed by the API. It usually means there is no prior conversation with this recipient, or the sending account is temporarily restricted from reaching new contacts. To get through: ask the recipient to message you first, reply within an already-established conversation, or open and send the chat once from the phone linked to this session, then reduce your sending rate and wait for the restriction to clear. Newly-linked or low-activity numbers are affected most.";

/**
 * POST /send/contact of GOWA v9.2.0. In this order: bind the body (500), append the server to the phone,
 * required fields, phone, contact phone, duration (400 VALIDATION_ERROR), client, connection, login,
 * JID, number on WhatsApp, then the send itself.
 */
export async function sendContact(
	request: SandboxRequest,
	device: GowaDevice,
	tools: ServerTools,
	timeoutMs: number,
): Promise<HttpAnswer> {
	const bound = bindContactRequest(request);
	if ('message' in bound) return gowaError(500, 'INTERNAL_SERVER_ERROR', bound.message);
	const card = { ...bound, phone: withServer(bound.phone) };

	const invalid = validationError(card);
	if (invalid !== null) return gowaError(400, 'VALIDATION_ERROR', invalid);

	const notReady = deviceError(device);
	if (notReady !== null) return notReady;

	const jid = card.phone.replace(/^\+/, '');
	const malformed = jidError(jid);
	if (malformed !== null) return gowaError(500, 'INTERNAL_SERVER_ERROR', malformed);
	if (jid.endsWith(USER_SERVER) && !isOnWhatsApp(jid.slice(0, -USER_SERVER.length))) {
		return gowaError(400, 'INVALID_JID', `Phone ${card.phone} is not on whatsapp`);
	}

	const rejected = await sendError(jid, tools, timeoutMs);
	return rejected ?? deliver(request, device, tools, card, jid);
}

/** `<phone>@s.whatsapp.net`, or `<phone>@g.us` if the text is longer than a phone number can be. */
export function withServer(phone: string): string {
	if (phone === '' || phone.includes('@')) return phone;
	return Buffer.byteLength(phone) <= MAX_PHONE_LENGTH ? `${phone}${USER_SERVER}` : `${phone}@g.us`;
}

function validationError(card: ContactRequest): string | null {
	const blank = (['contact_name', 'contact_phone', 'phone'] as const).filter(
		(field) => card[field] === '',
	);
	if (blank.length > 0) return `${blank.map((field) => `${field}: cannot be blank`).join('; ')}.`;
	const phone = numberError(card.phone);
	if (phone !== null) return phone;
	const contactPhone = numberError(card.contact_phone);
	if (contactPhone !== null) return `contact ${contactPhone}`;
	if (card.duration !== null && !DURATIONS.includes(card.duration)) {
		return 'duration must be one of: 0 (no expiry), 86400 (24h), 604800 (7d), 7776000 (90d)';
	}
	return null;
}

export function numberError(text: string): string | null {
	const number = text.trim().replace(/^\+/, '');
	if (number === '') return 'phone number cannot be empty';
	return number.startsWith('0') ? STARTS_WITH_ZERO : null;
}

export function deviceError(device: GowaDevice): HttpAnswer | null {
	switch (device.state) {
		case 'no-client':
			return gowaError(500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty');
		case 'disconnected':
			return gowaError(
				401,
				'AUTHENTICATION_ERROR',
				'you are not connect to services server, please reconnect',
			);
		case 'connected':
			return gowaError(401, 'AUTHENTICATION_ERROR', 'you are not logged in');
		case 'logged_in':
			return null;
	}
}

/** Why whatsmeow's JID parser refuses a JID: no user, or too many dots or colons. */
export function jidError(jid: string): string | null {
	const user = jid.split('@')[0] ?? '';
	if (user === '') return `invalid JID ${jid}: no server specified`;
	if (user.split('.').length > 2) return `invalid JID ${jid}: unexpected number of dots in JID`;
	if (user.split(':').length > 2) return `invalid JID ${jid}: unexpected number of colons in JID`;
	return null;
}

export async function sendError(
	jid: string,
	tools: ServerTools,
	timeoutMs: number,
): Promise<HttpAnswer | null> {
	switch (jid) {
		case SPECIAL_NUMBERS.reachoutLock + USER_SERVER:
			return gowaError(429, 'WA_REACHOUT_TIMELOCK', REACHOUT_TIMELOCK);
		case SPECIAL_NUMBERS.neverConfirms + USER_SERVER:
			await tools.wait(timeoutMs);
			return gowaError(
				504,
				'GATEWAY_TIMEOUT',
				'Request timed out waiting for WhatsApp server response',
			);
		case SPECIAL_NUMBERS.sendFails + USER_SERVER:
			return gowaError(
				500,
				'INTERNAL_SERVER_ERROR',
				'failed to send message: server returned error 479',
			);
		default:
			return null;
	}
}

function deliver(
	request: SandboxRequest,
	device: GowaDevice,
	tools: ServerTools,
	card: ContactRequest,
	jid: string,
): HttpAnswer {
	const vcard = gowaVcard(card.contact_name, card.contact_phone);
	const id = messageId('gowa', tools.nextNumber());
	const status = `Contact sent to ${card.phone} (server timestamp: ${goTime(tools.now())})`;
	const response = { code: 'SUCCESS', message: status, results: { message_id: id, status } };
	tools.keepCard({
		account: device.id,
		recipient: jid,
		contacts: [readVcard(vcard)],
		vcards: [vcard],
		messageIds: [id],
		options: {
			...(card.is_forwarded ? { isForwarded: true } : {}),
			...(card.duration === null ? {} : { duration: card.duration }),
		},
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/**
 * The vCard as GOWA v9.2.0 builds it: LF, no escaping, so that a line break or a semicolon in the name reaches
 * the recipient's phone as a line break or a semicolon.
 */
export function gowaVcard(contactName: string, contactPhone: string): string {
	const name = contactName.trim();
	const phone = contactPhone.replaceAll('+', '').trim();
	return vcardText([`N:;${name};;;`, `FN:${name}`, `TEL;type=CELL;waid=${phone}:+${phone}`]);
}

export function goTime(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
}
