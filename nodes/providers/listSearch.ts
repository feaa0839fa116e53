import type { ProviderRequest, ProviderResponse } from './exchange';

/** One page of a *From list*. */
export interface ListPage {
	results: ListEntry[];
	/** Asks for the next page; absent on the last one. */
	paginationToken?: string;
}

export interface ListEntry {
	name: string;
	value: string;
	description?: string;
	url?: string;
}

/** How a list is requested and read. Both are pure. */
export interface ListSearch {
	/** The mode that works without the list, as the editor labels it; *By ID* by default. */
	readonly otherMode?: string;
	/** @param parameters the node's parameters and options as set in the editor, as one flat object */
	request(
		filter: string | undefined,
		paginationToken: string | undefined,
		parameters?: Readonly<Record<string, unknown>>,
	): ProviderRequest;
	/** The page in a 2xx answer, or undefined if it is not one. */
	page(
		response: ProviderResponse,
		filter: string | undefined,
		paginationToken?: string,
	): ListPage | undefined;
}

/** Whether one of an entry's texts contains what a person searches for, ignoring case. */
export function matches(
	filter: string | undefined,
	...words: Array<string | null | undefined>
): boolean {
	if (filter === undefined || filter.trim() === '') return true;
	const wanted = filter.trim().toLocaleLowerCase();
	return words.some((word) => word?.toLocaleLowerCase().includes(wanted) === true);
}
