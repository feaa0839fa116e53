/** How WAHA takes a contact card. */
import { z } from 'zod';
import type { ServerTools } from '../../provider';
import {
	json,
	text,
	type HttpAnswer,
	type JsonObject,
	type SandboxRequest,
} from '../../toolkit/http';
import { SPECIAL_NUMBERS } from '../../toolkit/specialNumbers';
import { readVcard, vcardText } from '../../toolkit/vcard';
import { messageId } from '../../toolkit/whatsapp';
import { exception, nestError } from './errors';
import type { WahaSession } from './sessions';

const contactSchema = z.union([
	z.object({ vcard: z.string().min(1), fullName: z.string().nullish() }),
	z.object({
		fullName: z.string(),
		phoneNumber: z.string(),
		organization: z.string().nullish(),
		whatsappId: z.string().nullish(),
	}),
]);
type WahaContact = z.infer<typeof contactSchema>;

export const CHAT_ID =
	/^(?:\d{7,15}@(?:c\.us|s\.whatsapp\.net)|\d+@lid|[\d-]+@g\.us|\d+@newsletter)$/;

/** POST /api/sendContactVcard of a session that works. */
export function sendContactVcard(
	request: SandboxRequest,
	body: JsonObject,
	{ name: session, engine, old = false }: WahaSession,
	tools: ServerTools,
): HttpAnswer {
	if (engine === 'WEBJS') {
		return old
			? nestError(422, 'Unprocessable Entity', 'The method is not implemented by the engine.')
			: nestError(
					501,
					'Not Implemented',
					"The method is not implemented by 'WEBJS' engine. Check the docs and try another engine: https://waha.devlike.pro/",
				);
	}
	const { chatId, reply_to: replyTo } = body;
	const contacts = z.array(contactSchema).min(1).safeParse(body['contacts']);
	if (!contacts.success)
		return exception(tools, "Cannot read properties of undefined (reading 'map')");
	const given = typeof chatId === 'string' ? chatId : '';
	const chat = given.includes('@') ? given : `${given}@c.us`;
	if (!CHAT_ID.test(chat)) return exception(tools, `2 UNKNOWN: invalid jid ${chat}`);
	const refused = sendError(chat, tools);
	if (refused !== undefined) return refused;

	const jid = chat.replace('@s.whatsapp.net', '@c.us');
	const id = messageId('waha', tools.nextNumber(), 20);
	const vcards = contacts.data.map(wahaVcard);
	const { shownId, response } = answerOf(engine, jid, id, vcards, tools);
	tools.keepCard({
		account: session,
		recipient: jid,
		contacts: vcards.map(readVcard),
		vcards,
		messageIds: old ? [] : [shownId],
		options: typeof replyTo === 'string' ? { replyTo } : {},
		request,
		status: 201,
		response: old ? '' : response,
	});
	return old ? text(201, '') : json(201, response);
}

export function sendError(chat: string, tools: ServerTools): HttpAnswer | undefined {
	const number = chat.split('@')[0] ?? '';
	switch (number) {
		case SPECIAL_NUMBERS.notOnWhatsApp:
			return exception(tools, `2 UNKNOWN: no LID found for ${number}@s.whatsapp.net from server`);
		case SPECIAL_NUMBERS.reachoutLock:
			return exception(tools, '2 UNKNOWN: server returned error 463');
		case SPECIAL_NUMBERS.neverConfirms:
			return exception(tools, '4 DEADLINE_EXCEEDED: Deadline exceeded');
		case SPECIAL_NUMBERS.sendFails:
			return exception(tools, '2 UNKNOWN: failed to send message node: websocket not connected');
		default:
			return undefined;
	}
}

/** The message as the engine's library gives it: GOWS through WAHA's own id, NOWEB as it is. */
function answerOf(
	engine: 'GOWS' | 'NOWEB',
	jid: string,
	id: string,
	vcards: string[],
	tools: ServerTools,
): { shownId: string; response: unknown } {
	const seconds = Math.floor(tools.now() / 1000);
	const chat = jid.replace('@c.us', '@s.whatsapp.net');
	const cards = vcards.map((vcard) => ({
		displayName: readVcard(vcard).name.formatted_name,
		vcard,
	}));
	if (engine === 'NOWEB') {
		const message =
			cards.length === 1
				? { contactMessage: cards[0] }
				: {
						contactsArrayMessage: {
							displayName: `${String(cards.length)} contacts`,
							contacts: cards,
						},
					};
		const key = { remoteJid: chat, fromMe: true, id };
		return {
			shownId: id,
			response: { key, message, messageTimestamp: String(seconds), status: 'PENDING' },
		};
	}
	const shownId = `true_${jid}_${id}`;
	return {
		shownId,
		response: {
			id: shownId,
			_data: {
				Info: {
					Chat: chat,
					IsFromMe: true,
					IsGroup: jid.endsWith('@g.us'),
					ID: id,
					Timestamp: new Date(seconds * 1000).toISOString(),
				},
				Message: null,
			},
		},
	};
}

/** A vCard as it is; of fields, the one that WAHA builds: LF, no N, no escaping. */
function wahaVcard(contact: WahaContact): string {
	if ('vcard' in contact) return contact.vcard;
	const { fullName, organization, phoneNumber, whatsappId } = contact;
	return vcardText([
		`FN:${fullName}`,
		...(organization ? [`ORG:${organization};`] : []),
		`TEL;type=CELL;type=VOICE${whatsappId ? `;waid=${whatsappId}` : ''}:${phoneNumber}`,
	]);
}
