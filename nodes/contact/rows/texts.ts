import { isObject } from '../object';
import { richText, scalarText } from './values';

/** How deep a text is looked for. */
const MAX_DEPTH = 4;

/** The texts in a value: every entry of a list, the text value of an object. */
export function textsIn(value: unknown, depth = 0): string[] {
	const text = scalarText(value) ?? richText(value);
	if (text !== undefined) return [text];
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((one: unknown) => textsIn(one, depth + 1));
	if (!isObject(value)) return [];
	for (const key of TEXT_KEYS) {
		const texts = textsIn(value[key], depth + 1);
		if (texts.length > 0) return texts;
	}
	return [];
}

const TEXT_KEYS = [
	'value',
	'plain_text',
	'content',
	'text',
	'rich_text',
	'name',
	'displayName',
	'title',
	'body',
	'select',
	'vcard',
	'label',
];

/** The first of {@link textsIn}. */
export function textIn(value: unknown): string | undefined {
	return textsIn(value)[0];
}
