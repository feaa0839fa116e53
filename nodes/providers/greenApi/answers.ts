/** What GREEN-API's answers and an instance's state mean. */

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

/** A quota that is used up; the documentation has both spellings. */
const EXCEEDED = /QUOT[AE]_EXCEEDED/;

const LINK = 'Link the instance to WhatsApp in the GREEN-API console: scan its QR code.';
const ADVICE: Readonly<Record<number, string>> = {
	401: 'Check the API token in the credential.',
	403: 'Check the instance ID and the Base URL in the credential: they belong together.',
	404: 'Check the Base URL in the credential: it is the apiUrl of the instance.',
	466: 'The quota of this plan is used up: the developer plan allows three chats a month. Change the plan, or send to chats that you have already written to.',
};
/** By the text of a 400; all of these come before anything is queued. */
const WORDS: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/not authorized/i, LINK],
	[/starting process|is starting/i, 'The instance is starting: send again in a minute.'],
	[/expired/i, 'Renew the instance in the GREEN-API console.'],
	[/deleted/i, 'The instance no longer exists: use another one in the credential.'],
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
	// The connection was closed while the service was still working
	if (status === 499) refused.outcome = 'unknown';
	const words =
		status === 400 ? WORDS.find(([pattern]) => pattern.test(message ?? body)) : undefined;
	const advice = words?.[1] ?? ADVICE[status < 300 ? Number(code) : status];
	return advice === undefined ? refused : { ...refused, advice };
}

const stateSchema = z.object({ stateInstance: z.string() });
const REJECTED =
	'GREEN-API rejected this API token. Copy apiTokenInstance again from the GREEN-API console.';

/** By the instance's state; only `authorized` can send. */
const STATES: Readonly<Record<string, string>> = {
	notAuthorized: LINK,
	starting: 'Test again in a minute.',
	sleepMode: 'Switch the phone on and connect it to the internet.',
	blocked: 'WhatsApp has banned this account.',
	yellowCard: 'WhatsApp has restricted this account for now: wait, and send less.',
};

/** `GET /getStateInstance` says whether the instance is linked to WhatsApp. */
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
			return 'This server answers, but not like GREEN-API. Check the Base URL.';
		}
		const { stateInstance: state } = result.data;
		if (state === 'authorized') return undefined;
		return `The API token is correct, but the instance cannot send (${state}). ${STATES[state] ?? 'Check it in the GREEN-API console.'}`;
	},
};
