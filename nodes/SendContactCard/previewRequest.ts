import {
	jsonParse,
	type GenericValue,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { httpOptions } from '../delivery/transport';
import { finish, type LongTask } from '../eventLoop/longTask';
import { MASK } from '../failures/masks';
import { redactionSteps } from '../failures/redaction';
import { secretFields } from '../failures/secrets';
import type { ProviderRequest } from '../providers/provider';
import type { Run } from './readRun';

/**
 * A request as it would be sent. The credential's own authentication runs with every secret masked; what it computes from
 * a secret, such as a signature, is masked as well.
 */
export async function previewRequest(
	request: ProviderRequest,
	{ credential, provider, redact }: Run,
	task: LongTask,
): Promise<IDataObject> {
	const { authenticate, properties } = provider.credential;
	const secrets = secretFields(properties);
	const masked = Object.fromEntries(
		Object.entries(credential.data).map(([name, value]) => [
			name,
			secrets.includes(name) && value !== '' ? MASK : value,
		]),
	);
	const options = httpOptions(request, credential.baseUrl);
	const own = { ...options.headers };
	const sent = typeof authenticate === 'function' ? await authenticate(masked, options) : options;

	const headers: IDataObject = {};
	for (const [name, value] of Object.entries(sent.headers ?? {})) {
		const text = plainText(value);
		const plain = name in own || text.includes(MASK) || Object.values(masked).some(isSpelled(text));
		headers[name] = plain ? redact(text) : MASK;
	}
	if (sent.auth !== undefined) headers['Authorization'] = `Basic ${MASK}`;
	return {
		method: sent.method ?? request.method,
		url: redact(urlWithQuery(sent)),
		headers,
		body: await finish(redactionSteps(request.form ?? bodyValue(sent.body), redact), task),
	};
}

/** Whether a header's text is the value of a credential's field, as it is or encoded. */
function isSpelled(text: string): (value: unknown) => boolean {
	return (value) =>
		typeof value === 'string' && value !== '' && [value, encodeURIComponent(value)].includes(text);
}

function urlWithQuery({ url, qs }: IHttpRequestOptions): string {
	const query = new URLSearchParams(
		Object.entries(qs ?? {}).map(([name, value]): [string, string] => [name, plainText(value)]),
	).toString();
	if (query === '') return url;
	return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** A body that was turned into text to be signed is shown as JSON again. */
function bodyValue(body: unknown): GenericValue {
	if (typeof body === 'string') return jsonParse<GenericValue>(body);
	return typeof body === 'object' ? body : null;
}

/** n8n's type lets headers and query values be anything; ours are texts and numbers. */
function plainText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
