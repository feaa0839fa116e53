import * as z from 'zod/mini';

import { accountNumber } from '../../contact/phone/whatsAppAccount';
import type { NumberLookUp, NumberStatus } from '../provider';
import type { QuepasaTarget } from './target';

const answerSchema = z.object({
	success: z.literal(true),
	registered: z.nullish(z.array(z.string())),
});

/**
 * `POST /isonwhatsapp`, a bare list of numbers: 200 { success, total, registered? }, the JIDs of the registered ones,
 * without saying which number each belongs to. So we ask about one at a time, since an account's ID may differ from the
 * number. The server caches its answers.
 */
export const lookUp: NumberLookUp<QuepasaTarget> = {
	numbersPerRequest: 1,
	request: (numbers) => ({
		method: 'POST',
		path: '/isonwhatsapp',
		body: numbers.map((digits) => `+${digits}`),
	}),
	found({ json }, [number]) {
		const result = answerSchema.safeParse(json);
		if (!result.success || number === undefined) return undefined;
		const [jid] = result.data.registered ?? [];
		const status: NumberStatus =
			jid === undefined ? { onWhatsApp: false } : { onWhatsApp: true, ...accountNumber(jid) };
		return new Map([[number, status]]);
	},
};
