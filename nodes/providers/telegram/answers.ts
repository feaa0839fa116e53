/** What Telegram's answers mean. */

import * as z from 'zod/mini';

import type { ProviderResponse, Receipt, Refusal } from '../provider';

const receiptSchema = z.object({
	ok: z.literal(true),
	result: z.object({ message_id: z.number(), chat: z.object({ id: z.number() }) }),
});
const refusalSchema = z.object({
	ok: z.literal(false),
	description: z.catch(z.optional(z.string()), undefined),
	parameters: z.catch(
		z.object({
			migrate_to_chat_id: z.catch(z.optional(z.union([z.number(), z.string()])), undefined),
			retry_after: z.catch(z.optional(z.number().check(z.nonnegative())), undefined),
		}),
		{},
	),
});

/** What to do, by Telegram's words; the first match wins. */
const ADVICE: ReadonlyArray<[words: RegExp, advice: string]> = [
	[
		/blocked by the user|USER_IS_BLOCKED/,
		'The person has blocked the bot: only they can unblock it.',
	],
	[
		/can't initiate conversation/,
		'A bot cannot write first: the person has to open it and press Start.',
	],
	[/user is deactivated/, 'The person has deleted their account: remove the chat ID.'],
	[/kicked|not a member/, 'Add the bot to the chat again.'],
	[
		/chat not found|PEER_ID_INVALID/,
		'Check the chat ID. A person has to press Start in the bot first; a group or channel has to have the bot as a member.',
	],
	[/not enough rights|CHAT_\w*FORBIDDEN/, 'Let the bot send messages in this chat.'],
	[/replied not found/, 'Check Reply To Message ID: the chat has no such message.'],
	[/thread not found|TOPIC_/, 'Check Message Thread ID: the chat has no such open topic.'],
	[
		/business connection|BUSINESS_/,
		'Check Business Connection ID: the bot is not connected to that account.',
	],
	[/Unauthorized|^Not Found$/, 'Check the bot token in the credential.'],
	[/Too Many Requests/, 'Wait, or lower Messages per Minute.'],
];

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	if (!result.success) return undefined;
	const { message_id: id, chat } = result.data.result;
	return { messageIds: [String(id)], chatId: String(chat.id) };
}

export function refusal({ json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	if (!result.success) return { message: body };
	const { description = body, parameters } = result.data;
	const refused: Refusal = { message: description };
	if (parameters.retry_after !== undefined) refused.retryAfter = parameters.retry_after;
	const newId = parameters.migrate_to_chat_id;
	const advice =
		newId === undefined
			? ADVICE.find(([words]) => words.test(description))?.[1]
			: `Nothing was sent: the group has become a supergroup. Send to its new chat ID, ${newId}.`;
	if (advice !== undefined) refused.advice = advice;
	return refused;
}
