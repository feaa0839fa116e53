/** Where a Whapi.Cloud card goes. */

import * as z from 'zod/mini';

import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type RecipientRules } from '../../contact/phone/recipient';
import { InputError } from '../../failures/inputError';
import { optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = { provider: 'Whapi.Cloud', jids: ['g.us', 'newsletter'] };

/** Minimum digits of a number, by the service's pattern. */
const MIN_DIGITS = 9;

export interface WhapiTarget extends Target {
	replyTo: string | undefined;
}

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		replyTo: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, replyTo }): WhapiTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		if (to.kind === 'jid') return { recipient: to.jid, replyTo };
		if (to.digits.length < MIN_DIGITS) {
			throw new InputError(`Recipient ${to.e164} is too short for Whapi.Cloud`, {
				field: 'recipient',
				fix: `It accepts numbers of at least ${String(MIN_DIGITS)} digits with country code: check the number, or choose another provider.`,
			});
		}
		return { recipient: to.digits, replyTo };
	}),
);
