/** Hides the secrets of a request before it is shown. */
import type { IncomingHttpHeaders } from 'node:http';
import type { SandboxRequest } from './toolkit/http';

export const HIDDEN = '***';

/** Headers that carry a credential, whatever the provider calls them. */
const SECRET_HEADER = /authorization|token|signature|cookie|api-?key/;
const SECRET_PARAMETERS = new Set(['access_token', 'token', 'api_key', 'apikey']);
/** Where an address itself carries a token, as those of Telegram and GREEN-API do. */
const SECRET_PATH = /(\/bot|\/waInstance[^/?]*\/[^/?]+\/)[^/?]+/;
const SECRET_BODY_KEYS = /("(?:access_token|token)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/** A request as the sandbox shows it: every secret replaced by `***`. */
export interface ShownRequest {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** The request with its secrets hidden: headers, paths, query parameters and JSON keys that carry a credential. */
export function hideSecrets(request: SandboxRequest): ShownRequest {
	const headers: IncomingHttpHeaders = {};
	for (const [name, value] of Object.entries(request.headers)) {
		headers[name] = SECRET_HEADER.test(name) ? HIDDEN : value;
	}
	return {
		method: request.method,
		url: hideUrl(request.url),
		headers,
		body: request.text().replace(SECRET_BODY_KEYS, `$1"${HIDDEN}"`),
	};
}

function hideUrl(url: string): string {
	const mark = url.indexOf('?');
	const path = (mark < 0 ? url : url.slice(0, mark)).replace(SECRET_PATH, `$1${HIDDEN}`);
	if (mark < 0) return path;
	const pairs = url
		.slice(mark + 1)
		.split('&')
		.map((pair) => {
			const name = pair.split('=')[0] ?? '';
			return SECRET_PARAMETERS.has(name.toLowerCase()) ? `${name}=${HIDDEN}` : pair;
		});
	return `${path}?${pairs.join('&')}`;
}
