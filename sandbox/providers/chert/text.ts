/** How Chert accepts a text. */
import { z } from 'zod';
import type { ServerTools } from '../../provider';
import type { SandboxRequest } from '../../toolkit/http';
import { hexId } from '../../toolkit/ids';
import { chatNamed, chatWith, deliveryFailure, failure, type ChertResult } from './send';

const key = z.string().min(1).optional();
const personSchema = z.strictObject({
	phone: z.string(),
	body: z.string().min(1),
	idempotency_key: key,
	name: z.string().optional(),
	external_id: z.string().optional(),
	phone_line_id: z.string().optional(),
});
const chatSchema = z.strictObject({
	message: z.strictObject({
		parts: z
			.array(z.strictObject({ type: z.literal('text'), value: z.string().min(1) }))
			.min(1)
			.max(10),
		idempotency_key: key,
	}),
});

/** POST /send for a person, POST /chats/{id}/messages in a chat; a known idempotency key sends nothing again. */
export function sendText(
	request: SandboxRequest,
	chatId: string | null,
	tenant: string,
	tools: ServerTools,
): ChertResult {
	const body = request.objectOrNull();
	if (body === null) return failure(400, 1004, 'Invalid JSON body');
	const read = (chatId === null ? personSchema : chatSchema).safeParse(body);
	if (!read.success)
		return failure(400, 1002, `Unsupported shape: ${read.error.issues[0]?.path.join('.') ?? ''}`);
	const chat = chatId === null ? chatWith(body['phone']) : chatNamed(chatId);
	if ('failure' in chat) return chat;
	const refused = deliveryFailure(chat);
	if (refused !== null) return refused;
	const text =
		'body' in read.data
			? read.data.body
			: read.data.message.parts.map(({ value }) => value).join('\n');
	const id = `msg_01H${hexId(`chert text ${String(tools.nextNumber())}`, 23).toUpperCase()}`;
	const sent =
		chatId === null
			? { status: 'sent', message_id: id, lead_id: `ld_${id.slice(4)}`, convo_id: chat.id }
			: { message: { id, chat_id: chat.id, status: 'sent', direction: 'outbound' } };
	tools.keepCard({
		account: tenant,
		recipient: chatId === null ? chat.phone : chat.id,
		...(chat.name === undefined ? {} : { chatName: chat.name }),
		text,
		contacts: [],
		vcards: [],
		messageIds: [id],
		options: chatId === null ? { chatId: chat.id } : {},
		request,
		status: 200,
		response: sent,
	});
	return { sent };
}
