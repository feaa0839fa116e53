/** What Quepasa's answers mean, and the test of its credential. */

import * as z from 'zod/mini';

import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';
import { notSentRefusal, type NotSentWords } from '../whatsmeow';

const receiptSchema = z.object({
	success: z.literal(true),
	message: z.object({
		id: z.string().check(z.minLength(1)),
		chatId: z.catch(z.nullish(z.string().check(z.minLength(1))), undefined),
	}),
});

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	if (!result.success) return undefined;
	const { id, chatId } = result.data.message;
	return { messageIds: [id], chatId: chatId ?? null };
}

const text = z.catch(z.optional(z.string()), undefined);
const refusalSchema = z.object({ status: text, result: text });

const NO_SUCH_TOKEN = /whatsapp server was not found/i;
const NOT_CONNECTED = /not ready yet|\binvalid (client|store)\b/i;
const CONNECT = 'Connect the number to WhatsApp in Quepasa.';

/** The server's own words of failures before anything is sent. */
const NOT_SENT: readonly NotSentWords[] = [
	{
		words: NO_SUCH_TOKEN,
		advice: 'Check the token in the credential: the token of the connection that sends.',
	},
	{ words: NOT_CONNECTED, advice: CONNECT },
	{
		words:
			/^(invalid json body|chat ?id missing|empty chatid|invalid chatid|invalid suffix|contains - but|text not found|error converting)/,
	},
];

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const { status: words, result } = z.catch(refusalSchema, {}).parse(json);
	const message = words ?? result ?? body;
	if (status < 400) return { message };
	// A proxy's words prove nothing.
	const refused = words === undefined ? undefined : notSentRefusal(words, NOT_SENT);
	if (refused !== undefined) return refused;
	// Failures during the send get the same status.
	return status === 400 ? { message, outcome: 'unknown' } : { message };
}

const REJECTED =
	'Quepasa rejected this token: no connection has it. Copy the token of the connection that sends from Quepasa.';

/**
 * `GET /contacts`, since `GET /info` answers a wrong token with an empty success. A wrong token gets a 400, and so does one
 * whose connection is gone.
 */
export const connectionTest: CredentialTest = {
	request: { method: 'GET', path: '/contacts' },
	refusals: {
		401: REJECTED,
		404: 'Quepasa was not found at this Base URL. Add its base path if it has one, and check the port.',
	},
	refusal({ text: body }) {
		if (NO_SUCH_TOKEN.test(body)) return REJECTED;
		return NOT_CONNECTED.test(body)
			? `The token is correct, but its connection is gone. ${CONNECT}`
			: undefined;
	},
	problem({ json }) {
		return z.object({ success: z.literal(true) }).safeParse(json).success
			? undefined
			: 'This server answers, but not like Quepasa. Check the Base URL.';
	},
};
