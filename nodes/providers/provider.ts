import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { Carries } from '../carried/carries';
import type { Loss } from '../carried/losses';
import type { ContactProblem } from '../contact/complete';
import type { Contact, FieldWarning } from '../contact/contact';
import type { JsonObject } from '../contact/object';
import { ifGiven, oneStep } from '../contact/oneStep';
import { isText, textOf, type Dialect } from '../contact/read/dialect';
import { InputError } from '../failures/inputError';
import type { ListSearch } from './listSearch';

/** One message: at most `limits.contactsPerCard` contacts, with nothing in them that the provider does not carry. */
export interface Message {
	readonly contacts: readonly [Contact, ...Contact[]];
}

/** An HTTP request before authentication, relative to the credential's base URL. */
export interface ProviderRequest {
	method: 'GET' | 'POST';
	/** Begins with `/`; whatever a person gave is encoded in it, see {@link path}. */
	path: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	body?: JsonObject;
}

export interface ProviderResponse {
	status: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** The parsed JSON, or undefined where the body is none. */
	json: unknown;
	/** The body as text. */
	text: string;
}

/** What a provider answers when it accepted a card. */
export interface Receipt {
	messageIds: string[];
	chatId: string | null;
}

/** `unknown`: the request may have been carried out. */
export type Outcome = 'sent' | 'notSent' | 'unknown';

/** What a provider's answer says beyond its HTTP status. */
export interface Refusal {
	/** The provider's own words. */
	message?: string;
	/** The provider's own code. */
	code?: string;
	/** Where the provider's documents tell whether the card went out; else the status decides. */
	outcome?: Exclude<Outcome, 'sent'>;
	/** True: surely nothing was done, try again. False: never try again by yourself. */
	retry?: boolean;
	/** Whether it came of too many requests, where the status is not 429: then all cards wait. */
	tooMany?: boolean;
	/** Seconds to wait, where the body says so. */
	retryAfter?: number;
	/** What the person can do about it, as one sentence. */
	advice?: string;
}

/** Where a card goes, with the provider's own options; `recipient` names it in outputs and keeps the order. */
export interface Target {
	recipient: string;
}

export interface Provider<T extends Target = Target> {
	/** The value of the node's Provider parameter. */
	readonly id: string;
	readonly displayName: string;
	/** What is delivered, for the list of providers: `WhatsApp`, `iMessage`. */
	readonly network: string;
	/** Its credential type: the fields, which of them are secret, and how they go into a request. */
	readonly credential: ICredentialType;
	readonly documentationUrl: string;
	readonly limits: {
		/** Contacts in one card; undefined where no limit is known. */
		contactsPerCard: number | undefined;
		/** Contacts in one card that the provider advises not to exceed. */
		contactsAdvised?: number;
		/** Requests in any 60 seconds, where the provider documents a limit. */
		requestsPerMinute?: number;
		/** Characters of a name that the provider advises not to exceed. */
		nameLength?: number;
	};
	readonly carries: Carries;
	readonly target: {
		/** Node parameters that say where to send. */
		readonly properties: readonly INodeProperties[];
		/** Entries of the node's Options that this provider understands. */
		readonly options: readonly INodeProperties[];
		/** Reads both, as one flat object with `defaultCountry` beside them; may throw InputError itself. */
		readonly schema: z.ZodType<T, z.ZodTypeDef, unknown>;
	};
	/** The provider's own spelling of a contact, where no other has it. */
	readonly dialect?: Dialect;
	/** Searches behind the *From list* of its resource locators, by method name. */
	readonly lists?: Readonly<Record<string, ListSearch>>;

	/** The contact as the provider can carry it, with what had to change, or why it cannot be carried at all. */
	fit?(contact: Contact): Fit;
	/** The request for one card. Pure. */
	request(card: Message, target: T): ProviderRequest;
	/** The receipt in an answer with a 2xx status, or undefined where it is none. Pure. */
	receipt(response: ProviderResponse): Receipt | undefined;
	/** What an answer that is no receipt says. Pure. */
	refusal(response: ProviderResponse): Refusal;
}

/** `lost` is what a contact has no room for, though the provider carries it; its warnings are among the others. */
export type Fit =
	{ contact: Contact; warnings: FieldWarning[]; lost?: readonly Loss[] } | ContactProblem;

/**
 * Encodes what a person gave into a path, so that no `/`, `?`, `#` or `..` in it can change the request:
 * path`/api/message/contact/${instance}`.
 *
 * @throws InputError for a part that is empty or only dots, which no encoding keeps in its place
 */
export function path(strings: TemplateStringsArray, ...parts: readonly string[]): string {
	return strings
		.map((fixed, index) => {
			const part = parts[index];
			return part === undefined ? fixed : fixed + pathPart(part);
		})
		.join('');
}

function pathPart(part: string): string {
	if (/^\.*$/.test(part)) {
		throw new InputError(`"${part}" is not an ID`, {
			field: 'recipient',
			fix: 'Choose it from the list, or copy the ID from the provider.',
		});
	}
	return encodeURIComponent(part);
}

/**
 * An id that a person chose from a list or typed, under the parameter `field`: text without control characters,
 * trimmed. Throws InputError itself for anything else.
 */
export function identifier(field: string, label: string, fix: string) {
	return z.unknown().transform((value): string => {
		const text = optionalText.safeParse(value);
		if (!text.success) throw new InputError(`${label} must be text`, { field, fix });
		const id = text.data;
		if (id === undefined) throw new InputError(`${label} is missing`, { field, fix });
		if (/\p{Cc}/u.test(id) || /^\.+$/.test(id)) {
			throw new InputError(`${label} is not an ID`, { field, fix });
		}
		return id;
	});
}

/** An option that is left empty as often as not; a whole number from a table is read as its digits. */
export const optionalText = oneStep((value) => {
	if (!isText(value)) return { problem: 'must be text' };
	const text = (textOf(value) ?? '').toWellFormed().trim();
	return { value: text === '' ? undefined : text };
});

/** An option that is a number; the text of one, as tables have it, is read as well, and empty text as none. */
export const optionalNumber = ifGiven<number | undefined>(
	z.number().optional(),
	(value) => {
		if (typeof value !== 'string') return value;
		return value.trim() === '' ? undefined : Number(value);
	},
	() => undefined,
);

/** The object without the entries whose value is undefined. */
export function defined(fields: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
