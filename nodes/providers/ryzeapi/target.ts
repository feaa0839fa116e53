/** Where a RyzeAPI card goes, and from which instance. */

import * as z from 'zod/mini';

import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type RecipientRules } from '../../contact/phone/recipient';
import { identifier, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { delaySeconds, recipientText } from '../targetParameters';

/** The origin of the message that RyzeAPI stores by default. */
export const DEFAULT_SOURCE = 'n8n';

export const RECIPIENTS: RecipientRules = {
	provider: 'RyzeAPI',
	jids: ['g.us', 'lid', 'newsletter'],
};

export interface RyzeapiTarget extends Target {
	instance: string;
	delay: number | undefined;
	replyTo: string | undefined;
	replyPrivate: boolean | undefined;
	source: string;
}

export const instanceName = identifier(
	'instance',
	'Instance',
	'Choose it from the list, or type its name as RyzeAPI shows it.',
);

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		instance: instanceName,
		defaultCountry: defaultCountryCode,
		delay: delaySeconds,
		replyTo: optionalText,
		replyPrivate: z.nullish(z.boolean()),
		source: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, ...options }): RyzeapiTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		return {
			recipient: to.kind === 'phone' ? to.digits : to.jid,
			instance: options.instance,
			delay: options.delay,
			replyTo: options.replyTo,
			replyPrivate: options.replyPrivate ?? undefined,
			source: options.source ?? DEFAULT_SOURCE,
		};
	}),
);
