import { isText, KEYS, partsOf } from './keys';

/** The value of a Type that the person writes in a field of its own. */
export const CUSTOM_TYPE = 'custom';
/** The name of that field. */
export const CUSTOM_TYPE_FIELD = 'customType';

/** What a key of the contact is called in the form: `firstName` for `first_name`. */
export function formName(key: string): string {
	return FORM_NAMES.get(key) ?? camelCase(key);
}

// The form is read for every contact of every item
const FORM_NAMES = new Map<string, string>(
	KEYS.flatMap((key) => (isText(key) ? [key] : [key, ...partsOf(key)])).map((key) => [
		key,
		camelCase(key),
	]),
);

function camelCase(key: string): string {
	return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
