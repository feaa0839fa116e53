import * as z from 'zod/mini';

import { accountNumber } from '../../contact/phone/whatsAppAccount';
import type { NumberLookUp, NumberStatus } from '../provider';
import type { WhapiTarget } from './target';

/** Our limit: the service has none, but warns that mass checks draw WhatsApp's attention. */
const NUMBERS_PER_REQUEST = 50;

const answerSchema = z.object({
	contacts: z.array(
		z.object({
			input: z.string(),
			status: z.string(),
			wa_id: z.catch(z.optional(z.string()), undefined),
		}),
	),
});

/**
 * `POST /contacts` { blocking: "wait", contacts, force_check? }: 200 { contacts: [{ input, status, wa_id? }] }.
 * `status` is `valid` or `invalid`; anything else tells us nothing. Answers may come from the service's cache.
 */
export const lookUp: NumberLookUp<WhapiTarget> = {
	numbersPerRequest: NUMBERS_PER_REQUEST,
	request: (numbers) => ({
		method: 'POST',
		path: '/contacts',
		body: { blocking: 'wait', contacts: [...numbers] },
	}),
	found({ json }, numbers) {
		const result = answerSchema.safeParse(json);
		if (!result.success) return undefined;
		const found = new Map<string, NumberStatus>();
		for (const { input, status, wa_id: id } of result.data.contacts) {
			const number = input.replace(/\D/g, '');
			if (!numbers.includes(number)) continue;
			if (status === 'invalid') found.set(number, { onWhatsApp: false });
			if (status === 'valid') found.set(number, { onWhatsApp: true, ...accountNumber(jidOf(id)) });
		}
		return found;
	},
};

/** An account's ID as a JID; the service gives it with or without the server. */
function jidOf(id: string | undefined): string | undefined {
	return id === undefined || id.includes('@') ? id : `${id}@s.whatsapp.net`;
}
