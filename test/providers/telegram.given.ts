import { account as TELEGRAM } from '../../sandbox/providers/telegram/account';

export const CHAT = { chatId: TELEGRAM.chatId };
