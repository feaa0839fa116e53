/** What WWebJS API's answers mean. */

import * as z from 'zod/mini';

import { isObject } from '../../contact/object';
import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';
import { NO_ACCOUNT } from '../whatsAppAdvice';

const messageSchema = z.object({
	message: z.object({
		id: z.object({
			_serialized: z.string().check(z.minLength(1)),
			remote: z.catch(z.optional(z.string()), undefined),
		}),
		type: z.catch(z.optional(z.string()), undefined),
	}),
});
const refusalSchema = z.object({ error: z.catch(z.optional(z.string()), undefined) });

const START = 'Start the session in WWebJS API and link it to WhatsApp, or choose another.';
const TRY_AGAIN = 'Restart the session in WWebJS API.';
/** What to do if a session cannot send, by the words of a 404. A browser that closes during the send is a 500. */
const NO_SESSION: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/^session_not_(found|connected)$/, START],
	[/browser tab closed|session closed/i, TRY_AGAIN],
];
/** What to do, by the library's words; each of them means that nothing was sent. */
const NOTHING_SENT: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/No LID for user/i, NO_ACCOUNT],
	[/invalid wid/i, 'Check the recipient: WhatsApp has no such chat.'],
	[
		/could not get the quoted message/i,
		'Check Reply To Message ID: it is the whole ID, such as false_447700900123@c.us_3EB0…, of a message in this chat.',
	],
];
const STATUS_ADVICE: Record<number, string> = {
	401: 'Check the API key in the credential.',
	403: 'Check the API key in the credential: it is API_KEY of the server.',
	404: 'Check the Base URL in the credential, with BASE_PATH of the server if it has one.',
};

/** The receipt of a message that went out as a card; one of another type went out as plain text. */
export function cardReceipt(response: ProviderResponse): Receipt | undefined {
	return isPlainText(response.json) ? undefined : textReceipt(response);
}

export function textReceipt({ json }: ProviderResponse): Receipt | undefined {
	const result = messageSchema.safeParse(json);
	if (!result.success) return undefined;
	const { id } = result.data.message;
	return { messageIds: [id._serialized], chatId: id.remote ?? null };
}

function isPlainText(json: unknown): boolean {
	const type = messageSchema.safeParse(json).data?.message.type;
	return type !== undefined && !type.endsWith('vcard');
}

export function refusal({ status, json, text }: ProviderResponse): Refusal {
	if (status < 300 && isObject(json) && json['success'] === true) {
		return isPlainText(json)
			? {
					message: 'WhatsApp treated the card as plain text',
					outcome: 'unknown',
					advice: 'The vCard was sent as text.',
				}
			: {
					message: 'The server returned no message',
					advice: 'This usually means that nothing was sent: check that the account has this chat.',
				};
	}
	const message = z.catch(refusalSchema, {}).parse(json).error ?? text;
	const list = status === 404 ? NO_SESSION : NOTHING_SENT;
	const known = list.find(([words]) => words.test(message));
	if (known !== undefined) return { message, outcome: 'notSent', retry: false, advice: known[1] };
	const advice = STATUS_ADVICE[status];
	return advice === undefined ? { message } : { message, advice };
}

/** `GET /session/getSessions` needs the key if the server has one; a session's state is 200 even without it. */
export const sessionsTest: CredentialTest = {
	request: { method: 'GET', path: '/session/getSessions' },
	refusals: {
		401: 'WWebJS API rejected this API key. Copy API_KEY of the server.',
		403: 'WWebJS API rejected this API key. Copy API_KEY of the server.',
		404: 'WWebJS API was not found at this Base URL. Add BASE_PATH of the server if it has one, and check the port.',
	},
	problem({ json }) {
		if (isObject(json) && Array.isArray(json['result'])) return undefined;
		return 'This server answers, but not like WWebJS API. Check the Base URL.';
	},
};
