import { isObject } from '../contact/object';

/** `jsonData=%7B…&token=…`: a body of the type application/x-www-form-urlencoded, which is never JSON. */
const FORM = /^\s*[\w.[\]%+-]+=/;

/** Whether a text is a form's fields as a request carries them. */
export function isForm(text: string): boolean {
	return FORM.test(text);
}

/** What a text means: the value of JSON, or the fields of a form; undefined if it is neither. */
export function valueOf(text: string): unknown {
	if (isForm(text)) return Object.fromEntries(new URLSearchParams(text.trim()));
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

/** The object or list in a JSON text; anything else unchanged. */
export function jsonIn(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	const parsed = valueOf(value);
	return Array.isArray(parsed) || isObject(parsed) ? parsed : value;
}
