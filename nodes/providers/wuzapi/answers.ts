/** What WuzAPI's answers mean. */

import * as z from 'zod/mini';

import { isObject } from '../../contact/object';
import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';

const receiptSchema = z.object({
	data: z.object({ Id: z.string().check(z.minLength(1)) }),
});
const refusalSchema = z.object({ error: z.catch(z.optional(z.string()), undefined) });

const CONNECT = 'Connect the session to WhatsApp in WuzAPI: scan its QR code.';
/** Words of a 500 that mean that nothing was sent, with what to do. Older builds capitalize them. */
const NOTHING_SENT: ReadonlyArray<{ words: RegExp; advice?: string }> = [
	{
		words: /^no session$|websocket not connected|store doesn't contain a device/i,
		advice: CONNECT,
	},
	{ words: /no LID found/i, advice: 'Check the number: it has no WhatsApp account.' },
	{
		words: /server returned error 463/i,
		advice:
			'WhatsApp has blocked this account from writing to people who have never written to it. Wait, and do not send the card again.',
	},
	{ words: /server returned error/i },
];

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	return result.success ? { messageIds: [result.data.data.Id], chatId: null } : undefined;
}

export function refusal({ status, json, text }: ProviderResponse): Refusal {
	const message = z.catch(refusalSchema, {}).parse(json).error ?? text;
	if (status === 401) {
		return {
			message,
			advice: 'Check the token in the credential: the one of the user that sends.',
		};
	}
	if (status === 404) {
		return {
			message,
			advice: 'Check the Base URL in the credential: this server has no such address.',
		};
	}
	const known = status === 500 ? NOTHING_SENT.find(({ words }) => words.test(message)) : undefined;
	if (known === undefined) return { message };
	const { advice } = known;
	return {
		message,
		outcome: 'notSent',
		retry: false,
		...(advice === undefined ? {} : { advice }),
	};
}

/** `GET /session/status` needs the user's token, and says whether its session is logged in to WhatsApp. */
export const sessionTest: CredentialTest = {
	request: { method: 'GET', path: '/session/status' },
	refusals: {
		401: 'WuzAPI rejected this token. Use the token of the user that sends, not WUZAPI_ADMIN_TOKEN; for ZapperHUB, set Server to ZapperHUB.',
		404: 'WuzAPI was not found at this Base URL. Add its base path if it has one, and check the port.',
	},
	problem({ json }) {
		const data = isObject(json) && isObject(json['data']) ? json['data'] : undefined;
		// Builds of 2025 capitalize it.
		const loggedIn = data?.['loggedIn'] ?? data?.['LoggedIn'];
		if (typeof loggedIn !== 'boolean') {
			return 'This server answers, but not like WuzAPI. Check the Base URL.';
		}
		return loggedIn
			? undefined
			: 'The token is correct, but its session is not logged in to WhatsApp. Link it in WuzAPI: scan its QR code.';
	},
};
