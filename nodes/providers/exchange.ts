/** What goes to a provider and what comes back. */

import type { JsonObject } from '../contact/object';
import type { Failure } from '../failures/failure';

/** An HTTP request before authentication, relative to the credential's base URL. */
export interface ProviderRequest {
	method: 'GET' | 'PATCH' | 'POST' | 'PUT';
	/** Begins with `/`; whatever a person entered is encoded, see {@link path}. */
	path: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	body?: JsonObject;
	/** Sent instead of `body`, as a form (application/x-www-form-urlencoded). */
	form?: Readonly<Record<string, string>>;
	/**
	 * Seconds for which the service remembers this exact request by a key in it, and carries it out once, however often it is
	 * sent: during that time it may be retried even if its outcome is unknown.
	 */
	idempotentFor?: number;
	/** The message's ID at the service, if we choose one: lets a person look up what became of it. */
	messageId?: string;
	/** Reads its answer, if what it means depends on the request. */
	reader?: AnswerReader;
}

/** What an answer means. All of it is pure. */
export interface AnswerReader {
	/** Whether nothing else makes an answer a receipt, since a person says what does. */
	readonly isExact?: true;
	/** The receipt in an answer with a 2xx status, or undefined if it is not one. */
	receipt(response: ProviderResponse): Receipt | undefined;
	/** What an answer that is not a receipt says. */
	refusal(response: ProviderResponse): Refusal;
}

/** A request whose body may be a bare list, for services that look up numbers that way. */
export interface LookUpRequest extends Omit<ProviderRequest, 'body'> {
	body?: JsonObject | string[];
}

export interface ProviderResponse {
	status: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** The parsed JSON, or undefined if the body is not JSON. */
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
	/** Set if the provider documents whether the card was sent; otherwise the status decides. */
	outcome?: Failure['outcome'];
	/** True: known not to have been processed, so it may be retried. False: never retry it. */
	retry?: boolean;
	/** Whether too many requests were the reason, if the status is not 429: then all cards wait. */
	tooMany?: boolean;
	/** Seconds to wait, if the body says so. */
	retryAfter?: number;
	/** What the person can do about it, as one sentence. */
	advice?: string;
}
