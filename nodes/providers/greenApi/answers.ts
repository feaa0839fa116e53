/** What GREEN-API's answers mean, and the state of an instance. */

import * as z from 'zod/mini';

import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';

const receiptSchema = z.object({ idMessage: z.string().check(z.minLength(1)) });

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	return result.success ? { messageIds: [result.data.idMessage], chatId: null } : undefined;
}

const text = z.catch(z.optional(z.string()), undefined);
const quota = z.catch(z.optional(z.object({ status: text, description: text })), undefined);
const refusalSchema = z.object({
	code: z.catch(z.optional(z.union([z.string(), z.number()])), undefined),
	message: text,
	description: text,
	invokeStatus: quota,
	correspondentsStatus: quota,
});

/** A quota that is used up; the documents have both spellings. */
const EXCEEDED = /QUOT[AE]_EXCEEDED/;

const LINK = 'Link the instance to WhatsApp in the GREEN-API console: scan its QR code.';
const ADVICE: Readonly<Record<number, string>> = {
	401: 'Check the API token in the credential.',
	403: 'Check the instance ID and the Base URL in the credential: they belong together.',
	404: 'Check the Base URL in the credential: it is the apiUrl of the instance.',
	429: 'Wait, or lower Messages per Minute.',
	466: 'The quota of this tariff is used up: the developer tariff has three chats a month. Change the tariff, or send to chats that you have written to already.',
};
/** By the words of a 400, all of which come before anything is queued. */
const WORDS: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/not authorized/i, LINK],
	[/starting process|is starting/i, 'The instance is starting: send again in a minute.'],
	[/expired/i, 'Renew the instance in the GREEN-API console.'],
	[/deleted/i, 'The instance is gone: use another one in the credential.'],
];

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const answer = z.catch(refusalSchema, {}).parse(json);
	const { code, message, description } = answer;
	const used = [answer.correspondentsStatus, answer.invokeStatus].find(
		(each) => each?.status !== undefined && EXCEEDED.test(each.status),
	);
	const refused: Refusal = { message: used?.description ?? message ?? description ?? body };
	const name = used?.status ?? code;
	if (name !== undefined) refused.code = String(name);
	// The service had not ended when somebody on the way closed the connection.
	if (status === 499) refused.outcome = 'unknown';
	const words =
		status === 400 ? WORDS.find(([pattern]) => pattern.test(message ?? body)) : undefined;
	const advice = words?.[1] ?? ADVICE[status < 300 ? Number(code) : status];
	return advice === undefined ? refused : { ...refused, advice };
}

const stateSchema = z.object({ stateInstance: z.string() });
const REJECTED =
	'GREEN-API rejected this API token. Copy apiTokenInstance again from the GREEN-API console.';

/** By the state of an instance; `authorized` is the one that sends. */
const STATES: Readonly<Record<string, string>> = {
	notAuthorized: LINK,
	starting: 'Test again in a minute.',
	sleepMode: 'Switch the phone on and connect it to the internet.',
	blocked: 'WhatsApp has banned this account.',
	yellowCard: 'WhatsApp has restricted this account for now: wait, and send less.',
};

/** `GET /getStateInstance` tells whether the instance is linked to WhatsApp. */
export const instanceTest: CredentialTest = {
	request: { method: 'GET', path: '/getStateInstance' },
	refusals: {
		401: REJECTED,
		403: 'GREEN-API has no such instance at this Base URL. Check the instance ID, and use the apiUrl that the GREEN-API console shows for it.',
		404: 'GREEN-API was not found at this Base URL. Use the apiUrl that the GREEN-API console shows for the instance.',
	},
	problem({ json }) {
		const { code } = z.catch(refusalSchema, {}).parse(json);
		if (String(code) === '401') return REJECTED;
		const result = stateSchema.safeParse(json);
		if (!result.success) {
			return 'This server answers, but not as GREEN-API does. Check the Base URL.';
		}
		const { stateInstance: state } = result.data;
		if (state === 'authorized') return undefined;
		return `The API token is right, but the instance cannot send (${state}). ${STATES[state] ?? 'Look at it in the GREEN-API console.'}`;
	},
};
