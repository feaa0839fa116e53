import * as z from 'zod/mini';

import { accountNumber } from '../../contact/phone/whatsAppAccount';
import type { NumberLookUp, NumberStatus } from '../provider';
import type { GreenApiTarget } from './target';

const answerSchema = z.object({
	existsWhatsapp: z.boolean(),
	chatId: z.catch(z.optional(z.string()), undefined),
});

/** Digits of a number at least, by the documents. */
const MIN_DIGITS = 11;

/**
 * `POST /checkWhatsapp` { phoneNumber: integer }: 200 { existsWhatsapp, chatId? }, one number of 11 to 16 digits at a time.
 * Only newer versions return `chatId`, which is the user's lid. Whether a number that WhatsApp knows in another spelling is
 * found is unknown, so we ask about both spellings. A check that took too long is a 400, which says nothing about the
 * number.
 */
export const lookUp: NumberLookUp<GreenApiTarget> = {
	numbersPerRequest: 1,
	digitsAtLeast: MIN_DIGITS,
	onlyAsSpelled: true,
	request: ([number]) => ({
		method: 'POST',
		path: '/checkWhatsapp',
		body: { phoneNumber: Number(number) },
	}),
	found({ json }, [number = '']) {
		const result = answerSchema.safeParse(json);
		if (!result.success) return undefined;
		const { existsWhatsapp, chatId } = result.data;
		const status: NumberStatus = existsWhatsapp
			? { onWhatsApp: true, ...accountNumber(chatId) }
			: { onWhatsApp: false };
		return new Map([[number, status]]);
	},
};
