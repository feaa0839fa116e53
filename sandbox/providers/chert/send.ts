/** How Chert accepts a contact card. */
import { z } from 'zod';
import { MISBEHAVIORS } from '../../faults/misbehavingRecipients';
import type { ServerTools } from '../../provider';
import { namedContact, type CardContact } from '../../toolkit/contact';
import { type JsonObject, type SandboxRequest } from '../../toolkit/http';
import { hexId } from '../../toolkit/ids';
import { person } from '../../toolkit/people';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, splitVcards } from '../../toolkit/vcard';
import { account } from './account';

const E164 = /^\+[1-9]\d{6,14}$/;
const CHATS = 40;

const entrySchema = z.object({ value: z.string().min(1), label: z.string().optional() }).strict();
const contactSchema = z
	.object({
		full_name: z.string().optional(),
		given_name: z.string().optional(),
		family_name: z.string().optional(),
		organization: z.string().optional(),
		phones: z.array(entrySchema).optional(),
		emails: z.array(entrySchema).optional(),
	})
	.strict();
type ChertContact = z.infer<typeof contactSchema>;

export interface ChertFailure {
	status: number;
	code: number;
	message: string;
	retryAfter?: number;
}

export type ChertResult = { sent: object } | { failure: ChertFailure };

export interface Chat {
	id: string;
	phone: string;
	name?: string;
}

/**
 * POST /chats/{id}/send-contact, and without the ID if the body has `to`. In this order: JSON (1004), contact
 * or vcard_text (1001), its shape (1002, 1003), the chat (2002) or the number (1003), the delivery.
 * Sending both contact and vcard_text is undocumented; the sandbox refuses it as an unsupported shape.
 */
export function sendContact(
	request: SandboxRequest,
	chatId: string | null,
	tenant: string,
	tools: ServerTools,
): ChertResult {
	const body = request.objectOrNull();
	if (body === null) return failure(400, 1004, 'Invalid JSON body');

	const card = readCard(body);
	if ('failure' in card) return card;
	const chat = chatId === null ? chatWith(body['to']) : chatNamed(chatId);
	if ('failure' in chat) return chat;
	const refused = deliveryFailure(chat);
	if (refused !== null) return refused;

	const sent = { chat_id: chat.id, status: 'sent' as const };
	tools.keepCard({
		account: tenant,
		recipient: chatId === null ? chat.phone : chat.id,
		...(chat.name === undefined ? {} : { chatName: chat.name }),
		contacts: card.contacts,
		vcards: card.vcards,
		messageIds: [],
		options: chatId === null ? { chatId: chat.id } : {},
		request,
		status: 200,
		response: sent,
	});
	return { sent };
}

export function failure(
	status: number,
	code: number,
	message: string,
	retryAfter?: number,
): { failure: ChertFailure } {
	return {
		failure: { status, code, message, ...(retryAfter === undefined ? {} : { retryAfter }) },
	};
}

function readCard(
	body: JsonObject,
): { contacts: CardContact[]; vcards: string[] } | { failure: ChertFailure } {
	const { contact, vcard_text: vcardText } = body;
	const hasContact = contact !== undefined && contact !== null;
	const hasVcard = vcardText !== undefined && vcardText !== null && vcardText !== '';
	if (!hasContact && !hasVcard)
		return failure(400, 1001, 'Missing required field: contact or vcard_text');
	if (hasContact && hasVcard)
		return failure(400, 1002, 'Provide either contact or vcard_text, not both');
	if (hasVcard) {
		if (typeof vcardText !== 'string' || !vcardText.startsWith('BEGIN:VCARD'))
			return failure(400, 1002, 'vcard_text must begin with BEGIN:VCARD');
		return { contacts: splitVcards(vcardText).map(readVcard), vcards: [vcardText] };
	}
	const read = contactSchema.safeParse(contact);
	if (!read.success)
		return failure(
			400,
			1002,
			`Unsupported shape: contact.${read.error.issues[0]?.path.join('.') ?? ''}`,
		);
	if (!isIdentified(read.data)) return failure(400, 1002, 'contact has no identifying field');
	const unreadable = read.data.phones?.find(({ value }) => !E164.test(value));
	if (unreadable !== undefined)
		return failure(400, 1003, `Invalid phone number: ${JSON.stringify(unreadable.value)}`);
	return { contacts: [shown(read.data)], vcards: [] };
}

function isIdentified({
	full_name,
	given_name,
	family_name,
	organization,
	phones = [],
	emails = [],
}: ChertContact): boolean {
	return (
		[full_name, given_name, family_name, organization].some(
			(text) => text !== undefined && text.trim() !== '',
		) || phones.length + emails.length > 0
	);
}

function shown(given: ChertContact): CardContact {
	const parts = [given.given_name, given.family_name].filter(Boolean).join(' ');
	const contact = namedContact(
		given.full_name ??
			(parts || (given.organization ?? given.phones?.[0]?.value ?? given.emails?.[0]?.value ?? '')),
	);
	if (given.given_name) contact.name.first_name = given.given_name;
	if (given.family_name) contact.name.last_name = given.family_name;
	if (given.organization) contact.org = { company: given.organization };
	contact.phones = (given.phones ?? []).map(({ value, label }) => ({
		phone: value,
		...(label ? { type: label } : {}),
	}));
	contact.emails = (given.emails ?? []).map(({ value, label }) => ({
		email: value,
		...(label ? { type: label } : {}),
	}));
	return contact;
}

/** Chat ids are opaque: the sandbox knows 40 numbered ones, one in the form of a UUID, and those that fail or misbehave. */
export function chatNamed(id: string): Chat | { failure: ChertFailure } {
	const known = KNOWN_CHATS.get(id);
	return known ?? failure(404, 2002, 'Chat not found');
}

const KNOWN_CHATS = new Map<string, Chat>(
	[
		...Array.from(
			{ length: CHATS },
			(_, index) => `ch_01HSANDBOX${String(index + 1).padStart(15, '0')}`,
		),
		'0f2d3c1a-8b4e-4f6a-90d2-1a3b4c5d6e7f',
		account.noLineChat,
		account.noBubbleChat,
		account.failingChat,
		account.busyChat,
		...MISBEHAVIORS.map(({ slug }) => `ch_${slug}`),
	].map((id, index) => [id, { id, phone: `+${person(index).number}`, name: person(index).name }]),
);

/** The chat with a number, created when it is first used; a number always gets the same ID. */
export function chatWith(to: unknown): Chat | { failure: ChertFailure } {
	if (to === undefined || to === null || to === '')
		return failure(400, 1001, 'Missing required field: to');
	if (typeof to !== 'string' || !E164.test(to))
		return failure(400, 1003, `Invalid phone number: ${JSON.stringify(to)}`);
	const id = hexId(to, 23).toUpperCase();
	return { id: `ch_01H${id}`, phone: to };
}

export function deliveryFailure({ id, phone }: Chat): { failure: ChertFailure } | null {
	const isSpecial = (number: string) => phone === `+${number}`;
	if (id === account.noLineChat) return failure(501, 4099, 'No pinned line for this chat');
	if (id === account.noBubbleChat)
		return failure(422, 4099, 'The line does not support contact bubbles');
	if (id === account.failingChat || isSpecial(SPECIAL_NUMBERS.notOnWhatsApp))
		return failure(502, 4001, 'Delivery failed');
	if (id === account.busyChat) return failure(503, 4002, 'Line temporarily unavailable', 2);
	if (isSpecial(SPECIAL_NUMBERS.sendFails)) return failure(500, 3003, 'Internal error');
	return null;
}
