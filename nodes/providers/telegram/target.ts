/** Where a Telegram card goes, and its options. */

import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/mini';

import { readWhatsAppId } from '../../contact/phone/whatsAppId';
import { quote } from '../../contact/text';
import { InputError } from '../../failures/inputError';
import { identifier, optionalNumber, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { replyToOption } from '../targetParameters';

/** The largest user ID, 40 bits (td/telegram/UserId.h). */
const MAX_USER_ID = 2 ** 40 - 1;
/**
 * IDs from here up, of 11 digits and more, are not in use yet: Telegram assigns them in ascending order and is below nine
 * billion in 2026. So a value of that size that can be a phone number is one.
 */
const UNUSED_USER_ID = 1e10;

export interface TelegramTarget extends Target {
	replyTo: number | undefined;
	messageThreadId: number | undefined;
	directMessagesTopicId: number | undefined;
	businessConnectionId: string | undefined;
	disableNotification: boolean | undefined;
	protectContent: boolean | undefined;
}

const CHAT_FIX =
	'Enter the number that the Telegram Trigger outputs as message.chat.id, such as -1001234567890, or the @name of a public group or channel.';

const chatId = z.pipe(
	identifier('chatId', 'Chat ID', CHAT_FIX),
	z.transform((id): string => {
		const isGroup = /^-[1-9]\d{0,15}$/.test(id);
		const isPerson = /^[1-9]\d{0,15}$/.test(id) && Number(id) <= MAX_USER_ID;
		const isName = /^@[a-z]\w{3,31}$/i.test(id);
		const isPhone = /^\+?\d[\d ().-]{6,}$/.test(id) && !(isPerson && !isPhoneAlone(id));
		if (isGroup || isName || (isPerson && !isPhone)) return id;
		throw new InputError(
			`Chat ID ${quote(id)} is ${isPhone ? 'a phone number, and Telegram bots reach chats only' : 'not a Telegram chat'}`,
			{ field: 'chatId', fix: CHAT_FIX },
		);
	}),
);

/** Whether digits can only be a phone number, since no user has such an ID yet. */
function isPhoneAlone(digits: string): boolean {
	return Number(digits) >= UNUSED_USER_ID && readWhatsAppId(digits) !== undefined;
}

/** A topic's number; 0, the editor's default, means none. */
const topicId = z.pipe(
	optionalNumber.check(
		z.refine(
			(id) => id === undefined || (Number.isSafeInteger(id) && id >= 0),
			'must be a whole number',
		),
	),
	z.transform((id) => (id === 0 ? undefined : id)),
);

export const schema = z.pipe(
	z.object({
		chatId,
		replyTo: optionalText.check(
			z.refine(
				(id) => id === undefined || /^[1-9]\d{0,9}$/.test(id),
				"must be a whole number, as Telegram's message IDs are",
			),
		),
		messageThreadId: topicId,
		directMessagesTopicId: topicId,
		businessConnectionId: optionalText,
		disableNotification: z.nullish(z.boolean()),
		protectContent: z.nullish(z.boolean()),
	}),
	z.transform((given): TelegramTarget => ({
		recipient: given.chatId,
		replyTo: given.replyTo === undefined ? undefined : Number(given.replyTo),
		messageThreadId: given.messageThreadId,
		directMessagesTopicId: given.directMessagesTopicId,
		businessConnectionId: given.businessConnectionId,
		disableNotification: given.disableNotification ?? undefined,
		protectContent: given.protectContent ?? undefined,
	})),
);

export const properties: readonly INodeProperties[] = [
	{
		displayName: 'Chat ID',
		name: 'chatId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. -1001234567890',
		description:
			'The chat that receives the card: its number, which the Telegram Trigger outputs for the chat of a message, or the @name of a public group or channel',
	},
];

export const options: readonly INodeProperties[] = [
	{
		displayName: 'Business Connection ID',
		name: 'businessConnectionId',
		type: 'string',
		default: '',
		description: 'The business account on whose behalf the bot sends the card',
	},
	{
		displayName: 'Direct Messages Topic ID',
		name: 'directMessagesTopicId',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		description: 'The direct messages topic of a channel that receives the card; 0 for none',
	},
	{
		displayName: 'Disable Notification',
		name: 'disableNotification',
		type: 'boolean',
		default: false,
		description: 'Whether the card arrives without a sound',
	},
	{
		displayName: 'Message Thread ID',
		name: 'messageThreadId',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		description: 'The topic of a forum group that receives the card; 0 for none',
	},
	{
		displayName: 'Protect Content',
		name: 'protectContent',
		type: 'boolean',
		default: false,
		description: 'Whether to prevent the card from being forwarded or saved',
	},
	replyToOption,
];
