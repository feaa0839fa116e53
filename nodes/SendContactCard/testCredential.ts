import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import * as z from 'zod/mini';

import { connectionFailureOf } from '../delivery/connectionFailure';
import { connectionWords } from '../delivery/connectionWords';
import { readBaseUrl } from '../delivery/credential';
import { httpOptions } from '../delivery/transport';
import { InputError } from '../failures/inputError';
import { kindOfBody, plainWords } from '../failures/providerWords';
import { createRedactor, redactDeep, type Redactor } from '../failures/redaction';
import { providers } from '../providers';
import type { CredentialTest } from '../providers/credentialTest';
import type { Provider, ProviderResponse } from '../providers/provider';

/** Milliseconds to wait for an answer, while a person is waiting. */
const TIMEOUT = 10_000;

/** Hosts that mean the machine itself, which within a container is the container. */
const OWN_HOST = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/**
 * Tests a credential from its window in n8n, and says what is wrong as the node would. n8n's declarative tests know only
 * the status: they show the system's codes, and pass for a device that does not exist.
 */
export async function testCredential(
	this: ICredentialTestFunctions,
	{ type, data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const provider = providers.find(({ credential }) => credential.name === type);
	if (provider?.credentialTest === undefined) return failed('This credential has no test.');
	const { credentialTest, credential } = provider;
	const redact = createRedactor(data, credential.properties);
	const problem = await problemOf(this, provider, credentialTest, data, redact);
	return problem === undefined
		? { status: 'OK', message: 'Connection successful' }
		: failed(redact(problem));
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}

/** What is wrong, in whole sentences. */
async function problemOf(
	{ helpers }: ICredentialTestFunctions,
	provider: Provider,
	test: CredentialTest,
	data: ICredentialDataDecryptedObject,
	redact: Redactor,
): Promise<string | undefined> {
	const options = await signedRequest(provider, test, data);
	if (options instanceof InputError) return `${options.message}. ${options.fix}`;
	let answer: unknown;
	try {
		answer = await helpers.request(legacyOptions(options));
	} catch (error) {
		return unreachable(provider, error, options.url);
	}
	const response = responseSchema.parse(answer);
	const { status } = response;
	if (status < 200 || status >= 300) return refused(provider, test, response, redact);
	const isText = test.acceptsText === true && kindOfBody(response) !== 'a web page';
	if (response.json === undefined && !isText) {
		return `${provider.displayName} answered ${String(status)} with ${kindOfBody(response)}. Check that the Base URL is the address of its API, including its base path if it has one.`;
	}
	return test.problem?.(response, data);
}

async function signedRequest(
	{ credential: { authenticate } }: Provider,
	{ request }: CredentialTest,
	data: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions | InputError> {
	try {
		const options = httpOptions(request, readBaseUrl(data));
		return typeof authenticate === 'function' ? await authenticate(data, options) : options;
	} catch (error) {
		if (error instanceof InputError) return error;
		return new InputError('The credential cannot be used', {
			field: 'credential',
			fix: 'Re-enter its fields.',
		});
	}
}

/** The request in the form of the only helper that n8n provides for such tests. */
function legacyOptions({ method, url, qs, headers, auth }: IHttpRequestOptions) {
	const { username, password } = auth ?? {};
	return {
		method: method ?? 'GET',
		uri: url,
		headers: { ...headers },
		...(qs === undefined ? {} : { qs }),
		...(auth === undefined
			? {}
			: { auth: { user: username, pass: password, sendImmediately: true } }),
		json: true,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		timeout: TIMEOUT,
	};
}

const responseSchema = z.pipe(
	z.object({
		statusCode: z.number(),
		headers: z.catch(z.record(z.string(), z.unknown()), {}),
		body: z.optional(z.unknown()),
	}),
	z.transform(({ statusCode, headers, body }): ProviderResponse => ({
		status: statusCode,
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
		),
		...bodyOf(body),
	})),
);

/** n8n's helper returns JSON parsed, and anything else as text. */
function bodyOf(body: unknown): { json: unknown; text: string } {
	if (typeof body === 'object' && body !== null) {
		// Values that are nested too deeply are left out
		return { json: body, text: JSON.stringify(redactDeep(body, (text) => text)) };
	}
	return { json: undefined, text: typeof body === 'string' ? body : '' };
}

function refused(
	provider: Provider,
	test: CredentialTest,
	response: ProviderResponse,
	redact: Redactor,
): string {
	const { displayName } = provider;
	const { status, headers } = response;
	const known = test.refusal?.(response) ?? test.refusals[status];
	if (known !== undefined) return known;
	if (status < 400) {
		const location = headers['location'] === undefined ? '' : ` (${headers['location']})`;
		return `${displayName} redirects to another address${location}. Set the Base URL to an address that does not redirect.`;
	}
	const { message = response.text, advice } = provider.refusal(response);
	const words = plainWords(message, redact).replace(/[.\s]+$/, '');
	const said = `${displayName} answered ${String(status)}${words === '' ? '' : `: ${words}`}.`;
	return `${said} ${advice ?? 'Check the Base URL and the other fields.'}`;
}

function unreachable({ displayName }: Provider, error: unknown, url: string): string {
	const failure = connectionFailureOf(error);
	const { what, fix } = connectionWords(failure);
	// Requests that n8n itself refuses have their own way out
	const ownFix = failure.stage === 'notMade' ? fix : undefined;
	return `${displayName} ${what}. ${ownFix ?? waysOut(failure.code, url)}`;
}

function waysOut(code: string, url: string): string {
	const { hostname, port, protocol } = new URL(url);
	const isOwnHost = OWN_HOST.test(hostname);
	if (/^(ECONNREFUSED|EADDRNOTAVAIL)$/.test(code)) {
		const docker = `If n8n runs in Docker, ${hostname} is its own container: use host.docker.internal, or the name of the other container. `;
		return `${isOwnHost ? docker : ''}Check that the server is running and that it listens on port ${port === '' ? defaultPort(protocol) : port}.`;
	}
	if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) {
		return 'Check the spelling of the Base URL. The name of a Docker container is known only within the same Docker network.';
	}
	if (/CERT|SSL|TLS|SELF_SIGNED|^EPROTO$/.test(code)) {
		return 'Check whether the Base URL should begin with http or https, and check its port and the certificate of the server.';
	}
	if (/^(ECONNABORTED|ETIMEDOUT)$/.test(code)) {
		return 'Check the host and port of the Base URL, and that no firewall blocks the way from n8n to the server.';
	}
	return 'Check the Base URL: its host, its port, and whether it begins with http or https.';
}

function defaultPort(protocol: string): string {
	return protocol === 'https:' ? '443' : '80';
}
