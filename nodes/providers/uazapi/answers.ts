/** What uazapiGO's answers mean. */

import * as z from 'zod/mini';

import { isObject } from '../../contact/object';
import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';
import { NO_ACCOUNT } from '../whatsAppAdvice';
import { notSentRefusal, type NotSentWords } from '../whatsmeow';

const text = z.catch(z.optional(z.string()), undefined);
const receiptSchema = z.object({
	messageid: z.string().check(z.minLength(1)),
	chatid: text,
	status: text,
});
const refusalSchema = z.object({
	error: text,
	message: text,
	status: text,
	error_key: text,
	details: z.catch(
		z.optional(
			z.object({ reachout_timelock: z.optional(z.object({ until: z.optional(z.unknown()) })) }),
		),
		undefined,
	),
});

/** States of a message that never went out. */
const NOT_SENT = /^(failed|canceled|cancelled)$/i;

const CONNECT = 'Connect the instance to WhatsApp in uazapiGO: scan its QR code.';
/** Words of a 5xx that mean that nothing was sent, with what to do. */
const NOT_SENT_WORDS: readonly NotSentWords[] = [
	{ words: /is not on WhatsApp/i, advice: NO_ACCOUNT },
	{ words: /client is not connected|^no (active )?session$|not logged in/i, advice: CONNECT },
];

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	if (!result.success || NOT_SENT.test(result.data.status ?? '')) return undefined;
	const { messageid, chatid = '' } = result.data;
	return { messageIds: [messageid], chatId: chatid === '' ? null : chatid };
}

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const read = z.catch(refusalSchema, {}).parse(json);
	const message = read.error ?? read.message ?? body;
	if (isLock(json)) {
		const until = read.details?.reachout_timelock?.until;
		return {
			message,
			code: read.error_key ?? 'WHATSAPP_REACHOUT_TIMELOCK',
			outcome: 'notSent',
			retry: false,
			advice: `WhatsApp has blocked this account from writing to people who have never written to it${shownUntil(until)}. Wait, and do not send the card again.`,
		};
	}
	if (status < 300 && NOT_SENT.test(read.status ?? '')) {
		return { message, outcome: 'notSent', retry: false };
	}
	if (status === 401) {
		return /session/i.test(message)
			? { message, advice: CONNECT }
			: {
					message,
					advice: 'Check the token in the credential: the one of the instance that sends.',
				};
	}
	if (status === 404) {
		return {
			message,
			advice:
				'Check the Base URL in the credential, and whether the instance still exists: free servers delete theirs after an hour.',
		};
	}
	const known = status < 500 ? undefined : notSentRefusal(message, NOT_SENT_WORDS);
	if (known !== undefined) return known;
	return /disconnected/i.test(message) ? { message, advice: CONNECT } : { message };
}

/** WhatsApp's error 463, which comes with status 500. */
function isLock(json: unknown): boolean {
	if (!isObject(json)) return false;
	return (
		Number(json['provider_code']) === 463 || json['error_key'] === 'WHATSAPP_REACHOUT_TIMELOCK'
	);
}

function shownUntil(until: unknown): string {
	return typeof until === 'string' || typeof until === 'number' ? ` until ${String(until)}` : '';
}

const statusSchema = z.object({
	instance: z.object({ status: text }),
	status: z.object({ connected: z.boolean(), loggedIn: z.optional(z.boolean()) }),
});

/** `GET /instance/status` needs the instance's token, and says whether it is connected to WhatsApp. */
export const instanceTest: CredentialTest = {
	request: { method: 'GET', path: '/instance/status' },
	refusals: {
		401: 'uazapiGO rejected this token. Use the token of the instance that sends, not the admin token of the server.',
		404: 'uazapiGO has no such instance at this Base URL. Check both: free servers delete their instances after an hour.',
	},
	problem({ json }) {
		const result = statusSchema.safeParse(json);
		if (!result.success) {
			return 'This server answers, but not like uazapiGO. Check the Base URL.';
		}
		const { instance, status } = result.data;
		if (status.connected && status.loggedIn !== false) return undefined;
		return `The token is correct, but its instance is ${instance.status ?? 'not connected'}. Connect it to WhatsApp in uazapiGO.`;
	},
};
