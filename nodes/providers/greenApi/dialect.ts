import * as z from 'zod/mini';
import { documentedNumber } from '../../contact/phone/typed';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** How GREEN-API spells a contact. */
export const greenApiDialect = defineDialect({
	name: 'a GREEN-API contact',
	example: {
		phoneContact: 5512996130832,
		firstName: 'John',
		middleName: 'A.',
		lastName: 'Doe',
		company: 'Acme',
	},
	recognizes: (value) => 'phoneContact' in value,
	schema: z.strictObject({
		phoneContact: requiredText,
		firstName: text,
		middleName: text,
		lastName: text,
		company: text,
	}),
	draft: ({ phoneContact, firstName, middleName, lastName, company }) => ({
		name: { first_name: firstName, middle_name: middleName, last_name: lastName },
		phones: [{ phone: documentedNumber(phoneContact) }],
		org: { company },
	}),
});
