/** What goes to a provider and what comes back. */

import type { JsonObject } from '../contact/object';

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
