/** What WuzAPI's answers mean. */

import * as z from 'zod/mini';

import { isObject } from '../../contact/object';
import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';
import { notSentRefusal, type NotSentWords } from '../whatsmeow';

/** Builds of 2025 capitalize it. */
const id = z.optional(z.string().check(z.minLength(1)));
const receiptSchema = z.object({ data: z.object({ Id: id, id }) });
const refusalSchema = z.object({ error: z.catch(z.optional(z.string()), undefined) });

const CONNECT = 'Connect the session to WhatsApp in WuzAPI: scan its QR code.';
/** The server's own words of a 500 that comes before anything is sent. Older builds capitalize them. */
const NOT_SENT: readonly NotSentWords[] = [
	{
		words: /^no session$|websocket not connected|store doesn't contain a device/i,
		advice: CONNECT,
	},
];

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const { Id, id: messageId = Id } = receiptSchema.safeParse(json).data?.data ?? {};
	return messageId === undefined ? undefined : { messageIds: [messageId], chatId: null };
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
	const known = status === 500 ? notSentRefusal(message, NOT_SENT) : undefined;
	return known ?? { message };
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
