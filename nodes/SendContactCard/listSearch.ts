import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { escapeHtml, createRedactor } from '../delivery/redaction';
import { createTransport } from '../delivery/transport';
import { plainWords } from '../delivery/words';
import { providers } from '../providers';
import type { ListSearch } from '../providers/listSearch';
import type { Provider } from '../providers/provider';
import { readCredential } from './run';

type SearchMethod = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Milliseconds to wait for a list, while a person looks on. */
const TIMEOUT = 10_000;

/** The searches behind *From list* of all providers, by method name. */
export const listSearch: Record<string, SearchMethod> = Object.fromEntries(
	providers.flatMap((provider) =>
		Object.entries(provider.lists ?? {}).map(([name, search]) => [name, method(provider, search)]),
	),
);

function method(provider: Provider, search: ListSearch): SearchMethod {
	return async function (this: ILoadOptionsFunctions, filter, paginationToken) {
		const credential = await readCredential(this, provider);
		const redact = createRedactor(credential.data, provider.credential.properties);
		const send = createTransport(this, credential, TIMEOUT);
		const answer = await send(search.request(filter, paginationToken));
		const { displayName } = provider;
		if (answer.kind === 'failure') {
			throw new NodeOperationError(this.getNode(), `${displayName} could not be reached`, {
				description: 'Check the Base URL in the credential. Choosing By ID works without the list.',
			});
		}
		const { response } = answer;
		const { status } = response;
		const page = status >= 200 && status < 300 ? search.page(response, filter) : undefined;
		if (page !== undefined) return page;
		const { message = response.text, advice } = provider.refusal(response);
		const words = plainWords(message, redact);
		throw new NodeApiError(
			this.getNode(),
			{},
			{
				message: `${displayName} gives no list (${String(status)})${words === '' ? '' : `: ${words}`}`,
				description: escapeHtml(`${advice ?? ''} Choosing By ID works without the list.`.trim()),
				httpCode: String(status),
			},
		);
	};
}
