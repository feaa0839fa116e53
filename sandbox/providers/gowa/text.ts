/** How GOWA accepts a text, and says whether a number is on WhatsApp. */
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type SandboxRequest } from '../../toolkit/http';
import { accountOf, isOnWhatsApp, messageId, USER_SERVER } from '../../toolkit/whatsApp';
import type { GowaDevice } from './devices';
import { gowaError } from './errors';
import {
	deviceError,
	DURATIONS,
	goTime,
	jidError,
	numberError,
	sendError,
	withServer,
} from './send';

/**
 * POST /send/message of GOWA v9.2.0, with the same order of checks as for contacts. `@` with letters or digits in the text
 * is a mention.
 */
export async function sendText(
	request: SandboxRequest,
	device: GowaDevice,
	tools: ServerTools,
	timeoutMs: number,
): Promise<HttpAnswer> {
	const { phone: given = '', message = '', duration } = request.jsonObject();
	if (typeof given !== 'string' || typeof message !== 'string')
		return gowaError(
			500,
			'INTERNAL_SERVER_ERROR',
			'bind from body: json: cannot unmarshal number into Go struct field MessageRequest',
		);
	const phone = withServer(given);
	const invalid = validationError(phone, message, duration);
	if (invalid !== null) return gowaError(400, 'VALIDATION_ERROR', invalid);
	const notReady = deviceError(device);
	if (notReady !== null) return notReady;
	const jid = phone.replace(/^\+/, '');
	const malformed = jidError(jid);
	if (malformed !== null) return gowaError(500, 'INTERNAL_SERVER_ERROR', malformed);
	if (jid.endsWith(USER_SERVER) && !isOnWhatsApp(jid.slice(0, -USER_SERVER.length)))
		return gowaError(400, 'INVALID_JID', `Phone ${phone} is not on whatsapp`);
	const rejected = await sendError(jid, tools, timeoutMs);
	if (rejected !== null) return rejected;

	const id = messageId('gowa', tools.nextNumber());
	const status = `Message sent to ${phone} (server timestamp: ${goTime(tools.now())})`;
	const response = { code: 'SUCCESS', message: status, results: { message_id: id, status } };
	const mentions = mentionsIn(message);
	tools.keepCard({
		account: device.id,
		recipient: jid,
		text: message,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options: {
			...(duration === undefined ? {} : { duration }),
			...(mentions.length === 0 ? {} : { mentions }),
		},
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

function mentionsIn(message: string): string[] {
	return [...message.matchAll(/@(\w+)/g)].map(([, name = '']) => name);
}

function validationError(phone: string, message: string, duration: unknown): string | null {
	const blank = [...(message === '' ? ['message'] : []), ...(phone === '' ? ['phone'] : [])];
	if (blank.length > 0) return `${blank.map((field) => `${field}: cannot be blank`).join('; ')}.`;
	const wrongMention = mentionsIn(message).find((name) => name.startsWith('0'));
	if (wrongMention !== undefined)
		return `mention ${wrongMention}: phone number must be in international format`;
	if (duration !== undefined && !DURATIONS.some((known) => known === duration))
		return 'duration must be one of: 0 (no expiry), 86400 (24h), 604800 (7d), 7776000 (90d)';
	return numberError(phone);
}

/** GET /user/check: only yes or no, for exactly these digits; anything that isn't a person's number counts as yes. */
export function checkNumber(request: SandboxRequest, device: GowaDevice): HttpAnswer {
	const notReady = deviceError(device);
	if (notReady !== null) return notReady;
	const jid = withServer(request.query.get('phone') ?? '').replace(/^\+/, '');
	const number = jid.endsWith(USER_SERVER) ? jid.slice(0, -USER_SERVER.length) : undefined;
	const isThere = number === undefined ? jid !== '' : accountOf(number) === number;
	return json(200, {
		code: 'SUCCESS',
		message: 'Success check user',
		results: { is_on_whatsapp: isThere },
	});
}
