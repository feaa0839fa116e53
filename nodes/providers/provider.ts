import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import type * as z from 'zod/mini';

import type { Carries } from '../carried/carries';
import type { Loss } from '../carried/losses';
import type { Contact, FieldWarning } from '../contact/contact';
import { type Dialect } from '../contact/read/dialect';
import type { Problem } from '../failures/failure';
import type { CredentialTest } from './credentialTest';
import type {
	AnswerReader,
	LookUpRequest,
	ProviderRequest,
	ProviderResponse,
	Receipt,
	Refusal,
} from './exchange';
import type { ListSearch } from './listSearch';

export type { AnswerReader, LookUpRequest, ProviderRequest, ProviderResponse, Receipt, Refusal };

/** One message: at most `limits.contactsPerCard` contacts, with nothing in them that the provider does not carry. */
export interface Message extends MessageId {
	readonly contacts: readonly [Contact, ...Contact[]];
}

/** A text message before or after the card. */
export interface TextMessage extends MessageId {
	/** At most `text.maxLength` characters. */
	readonly text: string;
}

export interface MessageId {
	/**
	 * 32 hexadecimal digits in upper case, for services that accept an id or an idempotency key from their client: different
	 * for each message, and the same whenever the message is repeated within an execution.
	 */
	readonly id: string;
}

/** `unknown`: the request may have been carried out. */
export type Outcome = 'sent' | 'notSent' | 'unknown';

/**
 * Where a card goes, with the provider's own options. `recipient` appears in outputs, and cards to the same one keep their
 * order.
 */
export interface Target {
	recipient: string;
	/** The message that the card replies to; only the first message of a card is a reply. */
	replyTo?: string | number | undefined;
}

export interface Provider<T extends Target = Target> {
	/** The value of the node's Provider parameter. */
	readonly id: string;
	readonly displayName: string;
	/** What is delivered, for the list of providers: `WhatsApp`, `iMessage`. */
	readonly network: string;
	/** Who runs it, for the list of providers: `Meta's official API`, `your own server`, `hosted service`. */
	readonly hosting: string;
	/** Its credential type: the fields, which of them are secret, and how they go into a request. */
	readonly credential: ICredentialType;
	/** How n8n tests it from its window, since the credential's class has no test of its own. */
	readonly credentialTest?: CredentialTest;
	readonly documentationUrl: string;
	readonly limits: {
		/** Maximum contacts in one card; undefined if no limit is known. */
		contactsPerCard: number | undefined;
		/** Maximum contacts in one card that the provider recommends. */
		contactsAdvised?: number;
		/** Maximum requests in any 60 seconds, if the provider documents a limit. */
		requestsPerMinute?: number;
		/** Maximum characters of a name that the provider recommends. */
		nameLength?: number;
		/** Maximum bytes of a photo in a card, if a documented limit implies one. */
		photoBytes?: number;
	};
	readonly carries: Carries;
	/** What a card to this target carries, if that depends on the target. */
	carriedTo?(target: T): Carries;
	/**
	 * What reaches the recipient if the target, when a person chose it, carried less than the provider. The whole card is
	 * sent anyway, since that may have changed; a warning names what may be lost.
	 */
	mayCarry?(target: T): { by: string; carries: Carries } | undefined;
	readonly target: {
		/** Node parameters that say where to send. */
		readonly properties: readonly INodeProperties[];
		/** Entries of the node's Options that this provider understands. */
		readonly options: readonly INodeProperties[];
		/** Reads both as one flat object, with `defaultCountry` added; may throw an InputError. */
		readonly schema: z.ZodMiniType<T>;
	};
	/** How a text message is sent to the same recipient, if the service can: *Text Before* and *Text After*. */
	readonly text?: TextSending<T>;
	/** How the service says which numbers are on WhatsApp, if it can: *WhatsApp ID: Look Up*. */
	readonly lookUp?: NumberLookUp<T>;
	/** The provider's own spelling of a contact, if no other provider has it. */
	readonly dialect?: Dialect;
	/**
	 * Searches behind the *From list* of its resource locators, by method name. The list of recipients has one name for
	 * all providers, {@link SEARCH_RECIPIENTS}.
	 */
	readonly lists?: Readonly<Record<string, ListSearch>>;

	/** The contact as the provider can carry it, with warnings about changes, or why it cannot be carried at all. */
	fit?(contact: Contact): Fit;
	/** Whether only `receipt` makes an answer a receipt, see {@link AnswerReader}. */
	readonly isExact?: true;
	/** The request for one card. Pure. */
	request(card: Message, target: T): ProviderRequest;
	/** The receipt in an answer with a 2xx status, or undefined if it is not one. Pure. */
	receipt(response: ProviderResponse): Receipt | undefined;
	/** What an answer that is not a receipt says. Pure. */
	refusal(response: ProviderResponse): Refusal;
}

/** How a service sends text. Receipts and refusals are read like those of its cards by default. All of it is pure. */
export interface TextSending<T extends Target = Target> {
	/** Maximum characters that the service accepts; undefined if no limit is known. */
	readonly maxLength: number | undefined;
	request(message: TextMessage, target: T): ProviderRequest;
	receipt?(response: ProviderResponse): Receipt | undefined;
	refusal?(response: ProviderResponse): Refusal;
}

/** How to ask a service which numbers are on WhatsApp. All of it is pure. */
export interface NumberLookUp<T extends Target = Target> {
	/** Maximum numbers in one request. */
	readonly numbersPerRequest: number;
	/** Maximum requests in any 60 seconds, if look-ups have a limit of their own; they are spread evenly. */
	readonly requestsPerMinute?: number;
	/** Minimum digits of a number, with country code, if the service refuses shorter ones. */
	readonly digitsAtLeast?: number;
	/** Whether a "no" may also mean that the look-up failed. */
	readonly noIsUnsure?: true;
	/**
	 * Whether only the exact digits are looked up, so that a number's other spelling on WhatsApp needs a request of its own.
	 */
	readonly onlyAsSpelled?: true;
	/** @param numbers digits with country code, at most `numbersPerRequest` */
	request(numbers: readonly string[], target: T): LookUpRequest;
	/**
	 * What a 2xx answer says about the requested numbers, by number; a number that it says nothing about is absent. Undefined
	 * if it is not such an answer. Whether an id can belong to its number is checked for all services alike.
	 */
	found(
		response: ProviderResponse,
		numbers: readonly string[],
	): ReadonlyMap<string, NumberStatus> | undefined;
}

/** `waId`: the digits of the account's own ID; absent if the service says only that the account exists. */
export type NumberStatus = { onWhatsApp: true; waId?: string } | { onWhatsApp: false };

/** `lost` is what did not fit, although the provider carries it; its warnings are among the others. */
export type Fit = { contact: Contact; warnings: FieldWarning[]; lost?: readonly Loss[] } | Problem;
