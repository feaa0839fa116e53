/** Where a GOWA card goes, and from which device. */

import * as z from 'zod/mini';

import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type RecipientRules } from '../../contact/phone/recipient';
import { optionalNumber, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { recipientText } from '../targetParameters';

/** Seconds until the card disappears: the four that WhatsApp allows. */
const DURATIONS = [0, 86_400, 604_800, 7_776_000];

export const RECIPIENTS: RecipientRules = { provider: 'GOWA', jids: ['g.us', 'newsletter', 'lid'] };

export interface GowaTarget extends Target {
	isForwarded: boolean | undefined;
	duration: number | undefined;
	deviceId: string | undefined;
}

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		isForwarded: z.nullish(z.boolean()),
		duration: optionalNumber.check(
			z.refine((seconds) => seconds === undefined || DURATIONS.includes(seconds), {
				message: `must be one of ${DURATIONS.join(', ')} seconds`,
			}),
		),
		deviceId: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, isForwarded, duration, deviceId }): GowaTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		return {
			recipient: to.kind === 'phone' ? `${to.digits}@s.whatsapp.net` : to.jid,
			isForwarded: isForwarded ?? undefined,
			duration,
			deviceId,
		};
	}),
);

/** The header that chooses a device; empty if none is set. */
export function deviceHeader(deviceId: string | undefined): Record<string, string> {
	return deviceId === undefined ? {} : { 'X-Device-Id': encodeURIComponent(deviceId) };
}
