import * as z from 'zod/mini';

import { ContactCardWahaApi } from '../../../credentials/ContactCardWahaApi.credentials';
import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../carried/carries';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { accountNumber } from '../../contact/phone/whatsAppAccount';
import { writeVCard } from '../../contact/vcard/write';
import { identifier, optionalText } from '../parameterSchemas';
import type { Provider, ProviderResponse, Refusal, Target } from '../provider';
import { defined } from '../requestParts';
import {
	chosenFromList,
	recipientProperty,
	recipientText,
	replyToOption,
} from '../targetParameters';
import { NO_ACCOUNT } from '../whatsAppAdvice';
import { notSentRefusal, type NotSentWords } from '../whatsmeow';
import { sessions, wasWpp } from './lists';

/*
 * WAHA (WhatsApp HTTP API), self-hosted: POST {base}/api/sendContactVcard
 * Contract: its source, github.com/devlikeapro/waha, src/structures/chatting.dto.ts, src/core/exceptions.ts and the engines
 * in src/core/engines, and https://waha.devlike.pro/docs/how-to/send-messages/.
 *
 *   { session, chatId, contacts: [{ vcard, fullName? } | { fullName, phoneNumber, organization?, whatsappId? }], reply_to? }
 *   201 by engine: { id: "true_<chat>_<id>", _data } (GOWS), { key: { id, remoteJid }, message } (NOWEB), a message with
 *       `id._serialized` (WEBJS), or nothing at all (NOWEB of 2024)
 *   4xx { message, error, statusCode }, 422 { error, session, status, expected } of a session that is not working
 *   5xx { statusCode, timestamp, exception: { message } }
 *
 * Text: POST {base}/api/sendText { session, chatId, text, reply_to? }, in every engine, answers as above.
 * Numbers: GET {base}/api/contacts/check-exists?session=&phone=, 200 { numberExists, chatId? } with the account's own id.
 *
 * Oddities, and what follows from them:
 * - The server builds a vCard from the fields without `N` and without escaping: we always send our own vCard.
 * - `fullName` beside the vCard is what GOWS shows in the chat; without it, some versions show nothing.
 * - An engine that cannot send cards answers 422 in older versions and 501 in newer ones; nothing was sent in either case.
 */

/**
 * What the engine WPP keeps of any card: the name, and the first WhatsApp ID in it, otherwise the digits of the first
 * number.
 */
const WPP_CARRIES: Carries = { ...CARRIES_NAME, phones: 1, whatsAppIds: true };

interface WahaTarget extends Target {
	session: string;
	isWpp: boolean;
	replyTo: string | undefined;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		session: identifier(
			'session',
			'Session',
			'Choose it from the list, or type its name as WAHA shows it.',
		),
		defaultCountry: defaultCountryCode,
		replyTo: optionalText,
		chosenNames: z.optional(z.object({ session: z.optional(z.unknown()) })),
	}),
	z.transform(({ recipient, session, defaultCountry, replyTo, chosenNames }): WahaTarget => {
		const to = readRecipient(recipient, {
			provider: 'WAHA',
			jids: ['g.us', 'lid', 'newsletter'],
			defaultCountry,
		});
		const shown = chosenNames?.session;
		return {
			recipient: to.kind === 'phone' ? `${to.digits}@c.us` : to.jid,
			session,
			isWpp: typeof shown === 'string' && wasWpp(shown),
			replyTo,
		};
	}),
);

const receiptSchema = z.union([
	z.pipe(
		z.object({
			id: z.object({
				_serialized: z.string().check(z.minLength(1)),
				remote: z.catch(z.optional(z.string()), undefined),
			}),
		}),
		z.transform(({ id }) => ({ id: id._serialized, chatId: id.remote })),
	),
	z.pipe(
		z.object({ id: z.string().check(z.minLength(1)) }),
		z.transform(({ id }) => ({ id, chatId: /^(?:true|false)_([^_]+)_/.exec(id)?.[1] })),
	),
	z.pipe(
		z.object({
			key: z.object({ id: z.string().check(z.minLength(1)), remoteJid: z.optional(z.string()) }),
		}),
		z.transform(({ key }) => ({ id: key.id, chatId: key.remoteJid })),
	),
]);
const foundSchema = z.object({
	numberExists: z.boolean(),
	chatId: z.catch(z.optional(z.string()), undefined),
});
const text = z.catch(z.optional(z.string()), undefined);
const refusalSchema = z.object({
	message: z.optional(
		z.union([
			z.string(),
			z.pipe(
				z.array(z.string()),
				z.transform((all) => all.join('; ')),
			),
		]),
	),
	error: text,
	/** The session's status. */
	status: text,
	exception: z.catch(z.optional(z.object({ message: z.string() })), undefined),
});

const STATUS_ADVICE: Record<number, string> = {
	401: 'Check the API key in the credential.',
	403: 'The API key is for another session: choose that one, or use a key for all of them.',
	404: 'Check the Base URL in the credential: it is the address without /api.',
};
/** By the status of a session that isn't working. */
const SESSION_ADVICE: Record<string, string> = {
	SCAN_QR_CODE: 'Link the session to WhatsApp in WAHA: scan its QR code.',
	STARTING: 'The session is starting: send again in a minute.',
};
const RESTART = 'Restart the session in WAHA; if that does not help, log it out and link it again.';
/** By the words, since WAHA has no codes; each of them means that nothing was sent. */
const WORDS: readonly NotSentWords[] = [
	{
		words: /find a session with name/,
		advice: 'Start the session in WAHA, or choose another.',
	},
	{
		words: /not implemented by/,
		advice:
			'The engine of this session cannot send contact cards: choose a session with NOWEB or GOWS, or update WAHA.',
	},
	{
		words: /available only in Plus/,
		advice: 'This version of WAHA cannot send contact cards: use WAHA Plus, or a newer version.',
	},
	{
		words: /support only 'default' session/,
		advice: 'Choose the session "default": WAHA Core has no other.',
	},
	{ words: /^The session under \w+ status/, advice: RESTART },
	{ words: /No LID for user/, advice: NO_ACCOUNT },
	// The engine WPP takes the card apart before sending, and found no number.
	{
		words: /^Cannot read properties of undefined \(reading 'id'\)$/,
		advice: 'Add a phone number to the contact: the engine WPP sends no card without one.',
	},
];
export const waha: Provider<WahaTarget> = {
	id: 'waha',
	displayName: 'WAHA',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardWahaApi(),
	credentialTest: {
		request: { method: 'GET', path: '/api/sessions' },
		refusals: {
			401: 'WAHA rejected this API key. Copy WAHA_API_KEY of the server, or create a key in its dashboard.',
			404: 'WAHA was not found at this Base URL. Leave out /api, add its base path if it has one, and check the port.',
		},
	},
	documentationUrl: 'https://waha.devlike.pro/docs/how-to/send-messages/',
	limits: { contactsPerCard: undefined },
	carries: CARRIES_ALL,
	mayCarry: ({ isWpp }) =>
		isWpp ? { by: 'The engine WPP of this session', carries: WPP_CARRIES } : undefined,
	target: {
		properties: [
			{
				...chosenFromList('searchWahaSessions', 'default', {
					displayName: 'Session',
					name: 'session',
					required: true,
					description: 'The WhatsApp account that sends the card. WAHA Core has one, "default".',
				}),
				default: { mode: 'id', value: 'default' },
			},
			recipientProperty,
		],
		options: [replyToOption],
		schema,
	},
	lists: { searchWahaSessions: sessions },
	text: {
		maxLength: undefined,
		request: ({ text: message }, { session, recipient, replyTo }) => ({
			method: 'POST',
			path: '/api/sendText',
			body: defined({ session, chatId: recipient, text: message, reply_to: replyTo }),
		}),
	},
	lookUp: {
		numbersPerRequest: 1,
		request: ([number = ''], { session }) => ({
			method: 'GET',
			path: '/api/contacts/check-exists',
			query: { session, phone: number },
		}),
		found({ json }, [number = '']) {
			const result = foundSchema.safeParse(json);
			if (!result.success) return undefined;
			const { numberExists, chatId } = result.data;
			return new Map([
				[
					number,
					numberExists ? { onWhatsApp: true, ...accountNumber(chatId) } : { onWhatsApp: false },
				],
			]);
		},
	},

	request({ contacts }, { session, recipient, replyTo }) {
		return {
			method: 'POST',
			path: '/api/sendContactVcard',
			body: defined({
				session,
				chatId: recipient,
				contacts: contacts.map((contact) => ({
					fullName: contact.name.formatted_name,
					vcard: writeVCard(contact),
				})),
				reply_to: replyTo,
			}),
		};
	},

	receipt({ status, json, text: body }) {
		if (status === 201 && body.trim() === '') return { messageIds: [], chatId: null };
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		return { messageIds: [result.data.id], chatId: result.data.chatId ?? null };
	},

	refusal,
};

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	const { message, error, status: session, exception } = result.data ?? {};
	// The engine GOWS passes on the words of whatsmeow, behind a code of gRPC.
	const words = (exception?.message ?? message ?? error ?? body).replace(/^2 UNKNOWN: /, '');
	const known = notSentRefusal(words, WORDS);
	if (known !== undefined) return known;
	const refused: Refusal = { message: words };
	if (status === 422 && session !== undefined) {
		refused.code = session;
		refused.advice = SESSION_ADVICE[session] ?? RESTART;
		if (session === 'STARTING') refused.retry = true;
		return refused;
	}
	const advice = STATUS_ADVICE[status];
	return advice === undefined ? refused : { ...refused, advice };
}
