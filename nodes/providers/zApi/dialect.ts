import * as z from 'zod/mini';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** How Z-API spells a contact. */
export const zApiDialect = defineDialect({
	name: 'a Z-API contact',
	example: {
		contactName: 'John Doe',
		contactPhone: '447700900123',
		contactBusinessDescription: 'Acme',
	},
	recognises: (value) => 'contactName' in value && 'contactPhone' in value,
	schema: z.strictObject({
		contactName: text,
		contactPhone: requiredText,
		contactBusinessDescription: text,
	}),
	draft: ({ contactName, contactPhone, contactBusinessDescription: company }) => ({
		name: { formatted_name: contactName },
		phones: [{ phone: contactPhone }],
		org: { company },
	}),
});
