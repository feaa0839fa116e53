/** Where a GREEN-API card goes. */

import * as z from 'zod/mini';

import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type RecipientRules } from '../../contact/phone/recipient';
import { optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { delaySeconds, recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = { provider: 'GREEN-API', jids: ['g.us', 'lid'] };

/** Maximum seconds of "typing…": `typingTime` is from 1,000 to 20,000 milliseconds. */
const MAX_TYPING_SECONDS = 20;

export interface GreenApiTarget extends Target {
	delay: number | undefined;
	replyTo: string | undefined;
}

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		delay: delaySeconds.check(
			z.refine(
				(seconds) => seconds === undefined || seconds <= MAX_TYPING_SECONDS,
				`must be at most ${String(MAX_TYPING_SECONDS)} seconds`,
			),
		),
		replyTo: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, delay, replyTo }): GreenApiTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		return {
			recipient: to.kind === 'phone' ? `${to.digits}@c.us` : to.jid,
			delay: delay === 0 ? undefined : delay,
			replyTo,
		};
	}),
);
