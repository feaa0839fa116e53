/** What Evolution Go's answers mean. */

import * as z from 'zod/mini';

import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';
import { NO_ACCOUNT } from '../whatsAppAdvice';
import { notSentRefusal, type NotSentWords } from '../whatsmeow';

const receiptSchema = z.object({
	message: z.literal('success'),
	data: z.object({
		Info: z.object({
			ID: z.string().check(z.minLength(1)),
			Chat: z.catch(z.nullish(z.string().check(z.minLength(1))), undefined),
		}),
	}),
});

const text = z.catch(z.optional(z.string()), undefined);
const refusalSchema = z.object({ error: text, code: text, message: text });

/** The server's own texts of a 500 that comes before anything is sent. */
const NOT_SENT: readonly NotSentWords[] = [
	{
		words: /no active session found|client disconnected/,
		advice: 'Connect the instance to WhatsApp in Evolution Go.',
	},
	{
		words: /is not registered on WhatsApp/,
		advice: NO_ACCOUNT,
	},
	{ words: /^could not parse (phone|formatted phone)/ },
	{ words: /^instance not found$/, advice: 'Check the API key in the credential.' },
];

const LICENSE_ADVICE =
	'Activate the license of this server in the Evolution Go manager, then send again.';
const TOKEN_ADVICE =
	'Check the API key in the credential: the token of the instance, not the global key of the server.';

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	if (!result.success) return undefined;
	const { ID, Chat } = result.data.data.Info;
	return { messageIds: [ID], chatId: Chat ?? null };
}

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const { error, code, message } = z.catch(refusalSchema, {}).parse(json);
	if (code === 'LICENSE_REQUIRED') {
		const words = message ?? error ?? body;
		return { message: words, code, outcome: 'notSent', retry: false, advice: LICENSE_ADVICE };
	}
	const refused: Refusal = { message: error ?? body };
	if (code !== undefined) refused.code = code;
	if (status === 401) return { ...refused, advice: TOKEN_ADVICE };
	return status >= 400 ? { ...refused, ...notSentRefusal(error ?? '', NOT_SENT) } : refused;
}

const statusSchema = z.object({ data: z.object({ LoggedIn: z.boolean() }) });

/** `GET /instance/status` says whether the token's instance is logged in to WhatsApp. */
export const instanceTest: CredentialTest = {
	request: { method: 'GET', path: '/instance/status' },
	refusals: {
		400: 'The instance of this API key is not connected. Connect it to WhatsApp in Evolution Go.',
		401: 'Evolution Go rejected this API key. Use the token of the instance that sends, not the global key of the server.',
		404: 'Evolution Go was not found at this Base URL. Add its base path if it has one, and check the port.',
	},
	problem({ json }) {
		const result = statusSchema.safeParse(json);
		if (!result.success) {
			return 'This server answers, but not like Evolution Go. Check the Base URL.';
		}
		return result.data.data.LoggedIn
			? undefined
			: 'The API key is correct, but its instance is not logged in to WhatsApp. Link it in Evolution Go: scan its QR code.';
	},
};
