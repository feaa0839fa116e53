/** How Infobip spells a contact. */

import * as z from 'zod/mini';
import { isObject, type JsonObject } from '../../contact/object';
import {
	defineDialect,
	listOf,
	requiredText,
	text,
	unfit,
	type Dialect,
} from '../../contact/read/dialect';

const contactDialect = defineDialect({
	name: 'an Infobip contact',
	example: {
		name: { firstName: 'John', lastName: 'Doe', formattedName: 'John Doe' },
		phones: [{ phone: '+5512996130832', type: 'CELL', waId: '5512996130832' }],
	},
	recognizes: ({ name }) => isObject(name) && ('formattedName' in name || 'firstName' in name),
	schema: z.strictObject({
		name: z.strictObject({
			firstName: text,
			lastName: text,
			middleName: text,
			namePrefix: text,
			nameSuffix: text,
			formattedName: text,
		}),
		phones: listOf(z.strictObject({ phone: requiredText, type: text, waId: text }), 'phone'),
		emails: listOf(z.strictObject({ email: requiredText, type: text }), 'email'),
		addresses: listOf(
			z.strictObject({
				street: text,
				city: text,
				state: text,
				zip: text,
				country: text,
				countryCode: text,
				type: text,
			}),
			'street',
		),
		org: z.nullish(z.strictObject({ company: text, department: text, title: text })),
		urls: listOf(z.strictObject({ url: requiredText, type: text }), 'url'),
		birthday: text,
	}),
	draft: ({ name, phones, emails, addresses, org, urls, birthday }) => ({
		name: {
			formatted_name: name.formattedName,
			first_name: name.firstName,
			last_name: name.lastName,
			middle_name: name.middleName,
			prefix: name.namePrefix,
			suffix: name.nameSuffix,
		},
		phones: phones.map(({ phone, type, waId }) => ({ phone, type, wa_id: waId })),
		emails,
		addresses: addresses.map(({ countryCode, ...address }) => ({
			...address,
			country_code: countryCode,
		})),
		org: org ?? {},
		urls,
		birthday,
	}),
});

/** Meta's fields in camel case, one contact or the body of a request with its contacts. */
export const infobipDialect: Dialect = {
	...contactDialect,
	recognizes: (value) => contactDialect.recognizes(value) || contactsIn(value) !== undefined,
	claims: (value) => contactsIn(value) !== undefined,
	read(value, path) {
		const contacts = contactsIn(value);
		if (contacts === undefined) return contactDialect.read(value, path);
		return contacts.flatMap((entry, index) => {
			const place = [...path, 'content', 'contacts', index];
			if (!isObject(entry)) throw unfit(contactDialect, place, 'must be an object');
			return contactDialect.read(entry, place);
		});
	},
};

/** The contacts in the body of a request, recognized by the recipient beside them. */
function contactsIn({ content, to }: JsonObject): unknown[] | undefined {
	if (to === undefined || !isObject(content)) return undefined;
	const contacts: unknown = content['contacts'];
	return Array.isArray(contacts) ? contacts : undefined;
}
