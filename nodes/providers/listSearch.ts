import type { ProviderRequest, ProviderResponse } from './provider';

/** One page of a *From list*. */
export interface ListPage {
	results: Array<{ name: string; value: string; description?: string; url?: string }>;
	/** What asks for the next page; absent on the last. */
	paginationToken?: string;
}

/** How a list is asked for and read. Both are pure. */
export interface ListSearch {
	request(filter: string | undefined, paginationToken: string | undefined): ProviderRequest;
	/** The page in a 2xx answer, or undefined where it is none. */
	page(response: ProviderResponse, filter: string | undefined): ListPage | undefined;
}

/** Whether an entry has the text that a person searches for in one of its words, in any case. */
export function matches(
	filter: string | undefined,
	...words: Array<string | null | undefined>
): boolean {
	if (filter === undefined || filter.trim() === '') return true;
	const wanted = filter.trim().toLocaleLowerCase();
	return words.some((word) => word?.toLocaleLowerCase().includes(wanted) === true);
}
