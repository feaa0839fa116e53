import * as z from 'zod/mini';
import { isObject } from '../../contact/object';
import { defineDialect, listOf, requiredText, text } from '../../contact/read/dialect';
import { prepared } from '../../contact/schemas';

/** A list of texts, or one text for a list of one; only the first counts if a contact can have only one. */
const words = prepared((value): unknown => {
	if (value === undefined || value === null) return [];
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list;
}, z.array(text));

const first = (texts: ReadonlyArray<string | undefined>) =>
	texts.find((word) => word !== undefined);
const joined = (texts: ReadonlyArray<string | undefined>) =>
	texts.filter(Boolean).join(' ') || undefined;

/** How ZapperAPI spells a contact: the properties of a vCard as JSON. */
export const zapperApiDialect = defineDialect({
	name: 'a ZapperAPI contact',
	example: {
		fn: 'John Doe',
		n: { lastName: 'Doe', firstName: 'John' },
		tel: [{ value: '+5512996130832', type: ['CELL'] }],
		email: [{ value: 'john@example.com', type: ['WORK'] }],
	},
	recognizes: ({ fn, tel }) =>
		typeof fn === 'string' &&
		(tel === undefined ||
			(Array.isArray(tel) && tel.every((entry) => isObject(entry) && 'value' in entry))),
	schema: z.strictObject({
		fn: requiredText,
		n: z.nullish(
			z.strictObject({
				lastName: text,
				firstName: text,
				additionalNames: words,
				prefixes: words,
				suffixes: words,
			}),
		),
		nickname: text,
		photo: text,
		bday: text,
		adr: listOf(
			z.strictObject({
				postOfficeBox: text,
				extendedAddress: text,
				streetAddress: text,
				locality: text,
				region: text,
				postalCode: text,
				countryName: text,
				type: words,
			}),
			'streetAddress',
		),
		tel: listOf(z.strictObject({ value: requiredText, type: words }), 'value'),
		email: listOf(z.strictObject({ value: requiredText, type: words }), 'value'),
		url: text,
		org: words,
		title: text,
		note: text,
	}),
	draft: ({ fn, n, nickname, photo, bday, adr, tel, email, url, org, title, note }) => ({
		name: {
			formatted_name: fn,
			first_name: n?.firstName,
			last_name: n?.lastName,
			middle_name: joined(n?.additionalNames ?? []),
			prefix: joined(n?.prefixes ?? []),
			suffix: joined(n?.suffixes ?? []),
		},
		phones: tel.map(({ value, type }) => ({ phone: value, type: first(type) })),
		emails: email.map(({ value, type }) => ({ email: value, type: first(type) })),
		addresses: adr.map((entry) => ({
			street: joined([entry.postOfficeBox, entry.extendedAddress, entry.streetAddress]),
			city: entry.locality,
			state: entry.region,
			zip: entry.postalCode,
			country: entry.countryName,
			type: first(entry.type),
		})),
		org: { company: org[0], department: joined(org.slice(1)), title },
		urls: url === undefined ? [] : [{ url }],
		nickname,
		photo,
		birthday: bday,
		note,
	}),
});
