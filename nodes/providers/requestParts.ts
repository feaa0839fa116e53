/** Builds the path and the fields of a provider's request. */

import type { JsonObject } from '../contact/object';
import { InputError } from '../failures/inputError';

/**
 * Encodes what a person entered into a path, so that no `/`, `?`, `#` or `..` in it can change the request:
 * path`/api/message/contact/${instance}`.
 *
 * @throws InputError for a part that is empty or only dots, which encoding can't make safe
 */
export function path(strings: TemplateStringsArray, ...parts: readonly string[]): string {
	return strings
		.map((fixed, index) => {
			const part = parts[index];
			return part === undefined ? fixed : fixed + pathPart(part);
		})
		.join('');
}

function pathPart(part: string): string {
	if (/^\.*$/.test(part)) {
		throw new InputError(`"${part}" is not an ID`, {
			field: 'recipient',
			fix: 'Choose it from the list, or copy the ID from the provider.',
		});
	}
	return encodeURIComponent(part);
}

/** The object without the entries whose value is undefined. */
export function defined(fields: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
