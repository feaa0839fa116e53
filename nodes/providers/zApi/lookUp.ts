import * as z from 'zod/mini';

import { numberStatuses } from '../numberStatuses';
import type { NumberLookUp } from '../provider';
import type { ZApiTarget } from './target';

/** Our limit: the service accepts 50,000, but is slow to answer that many. */
const NUMBERS_PER_REQUEST = 1000;

/** One page has the answer as text. */
const EXISTS: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['false', false],
]);

const answerSchema = z.array(
	z.object({
		exists: z.union([z.boolean(), z.string()]),
		inputPhone: z.string(),
		outputPhone: z.nullish(z.string()),
	}),
);

/**
 * `POST …/phone-exists-batch` { phones }: 200 [{ exists, inputPhone, outputPhone, lid }]. `outputPhone` is the account's
 * own number; it is set even if there is no account.
 */
export const lookUp: NumberLookUp<ZApiTarget> = {
	numbersPerRequest: NUMBERS_PER_REQUEST,
	request: (numbers) => ({
		method: 'POST',
		path: '/phone-exists-batch',
		body: { phones: [...numbers] },
	}),
	found({ json }, numbers) {
		const result = answerSchema.safeParse(json);
		if (!result.success) return undefined;
		return numberStatuses(
			numbers,
			result.data.map(({ exists, inputPhone, outputPhone }) => ({
				asked: inputPhone,
				onWhatsApp: EXISTS.get(String(exists)),
				jid: `${outputPhone ?? ''}@s.whatsapp.net`,
			})),
		);
	},
};
