import * as z from 'zod/mini';
import { documentedNumber } from '../../contact/phone/typed';
import { defineDialect, listOf, requiredText, text } from '../../contact/read/dialect';

/** The keys beside a single contact in the body of a request; `phone` is the recipient there. */
const REQUEST_KEYS = ['phone', 'messageId', 'delayMessage'];
const ONE = ['contactName', 'contactPhone', 'contactBusinessDescription'];

/** How Z-API spells a single contact. */
export const zApiDialect = defineDialect({
	name: 'a Z-API contact',
	example: {
		contactName: 'John Doe',
		contactPhone: '447700900123',
		contactBusinessDescription: 'Acme',
	},
	recognizes: (value) => 'contactName' in value && 'contactPhone' in value,
	claims: (value) =>
		Object.keys(value).every((key) => ONE.includes(key) || REQUEST_KEYS.includes(key)),
	schema: z.strictObject({
		contactName: text,
		contactPhone: requiredText,
		contactBusinessDescription: text,
	}),
	draft: ({ contactName, contactPhone, contactBusinessDescription: company }) => ({
		name: { formatted_name: contactName },
		phones: [{ phone: documentedNumber(contactPhone) }],
		org: { company },
	}),
});

/** How Z-API spells one of several contacts: an entry of `contacts`. */
export const zApiListDialect = defineDialect({
	name: 'one of several Z-API contacts',
	example: { name: 'John Doe', phones: ['447700900123'], businessDescription: 'Acme' },
	recognizes: ({ name, phones, businessDescription }) =>
		typeof name === 'string' && Array.isArray(phones) && businessDescription !== undefined,
	schema: z.strictObject({
		name: text,
		phones: listOf(z.strictObject({ phone: requiredText }), 'phone'),
		businessDescription: text,
	}),
	draft: ({ name, phones, businessDescription: company }) => ({
		name: { formatted_name: name },
		phones: phones.map(({ phone }) => ({ phone: documentedNumber(phone) })),
		org: { company },
	}),
});
