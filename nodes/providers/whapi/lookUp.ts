import * as z from 'zod/mini';

import { numberStatuses } from '../numberStatuses';
import type { NumberLookUp } from '../provider';
import type { WhapiTarget } from './target';

/** Our limit: the service has none, but warns that mass checks draw WhatsApp's attention. */
const NUMBERS_PER_REQUEST = 50;

const STATUSES: ReadonlyMap<string, boolean> = new Map([
	['valid', true],
	['invalid', false],
]);

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
		return numberStatuses(
			numbers,
			result.data.contacts.map(({ input, status, wa_id: id }) => ({
				asked: input,
				onWhatsApp: STATUSES.get(status),
				jid: jidOf(id),
			})),
		);
	},
};

/** An account's ID as a JID; the service gives it with or without the server. */
function jidOf(id: string | undefined): string | undefined {
	return id === undefined || id.includes('@') ? id : `${id}@s.whatsapp.net`;
}
