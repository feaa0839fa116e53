/** What goes to a provider and what comes back. */

import type { JsonObject } from '../contact/object';
import type { Failure } from '../failures/failure';

/** An HTTP request before authentication, relative to the credential's base URL. */
export interface ProviderRequest {
	method: 'GET' | 'PATCH' | 'POST' | 'PUT';
	/** Begins with `/`; whatever a person gave is encoded in it, see {@link path}. */
	path: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Goes out as JSON. */
	body?: JsonObject;
	/** Goes out in the place of `body`, as a form (application/x-www-form-urlencoded). */
	form?: Readonly<Record<string, string>>;
	/**
	 * Seconds for which the service remembers this very request by a key in it, and carries it out once, however often it
	 * comes: within them it may be retried although nobody knows what became of it.
	 */
	idempotentFor?: number;
	/** The id in it that the service knows the message by, where we choose one: for looking up by hand what became of it. */
	messageId?: string;
	/** How its answer is read, where that depends on the request. */
	reading?: AnswerReading;
}

/** What an answer means. All of it is pure. */
export interface AnswerReading {
	/** The receipt in an answer with a 2xx status, or undefined where it is none. */
	receipt(response: ProviderResponse): Receipt | undefined;
	/** What an answer that is no receipt says. */
	refusal(response: ProviderResponse): Refusal;
}

/** The same for a service that is asked about numbers by a bare list of them. */
export interface LookUpRequest extends Omit<ProviderRequest, 'body'> {
	body?: JsonObject | string[];
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

/** What a provider's answer says beyond its HTTP status. */
export interface Refusal {
	/** The provider's own words. */
	message?: string;
	/** The provider's own code. */
	code?: string;
	/** Where the provider's documents tell whether the card went out; else the status decides. */
	outcome?: Failure['outcome'];
	/** True: known not to have been carried out, so it may be retried. False: never retry it. */
	retry?: boolean;
	/** Whether it came of too many requests, where the status is not 429: then all cards wait. */
	tooMany?: boolean;
	/** Seconds to wait, where the body says so. */
	retryAfter?: number;
	/** What the person can do about it, as one sentence. */
	advice?: string;
}
