/** How RyzeAPI accepts a contact card. */
import { z } from 'zod';
import type { ServerTools } from '../../provider';
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
import { ryzeError, type RyzeInstance } from './instances';

const JID = /^[\w.-]+@(?:s\.whatsapp\.net|lid|g\.us|newsletter)$/;

const vcardSchema = z.object({
	fullName: z.string().trim().min(1),
	phone: z.string().trim().min(1),
	organization: z.string().optional(),
	email: z.string().optional(),
	url: z.string().optional(),
});
type RyzeVcard = z.infer<typeof vcardSchema>;

/**
 * POST /api/message/contact/:instance. The documentation lists the refusals but not their order; here it is the body, the
 * number, the contacts one by one, the number's format, the connection, the send. Contacts are counted from 1.
 */
export function sendContact(
	request: SandboxRequest,
	instance: RyzeInstance,
	tools: ServerTools,
): HttpAnswer {
	const read = bodyOf(request);
	if ('answer' in read) return read.answer;
	const { body } = read;
	const number = typeof body['number'] === 'string' ? body['number'].trim() : '';
	if (number === '') return ryzeError(400, 'Number is required');
	const given = body['vcard'];
	const items: unknown[] = Array.isArray(given) ? given : isObject(given) ? [given] : [];
	if (items.length === 0) return ryzeError(400, 'At least one contact (vcard) is required');
	const vcards: RyzeVcard[] = [];
	for (const [index, item] of items.entries()) {
		const vcard = vcardSchema.safeParse(item);
		if (!vcard.success) return contactError(item, index + 1);
		vcards.push(vcard.data);
	}

	const jid = recipientJid(number);
	if (jid === null) return ryzeError(400, `Invalid phone number format: ${number}`);
	if (instance.state !== 'connected')
		return ryzeError(503, 'Instance is not connected to WhatsApp');
	const refused = sendError(jid);
	return refused ?? deliver(request, instance, tools, { body, items, vcards, jid });
}

/** The body, if its fields have the right types. */
export function bodyOf(request: SandboxRequest): { body: JsonObject } | { answer: HttpAnswer } {
	const parsed = request.json();
	if (!parsed.ok) {
		const detail = GoJsonScanner.errorOf(request.text()) ?? 'unexpected end of JSON input';
		return { answer: invalidJson(detail) };
	}
	if (!isObject(parsed.value)) {
		const detail = `json: cannot unmarshal ${goValueName(parsed.value, false)} into Go value of type map[string]interface {}`;
		return { answer: invalidJson(detail) };
	}
	const mistyped = typeError(parsed.value);
	return mistyped === null ? { body: parsed.value } : { answer: invalidJson(mistyped) };
}

function invalidJson(detail: string): HttpAnswer {
	return ryzeError(400, `Invalid JSON format: ${detail}`);
}

function typeError(body: JsonObject): string | null {
	const kinds: Array<[string, 'string' | 'number' | 'boolean', string]> = [
		['number', 'string', 'string'],
		['message', 'string', 'string'],
		['delay', 'number', 'int'],
		['replyTo', 'string', 'string'],
		['replyPrivate', 'boolean', 'bool'],
		['source', 'string', 'string'],
	];
	for (const [key, kind, goType] of kinds) {
		const value = body[key];
		if (value === undefined || value === null) continue;
		if (typeof value !== kind || (kind === 'number' && !Number.isInteger(value))) {
			return `json: cannot unmarshal ${goValueName(value, kind === 'number')} into Go struct field .${key} of type ${goType}`;
		}
	}
	return null;
}

function contactError(item: unknown, position: number): HttpAnswer {
	const fields = isObject(item) ? item : {};
	for (const key of ['fullName', 'phone', 'organization', 'email', 'url']) {
		const value = fields[key];
		if (value !== undefined && typeof value !== 'string') {
			return invalidJson(
				`json: cannot unmarshal ${goValueName(value, false)} into Go struct field VCard.${key} of type string`,
			);
		}
	}
	const name = fields['fullName'];
	return typeof name !== 'string' || name.trim() === ''
		? ryzeError(400, `Contact full name is required for contact ${String(position)}`)
		: ryzeError(400, `Contact phone number is required for contact ${String(position)}`);
}

/** The JID for a number: a JID as it is, otherwise from the digits; null if it is neither. */
export function recipientJid(number: string): string | null {
	if (number.includes('@'))
		return JID.test(number) || number === 'status@broadcast' ? number : null;
	const digits = number.replace(/^\+/, '');
	return isOnWhatsApp(digits) ? `${digits}${USER_SERVER}` : null;
}

export function sendError(jid: string): HttpAnswer | null {
	switch (jid) {
		case SPECIAL_NUMBERS.reachoutLock + USER_SERVER:
			return ryzeError(500, 'Failed to send message: server returned error 463');
		case SPECIAL_NUMBERS.neverConfirms + USER_SERVER:
			return ryzeError(500, 'Failed to send message: context deadline exceeded');
		case SPECIAL_NUMBERS.sendFails + USER_SERVER:
			return ryzeError(500, 'Failed to send message: server returned error 479');
		default:
			return null;
	}
}

interface RyzeCard {
	body: JsonObject;
	items: unknown[];
	vcards: RyzeVcard[];
	jid: string;
}

function deliver(
	request: SandboxRequest,
	instance: RyzeInstance,
	tools: ServerTools,
	{ body, items, vcards, jid }: RyzeCard,
): HttpAnswer {
	const id = messageId('ryzeapi', tools.nextNumber(), 20);
	const texts = vcards.map(ryzeVcard);
	const count = vcards.length;
	const response = {
		success: true,
		message:
			count > 1
				? `${String(count)} contacts sent successfully in one message`
				: 'Message sent successfully',
		status: 'sent',
		data: {
			messageId: id,
			direction: 'outgoing',
			chat: { jid },
			source: body['source'] ?? 'api',
			...(body['replyTo'] === undefined ? {} : { replyTo: body['replyTo'] }),
			vcard: items,
		},
	};
	const { delay, replyTo, replyPrivate, source } = body;
	tools.keepCard({
		account: instance.name,
		recipient: jid,
		contacts: texts.map(readVcard),
		vcards: texts,
		messageIds: [id],
		options: Object.fromEntries(
			Object.entries({ delay, replyTo, replyPrivate, source }).filter(
				([, value]) => value !== undefined,
			),
		),
		request,
		status: 200,
		response,
	});
	return json(200, response);
}

/**
 * RyzeAPI is closed source, so how it builds its vCard is unknown. This is the vCard 3.0 that servers on whatsmeow build,
 * unescaped, so that text that could break out of its field shows.
 */
function ryzeVcard({ fullName, phone, organization, email, url }: RyzeVcard): string {
	const digits = phone.replace(/\D/g, '');
	return vcardText([
		`N:;${fullName};;;`,
		`FN:${fullName}`,
		...(organization ? [`ORG:${organization}`] : []),
		`TEL;type=CELL;waid=${digits}:${phone}`,
		...(email ? [`EMAIL:${email}`] : []),
		...(url ? [`URL:${url}`] : []),
	]);
}
