import * as z from 'zod/mini';

import type { ProviderResponse, Refusal } from '../provider';

/**
 * What OpenWA's refusals mean. All have Nest's form `{ statusCode, message, error?, code? }`; a production server says only
 * "Bad Request" about a failed validation.
 */
const refusalSchema = z.object({
	message: z.catch(
		z.optional(
			z.union([
				z.string(),
				z.pipe(
					z.array(z.string()),
					z.transform((all) => all.join('; ')),
				),
			]),
		),
		undefined,
	),
	code: z.catch(z.optional(z.string()), undefined),
	retryAfterSeconds: z.catch(z.optional(z.number().check(z.nonnegative())), undefined),
});

const STATUS_ADVICE: Record<number, string> = {
	400: 'Check that the session is started in OpenWA, then the recipient.',
	401: 'Check the API key in the credential.',
	403: 'Use an API key with the role OPERATOR or above that is not limited to other sessions, chats or addresses.',
	404: 'Choose the session again, and check the Base URL in the credential: it is the address without /api.',
	409: 'Wait until the session is ready in OpenWA, then send again.',
	501: 'The engine of this session does not send contact cards to channels: choose a person or a group.',
};

/** By OpenWA's code, if it says more than the status. */
const BY_CODE: Record<string, Omit<Refusal, 'message' | 'code'>> = {
	// The first request with the key is still running; a retry gets its answer.
	IDEMPOTENCY_KEY_IN_PROGRESS: { outcome: 'unknown' },
	IDEMPOTENCY_OUTCOME_UNKNOWN: { outcome: 'unknown', retry: false },
	IDEMPOTENCY_KEY_REUSED: { outcome: 'unknown', retry: false },
	SEND_PACING_LIMITED: {
		tooMany: true,
		advice: 'OpenWA limits the messages of this session per hour and per day: send it later.',
	},
};

export function refusal({ status, json, text }: ProviderResponse): Refusal {
	const { message, code, retryAfterSeconds } = refusalSchema.safeParse(json).data ?? {};
	const refused: Refusal = { message: message ?? text };
	if (code !== undefined) refused.code = code;
	if (retryAfterSeconds !== undefined) refused.retryAfter = retryAfterSeconds;
	const advice = STATUS_ADVICE[status];
	const known = BY_CODE[code ?? ''];
	if (known !== undefined) return { ...refused, ...known };
	if (status === 409)
		refused.retry = /not[ _](?:yet[ _])?ready/i.test(`${code ?? ''} ${message ?? ''}`);
	if (status === 501)
		return {
			...refused,
			outcome: 'notSent',
			retry: false,
			...(advice === undefined ? {} : { advice }),
		};
	return advice === undefined ? refused : { ...refused, advice };
}
