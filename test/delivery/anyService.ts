import type { RequestListener } from 'node:http';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { outputs } from '../support/workflow';
import { cardsTo, send, serve } from './workflow';

/** What a service answers: a text as it is, anything else as JSON. */
export interface ServiceAnswer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

export interface ServiceSetting {
	options?: INodeParameters;
	/** Changes of the node itself. */
	node?: Partial<INode>;
	/** Whether the workflow may fail, so that there is no item. */
	mayFail?: boolean;
}

/**
 * Sends one card through the node to a server that gives this answer to every request.
 *
 * @returns the output item, and how many requests the server got
 */
export async function answeredBy(
	sandbox: Pick<Sandbox, 'credentials'>,
	provider: keyof typeof PROVIDER_ROWS,
	{ status, body, headers = {} }: ServiceAnswer,
	{ options = {}, node = {}, mayFail = false }: ServiceSetting = {},
): Promise<{ output: IDataObject; requests: number }> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return await answeredWith(
		sandbox,
		provider,
		(_request, response) => response.writeHead(status, headers).end(text),
		{ options, node, mayFail },
	);
}

/** The same with a listener that sees the whole request: its body is in `read`. */
export async function answeredWith(
	sandbox: Pick<Sandbox, 'credentials'>,
	provider: keyof typeof PROVIDER_ROWS,
	listener: (
		request: Parameters<RequestListener>[0] & { read: string },
		response: Parameters<RequestListener>[1],
	) => unknown,
	{ options = {}, node = {}, mayFail = false }: ServiceSetting = {},
): Promise<{ output: IDataObject; requests: number }> {
	let requests = 0;
	const server = await serve((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			requests += 1;
			listener(Object.assign(request, { read: Buffer.concat(chunks).toString() }), response);
		});
	});
	const run = await send(sandbox, {
		items: cardsTo(1),
		parameters: { ...PROVIDER_ROWS[provider].parameters, provider },
		options: { maxRetries: 2, timeout: 5000, ...options },
		credentials: { [provider]: { baseUrl: server.url } },
		node: { onError: 'continueRegularOutput', ...node },
	});
	await server.close();
	if (mayFail) return { output: {}, requests };
	const [output] = outputs(run);
	if (output === undefined) throw new Error('The node gave no item');
	return { output, requests };
}
