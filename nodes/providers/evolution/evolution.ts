import * as z from 'zod/mini';

import { ContactCardEvolutionApi } from '../../../credentials/ContactCardEvolutionApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact, FieldWarning } from '../../contact/contact';
import { isObject } from '../../contact/object';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { withoutExtension } from '../../contact/phone/typed';
import { quote } from '../../contact/text';
import { accountNumber } from '../../contact/whatsappAccount';
import { withDetails } from '../../failures/providerWords';
import { redactDeep } from '../../failures/redaction';
import { wordsIn } from '../../failures/wordsInJson';
import { identifier, optionalText } from '../parameterSchemas';
import type { NumberStatus, Provider, ProviderResponse, Refusal, Target } from '../provider';
import { defined, path } from '../requestParts';
import {
	chosenFromList,
	delayOption,
	delaySeconds,
	recipientProperty,
	recipientText,
	replyToOption,
} from '../targetParameters';
import { evolutionDialect } from './dialect';
import { instances } from './lists';

/*
 * Evolution API v2, self-hosted: POST {base}/message/sendContact/{instance}
 * Contract: its source, github.com/EvolutionAPI/evolution-api, v2.3 (src/validate/message.schema.ts,
 * src/api/integrations/channel, src/main.ts), and https://doc.evolution-api.com/v2.
 *
 *   { number, contact: [{ fullName, wuid, phoneNumber, organization?, email?, url? }], delay?, quoted?: { key: { id } } }
 *   201 { key: { remoteJid, fromMe, id }, message, messageTimestamp, status: "PENDING" }
 *   4xx and 5xx { status, error, response: { message } }, `message` a text or a list of texts or objects
 *
 * Text: POST {base}/message/sendText/{instance} { number, text, delay?, quoted? }, answers as above; here `delay` and
 * `quoted` count in the Baileys channel as well.
 * Numbers: POST {base}/chat/whatsappNumbers/{instance} { numbers }, 200 [{ number, exists, jid, lid? }] in any order. `jid` is
 * the account's own, and there also where `exists` is false; Evolution API keeps positive answers. Any failure is a 400.
 *
 * Oddities, and what follows from them:
 * - Name, company, e-mail, URL and number go unescaped into a vCard: what would leave its field is changed.
 * - Without `wuid`, the server makes one of the digits in `phoneNumber`, also of those of no number at all, and puts
 *   a whole JID into `waid`: there is always one here.
 * - `phoneNumber` and `wuid` have at least 10 characters.
 * - Whatever fails while a message is sent or after it, such as saving it, is a 400 with the text of a JavaScript error
 *   (`Error: Timed Out`): such a 400 does not say that nothing was sent. What fails before is a 500 with a bare text.
 * - A number that is not on WhatsApp comes as an object, { exists: false, number, jid }.
 * - The Meta channel hands Meta's error on with status 201.
 * - Version 2.4 answers 503 { error, code: "LICENSE_REQUIRED", message } to everything until it is licensed: nothing is sent.
 * - `delay` is in milliseconds. The Baileys channel ignores `delay` and `quoted` for contacts.
 * - A newsletter's JID would become that of a group.
 */

const CARRIES: Carries = {
	...CARRIES_NAME,
	phones: 1,
	emails: 1,
	org: ['company'],
	urls: 1,
	whatsappIds: true,
};

/** Characters that a number and a WhatsApp id have at least, by the server's schema. */
const MIN_LENGTH = 10;
const E164 = /^\+[1-9]\d{6,14}$/;
/** The server has no limit of its own, and asks WhatsApp about all of them at once. */
const NUMBERS_PER_LOOK_UP = 50;
/** Entries of a refusal that are read. */
const MOST_ENTRIES = 20;
/** Nobody's WhatsApp id, in the place of one that the server would make up. */
const NO_WHATSAPP_ID = '0'.repeat(MIN_LENGTH);

interface EvolutionTarget extends Target {
	instanceName: string;
	delay: number | undefined;
	replyTo: string | undefined;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		instanceName: identifier(
			'instanceName',
			'Instance',
			'Choose it from the list, or type its name as Evolution API shows it.',
		),
		defaultCountry: defaultCountryCode,
		delay: delaySeconds,
		replyTo: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, ...others }): EvolutionTarget => {
		const to = readRecipient(recipient, {
			provider: 'Evolution API',
			jids: ['g.us', 'lid'],
			defaultCountry,
		});
		return {
			recipient: to.kind === 'phone' ? to.digits : to.jid,
			instanceName: others.instanceName,
			delay: others.delay,
			replyTo: others.replyTo,
		};
	}),
);

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
const refusalSchema = z.object({ response: z.object({ message: z.optional(z.unknown()) }) });
const codeSchema = z.object({
	code: z.string().check(z.minLength(1)),
	message: z.optional(z.string()),
});
/** By codes of its own, which all say that nothing was sent: version 2.4 answers so until it is licensed. */
const CODE_ADVICE: Record<string, string> = {
	LICENSE_REQUIRED:
		'Activate the license of this server in the Evolution API manager, then send again.',
};
const metaErrorSchema = z.object({
	message: z.string(),
	code: z.number(),
	error_data: z.catch(z.optional(z.object({ details: z.string() })), undefined),
});

/** The text of an error that a running send ended in. */
const WHILE_SENDING = /^\w*(Error|Exception)\b/;
/** Bare texts of a 500: no connection, an instance that is not loaded, a group that it does not know. */
const BEFORE_SENDING =
	/^(Connection Closed|Cannot read properties of undefined \(reading '(contactMessage|textMessage|id)'\))$/;

/** What to do, by the server's words; where several fit, the first holds. */
const ADVICE: ReadonlyArray<[words: RegExp, advice: string]> = [
	[/is not on WhatsApp$/, 'Check the number: it has no WhatsApp account.'],
	[/instance does not exist/, 'Check the instance: this server has none of that name.'],
	[/^Cannot (GET|POST) /, 'Check the Base URL in the credential: this server has no such address.'],
	[
		/^Unauthorized$/,
		'Check the API key in the credential: the global key, or the token of this very instance.',
	],
	[
		/Connection Closed|reading '(contact|text)Message'/,
		'Connect the instance to WhatsApp in Evolution API.',
	],
	// Evolution API throws an object there, whose text this is.
	[/^\[object Object\]$|reading 'id'/, 'Check the group: the instance is not a member of it.'],
];
export const evolution: Provider<EvolutionTarget> = {
	id: 'evolution',
	displayName: 'Evolution API',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardEvolutionApi(),
	credentialTest: {
		request: { method: 'GET', path: '/instance/fetchInstances' },
		refusals: {
			401: 'Evolution API rejected this API key. Use the global key of the server, or the token of the instance that sends.',
			404: 'Evolution API was not found at this Base URL. Add its base path if it has one, and check the port.',
		},
	},
	documentationUrl:
		'https://doc.evolution-api.com/v2/api-reference/message-controller/send-contact',
	limits: { contactsPerCard: undefined },
	carries: CARRIES,
	target: {
		properties: [
			chosenFromList('searchEvolutionInstances', 'my-instance', {
				displayName: 'Instance',
				name: 'instanceName',
				required: true,
				description: 'The WhatsApp connection that sends the card',
			}),
			recipientProperty,
		],
		options: [delayOption, replyToOption],
		schema,
	},
	dialect: evolutionDialect,
	lists: { searchEvolutionInstances: instances },
	text: {
		maxLength: undefined,
		request: ({ text }, { recipient, instanceName, delay, replyTo }) => ({
			method: 'POST',
			path: path`/message/sendText/${instanceName}`,
			body: defined({
				number: recipient,
				text,
				delay: delay === undefined ? undefined : delay * 1000,
				quoted: replyTo === undefined ? undefined : { key: { id: replyTo } },
			}),
		}),
	},
	lookUp: {
		numbersPerRequest: NUMBERS_PER_LOOK_UP,
		request: (numbers, { instanceName }) => ({
			method: 'POST',
			path: path`/chat/whatsappNumbers/${instanceName}`,
			body: { numbers: [...numbers] },
		}),
		found({ json }) {
			const result = foundSchema.safeParse(json);
			if (!result.success) return undefined;
			return new Map(
				result.data.map(({ number, exists, jid }): [string, NumberStatus] => [
					number.replace(/\D/g, ''),
					exists ? { onWhatsApp: true, ...accountNumber(jid) } : { onWhatsApp: false },
				]),
			);
		},
	},

	fit(contact) {
		const fitted = withoutDelimiters(contact, 'Evolution API', CARRIES);
		const [phone] = fitted.contact.phones;
		if (phone === undefined || phone.phone === '') {
			return {
				problem: 'has no phone number',
				field: 'phones',
				fix: 'Evolution API needs a name and a phone number for every contact: add one.',
			};
		}
		const number = withoutExtension(phone.phone);
		if (number.length < MIN_LENGTH) {
			return {
				problem: `has the phone number ${quote(number)}, which is too short for Evolution API`,
				field: 'phones',
				fix: `It takes numbers of at least ${MIN_LENGTH} characters: write it with + and country code, or set the option Default Country.`,
			};
		}
		return { ...fitted, warnings: [...fitted.warnings, ...withoutIdWarnings(phone)] };
	},

	request({ contacts }, { recipient, instanceName, delay, replyTo }) {
		return {
			method: 'POST',
			path: path`/message/sendContact/${instanceName}`,
			body: defined({
				number: recipient,
				contact: contacts.map(wireContact),
				delay: delay === undefined ? undefined : delay * 1000,
				quoted: replyTo === undefined ? undefined : { key: { id: replyTo } },
			}),
		};
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		const { id, remoteJid } = result.data.key;
		return { messageIds: [id], chatId: remoteJid ?? null };
	},

	refusal,
};

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
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

/** What the server refuses before it looks at the request: `{ error, code: "LICENSE_REQUIRED", message }`. */
function ownRefusal(json: unknown, body: string): Refusal {
	const read = codeSchema.safeParse(json);
	if (!read.success) return { message: body };
	const { code, message = body } = read.data;
	const advice = CODE_ADVICE[code];
	return { message, code, ...(advice === undefined ? {} : { outcome: 'notSent', advice }) };
}

/** A success that holds Meta's error instead of a message. */
function metaRefusal(json: unknown, body: string): Refusal {
	const error = metaErrorSchema.safeParse(json);
	if (!error.success) return { message: body };
	const { message, code, error_data: data } = error.data;
	return {
		message: withDetails(message, data?.details),
		code: String(code),
	};
}

/** Entries of a list, and of the lists in it. */
function listOf(message: unknown): unknown[] {
	const entries: unknown[] = [];
	const waiting: unknown[] = [message];
	while (waiting.length > 0 && entries.length < MOST_ENTRIES) {
		const next = waiting.pop();
		if (!Array.isArray(next)) entries.push(next);
		else for (const entry of next.slice(0, MOST_ENTRIES).reverse()) waiting.push(entry);
	}
	return entries;
}

function isWhileSending(entry: unknown): boolean {
	return typeof entry === 'string' && WHILE_SENDING.test(entry);
}

/** The server's message as one text; a number without WhatsApp account in words of ours. */
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

/** The WhatsApp id of a phone: the one given, else the digits of a number that could be read. */
function whatsappId({ phone, wa_id: id }: Contact['phones'][number]): string | undefined {
	const digits = id ?? /^\+(\d+)$/.exec(withoutExtension(phone))?.[1];
	return digits === undefined || digits.length < MIN_LENGTH ? undefined : digits;
}

function withoutIdWarnings(phone: Contact['phones'][number]): FieldWarning[] {
	if (whatsappId(phone) !== undefined) return [];
	const { phone: number, wa_id: id } = phone;
	const reason =
		id === undefined && !E164.test(withoutExtension(number))
			? `${quote(number)} is none`
			: `${id === undefined ? quote(number) : `the WhatsApp ID ${quote(id)}`} has fewer`;
	return [
		{
			field: 'phones',
			message: `Evolution API needs a WhatsApp ID of at least ${MIN_LENGTH} digits, and ${reason}; the card has no button to write to it`,
		},
	];
}

function wireContact({ name, phones: [phone], org, emails, urls }: Contact): object {
	return defined({
		fullName: name.formatted_name,
		wuid: (phone && whatsappId(phone)) ?? NO_WHATSAPP_ID,
		phoneNumber: withoutExtension(phone?.phone ?? ''),
		organization: org.company,
		email: emails[0]?.email,
		url: urls[0]?.url,
	});
}
