/** The path of a request of one's own. */

import { InputError } from '../../failures/inputError';
import { ADDRESS_PLACES, PLACES, type Place } from './places';
import { filledText, placesIn, withoutPlaces } from './template';

const WHERE = { field: 'customPath', label: 'Path' };

/** A path with its places, before and behind the `?`. */
export interface PathTemplate {
	path: string;
	query: string;
}

/** @throws InputError for what is no path, or could lead somewhere else than behind the base URL */
export function readPath(typed: string): PathTemplate {
	const refuse = (what: string, fix: string) =>
		new InputError(`Path ${what}`, { field: 'customPath', fix });
	const text = typed.trim();
	if (text === '') throw refuse('is empty', 'Give what stands behind the Base URL, such as /send.');
	placesIn(text, WHERE, PLACES);
	if (/[\p{Cc}\s#\\]/u.test(withoutPlaces(text))) {
		throw refuse('has a space, # or \\ in it', 'Encode it, such as %20 for a space.');
	}
	if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) {
		throw refuse('is a whole address', 'Put its beginning into the credential as Base URL.');
	}
	const mark = text.indexOf('?');
	const path = (mark < 0 ? text : text.slice(0, mark)).replace(/^\/?/, '/');
	const query = mark < 0 ? '' : text.slice(mark + 1);
	// Servers differ in whether they take an encoded / for one
	const segments = path.replace(/%2e/gi, '.').split(/\/|%2f|%5c/i);
	if (segments.some((segment) => /^\.{1,2}$/.test(segment))) {
		throw refuse('has . or .. in it', 'Write the path out.');
	}
	placesIn(path, WHERE, ADDRESS_PLACES);
	return { path: withoutBraces(path), query: withoutBraces(query) };
}

/** Braces encoded: within a path, the credential's Test Path stands in some. */
function withoutBraces(text: string): string {
	return text.replace(/[{}]/g, (brace) => encodeURIComponent(brace));
}

export function placesOfPath({ path, query }: PathTemplate): Place[] {
	return [...placesIn(path, WHERE, PLACES), ...placesIn(query, WHERE, PLACES)];
}

export function filledPath(
	{ path, query }: PathTemplate,
	valueOf: (place: string) => unknown,
): string {
	const encoded = (template: string) => filledText(template, valueOf, encodeURIComponent);
	return query === '' ? encoded(path) : `${encoded(path)}?${encoded(query)}`;
}
