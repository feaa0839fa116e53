/** Keeps other web pages out of the sandbox. */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The parts of a request that show who sent it: only the sandbox's own page and programs on this machine are allowed, never
 * another web page.
 */
export interface GuardedRequest {
	method: string;
	headers: IncomingHttpHeaders;
	/** Whether it is for a provider; programs use any name of this machine for that. */
	toProvider: boolean;
	/** Whether it is for the page itself, which any site may link to. */
	forPage: boolean;
}

/**
 * Why a request is rejected, or null. It stops two attacks by a web page that is open in the same browser:
 *
 * - It sends a request here and hopes for an effect (cross-site request forgery). The browser names the page's site in
 *   `Origin` and `Sec-Fetch-Site`, which no page can change; a JSON body, which a page cannot send without asking first
 *   (CORS), is required as well.
 * - It makes its own name resolve to 127.0.0.1, so that it counts as the sandbox's own site (DNS rebinding). The browser
 *   still sends that name as `Host`.
 *
 * @param hosts the values of `Host` that mean this sandbox, in lower case
 */
export function refusalOf(
	{ method, headers, toProvider, forPage }: GuardedRequest,
	hosts: readonly string[],
): string | null {
	const { host = '', origin, 'sec-fetch-site': site } = headers;
	if (!toProvider && !hosts.includes(host.toLowerCase())) {
		return `The sandbox is only at ${hosts.join(' and ')}`;
	}
	if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) {
		return 'Pages from elsewhere cannot use the sandbox';
	}
	const isOwn = site === undefined || site === 'same-origin' || site === 'none';
	if (!isOwn && !(forPage && headers['sec-fetch-mode'] === 'navigate')) {
		return 'Pages from elsewhere cannot use the sandbox';
	}
	if (!toProvider && method === 'POST' && !isJson(headers['content-type'])) {
		return 'The sandbox accepts POST requests only with the content type application/json';
	}
	return null;
}

function isJson(contentType = ''): boolean {
	return contentType.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
