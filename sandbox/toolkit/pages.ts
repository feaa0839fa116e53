/** Reads the paging parameters of a list. */

/** A whole number in the query, or the default if there is none. */
export function queryNumber(query: URLSearchParams, name: string, byDefault: number): number {
	const text = query.get(name);
	return text !== null && /^-?\d+$/.test(text) ? Number(text) : byDefault;
}
