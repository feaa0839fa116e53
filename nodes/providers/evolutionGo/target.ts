/** Where an Evolution Go card goes, what it replies to, and whom it mentions. */

import * as z from 'zod/mini';

import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type RecipientRules } from '../../contact/phone/recipient';
import { answeredDelay } from '../answeredDelay';
import { optionalNumber, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { jidOf, mentioned, replyAuthor } from '../repliesAndMentions';
import { delaySeconds, recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = {
	provider: 'Evolution Go',
	jids: ['g.us', 'lid', 'newsletter'],
};

export interface EvolutionGoTarget extends Target {
	/** The recipient, spelled so that the server does not change its digits. */
	number: string;
	delay: number | undefined;
	mentionAll: boolean | undefined;
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
		delay: delaySeconds,
		mentionAll: z.nullish(z.boolean()),
		mentions: optionalText,
		replyTo: optionalText,
		replyToParticipant: optionalText,
		timeout: optionalNumber,
	}),
	z.transform(({ recipient, defaultCountry, replyTo, ...options }): EvolutionGoTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		const mentions = mentioned(options.mentions, defaultCountry).map(jidOf);
		return {
			recipient: jidOf(to),
			number: to.kind === 'phone' ? `+${jidOf(to)}` : to.jid,
			delay: answeredDelay(options.delay, options.timeout, RECIPIENTS.provider),
			mentionAll: options.mentionAll === true ? true : undefined,
			mentions: mentions.length === 0 ? undefined : mentions,
			replyTo,
			replyToParticipant:
				replyTo === undefined
					? undefined
					: replyAuthor(to, options.replyToParticipant, defaultCountry),
		};
	}),
);
