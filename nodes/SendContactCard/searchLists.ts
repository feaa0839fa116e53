import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INode,
	type INodeListSearchResult,
} from 'n8n-workflow';
import * as z from 'zod/mini';

import { createTransport } from '../delivery/transport';
import { ISSUES } from '../failures/helpPage';
import { InputError } from '../failures/inputError';
import { plainWords } from '../failures/providerWords';
import { createRedactor, type Redactor } from '../failures/redaction';
import { providers } from '../providers';
import type { ListPage, ListSearch } from '../providers/listSearch';
import { chosenValues } from '../providers/locator';
import type { Provider, ProviderResponse } from '../providers/provider';
import { SEARCH_RECIPIENTS } from '../providers/targetParameters';
import { DEFAULT_PROVIDER } from './options';
import { providerOf, readCredential } from './readRun';

type SearchMethod = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Milliseconds to wait for a list, while a person looks on. */
const TIMEOUT = 10_000;
/** Maximum number of pages to read for one answer if none of them has what the person searches for. */
const MAX_PAGES = 10;

/** The searches behind *From List* of all providers, by method name. */
export const listSearch: Record<string, SearchMethod> = Object.fromEntries(
	[SEARCH_RECIPIENTS, ...providers.flatMap(({ lists = {} }) => Object.keys(lists))].map((name) => [
		name,
		searchMethod(name),
	]),
);

/** The chosen provider's search of this name; not all providers with a Recipient have a list of recipients. */
function searchMethod(name: string): SearchMethod {
	return async function (this: ILoadOptionsFunctions, filter, paginationToken) {
		const provider = providerOf(this.getNodeParameter('provider', DEFAULT_PROVIDER));
		const search = provider.lists?.[name];
		if (search === undefined) {
			throw new NodeOperationError(
				this.getNode(),
				`${provider.displayName} has no list of recipients to choose from. Choose Number instead of From List, and type the number with + and country code.`,
			);
		}
		const credential = await readCredential(this, provider);
		const redact = createRedactor(credential.data, provider.credential.properties);
		const send = createTransport(this, credential, TIMEOUT);
		const { options, ...own } = optionsSchema.parse(this.getCurrentNodeParameters() ?? {});
		const parameters = chosenValues({ ...options, ...own });

		const requestFor = (token: string | undefined) => {
			try {
				return search.request(filter, token, parameters);
			} catch (error) {
				throw new NodeOperationError(this.getNode(), inputProblem(error));
			}
		};
		const read = async (token: string | undefined): Promise<ListPage> => {
			const answer = await send(requestFor(token));
			if (answer.kind === 'failure') throw unreachable(this.getNode(), provider, search);
			const { response } = answer;
			const { status } = response;
			const page = status >= 200 && status < 300 ? search.page(response, filter, token) : undefined;
			if (page !== undefined) return page;
			throw refused(this.getNode(), provider, search, response, redact);
		};

		// The editor treats an empty page as the end, even if another would follow.
		let page = await read(paginationToken);
		for (let pages = 1; pages < MAX_PAGES && page.results.length === 0; pages += 1) {
			if (page.paginationToken === undefined) break;
			page = await read(page.paginationToken);
		}
		return page;
	};
}

const optionsSchema = z.looseObject({ options: z.catch(z.record(z.string(), z.unknown()), {}) });

function inputProblem(error: unknown): string {
	if (error instanceof InputError) return `${error.message}. ${error.fix}`;
	return `The list could not be requested. Please report it at ${ISSUES}.`;
}

function unreachable(node: INode, { displayName }: Provider, search: ListSearch) {
	return new NodeOperationError(
		node,
		`${displayName} could not be reached. Check the Base URL in the credential.`,
		{ description: otherWay(search) },
	);
}

function refused(
	node: INode,
	provider: Provider,
	search: ListSearch,
	response: ProviderResponse,
	redact: Redactor,
) {
	const { status } = response;
	const { message = response.text, advice } = provider.refusal(response);
	const words = plainWords(message, redact).replace(/[.\s]+$/, '');
	const said = words === '' ? '' : `: ${words}`;
	return new NodeApiError(
		node,
		{},
		{
			message:
				`${provider.displayName} did not return the list (${String(status)})${said}. ${advice ?? ''}`.trim(),
			description: otherWay(search),
			httpCode: String(status),
		},
	);
}

function otherWay({ otherMode = 'By ID' }: ListSearch): string {
	return `Choosing ${otherMode} works without the list.`;
}
