import { isObject } from '../contact/object';

/** `jsonData=%7B…&token=…`: a body of the type application/x-www-form-urlencoded, which is never JSON. */
const FORM = /^\s*[\w.[\]%+-]+=/;

/** Whether a text is a form's fields as a request carries them. */
export function isForm(text: string): boolean {
	return FORM.test(text);
}

/** What a text stands for: the value of JSON, the fields of a form; undefined where it is neither. */
export function valueOf(text: string): unknown {
	if (isForm(text)) return Object.fromEntries(new URLSearchParams(text.trim()));
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

/** An object or list that a text holds as JSON; anything else as it is. */
export function jsonIn(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	const parsed = valueOf(value);
	return Array.isArray(parsed) || isObject(parsed) ? parsed : value;
}
