/** Telegram's bot, its chats, and its form of an error. */
import { json, type HttpAnswer } from '../../toolkit/http';
import { person } from '../../toolkit/people';
import { account } from './account';

/** The bot as messages name it. */
export const BOT = {
	id: Number(account.botToken.split(':')[0]),
	is_bot: true,
	first_name: 'Sandbox Bot',
	username: 'sandbox_bot',
} as const;

/** The largest user ID, 40 bits. */
const MAX_USER_ID = 2 ** 40 - 1;

/** A chat as Telegram shows it in messages. */
export interface TelegramChat {
	id: string;
	type: 'private' | 'group' | 'supergroup' | 'channel';
	title: string;
	username?: string;
	is_forum?: true;
}

const GROUPS: readonly TelegramChat[] = [
	{ id: account.group, type: 'group', title: 'Sales team' },
	{ id: account.forum, type: 'supergroup', title: 'Project Atlas', is_forum: true },
	{
		id: account.channel,
		type: 'channel',
		title: 'Sandbox channel',
		username: account.channelName.slice(1),
	},
	{ id: account.mutedGroup, type: 'supergroup', title: 'Announcements' },
	{ id: account.leftGroup, type: 'group', title: 'Book club' },
	{ id: account.migratedGroup, type: 'group', title: 'Project Atlas, before' },
];

/** The chat that a `chat_id` names: a number, or the @name of a public chat in any case. */
export function chatOf(chatId: string): TelegramChat | undefined {
	const text = chatId.trim();
	if (text.startsWith('@')) {
		const name = text.slice(1).toLowerCase();
		return GROUPS.find(({ username }) => username?.toLowerCase() === name);
	}
	if (/^[1-9]\d*$/.test(text) && Number(text) <= MAX_USER_ID) {
		return { id: text, type: 'private', title: person(Number(text) % 1000).name };
	}
	return GROUPS.find(({ id }) => id === text);
}

/** An answer with `{ok: false, error_code, description}`; further details are in `parameters`. */
export function telegramError(
	status: number,
	description: string,
	parameters?: Record<string, number>,
	headers: Record<string, string> = {},
): HttpAnswer {
	const body = { ok: false, error_code: status, description, ...(parameters && { parameters }) };
	return json(status, body, headers, description);
}

/** The wait that the flooded chat asks for, in seconds. */
const FLOOD_SECONDS = 2;

/** Why a chat does not accept messages, in the server's words; null if it does. */
export function chatError(chat: TelegramChat, flooded: Set<string>): HttpAnswer | null {
	switch (chat.id) {
		case account.migratedGroup:
			return telegramError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
				migrate_to_chat_id: Number(account.forum),
			});
		case account.mutedGroup:
			return telegramError(400, 'Bad Request: not enough rights to send text messages to the chat');
		case account.leftGroup:
			return telegramError(403, 'Forbidden: bot was kicked from the group chat');
		case account.blockedBy:
			return telegramError(403, 'Forbidden: bot was blocked by the user');
		case account.neverStarted:
			return telegramError(403, "Forbidden: bot can't initiate conversation with a user");
		case account.deactivated:
			return telegramError(403, 'Forbidden: user is deactivated');
		case account.floodedChat:
			if (flooded.delete(chat.id)) return null;
			flooded.add(chat.id);
			return telegramError(
				429,
				`Too Many Requests: retry after ${String(FLOOD_SECONDS)}`,
				{ retry_after: FLOOD_SECONDS },
				{ 'retry-after': String(FLOOD_SECONDS) },
			);
		case account.brokenChat:
			return telegramError(500, 'Internal Server Error: RPC_CALL_FAIL');
		default:
			return null;
	}
}

/** A parameter as the server reads it: JSON numbers and texts are the same. */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
