/** How Evolution API accepts a contact card. */
import { isDeepStrictEqual } from 'node:util';
import type { ServerTools } from '../../provider';
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
import { account, specialNumbers } from './account';
import { evolutionError, type EvolutionInstance } from './instances';

interface EvolutionContact {
	fullName: string;
	phoneNumber: string;
	wuid?: string;
	organization?: string;
	email?: string;
	url?: string;
}

const FIELDS = ['fullName', 'wuid', 'phoneNumber', 'organization', 'email', 'url'] as const;
const MIN_LENGTH = 10;

/** POST /message/sendContact/{instance}: the schema, then the instance, then the number, then the send. */
export function sendContact(
	request: SandboxRequest,
	instance: EvolutionInstance,
	tools: ServerTools,
): HttpAnswer {
	const parsed = request.json();
	if (request.rawBody.length > 0 && !parsed.ok) {
		return evolutionError(400, 'Internal Server Error', 'Unexpected end of JSON input');
	}
	const body = request.jsonObject();
	const invalid = schemaErrors(body);
	// The server's exception wraps the list of errors in another list
	if (invalid.length > 0) return evolutionError(400, 'Bad Request', [invalid]);
	if (!instance.loaded)
		return unexpected("Cannot read properties of undefined (reading 'contactMessage')");

	const number = String(body['number']);
	const contacts = contactsOf(body);
	if (instance.integration === 'WHATSAPP-BUSINESS') {
		return sendThroughMeta(request, instance, tools, { body, contacts, number });
	}
	if (instance.state !== 'open') return unexpected('Connection Closed');
	const jid = createJid(number);
	const refused = sendError(jid, number);
	if (refused !== undefined) return refused;
	const card = { body: withoutOptions(body), contacts, jid };
	if (jid === specialNumbers.savesNothing + USER_SERVER) {
		deliver(request, instance, tools, card);
		return evolutionError(400, 'Bad Request', [
			'PrismaClientKnownRequestError: Invalid `this.prismaRepository.message.create()` invocation',
		]);
	}
	return deliver(request, instance, tools, card);
}

/** Why nothing can be sent to a JID. */
export function sendError(jid: string, number: string): HttpAnswer | undefined {
	if (jid.endsWith('@g.us')) {
		if (jid !== account.group)
			return unexpected("Cannot read properties of undefined (reading 'id')");
	} else if (jid.endsWith(USER_SERVER) && !isOnWhatsApp(jid.split('@')[0] ?? '')) {
		return evolutionError(400, 'Bad Request', [{ jid, exists: false, number }]);
	}
	switch (jid) {
		case SPECIAL_NUMBERS.neverConfirms + USER_SERVER:
			return evolutionError(400, 'Bad Request', ['Error: Timed Out']);
		case SPECIAL_NUMBERS.reachoutLock + USER_SERVER:
		case SPECIAL_NUMBERS.sendFails + USER_SERVER:
			return evolutionError(400, 'Bad Request', ['Error: Connection Closed']);
		default:
			return undefined;
	}
}

/** An exception that isn't one of the server's own: status 500 with its bare text. */
export function unexpected(message: string): HttpAnswer {
	return evolutionError(500, 'Internal Server Error', message);
}

/** The errors of the JSON schema, in the words of the library `jsonschema`. */
function schemaErrors(body: JsonObject): string[] {
	const { number, contact } = body;
	const errors: string[] = [];
	if (number !== undefined && typeof number !== 'string') errors.push('Invalid format');
	if (Array.isArray(contact)) errors.push(...contact.flatMap(contactErrors));
	else if (contact !== undefined) errors.push('contact is not of a type(s) array');
	if (Array.isArray(contact)) {
		if (contact.length === 0) errors.push('contact does not meet minimum length of 1');
		if (hasEqual(contact)) errors.push('contact contains duplicate item');
	}
	for (const name of ['number', 'contact']) {
		if (body[name] === undefined) errors.push(`instance requires property "${name}"`);
	}
	return errors;
}

/** Whether two entries are deeply equal, in any order of keys. */
function hasEqual(entries: readonly unknown[]): boolean {
	return entries.some((entry, index) =>
		entries.slice(index + 1).some((other) => isDeepStrictEqual(entry, other)),
	);
}

function contactErrors(entry: unknown, index: number): string[] {
	const place = `contact[${String(index)}]`;
	if (!isObject(entry)) return [`${place} is not of a type(s) object`];
	const errors: string[] = [];
	for (const field of FIELDS) {
		const value = entry[field];
		if (value === undefined) continue;
		const short = typeof value === 'string' && Array.from(value).length < MIN_LENGTH;
		if (field === 'wuid') {
			if (short || typeof value !== 'string' || !/\d+/.test(value))
				errors.push('"wuid" must be a numeric string');
		} else if (typeof value !== 'string') {
			errors.push(`${place}.${field} is not of a type(s) string`);
		} else if (field === 'phoneNumber' && short) {
			errors.push(`${place}.${field} does not meet minimum length of ${String(MIN_LENGTH)}`);
		}
	}
	for (const field of ['fullName', 'phoneNumber']) {
		if (entry[field] === undefined) errors.push(`${place} requires property "${field}"`);
	}
	return errors;
}

function contactsOf(body: JsonObject): EvolutionContact[] {
	const given: unknown[] = Array.isArray(body['contact']) ? body['contact'] : [];
	return given.filter(isObject).map((entry) => {
		const contact: EvolutionContact = { fullName: '', phoneNumber: '' };
		for (const field of FIELDS) {
			const value = entry[field];
			if (typeof value === 'string') contact[field] = value;
		}
		return contact;
	});
}

/** The JID that the server makes from a number, without the third digit that some countries no longer use. */
export function createJid(number: string): string {
	const text = number.replace(/:\d+/, '');
	if (/@(g\.us|s\.whatsapp\.net|lid|broadcast)/.test(text)) return text;
	if (text.includes('-') && text.length >= 24) return `${text.replace(/[^\d-]/g, '')}@g.us`;
	const digits = text.split('@')[0]?.replace(/\D/g, '') ?? '';
	if (digits.length >= 18) return `${digits}@g.us`;
	if (/^(52|54)\d{11}$/.test(digits))
		return `${digits.slice(0, 2)}${digits.slice(3)}${USER_SERVER}`;
	const brazilian = /^55(\d\d)\d(\d{8})$/.exec(digits);
	if (brazilian !== null) {
		const [, area = '', subscriber = ''] = brazilian;
		const keepsIt = Number(subscriber[0]) < 7 || Number(area) < 31;
		return `${keepsIt ? digits : `55${area}${subscriber}`}${USER_SERVER}`;
	}
	return `${digits}${USER_SERVER}`;
}

/** The Baileys channel ignores them for contacts. */
export function withoutOptions({
	delay: _delay,
	quoted: _quoted,
	...body
}: JsonObject): JsonObject {
	return body;
}

interface EvolutionCard {
	body: JsonObject;
	contacts: EvolutionContact[];
	jid: string;
}

function deliver(
	request: SandboxRequest,
	instance: EvolutionInstance,
	tools: ServerTools,
	{ body, contacts, jid }: EvolutionCard,
	recipient = jid,
): HttpAnswer {
	const id = messageId('evolution', tools.nextNumber(), 22);
	const vcards = contacts.map(evolutionVcard);
	const cards = contacts.map(({ fullName }, index) => ({
		displayName: fullName,
		vcard: vcards[index],
	}));
	const response = {
		key: { remoteJid: jid, fromMe: true, id },
		pushName: '',
		status: 'PENDING',
		message:
			cards.length === 1
				? { contactMessage: { ...cards[0], contextInfo: {} } }
				: {
						contactsArrayMessage: {
							displayName: `${String(cards.length)} contacts`,
							contacts: cards,
						},
					},
		messageType: cards.length === 1 ? 'contactMessage' : 'contactsArrayMessage',
		messageTimestamp: Math.floor(tools.now() / 1000),
		source: 'web',
	};
	const { number: _number, contact: _contact, ...options } = body;
	tools.keepCard({
		account: instance.name,
		recipient,
		contacts: vcards.map(readVcard),
		vcards,
		messageIds: [id],
		options,
		request,
		status: 201,
		response,
	});
	return json(201, response);
}

/**
 * The Meta channel posts the bare digits, even of a group or a lid, keeps delay and quoted, and passes on Meta's errors as
 * if they were messages.
 */
function sendThroughMeta(
	request: SandboxRequest,
	instance: EvolutionInstance,
	tools: ServerTools,
	{ body, contacts, number }: Omit<EvolutionCard, 'jid'> & { number: string },
): HttpAnswer {
	const to = number.replace(/\D/g, '');
	if (!isOnWhatsApp(to)) {
		return json(201, {
			message: '(#131026) Message undeliverable',
			type: 'OAuthException',
			code: 131026,
			error_data: {
				messaging_product: 'whatsapp',
				details: 'The recipient has no WhatsApp account',
			},
			fbtrace_id: 'ASandboxTrace',
		});
	}
	const jid = createJid(number);
	return deliver(request, instance, tools, { body, contacts, jid }, to);
}

/** The vCard as Evolution API v2.3 builds it: LF, no escaping, and a JID if `wuid` is missing or empty. */
export function evolutionVcard(contact: EvolutionContact): string {
	const { fullName, phoneNumber, organization, email, url } = contact;
	const wuid =
		contact.wuid === undefined || contact.wuid === '' ? createJid(phoneNumber) : contact.wuid;
	return vcardText([
		`N:${fullName}`,
		`FN:${fullName}`,
		...(organization ? [`ORG:${organization};`] : []),
		...(email ? [`EMAIL:${email}`] : []),
		...(url ? [`URL:${url}`] : []),
		`item1.TEL;waid=${wuid}:${phoneNumber}`,
		'item1.X-ABLabel:Celular',
	]);
}
