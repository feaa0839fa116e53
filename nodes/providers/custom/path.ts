/** The path of a custom request. */

import { InputError } from '../../failures/inputError';
import { ADDRESS_PLACEHOLDERS, PLACEHOLDERS, type Placeholder } from './placeholders';
import { filledText, placeholdersIn, withoutPlaceholders } from './template';

const WHERE = { field: 'customPath', label: 'Path' };

/** A path with its placeholders, before and after the `?`. */
export interface PathTemplate {
	path: string;
	query: string;
}

/** @throws InputError for anything that isn't a path, or that could leave the base URL */
export function readPath(typed: string): PathTemplate {
	const refuse = (what: string, fix: string) =>
		new InputError(`Path ${what}`, { field: 'customPath', fix });
	const text = typed.trim();
	if (text === '')
		throw refuse('is empty', 'Enter the part that follows the Base URL, such as /send.');
	placeholdersIn(text, WHERE, PLACEHOLDERS);
	if (/[\p{Cc}\s#\\]/u.test(withoutPlaceholders(text))) {
		throw refuse('contains a space, # or \\', 'Encode it, such as %20 for a space.');
	}
	if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) {
		throw refuse('is a whole address', 'Put its first part into the credential as the Base URL.');
	}
	const mark = text.indexOf('?');
	const path = (mark < 0 ? text : text.slice(0, mark)).replace(/^\/?/, '/');
	const query = mark < 0 ? '' : text.slice(mark + 1);
	// Some servers treat an encoded / as a /
	const segments = path.replace(/%2e/gi, '.').split(/\/|%2f|%5c/i);
	if (segments.some((segment) => /^\.{1,2}$/.test(segment))) {
		throw refuse('contains . or ..', 'Write out the whole path.');
	}
	placeholdersIn(path, WHERE, ADDRESS_PLACEHOLDERS);
	return { path: withoutBraces(path), query: withoutBraces(query) };
}

/** Encodes braces, which mark the credential's Test Path. */
function withoutBraces(text: string): string {
	return text.replace(/[{}]/g, (brace) => encodeURIComponent(brace));
}

export function placeholdersOfPath({ path, query }: PathTemplate): Placeholder[] {
	return [
		...placeholdersIn(path, WHERE, PLACEHOLDERS),
		...placeholdersIn(query, WHERE, PLACEHOLDERS),
	];
}

export function filledPath(
	{ path, query }: PathTemplate,
	valueOf: (placeholder: string) => unknown,
): string {
	const encoded = (template: string) => filledText(template, valueOf, encodeURIComponent);
	return query === '' ? encoded(path) : `${encoded(path)}?${encoded(query)}`;
}
