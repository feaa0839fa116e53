import * as z from 'zod/mini';

import { accountNumber } from '../../contact/phone/whatsAppAccount';
import type { NumberLookUp, NumberStatus } from '../provider';
import type { UazapiTarget } from './target';

/** Our limit: the service documents none. */
const NUMBERS_PER_REQUEST = 50;

const answerSchema = z.array(
	z.object({
		query: z.string(),
		isInWhatsapp: z.nullish(z.boolean()),
		jid: z.nullish(z.string()),
		error: z.nullish(z.string()),
	}),
);

/**
 * `POST /chat/check` { numbers }: 200 [{ query, jid, lid, isInWhatsapp, verifiedName, error }]. An entry with an error says
 * nothing about its number; `jid` is meaningful only if there is an account.
 */
export const lookUp: NumberLookUp<UazapiTarget> = {
	numbersPerRequest: NUMBERS_PER_REQUEST,
	request: (numbers) => ({ method: 'POST', path: '/chat/check', body: { numbers: [...numbers] } }),
	found({ json }, numbers) {
		const result = answerSchema.safeParse(json);
		if (!result.success) return undefined;
		const found = new Map<string, NumberStatus>();
		for (const { query, isInWhatsapp, jid, error } of result.data) {
			const number = query.replace(/@.*/, '').replace(/^\+/, '');
			if (!numbers.includes(number) || error || typeof isInWhatsapp !== 'boolean') continue;
			found.set(
				number,
				isInWhatsapp
					? { onWhatsApp: true, ...accountNumber(jid ?? undefined) }
					: { onWhatsApp: false },
			);
		}
		return found;
	},
};
