/** What Z-API's answers mean. */

import * as z from 'zod/mini';

import { isObject } from '../../contact/object';
import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Receipt, Refusal } from '../provider';
import { NO_ACCOUNT } from '../whatsAppAdvice';

const text = z.string().check(z.minLength(1));
/** `id` is the same; older versions have only one of them. */
const receiptSchema = z.union([
	z.object({ messageId: text }),
	z.pipe(
		z.object({ zaapId: text, id: text }),
		z.transform(({ id: messageId }) => ({ messageId })),
	),
]);
const refusalSchema = z.object({
	error: z.catch(z.optional(z.string()), undefined),
	message: z.catch(z.optional(z.string()), undefined),
});

const INSTANCE =
	'Check the instance ID and the token in the credential: they must belong to the same instance.';
/** What to do, by the service's words; the first match wins. */
const ADVICE: ReadonlyArray<[words: RegExp, advice: string]> = [
	[
		/client-token is not configured|null not allowed/i,
		'Set the Client Token in the credential: the account security token of Z-API.',
	],
	[
		/client-token .*not allowed/i,
		'Check the Client Token in the credential: the account security token of Z-API.',
	],
	[
		/(?<!method )not allowed/i,
		"Add the IP address of this n8n to the instance's list of allowed addresses.",
	],
	[/subscribe to this instance/i, 'Subscribe to the instance again in Z-API: it has expired.'],
	[/instance not found/i, INSTANCE],
	[
		/not connected|be connected|restore the session|disconnected/i,
		'Connect the instance to WhatsApp in Z-API: scan its QR code.',
	],
	[/invalid phone|phone .*not exist/i, NO_ACCOUNT],
];
const STATUS_ADVICE: Record<number, string> = {
	404: `Check the Base URL in the credential. ${INSTANCE}`,
	405: 'Check the Base URL in the credential.',
};

export function receipt({ json }: ProviderResponse): Receipt | undefined {
	if (isObject(json) && json['value'] === false) return undefined;
	const result = receiptSchema.safeParse(json);
	return result.success ? { messageIds: [result.data.messageId], chatId: null } : undefined;
}

export function refusal({ status, json, text }: ProviderResponse): Refusal {
	if (status < 300 && isObject(json) && json['value'] === false) {
		return {
			message: text,
			outcome: 'notSent',
			retry: false,
			advice: 'Connect the instance to WhatsApp in Z-API, then send again.',
		};
	}
	const { error, message } = z.catch(refusalSchema, {}).parse(json);
	const words = error ?? message ?? text;
	const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1] ?? STATUS_ADVICE[status];
	return advice === undefined ? { message: words } : { message: words, advice };
}

/** `GET …/status` needs both tokens. It has an `error` even if all is well: `You are already connected.` */
export const statusTest: CredentialTest = {
	request: { method: 'GET', path: '/status' },
	refusals: {
		401: 'Z-API rejected this token. Copy instance ID, token and Client Token again.',
		403: 'Z-API rejected this Client Token. Copy the account security token again; if the instance has a list of allowed IP addresses, add the one of this n8n.',
		404: 'Z-API rejected this instance ID or token, or the Base URL is not its address. Copy all three again.',
	},
	problem({ json }) {
		const connected = isObject(json) ? json['connected'] : undefined;
		if (connected === true) return undefined;
		const error = isObject(json) && typeof json['error'] === 'string' ? json['error'] : '';
		const said = error === '' ? '' : ` Z-API says: ${error}`;
		return connected === false
			? `The credential is correct, but its instance is not connected to WhatsApp. Scan its QR code in Z-API.${said}`
			: `This server answers, but not like Z-API. Check the Base URL and the instance.${said}`;
	},
};
