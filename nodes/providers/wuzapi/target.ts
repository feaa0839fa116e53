/** Where a WuzAPI card goes, what it replies to, and whom it mentions. */

import * as z from 'zod/mini';

import type { JsonObject } from '../../contact/object';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type RecipientRules } from '../../contact/phone/recipient';
import { optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { jidOf, mentioned, replyAuthor } from '../repliesAndMentions';
import { defined } from '../requestParts';
import { recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = {
	provider: 'WuzAPI',
	jids: ['g.us', 'lid', 'newsletter'],
};

export interface WuzapiTarget extends Target {
	isForwarded: boolean | undefined;
	/** The JIDs of those who are mentioned. */
	mentions: string[] | undefined;
	replyTo: string | undefined;
	/** The JID of the author of the message that the card replies to. */
	replyToParticipant: string | undefined;
}

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		isForwarded: z.nullish(z.boolean()),
		mentions: optionalText,
		replyTo: optionalText,
		replyToParticipant: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, replyTo, ...options }): WuzapiTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		const mentions = mentioned(options.mentions, defaultCountry).map(jidOf);
		return {
			recipient: jidOf(to),
			isForwarded: options.isForwarded === true ? true : undefined,
			mentions: mentions.length === 0 ? undefined : mentions,
			replyTo,
			replyToParticipant:
				replyTo === undefined
					? undefined
					: replyAuthor(to, options.replyToParticipant, defaultCountry),
		};
	}),
);

/** `ContextInfo` of a card: the server rejects a StanzaID without a Participant, and vice versa. */
export function cardContext(target: WuzapiTarget): JsonObject | undefined {
	const { mentions, isForwarded } = target;
	const context = defined({
		...textContext(target),
		MentionedJID: mentions,
		IsForwarded: isForwarded,
	});
	return Object.keys(context).length === 0 ? undefined : context;
}

/** `ContextInfo` of a text beside a card: it must not notify anybody again, and was not forwarded. */
export function textContext({ replyTo, replyToParticipant }: WuzapiTarget): JsonObject | undefined {
	return replyTo === undefined
		? undefined
		: defined({ StanzaID: replyTo, Participant: replyToParticipant });
}
