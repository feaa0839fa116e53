import * as z from 'zod/mini';

import { ContactCardTelegramApi } from '../../../credentials/ContactCardTelegramApi.credentials';
import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../carried/carries';
import { hasOnlyShownName, leftOut, losses, missing } from '../../carried/losses';
import { mostThatFits } from '../../carried/mostThatFits';
import type { Contact } from '../../contact/contact';
import { withoutExtension } from '../../contact/phone/typed';
import { readWhatsAppId } from '../../contact/phone/whatsAppId';
import { quote } from '../../contact/text';
import { writeVCard } from '../../contact/vcard/write';
import { InputError } from '../../failures/inputError';
import { identifier, optionalNumber, optionalText } from '../parameterSchemas';
import type { Provider, ProviderResponse, Refusal, Target } from '../provider';
import { defined } from '../requestParts';
import { replyToOption } from '../targetParameters';
import { telegramDialect } from './dialect';

/*
 * Telegram Bot API: POST {base}/bot{token}/sendContact
 * Contract: https://core.telegram.org/bots/api#sendcontact, #making-requests and #responseparameters, and the
 * server's source, github.com/tdlib/telegram-bot-api.
 *
 *   { chat_id, phone_number, first_name, last_name?, vcard?, business_connection_id?, message_thread_id?,
 *     disable_notification?, protect_content?, reply_parameters?: { message_id } }
 *   200 { ok: true, result: { message_id, chat: { id }, … } }
 *   4xx and 5xx { ok: false, error_code, description, parameters?: { retry_after?, migrate_to_chat_id? } }
 *
 * Text: POST {base}/bot{token}/sendMessage { chat_id, text, … the same options }, answers as above. Without `parse_mode`,
 * nothing in the text is markup.
 *
 * Oddities, and what follows from them:
 * - A chat is known by its id or a public @name, never by a phone number. Some ids of people are numbers that are
 *   also somebody's phone number, so they have a parameter of their own: a value meant for another service would
 *   reach a stranger.
 * - The vCard goes to the recipient as it is, in 2,048 bytes at most. The chat shows `first_name` and `last_name`.
 * - A group that became a supergroup has a new id. Nothing was sent then, and the message tells the id; sending there
 *   by itself would leave the workflow with an id that fails first every time.
 * - The token is in the path; the credential puts it there.
 */

/** Bytes of a vCard, by the documents. */
const VCARD_BYTES = 2048;
/** Bytes of a picture that leave room for a name and a number, since base64 makes four of three. */
const PHOTO_BYTES = 1250;
/** Characters of a text message, by the documents. */
const TEXT_LENGTH = 4096;
/** Characters of a first name, by TDLib's description of a contact. */
const NAME_LENGTH = 64;
/** Telegram's FAQ for bots: 30 messages a second to all chats together. */
const MESSAGES_PER_MINUTE = 1800;
/** The largest id of a person, 40 bits (td/telegram/UserId.h). */
const MAX_USER_ID = 2 ** 40 - 1;
/**
 * Ids from here on, of 11 digits and more, are nobody's: Telegram gives them out in rising order, and is below nine thousand
 * million in 2026. So digits of that size that
 * can be a phone number are one.
 */
const UNUSED_USER_ID = 1e10;

/** What the fields beside the vCard hold. */
const FIELDS: Carries = { ...CARRIES_NAME, phones: 1 };

interface TelegramTarget extends Target {
	replyTo: number | undefined;
	messageThreadId: number | undefined;
	businessConnectionId: string | undefined;
	disableNotification: boolean | undefined;
	protectContent: boolean | undefined;
}

const CHAT_FIX =
	'Give the number that the Telegram Trigger gives as message.chat.id, such as -1001234567890, or the @name of a public group or channel.';

const chatId = z.pipe(
	identifier('chatId', 'Chat ID', CHAT_FIX),
	z.transform((id): string => {
		const isGroup = /^-[1-9]\d{0,15}$/.test(id);
		const isPerson = /^[1-9]\d{0,15}$/.test(id) && Number(id) <= MAX_USER_ID;
		const isName = /^@[a-z]\w{3,31}$/i.test(id);
		const isPhone = /^\+?\d[\d ().-]{6,}$/.test(id) && !(isPerson && !isPhoneAlone(id));
		if (isGroup || isName || (isPerson && !isPhone)) return id;
		throw new InputError(
			`Chat ID ${quote(id)} is ${isPhone ? 'a phone number, and Telegram bots reach chats only' : 'no chat of Telegram'}`,
			{ field: 'chatId', fix: CHAT_FIX },
		);
	}),
);

/** Whether digits are a phone number and no person's id yet. */
function isPhoneAlone(digits: string): boolean {
	return Number(digits) >= UNUSED_USER_ID && readWhatsAppId(digits) !== undefined;
}

const schema = z.pipe(
	z.object({
		chatId,
		replyTo: optionalText.check(
			z.refine(
				(id) => id === undefined || /^[1-9]\d{0,9}$/.test(id),
				"must be a whole number, as Telegram's message IDs are",
			),
		),
		messageThreadId: optionalNumber.check(
			z.refine(
				(id) => id === undefined || (Number.isSafeInteger(id) && id >= 0),
				'must be a whole number',
			),
		),
		businessConnectionId: optionalText,
		disableNotification: z.nullish(z.boolean()),
		protectContent: z.nullish(z.boolean()),
	}),
	z.transform((given): TelegramTarget => ({
		recipient: given.chatId,
		replyTo: given.replyTo === undefined ? undefined : Number(given.replyTo),
		messageThreadId: given.messageThreadId === 0 ? undefined : given.messageThreadId,
		businessConnectionId: given.businessConnectionId,
		disableNotification: given.disableNotification ?? undefined,
		protectContent: given.protectContent ?? undefined,
	})),
);

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

/** What to do, by Telegram's words; where several fit, the first holds. */
const ADVICE: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/blocked by the user/, 'The person has blocked the bot: only they can unblock it.'],
	[
		/can't initiate conversation/,
		'A bot cannot write first: the person has to open it and press Start.',
	],
	[/user is deactivated/, 'The person has deleted the account: remove the chat ID.'],
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

export const telegram: Provider<TelegramTarget> = {
	id: 'telegram',
	displayName: 'Telegram',
	network: 'Telegram',
	hosting: "Telegram's official API",
	credential: new ContactCardTelegramApi(),
	credentialTest: {
		request: { method: 'GET', path: '/getMe' },
		refusals: {
			401: 'Telegram rejected this bot token. Copy it again from @BotFather.',
			404: 'Telegram rejected this bot token: it does not look like one. Copy it again from @BotFather; if it is right, the Base URL is not that of a Bot API server.',
		},
	},
	documentationUrl: 'https://core.telegram.org/bots/api#sendcontact',
	limits: {
		contactsPerCard: 1,
		requestsPerMinute: MESSAGES_PER_MINUTE,
		nameLength: NAME_LENGTH,
		photoBytes: PHOTO_BYTES,
	},
	carries: CARRIES_ALL,
	target: {
		properties: [
			{
				displayName: 'Chat ID',
				name: 'chatId',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. -1001234567890',
				description:
					'The chat that receives the card: its number, which the Telegram Trigger gives for the chat of a message, or the @name of a public group or channel',
			},
		],
		options: [
			{
				displayName: 'Business Connection ID',
				name: 'businessConnectionId',
				type: 'string',
				default: '',
				description: 'The business account in whose name the bot sends the card',
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
				description: 'The topic of a forum group that receives the card, 0 for none',
			},
			{
				displayName: 'Protect Content',
				name: 'protectContent',
				type: 'boolean',
				default: false,
				description: 'Whether the card can be neither forwarded nor saved',
			},
			replyToOption,
		],
		schema,
	},
	dialect: telegramDialect,
	text: {
		maxLength: TEXT_LENGTH,
		request: ({ text }, target) => ({
			method: 'POST',
			path: '/sendMessage',
			body: defined({ chat_id: target.recipient, text, ...optionsOf(target) }),
		}),
	},

	fit(contact) {
		if (contact.phones.length === 0) {
			return {
				problem: 'has no phone number',
				field: 'phones',
				fix: 'Telegram sends a name and a phone number: add one.',
			};
		}
		const fitted = mostThatFits(contact, (shorter) => needsNoVCard(shorter) || hasRoom(shorter));
		const lost = missing(contact, fitted);
		const reason = `Telegram takes vCards of at most ${VCARD_BYTES.toLocaleString('en')} bytes`;
		return { contact: fitted, warnings: leftOut(lost, reason), lost };
	},

	request({ contacts: [contact] }, target) {
		return {
			method: 'POST',
			path: '/sendContact',
			body: defined({
				chat_id: target.recipient,
				phone_number: withoutExtension(contact.phones[0]?.phone ?? ''),
				...shownName(contact),
				vcard: needsNoVCard(contact) ? undefined : writeVCard(contact),
				...optionsOf(target),
			}),
		};
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		const { message_id: id, chat } = result.data.result;
		return { messageIds: [String(id)], chatId: String(chat.id) };
	},

	refusal,
};

function refusal({ json, text: body }: ProviderResponse): Refusal {
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

/** The options that every kind of message has. */
function optionsOf({ replyTo, ...target }: TelegramTarget): Record<string, unknown> {
	return {
		business_connection_id: target.businessConnectionId,
		message_thread_id: target.messageThreadId,
		disable_notification: target.disableNotification,
		protect_content: target.protectContent,
		reply_parameters: replyTo === undefined ? undefined : { message_id: replyTo },
	};
}

function hasRoom(contact: Contact): boolean {
	return Buffer.byteLength(writeVCard(contact)) <= VCARD_BYTES;
}

/** Whether name and phone number are all that there is. */
function needsNoVCard(contact: Contact): boolean {
	const { prefix, middle_name: middle, suffix } = contact.name;
	const isSplit = 'last_name' in shownName(contact);
	const nameHolds = isSplit
		? [prefix, middle, suffix].every((part) => part === undefined)
		: hasOnlyShownName(contact);
	return nameHolds && losses(contact, FIELDS).length === 0;
}

/**
 * The name to show, in Telegram's two parts where the contact's own parts make it up; otherwise as one. The chat shows
 * one behind the other.
 */
function shownName({ name }: Contact): { first_name: string; last_name?: string } {
	const before = spoken(name.prefix, name.first_name, name.middle_name);
	const after = spoken(name.last_name, name.suffix);
	const isShown = before !== '' && after !== '' && `${before} ${after}` === name.formatted_name;
	return isShown ? { first_name: before, last_name: after } : { first_name: name.formatted_name };
}

function spoken(...parts: Array<string | undefined>): string {
	return parts.filter((part) => part !== undefined).join(' ');
}
