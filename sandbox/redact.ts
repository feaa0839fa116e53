/** Hides a request's secrets before it is shown. */
import type { IncomingHttpHeaders } from 'node:http';
import type { SandboxRequest } from './toolkit/http';

export const HIDDEN = '***';

/** Headers that contain a credential, under any provider's name for them. */
const SECRET_HEADER = /authorization|token|signature|cookie|api-?key/;
/** Query parameters and JSON keys that contain one. */
const SECRET_NAMES = 'access_?token|api_?key|token|secret|password';
const SECRET_PARAMETER = new RegExp(`^(?:${SECRET_NAMES})$`, 'i');
const SECRET_BODY_KEYS = new RegExp(`("(?:${SECRET_NAMES})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi');
/** Paths that contain a token: `/bot<token>`, `/token/<token>`, `/waInstance1/method/<token>`. */
const SECRET_PATH = /(\/bot|\/token\/|\/waInstance[^/?]*\/[^/?]+\/)[^/?]+/;

/** A request as the sandbox shows it: every secret replaced by `***`. */
export interface ShownRequest {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** The request with its secrets hidden in headers, paths, query parameters and JSON keys. */
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
			return SECRET_PARAMETER.test(name) ? `${name}=${HIDDEN}` : pair;
		});
	return `${path}?${pairs.join('&')}`;
}
