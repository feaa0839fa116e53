import * as z from 'zod/mini';

import { withDetails } from '../../failures/providerWords';
import type { ProviderResponse, Refusal } from '../provider';

/**
 * What Infobip's refusals mean: the older form `{ requestError: { serviceException } }`, whose `messageId` is a code, the newer
 * `{ errorCode, description, action, violations }`, and a message that is rejected within a 200.
 */
const text = z.catch(z.optional(z.string()), undefined);
const details = z.catch(
	z.optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
	undefined,
);

const refusalSchema = z.union([
	z.pipe(
		z.object({
			requestError: z.object({
				serviceException: z.object({ messageId: text, text, validationErrors: details }),
			}),
		}),
		z.transform(({ requestError: { serviceException: refused } }) => ({
			code: refused.messageId,
			message: refused.text,
			details: Object.entries(refused.validationErrors ?? {}).map(
				([field, problems]) => `${field}: ${[problems].flat().join(', ')}`,
			),
		})),
	),
	z.pipe(
		z.object({
			errorCode: z.string(),
			description: text,
			action: text,
			violations: z.catch(z.array(z.object({ property: text, violation: text })), []),
		}),
		z.transform(({ errorCode, description, action, violations }) => ({
			code: errorCode,
			message: [description, action].filter(Boolean).join(' '),
			details: violations.map(({ property, violation }) =>
				[property, violation].filter(Boolean).join(': '),
			),
		})),
	),
	z.pipe(
		z.object({ status: z.object({ name: z.string(), description: text, action: text }) }),
		z.transform(({ status: { name, description, action } }) => ({
			code: name,
			message: [description, action].filter(Boolean).join('. '),
			details: [],
		})),
	),
]);

/** The status group in a 200 that is not a receipt. A message has its ID also where it was rejected. */
const groupSchema = z.object({ status: z.object({ groupName: z.string() }) });
const NOT_SENT = /^(?:REJECTED|UNDELIVERABLE)$/i;

const STATUS_ADVICE: Record<number, string> = {
	400: 'Correct what Infobip names. If it names no field of the contact, check the sender: it must be registered with Infobip.',
	401: 'Check the API key in the credential, and that the Base URL is that of the same account.',
	403: 'Give the API key the scope whatsapp:message:send, and allow requests from the address of n8n.',
	404: 'Check the Base URL in the credential: it is the address without /whatsapp.',
};

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const { code, message, details: more = [] } = refusalSchema.safeParse(json).data ?? {};
	const refused: Refusal = {
		message: more.length === 0 ? (message ?? body) : withDetails(message ?? '', more.join('; ')),
	};
	if (code !== undefined) refused.code = code;
	const group = groupSchema.safeParse(json).data?.status.groupName;
	if (group !== undefined && !NOT_SENT.test(group)) refused.outcome = 'unknown';
	else if (group !== undefined && status < 300) refused.outcome = 'notSent';
	const advice = STATUS_ADVICE[status];
	return advice === undefined ? refused : { ...refused, advice };
}
