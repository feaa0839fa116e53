import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import type * as z from 'zod/mini';

import type { Carries } from '../carried/carries';
import type { Loss } from '../carried/losses';
import type { Contact, FieldWarning } from '../contact/contact';
import { type Dialect } from '../contact/read/dialect';
import type { Problem } from '../failures/failure';
import type { CredentialTest } from './credentialTest';
import type {
	LookUpRequest,
	ProviderRequest,
	ProviderResponse,
	Receipt,
	Refusal,
} from './exchange';
import type { ListSearch } from './listSearch';

export type { LookUpRequest, ProviderRequest, ProviderResponse, Receipt, Refusal };

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
	 * 32 hexadecimal digits in upper case, for services that take an id or an idempotency key from their client: its own
	 * for each message, and the same whenever the message is repeated within an execution.
	 */
	readonly id: string;
}

/** `unknown`: the request may have been carried out. */
export type Outcome = 'sent' | 'notSent' | 'unknown';

/** Where a card goes, with the provider's own options; `recipient` names it in outputs and keeps the order. */
export interface Target {
	recipient: string;
	/** The message that is replied to; only the first message of a card replies. */
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
	/** How n8n tests it from its window, where the credential's class has no test of its own. */
	readonly credentialTest?: CredentialTest;
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
		/** Bytes of a picture in a card, where the service documents a limit that it follows from. */
		photoBytes?: number;
	};
	readonly carries: Carries;
	/** What a card carries that goes to this target, where that depends on it. */
	carriedTo?(target: T): Carries;
	/**
	 * What reaches the recipient where the target was known for less when a person chose it. The card goes out whole all the
	 * same, since that may have changed; what may be lost is a warning.
	 */
	mayCarry?(target: T): { by: string; carries: Carries } | undefined;
	readonly target: {
		/** Node parameters that say where to send. */
		readonly properties: readonly INodeProperties[];
		/** Entries of the node's Options that this provider understands. */
		readonly options: readonly INodeProperties[];
		/** Reads both, as one flat object with `defaultCountry` beside them; may throw InputError itself. */
		readonly schema: z.ZodMiniType<T>;
	};
	/** Sends a text message to the same place, where the service can: *Text Before* and *Text After*. */
	readonly text?: TextSending<T>;
	/** Asks which numbers are on WhatsApp, where the service can: *WhatsApp ID: Look Up*. */
	readonly lookUp?: NumberLookUp<T>;
	/** The provider's own spelling of a contact, where no other has it. */
	readonly dialect?: Dialect;
	/**
	 * Searches behind the *From list* of its resource locators, by method name. The list of recipients has one name for
	 * all providers, {@link SEARCH_RECIPIENTS}.
	 */
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

/** How a service sends text. Receipts and refusals are those of its cards, unless told. All of it is pure. */
export interface TextSending<T extends Target = Target> {
	/** Characters that the service takes; undefined where no limit is known. */
	readonly maxLength: number | undefined;
	request(message: TextMessage, target: T): ProviderRequest;
	receipt?(response: ProviderResponse): Receipt | undefined;
	refusal?(response: ProviderResponse): Refusal;
}

/** How a service is asked about numbers. All of it is pure. */
export interface NumberLookUp<T extends Target = Target> {
	/** Numbers in one request. */
	readonly numbersPerRequest: number;
	/** Requests in any 60 seconds, where look-ups have a limit of their own; they are spread evenly. */
	readonly requestsPerMinute?: number;
	/** Whether a "no" may also be a look-up that failed. */
	readonly noIsUnsure?: true;
	/** Whether only the very digits are looked up, so that a number's other spelling in WhatsApp is another question. */
	readonly onlyAsSpelled?: true;
	/** @param numbers digits with country code, at most `numbersPerRequest` */
	request(numbers: readonly string[], target: T): LookUpRequest;
	/**
	 * What a 2xx answer says of the numbers that were asked for, by number; a number that it says nothing about is absent.
	 * Undefined where it is no such answer.
	 */
	found(
		response: ProviderResponse,
		numbers: readonly string[],
	): ReadonlyMap<string, NumberStatus> | undefined;
}

/** `waId`: digits of the account's own id; absent where the service says only that there is one. */
export type NumberStatus = { onWhatsApp: true; waId?: string } | { onWhatsApp: false };

/** `lost` is what a contact has no room for, though the provider carries it; its warnings are among the others. */
export type Fit = { contact: Contact; warnings: FieldWarning[]; lost?: readonly Loss[] } | Problem;
