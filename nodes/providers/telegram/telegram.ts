import { ContactCardTelegramApi } from '../../../credentials/ContactCardTelegramApi.credentials';
import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../carried/carries';
import { hasOnlyShownName, leftOut, losses, missing } from '../../carried/losses';
import { mostThatFits } from '../../carried/mostThatFits';
import type { Contact } from '../../contact/contact';
import { withoutExtension } from '../../contact/phone/typed';
import { writeVCard } from '../../contact/vcard/write';
import type { Provider } from '../provider';
import { defined } from '../requestParts';
import { receipt, refusal } from './answers';
import { telegramDialect } from './dialect';
import { options, properties, schema, type TelegramTarget } from './target';

/*
 * Telegram Bot API: POST {base}/bot{token}/sendContact
 * Contract: https://core.telegram.org/bots/api#sendcontact, #making-requests and #responseparameters, and the
 * server's source, github.com/tdlib/telegram-bot-api.
 *
 *   { chat_id, phone_number, first_name, last_name?, vcard?, business_connection_id?, message_thread_id?,
 *     direct_messages_topic_id?, disable_notification?, protect_content?, reply_parameters?: { message_id } }
 *   200 { ok: true, result: { message_id, chat: { id }, … } }
 *   4xx and 5xx { ok: false, error_code, description, parameters?: { retry_after?, migrate_to_chat_id? } }
 *
 * Text: POST {base}/bot{token}/sendMessage { chat_id, text, … the same options }, answers as above. Without `parse_mode`,
 * nothing in the text is markup.
 *
 * Oddities, and what follows from them:
 * - A chat is addressed by its ID or a public @name, never by a phone number. Some user IDs are also somebody's phone
 *   number, so Telegram has a parameter of its own: a value meant for another service would reach a stranger.
 * - The vCard goes to the recipient as it is, with at most 2,048 bytes. The chat shows `first_name` and `last_name`.
 * - A group that became a supergroup has a new ID. Nothing was sent then, and our message names the new ID; resending there
 *   automatically would leave the workflow with an ID that fails first every time.
 * - The token is in the path; the credential puts it there.
 */

/** Maximum bytes of a vCard, by the documentation. */
const VCARD_BYTES = 2048;
/** Maximum bytes of a photo that leaves room for a name and a number; base64 turns three bytes into four. */
const PHOTO_BYTES = 1250;
/** Maximum characters of a text message, by the documentation. */
const TEXT_LENGTH = 4096;
/** Maximum characters of a first name, by TDLib's description of a contact. */
const NAME_LENGTH = 64;
/** Telegram's FAQ for bots: 30 messages a second across all chats. */
const MESSAGES_PER_MINUTE = 1800;
/** What the fields hold without a vCard. */
const FIELDS: Carries = { ...CARRIES_NAME, phones: 1 };

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
			404: 'Telegram rejected this bot token: it does not look like one. Copy it again from @BotFather; if it is correct, the Base URL is not that of a Bot API server.',
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
		properties,
		options,
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
		const reason = `Telegram accepts vCards of at most ${VCARD_BYTES.toLocaleString('en')} bytes`;
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

	receipt,
	refusal,
};

/** The options that every kind of message has. */
function optionsOf({ replyTo, ...target }: TelegramTarget): Record<string, unknown> {
	return {
		business_connection_id: target.businessConnectionId,
		message_thread_id: target.messageThreadId,
		direct_messages_topic_id: target.directMessagesTopicId,
		disable_notification: target.disableNotification,
		protect_content: target.protectContent,
		reply_parameters: replyTo === undefined ? undefined : { message_id: replyTo },
	};
}

function hasRoom(contact: Contact): boolean {
	return Buffer.byteLength(writeVCard(contact)) <= VCARD_BYTES;
}

/** Whether the contact is only a name and a phone number. */
function needsNoVCard(contact: Contact): boolean {
	const { prefix, middle_name: middle, suffix } = contact.name;
	const isSplit = 'last_name' in shownName(contact);
	const nameHolds = isSplit
		? [prefix, middle, suffix].every((part) => part === undefined)
		: hasOnlyShownName(contact);
	return nameHolds && losses(contact, FIELDS).length === 0;
}

/**
 * The display name, in Telegram's two parts if the contact's own parts make it up; otherwise in one. The chat shows the two
 * in order.
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
