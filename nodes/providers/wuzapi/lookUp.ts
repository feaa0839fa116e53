import * as z from 'zod/mini';

import { numberStatuses } from '../numberStatuses';
import type { NumberLookUp } from '../provider';
import type { WuzapiTarget } from './target';

/** Our limit: the server has none, but WhatsApp is slow to answer long lists. */
const NUMBERS_PER_REQUEST = 50;

const answerSchema = z.object({
	data: z.object({
		Users: z.nullable(
			z.array(
				z.object({
					Query: z.string(),
					IsInWhatsapp: z.boolean(),
					JID: z.nullish(z.string()),
				}),
			),
		),
	}),
});

/**
 * `POST /user/check` { Phone: ["+…"] }: 200 { data: { Users: [{ Query, IsInWhatsapp, JID }] } }. A number that WhatsApp
 * leaves out is absent; `JID` is meaningful only if there is an account, and may be a hidden one (`…@lid`).
 */
export const lookUp: NumberLookUp<WuzapiTarget> = {
	numbersPerRequest: NUMBERS_PER_REQUEST,
	request: (numbers) => ({
		method: 'POST',
		path: '/user/check',
		body: { Phone: numbers.map((digits) => `+${digits}`) },
	}),
	found({ json }, numbers) {
		const result = answerSchema.safeParse(json);
		if (!result.success) return undefined;
		const users = result.data.data.Users ?? [];
		return numberStatuses(
			numbers,
			users.map(({ Query, IsInWhatsapp, JID }) => ({
				asked: Query,
				onWhatsApp: IsInWhatsapp,
				jid: JID,
			})),
		);
	},
};
