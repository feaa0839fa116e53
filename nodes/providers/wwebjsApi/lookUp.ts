import * as z from 'zod/mini';

import { accountNumber } from '../../contact/phone/whatsAppAccount';
import type { NumberLookUp, NumberStatus } from '../provider';
import { path } from '../requestParts';
import type { WwebjsApiTarget } from './target';

const answerSchema = z.object({
	success: z.literal(true),
	result: z.nullable(z.object({ _serialized: z.string() })),
});

/**
 * `POST /client/getNumberId/{sessionId}` { number }: 200 { result: { _serialized } | null }, the account's own ID, which
 * may be a hidden one (`…@lid`), or null if there is none. In early 2026, some versions of WhatsApp Web gave null for
 * everybody.
 */
export const lookUp: NumberLookUp<WwebjsApiTarget> = {
	numbersPerRequest: 1,
	noIsUnsure: true,
	request: ([number = ''], { sessionId }) => ({
		method: 'POST',
		path: path`/client/getNumberId/${sessionId}`,
		body: { number },
	}),
	found({ json }, [number = '']) {
		const read = answerSchema.safeParse(json);
		if (!read.success) return undefined;
		const { result } = read.data;
		const status: NumberStatus =
			result === null
				? { onWhatsApp: false }
				: { onWhatsApp: true, ...accountNumber(result._serialized) };
		return new Map([[number, status]]);
	},
};
