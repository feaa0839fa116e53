import * as z from 'zod/mini';

import { numberStatuses } from '../numberStatuses';
import type { NumberLookUp } from '../provider';
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
		return numberStatuses(
			numbers,
			result.data.map(({ query, isInWhatsapp, jid, error }) => ({
				asked: query,
				onWhatsApp: error ? undefined : (isInWhatsapp ?? undefined),
				jid,
			})),
		);
	},
};
