/** What Evolution API's answers mean. */

import * as z from 'zod/mini';

import { isObject } from '../../contact/object';
import { withDetails } from '../../failures/providerWords';
import { redactDeep } from '../../failures/redaction';
import { wordsIn } from '../../failures/wordsInJson';
import { numberStatuses } from '../numberStatuses';
import type { NumberStatus, ProviderResponse, Receipt, Refusal } from '../provider';
import { NO_ACCOUNT } from '../whatsAppAdvice';

/** How many entries of a refusal are read. */
const MAX_ENTRIES = 20;
const receiptSchema = z.object({
	key: z.object({
		id: z.string().check(z.minLength(1)),
		remoteJid: z.nullish(z.string().check(z.minLength(1))),
	}),
});
const notOnWhatsApp = z.object({
	exists: z.literal(false),
	number: z.catch(z.optional(z.string()), undefined),
	jid: z.catch(z.optional(z.string()), undefined),
});
const foundSchema = z.array(
	z.object({
		number: z.string(),
		exists: z.boolean(),
		jid: z.catch(z.optional(z.string()), undefined),
	}),
);
/** Version 1 and servers built on it leave out `response`. */
const refusalSchema = z.union([
	z.object({ response: z.object({ message: z.optional(z.unknown()) }) }),
	z.pipe(
		z.object({ message: z.array(z.unknown()) }),
		z.transform((response) => ({ response })),
	),
]);
const codeSchema = z.object({
	code: z.string().check(z.minLength(1)),
	message: z.optional(z.string()),
});
/**
 * By Evolution API's own code; each of them means that nothing was sent. Version 2.4 answers like this until it is
 * licensed.
 */
const CODE_ADVICE: Record<string, string> = {
	LICENSE_REQUIRED:
		'Activate the license of this server in the Evolution API manager, then send again.',
};
const metaErrorSchema = z.object({
	message: z.string(),
	code: z.number(),
	error_data: z.catch(z.optional(z.object({ details: z.string() })), undefined),
});

/** The text of an error during a send. */
const WHILE_SENDING = /^\w*(Error|Exception)\b/;
/** Bare texts of a 500 before the send: no connection, an instance that is not loaded, an unknown group. */
const BEFORE_SENDING =
	/^(Connection Closed|Cannot read properties of undefined \(reading '(contactMessage|textMessage|id)'\))$/;

/** What to do, by the server's words; the first match wins. */
const ADVICE: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/is not on WhatsApp$/, NO_ACCOUNT],
	[/instance does not exist/, 'Check the instance: this server has none with that name.'],
	[/^Cannot (GET|POST) /, 'Check the Base URL in the credential: this server has no such address.'],
	[
		/^Unauthorized$/,
		'Check the API key in the credential: the global key, or the token of this instance.',
	],
	[
		/Connection Closed|reading '(contact|text)Message'/,
		'Connect the instance to WhatsApp in Evolution API.',
	],
	// Evolution API throws an object there, whose text this is.
	[/^\[object Object\]$|reading 'id'/, 'Check the group: the instance is not a member of it.'],
];
export function receipt({ json }: ProviderResponse): Receipt | undefined {
	const result = receiptSchema.safeParse(json);
	if (!result.success) return undefined;
	const { id, remoteJid } = result.data.key;
	return { messageIds: [id], chatId: remoteJid ?? null };
}

/** The numbers that were looked up; undefined if the answer is not a list of them. */
export function found(
	{ json }: ProviderResponse,
	numbers: readonly string[],
): Map<string, NumberStatus> | undefined {
	const result = foundSchema.safeParse(json);
	if (!result.success) return undefined;
	return numberStatuses(
		numbers,
		result.data.map(({ number, exists, jid }) => ({ asked: number, onWhatsApp: exists, jid })),
	);
}

export function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	if (status < 300) return metaRefusal(json, body);
	const result = refusalSchema.safeParse(json);
	if (!result.success) return ownRefusal(json, body);
	const { message } = result.data.response;
	const words = wordsOf(message);
	const refused: Refusal = { message: words };
	if (status === 400 && listOf(message).some(isWhileSending)) refused.outcome = 'unknown';
	if (status === 500 && typeof message === 'string' && BEFORE_SENDING.test(message)) {
		refused.outcome = 'notSent';
	}
	const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1];
	if (advice !== undefined) refused.advice = advice;
	return refused;
}

/** A refusal that comes before the server looks at the request: `{ error, code: "LICENSE_REQUIRED", message }`. */
function ownRefusal(json: unknown, body: string): Refusal {
	const read = codeSchema.safeParse(json);
	if (!read.success) return { message: body };
	const { code, message = body } = read.data;
	const advice = CODE_ADVICE[code];
	return { message, code, ...(advice === undefined ? {} : { outcome: 'notSent', advice }) };
}

/** A success that contains Meta's error instead of a message. */
function metaRefusal(json: unknown, body: string): Refusal {
	const error = metaErrorSchema.safeParse(json);
	if (!error.success) return { message: body };
	const { message, code, error_data: data } = error.data;
	return {
		message: withDetails(message, data?.details),
		code: String(code),
	};
}

/** The entries of a list and of the lists inside it. */
function listOf(message: unknown): unknown[] {
	const entries: unknown[] = [];
	const waiting: unknown[] = [message];
	while (waiting.length > 0 && entries.length < MAX_ENTRIES) {
		const next = waiting.pop();
		if (!Array.isArray(next)) entries.push(next);
		else for (const entry of next.slice(0, MAX_ENTRIES).reverse()) waiting.push(entry);
	}
	return entries;
}

function isWhileSending(entry: unknown): boolean {
	return typeof entry === 'string' && WHILE_SENDING.test(entry);
}

/** The server's message as one text; our words for a number without a WhatsApp account. */
function wordsOf(message: unknown): string {
	return listOf(message)
		.map((entry) => {
			if (typeof entry === 'string') return entry;
			const absent = notOnWhatsApp.safeParse(entry);
			if (absent.success) {
				return `${absent.data.number ?? absent.data.jid ?? 'The number'} is not on WhatsApp`;
			}
			if (!isObject(entry)) return '';
			return wordsIn(entry) ?? JSON.stringify(redactDeep(entry, (words) => words));
		})
		.filter((words) => words !== '')
		.join('; ');
}
