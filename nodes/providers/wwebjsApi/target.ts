/** Which WWebJS API session sends a card, where it goes, and what it replies to. */

import * as z from 'zod/mini';

import type { JsonObject } from '../../contact/object';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type Recipient, type RecipientRules } from '../../contact/phone/recipient';
import { quote } from '../../contact/text';
import { InputError } from '../../failures/inputError';
import { identifier, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { mentioned } from '../repliesAndMentions';
import { defined } from '../requestParts';
import { recipientText } from '../targetParameters';

/** No channels: the server accepts them, but nothing goes out. */
export const RECIPIENTS: RecipientRules = { provider: 'WWebJS API', jids: ['g.us', 'lid'] };

export interface WwebjsApiTarget extends Target {
	sessionId: string;
	replyTo: string | undefined;
	/** The IDs of those who are mentioned. */
	mentions: string[] | undefined;
	sendSeen: boolean | undefined;
}

const FIX = 'Choose it from the list, or type its ID as WWebJS API has it.';

/** The session; the server rejects IDs with anything but letters, digits and hyphens. */
export const sessionId = z.pipe(
	identifier('sessionId', 'Session', FIX),
	z.transform((id: string): string => {
		if (/^[\w-]+$/.test(id) && !id.includes('_')) return id;
		throw new InputError(`Session ${quote(id)} contains more than letters, digits and hyphens`, {
			field: 'sessionId',
			fix: FIX,
		});
	}),
);

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		sessionId,
		defaultCountry: defaultCountryCode,
		mentions: optionalText,
		replyTo: optionalText,
		sendSeen: z.nullish(z.boolean()),
	}),
	z.transform(({ recipient, defaultCountry, mentions, sendSeen, ...others }): WwebjsApiTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		const persons = mentioned(mentions, defaultCountry).map(chatId);
		return {
			recipient: chatId(to),
			sessionId: others.sessionId,
			replyTo: others.replyTo,
			mentions: persons.length === 0 ? undefined : persons,
			sendSeen: sendSeen === false ? false : undefined,
		};
	}),
);

/** WhatsApp Web's own id of a chat. */
function chatId(to: Recipient): string {
	return to.kind === 'phone' ? `${to.digits}@c.us` : to.jid;
}

/**
 * `options` of a message. A reply to a message that does not exist has to fail: by default, the server silently sends it
 * without the quotation.
 */
export function commonOptions({ replyTo, sendSeen }: WwebjsApiTarget): JsonObject {
	return defined({
		quotedMessageId: replyTo,
		ignoreQuoteErrors: replyTo === undefined ? undefined : false,
		sendSeen,
	});
}
