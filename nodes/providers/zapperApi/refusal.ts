import * as z from 'zod/mini';

import type { ProviderResponse, Refusal } from '../provider';

/** What ZapperAPI's refusals mean. Their form is not published: we assume the form of the server's framework, Fastify. */
const text = z.catch(z.optional(z.string()), undefined);
const refusalSchema = z.object({ message: text, error: text, code: text });

const STATUS_ADVICE: Record<number, string> = {
	401: 'Check the API key in the credential.',
	403: 'Check the API key in the credential, and that it belongs to this instance.',
	404: 'Check the Instance ID in the credential, then the Base URL, which is the address without the instance.',
};

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const { message, error, code } = refusalSchema.safeParse(json).data ?? {};
	const refused: Refusal = { message: message ?? error ?? body };
	if (code !== undefined) refused.code = code;
	const advice = STATUS_ADVICE[status];
	return advice === undefined ? refused : { ...refused, advice };
}
