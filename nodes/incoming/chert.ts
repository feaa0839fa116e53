import * as z from 'zod/mini';

import { entries, flag, id, maybe, word } from './fields';
import type { IncomingReader } from './reader';
import { cardsIn, readSharedCards } from './sharedCard';

/*
 * Chert (iMessage): the event `message.received`.
 * Contract: https://docs.trychert.com/api/receiving-replies
 *
 *   { event: "message.received", event_id, api_version, webhook_version, partner_id, data: { chat: { id, is_group },
 *       message: { id, direction: "inbound", sender_handle: { handle, is_me }, parts: [{ type: "text", value },
 *         { type: "media", attachment_id, … }] } } }
 *
 * Oddities, and what follows from them:
 * - A card that somebody shares comes as a file: only its `attachment_id` is in the body, and
 *   `GET /api/v1/attachments/{id}/content` returns it. A warning says so.
 * - How Chert marks a file's type is unknown: it counts as a card if any text of its part says so.
 * - A vCard in a text is read.
 */

const partSchema = z.record(z.string(), z.unknown());
const eventSchema = z.object({
	event: word,
	data: maybe(
		z.object({
			chat: maybe(z.object({ id })),
			message: maybe(
				z.object({
					id,
					direction: word,
					sender_handle: maybe(z.object({ handle: id, is_me: flag })),
					parts: entries(partSchema),
				}),
			),
		}),
	),
});
const CARD_FILE = /\.vcf$|^text\/(x-)?vcard/i;

export const chert: IncomingReader = {
	provider: 'chert',
	displayName: 'Chert',
	recognizes: ({ event, ...body }) =>
		typeof event === 'string' &&
		'data' in body &&
		!('sessionId' in body) &&
		['webhook_version', 'partner_id', 'event_id'].some((key) => typeof body[key] === 'string'),
	read(body) {
		const { event, data } = eventSchema.parse(body);
		const message = data?.message;
		if (event !== 'message.received' || message === undefined) return [];
		const { parts, sender_handle: sender } = message;
		const shared = readSharedCards(
			parts.flatMap(({ value, vcard_text: card }) => cardsIn([value, card])),
		);
		return [
			{
				from: sender?.handle ?? null,
				chatId: data?.chat?.id ?? null,
				messageId: message.id,
				own: message.direction === 'outbound' || sender?.is_me === true,
				contacts: shared.contacts,
				warnings: [...shared.warnings, ...parts.filter(isCardFile).map(notIncluded)],
			},
		];
	},
};

function isCardFile(part: z.infer<typeof partSchema>): boolean {
	return Object.values(part).some((text) => typeof text === 'string' && CARD_FILE.test(text));
}

function notIncluded({ attachment_id: attachment }: z.infer<typeof partSchema>) {
	const place = id.parse(attachment ?? null) ?? '{attachment_id}';
	return {
		field: 'contacts',
		message: `Chert does not include the shared contact in the message: get its .vcf file from GET /api/v1/attachments/${place}/content with an HTTP Request node, and read that as Contact Source File (.vcf)`,
	};
}
