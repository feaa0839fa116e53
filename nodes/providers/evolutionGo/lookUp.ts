import * as z from 'zod/mini';

import { numberStatuses } from '../numberStatuses';
import type { NumberLookUp } from '../provider';
import type { EvolutionGoTarget } from './target';

/** Our limit: the server has none, but WhatsApp is slow to answer long lists. */
const NUMBERS_PER_REQUEST = 50;

const answerSchema = z.object({
	message: z.literal('success'),
	data: z.nullable(
		z.object({
			Users: z.nullable(
				z.array(
					z.object({
						Query: z.string(),
						IsInWhatsapp: z.boolean(),
						RemoteJID: z.nullish(z.string()),
					}),
				),
			),
		}),
	),
});

/**
 * `POST /user/check` { number: ["+…"], formatJid: false }: 200 { data: { Users: [{ Query, IsInWhatsapp, RemoteJID, LID }] } }.
 * With `formatJid`, the server would ask about rewritten numbers. `data` is null if WhatsApp did not answer, which says
 * nothing about any number. `RemoteJID` is the account's own only if there is an account.
 */
export const lookUp: NumberLookUp<EvolutionGoTarget> = {
	numbersPerRequest: NUMBERS_PER_REQUEST,
	request: (numbers) => ({
		method: 'POST',
		path: '/user/check',
		body: { number: numbers.map((digits) => `+${digits}`), formatJid: false },
	}),
	found({ json }, numbers) {
		const result = answerSchema.safeParse(json);
		if (!result.success) return undefined;
		const users = result.data.data?.Users ?? [];
		return numberStatuses(
			numbers,
			users.map(({ Query, IsInWhatsapp, RemoteJID }) => ({
				asked: Query,
				onWhatsApp: IsInWhatsapp,
				jid: RemoteJID,
			})),
		);
	},
};
