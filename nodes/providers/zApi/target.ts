/** Where a Z-API card goes. */

import * as z from 'zod/mini';

import type { JsonObject } from '../../contact/object';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type Recipient, type RecipientRules } from '../../contact/phone/recipient';
import { optionalNumber, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { defined } from '../requestParts';
import { recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = { provider: 'Z-API', jids: ['g.us', 'lid'] };

/** Maximum seconds of `delayMessage`. */
const MAX_DELAY = 15;

export interface ZApiTarget extends Target {
	replyTo: string | undefined;
	/** Seconds between this message and the next. */
	delayMessage: number | undefined;
}

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		replyTo: optionalText,
		delayMessage: optionalNumber.check(
			z.refine(
				(seconds) =>
					seconds === undefined ||
					(Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= MAX_DELAY),
				`must be a whole number of seconds, at most ${String(MAX_DELAY)}`,
			),
		),
	}),
	z.transform(({ recipient, defaultCountry, replyTo, delayMessage }): ZApiTarget => {
		const to = readRecipient(jidSpelling(recipient), { ...RECIPIENTS, defaultCountry });
		return {
			recipient: zApiId(to),
			replyTo,
			delayMessage: delayMessage === 0 ? undefined : delayMessage,
		};
	}),
);

/** A group in WhatsApp's spelling instead of Z-API's (`…-group`); anything else as it is. */
export function jidSpelling(typed: string): string {
	const group = /^(\d+)-group$/i.exec(typed.trim())?.[1];
	return group === undefined ? typed : `${group}@g.us`;
}

/** A person's digits, or a group's `…-group`; groups from before 2021 are two numbers, without that ending. */
function zApiId(to: Recipient): string {
	if (to.kind === 'phone') return to.digits;
	if (to.server !== 'g.us') return to.jid;
	const id = to.jid.replace(/@.*/, '');
	return id.includes('-') ? id : `${id}-group`;
}

/** The fields that every message has. */
export function commonFields({ recipient, replyTo, delayMessage }: ZApiTarget): JsonObject {
	return defined({ phone: recipient, messageId: replyTo, delayMessage });
}
