/** Where a Quepasa card goes. */

import * as z from 'zod/mini';

import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type RecipientRules } from '../../contact/phone/recipient';
import { optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { jidOf } from '../repliesAndMentions';
import { recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = { provider: 'Quepasa', jids: ['g.us', 'lid'] };

export interface QuepasaTarget extends Target {
	replyTo: string | undefined;
	trackId: string | undefined;
}

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		replyTo: optionalText,
		trackId: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, replyTo, trackId }): QuepasaTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		return { recipient: jidOf(to), replyTo, trackId };
	}),
);
