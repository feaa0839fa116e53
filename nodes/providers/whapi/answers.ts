/** What Whapi.Cloud's refusals and a channel's state mean. */

import * as z from 'zod/mini';

import { withDetails } from '../../failures/providerWords';
import type { CredentialTest } from '../credentialTest';
import type { ProviderResponse, Refusal } from '../provider';

const text = z.catch(z.optional(z.string()), undefined);
const refusalSchema = z.object({
	error: z.object({
		code: z.catch(z.optional(z.union([z.string(), z.number()])), undefined),
		message: text,
		details: text,
	}),
});

/** The words of a 401 with a correct token: no phone is linked to the channel. */
const NOT_LINKED = /channel authori[sz]ation/i;
const LINK = 'Link a phone to the channel in the Whapi.Cloud dashboard: scan its QR code.';

const ADVICE: Readonly<Record<number, string>> = {
	401: 'Check the token in the credential.',
	402: 'The limit of the trial has been reached: wait, or change the plan of the channel.',
	403: 'Check the recipient: the channel is not allowed to write there.',
	404: 'Check the Base URL in the credential, and the recipient.',
};

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const error = refusalSchema.safeParse(json).data?.error;
	const { code, message, details } = error ?? {};
	const words = withDetails(message ?? '', details);
	const refused: Refusal = { message: words === '' ? body : words };
	if (code !== undefined) refused.code = String(code);
	if (status < 300 && z.object({ sent: z.literal(false) }).safeParse(json).success) {
		return { ...refused, outcome: 'notSent' };
	}
	const advice = status === 401 && NOT_LINKED.test(words) ? LINK : ADVICE[status];
	return advice === undefined ? refused : { ...refused, advice };
}

const healthSchema = z.object({ status: z.object({ text: z.string() }) });

/** By the channel's state; only AUTH can send. */
const STATES: Readonly<Record<string, string>> = {
	QR: LINK,
	INIT: 'It is starting: test again in a minute.',
	LAUNCH: 'It is starting: test again in a minute.',
	NOT_INIT: 'Start the channel in the Whapi.Cloud dashboard.',
};

/** `GET /health` returns the channel's state; without `wakeup=false`, it would start a stopped channel. */
export const channelTest: CredentialTest = {
	request: { method: 'GET', path: '/health', query: { wakeup: 'false' } },
	refusals: {
		401: 'Whapi.Cloud rejected this token. Copy it again from the channel in the Whapi.Cloud dashboard.',
		404: 'Whapi.Cloud was not found at this Base URL. It is https://gate.whapi.cloud.',
	},
	problem({ json }) {
		const result = healthSchema.safeParse(json);
		if (!result.success) {
			return 'This server answers, but not like Whapi.Cloud. Check the Base URL.';
		}
		const state = result.data.status.text.toUpperCase();
		if (state === 'AUTH') return undefined;
		const fix = STATES[state] ?? 'Restart the channel in the Whapi.Cloud dashboard.';
		return `The token is correct, but its channel is not connected (${state}). ${fix}`;
	},
};
