/** Telegram in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { account } from './account';
import { createServer } from './server';

/** Telegram's Bot API. */
export const telegram = {
	id: 'telegram',
	account,
	sendTo: `chat ${account.chatId}, the group ${account.group} or the channel ${account.channelName}`,
	parameters: { chatId: account.chatId },
	credentials: (url: string) => ({ botToken: account.botToken, baseUrl: `${url}/telegram` }),
	createServer,
} as const satisfies SandboxProvider;
