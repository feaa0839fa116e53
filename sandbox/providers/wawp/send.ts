/** How Wawp accepts a contact card. */
import { z } from 'zod';
import type { ServerTools } from '../../provider';
import { json, type HttpAnswer, type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { specialNumbers } from './account';
import { wawpError, wawpHtml, wawpText, wawpXml } from './errors';
import { serializedId, webjsMessage } from './message';

const contactSchema = z.union([
	z.object({ vcard: z.string() }).strict(),
	z
		.object({
			fullName: z.string().min(1),
			phoneNumber: z.string().min(1),
			organization: z.string().optional(),
			whatsappId: z.string().regex(/^\d+$/).optional(),
		})
		.strict(),
]);
type WawpContact = z.infer<typeof contactSchema>;

/** A chat ID: a person (also as bare digits), a hidden ID, a group or a channel. */
const CHAT_ID = /^(?:(\d+)(?:@c\.us|@s\.whatsapp\.net)?|\d+@lid|[\d-]+@g\.us|\d+@newsletter)$/;

/**
 * How many digits follow the country code, for the countries in Wawp's documentation; elsewhere numbers have 7 to 15 in
 * all.
 */
const NATIONAL_LENGTHS = [
	{ country: 'Egypt', pattern: /^20/, length: 12 },
	{ country: 'Saudi Arabia', pattern: /^966/, length: 12 },
];

/**
 * POST /v2/send/contact once the session is known: required parameters, number, contacts, then the send.
 * Titles are from the documentation; the exact bodies are not published.
 */
export function sendContact(
	request: SandboxRequest,
	body: JsonObject,
	instanceId: string,
	tools: ServerTools,
): HttpAnswer {
	const { chatId, contacts, reply_to: replyTo } = body;
	const missing = [
		...(typeof chatId === 'string' && chatId !== '' ? [] : ['chatId']),
		...(Array.isArray(contacts) && contacts.length > 0 ? [] : ['contacts']),
	];
	if (missing.length > 0)
		return wawpError(400, 'Bad Request', `Missing Required Parameter(s): ${missing.join(', ')}`);
	if (replyTo !== undefined && replyTo !== null && typeof replyTo !== 'string') {
		return wawpError(400, 'Bad Request', 'Invalid Parameter: reply_to must be a string');
	}

	const chat = String(chatId);
	const invalid = numberError(chat);
	if (invalid !== null) return invalid;

	const read = z.array(contactSchema).safeParse(contacts);
	if (!read.success) {
		const position = Number(read.error.issues[0]?.path[0] ?? 0) + 1;
		return wawpError(
			400,
			'Bad Request',
			`Invalid Parameter: contacts (contact ${String(position)})`,
		);
	}
	if (read.data.some((contact) => 'vcard' in contact && !isWholeVcard(contact.vcard))) {
		return wawpError(400, 'Bad Request', 'Serialization Error');
	}

	const number = chat.split('@')[0] ?? '';
	const refused = sendError(number);
	if (refused !== null) return refused;

	const jid = chat.includes('@') ? chat.replace('@s.whatsapp.net', '@c.us') : `${chat}@c.us`;
	const vcards = read.data.map(wawpVcard);
	const id = serializedId(jid, tools.nextNumber());
	const quoted = typeof replyTo === 'string' && replyTo !== '' ? replyTo : undefined;
	const response = webjsMessage(jid, id, vcards, Math.floor(tools.now() / 1000), quoted);
	tools.keepCard({
		account: instanceId,
		recipient: jid,
		contacts: vcards.map(readVcard),
		vcards,
		messageIds: [id],
		options: quoted === undefined ? {} : { replyTo: quoted },
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

export function numberError(chatId: string): HttpAnswer | null {
	const match = CHAT_ID.exec(chatId);
	if (match === null) return wawpError(400, 'Bad Request', 'Invalid Number (Unknown)');
	const number = match[1];
	if (number === undefined) return null;
	for (const { country, pattern, length } of NATIONAL_LENGTHS) {
		if (pattern.test(number) && number.length !== length)
			return wawpError(400, 'Bad Request', `Invalid Number (${country})`);
	}
	const possible = number.length >= 7 && number.length <= 15 && !number.startsWith('0');
	return possible ? null : wawpError(400, 'Bad Request', 'Invalid Number (Unknown)');
}

function isWholeVcard(text: string): boolean {
	return /^\s*BEGIN:VCARD\r?\n[\s\S]*END:VCARD\s*$/i.test(text);
}

export function sendError(number: string): HttpAnswer | null {
	switch (number) {
		case SPECIAL_NUMBERS.notOnWhatsApp:
			return wawpError(400, 'Bad Request', 'Invalid Number (Unknown)');
		case SPECIAL_NUMBERS.sendFails:
			return wawpError(500, 'Internal Server Error', 'Unexpected Failure');
		case specialNumbers.xml400:
			return wawpXml(400, 'Bad Request', 'Missing Required Parameter(s)');
		case specialNumbers.text400:
			return wawpText(400, 'Bad Request - Missing Required Parameter(s)');
		case specialNumbers.html500:
			return wawpHtml(500, 'Internal Server Error');
		case specialNumbers.json502:
			return wawpError(502, 'Bad Gateway', 'Connection Failed to Upstream');
		case specialNumbers.xml502:
			return wawpXml(502, 'Bad Gateway', 'Connection Failed to Upstream');
		case specialNumbers.code200:
			return json(
				200,
				{ code: 'invalid_session', message: 'Session is not available' },
				{},
				'an error code under 200',
			);
		case specialNumbers.json429:
			return wawpError(429, 'Too Many Requests', 'Rate Limit Exceeded');
		default:
			return null;
	}
}

/** The vCard as built by WAHA, which is behind Wawp: LF, no N, no escaping; a raw vCard stays as it is. */
function wawpVcard(contact: WawpContact): string {
	if ('vcard' in contact) return contact.vcard;
	const { fullName, organization, phoneNumber, whatsappId } = contact;
	return vcardText([
		`FN:${fullName}`,
		...(organization ? [`ORG:${organization};`] : []),
		`TEL;type=CELL;type=VOICE${whatsappId === undefined ? '' : `;waid=${whatsappId}`}:${phoneNumber}`,
	]);
}
