import * as z from 'zod/mini';
import { isObject } from '../../contact/object';
import { defineDialect, listOf, requiredText, text } from '../../contact/read/dialect';

/** How Chert spells a contact. */
export const chertDialect = defineDialect({
	name: 'a Chert contact',
	example: {
		full_name: 'John Doe',
		organization: 'Acme',
		phones: [{ value: '+14155551234', label: 'mobile' }],
		emails: [{ value: 'john@example.com', label: 'work' }],
	},
	recognizes: ({ full_name: full, given_name: given, family_name: family, ...others }) =>
		[full, given, family].some((name) => name !== undefined) ||
		('organization' in others && !('fullName' in others)) ||
		[others['phones'], others['emails']].some((entries) => {
			const first: unknown = Array.isArray(entries) ? entries[0] : undefined;
			return isObject(first) && 'value' in first;
		}),
	schema: z.strictObject({
		full_name: text,
		given_name: text,
		family_name: text,
		organization: text,
		phones: listOf(z.strictObject({ value: requiredText, label: text }), 'value'),
		emails: listOf(z.strictObject({ value: requiredText, label: text }), 'value'),
	}),
	draft: (contact) => ({
		name: {
			formatted_name: contact.full_name,
			first_name: contact.given_name,
			last_name: contact.family_name,
		},
		phones: contact.phones.map(({ value, label }) => ({ phone: value, type: label })),
		emails: contact.emails.map(({ value, label }) => ({ email: value, type: label })),
		org: { company: contact.organization },
	}),
});
