/** The sandbox's Telegram accounts: invented, and useless elsewhere. */
export const account = {
	botToken: '7000000001:sandbox-telegram-token',
	/** A person who has pressed Start, as has everybody whose ID is not listed here. */
	chatId: '6001',
	group: '-4001',
	/** A group with topics; those from 1 to 9 are open. */
	forum: '-1001000004002',
	channel: '-1001000004003',
	/** A channel's public name. */
	channelName: '@sandbox_channel',
	/** A group that became the forum: 400 with `migrate_to_chat_id`. */
	migratedGroup: '-4004',
	/** No such chat: 400. */
	unknownChat: '-4404',
	/** The bot may not write there: 400. */
	mutedGroup: '-4005',
	/** The bot was removed: 403. */
	leftGroup: '-4006',
	/** Has blocked the bot: 403. */
	blockedBy: '6002',
	/** Never pressed Start: 403. */
	neverStarted: '6003',
	/** A deleted account: 403. */
	deactivated: '6004',
	/** Too many messages: 429 with a wait of 2 seconds; the next message is accepted. */
	floodedChat: '6005',
	/** 500: whether the message went out is unknown. */
	brokenChat: '6006',
	/** The business account on whose behalf the bot may write. */
	businessConnectionId: 'sandbox-business-1',
} as const;
