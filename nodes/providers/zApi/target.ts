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

/** Seconds that `delayMessage` may have. */
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

/** A group as Z-API writes it (`…-group`) as WhatsApp does; anything else as it is. */
export function jidSpelling(typed: string): string {
	const group = /^(\d+)-group$/i.exec(typed.trim())?.[1];
	return group === undefined ? typed : `${group}@g.us`;
}

/** Digits of a person, `…-group` of a group; groups of before 2021 are two numbers, and have no such ending. */
function zApiId(to: Recipient): string {
	if (to.kind === 'phone') return to.digits;
	if (to.server !== 'g.us') return to.jid;
	const id = to.jid.replace(/@.*/, '');
	return id.includes('-') ? id : `${id}-group`;
}

/** The fields that all sends of the service have. */
export function commonFields({ recipient, replyTo, delayMessage }: ZApiTarget): JsonObject {
	return defined({ phone: recipient, messageId: replyTo, delayMessage });
}
