import * as z from 'zod/mini';

import type { NumberLookUp, NumberStatus } from '../provider';
import type { ZApiTarget } from './target';

/** Our limit: the service accepts 50,000, but is slow to answer that many. */
const NUMBERS_PER_REQUEST = 1000;

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
		const found = new Map<string, NumberStatus>();
		for (const { exists, inputPhone, outputPhone } of result.data) {
			const number = inputPhone.replace(/^\+/, '');
			if (!numbers.includes(number)) continue;
			const waId = /^\d+$/.exec(outputPhone ?? '')?.[0];
			if (String(exists) === 'false') found.set(number, { onWhatsApp: false });
			if (String(exists) === 'true') {
				found.set(number, { onWhatsApp: true, ...(waId === undefined ? {} : { waId }) });
			}
		}
		return found;
	},
};
