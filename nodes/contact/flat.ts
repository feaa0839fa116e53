import type { Contact } from './contact';

const NAME_KEYS = ['formatted_name', 'first_name', 'last_name', 'middle_name', 'suffix', 'prefix'];
const ADDRESS_KEYS = ['street', 'city', 'state', 'zip', 'country', 'country_code', 'type'];
const SINGLE_KEYS = ['birthday', 'nickname', 'note', 'photo'] as const;

/**
 * A contact as Meta's flat parameters, in the order of Chatvolt's documentation: `name_formatted_name`,
 * `phone_1_phone`, …, numbered from 1. What is absent is left out.
 */
export function flatParameters(contact: Contact): Record<string, string> {
	const flat: Record<string, string> = {};
	const put = (
		prefix: string,
		fields: Readonly<Record<string, string | undefined>>,
		keys: readonly string[],
	) => {
		for (const key of keys) {
			const value = fields[key];
			if (value !== undefined) flat[`${prefix}_${key}`] = value;
		}
	};
	const putAll = (
		prefix: string,
		entries: ReadonlyArray<Readonly<Record<string, string | undefined>>>,
		keys: readonly string[],
	) => {
		entries.forEach((fields, index) => {
			put(`${prefix}_${String(index + 1)}`, fields, keys);
		});
	};
	put('name', contact.name, NAME_KEYS);
	putAll('phone', contact.phones, ['phone', 'type', 'wa_id']);
	putAll('email', contact.emails, ['email', 'type']);
	putAll('address', contact.addresses, ADDRESS_KEYS);
	put('org', contact.org, ['company', 'department', 'title']);
	putAll('url', contact.urls, ['url', 'type']);
	for (const key of SINGLE_KEYS) {
		const value = contact[key];
		if (value !== undefined) flat[key] = value;
	}
	return flat;
}
