/** Keeps pages from elsewhere out of the sandbox. */
import type { IncomingHttpHeaders } from 'node:http';

/** Who may ask the sandbox: its own page and programs on this machine, never a page from elsewhere. */
export interface GuardedRequest {
	method: string;
	headers: IncomingHttpHeaders;
	/** Whether it goes to a provider's address, which programs call by any name of this machine. */
	toProvider: boolean;
	/** Whether it asks for the page itself, which any link may lead to. */
	forPage: boolean;
}

/**
 * Why a request is refused, or null. Two attacks of a web page that is open in the same browser:
 *
 * - It sends a request here and hopes for an effect (cross-site request forgery). A browser names the page's site in
 *   `Origin` and `Sec-Fetch-Site`, which no page can change; a body of JSON, which a page cannot send without asking
 *   first (CORS), is demanded besides.
 * - It lets its own name resolve to 127.0.0.1 and is then of one site with the sandbox (DNS rebinding). The browser
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
		return `The sandbox is at ${hosts.join(' and ')} only`;
	}
	if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) {
		return 'Pages from elsewhere cannot use the sandbox';
	}
	const isOwn = site === undefined || site === 'same-origin' || site === 'none';
	if (!isOwn && !(forPage && headers['sec-fetch-mode'] === 'navigate')) {
		return 'Pages from elsewhere cannot use the sandbox';
	}
	if (!toProvider && method === 'POST' && !isJson(headers['content-type'])) {
		return 'The sandbox takes POST requests with the content type application/json only';
	}
	return null;
}

function isJson(contentType = ''): boolean {
	return contentType.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
