import * as z from 'zod/mini';
import { documentedNumber } from '../../contact/phone/typed';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** Whole numbers with commas; anything shorter behind a comma may be an extension. */
const NUMBERS = /^\s*\+?\d{7,15}(?:\s*,\s*\+?\d{7,15})+\s*$/;

/** How uazapiGO spells a contact; several numbers stand in one text, with commas. */
export const uazapiDialect = defineDialect({
	name: 'a uazapiGO contact',
	example: {
		fullName: 'John Doe',
		phoneNumber: '447700900123,447700900124',
		organization: 'Acme',
		email: 'john@example.com',
		url: 'https://example.com',
	},
	// One number alone is spelled as by other services.
	recognises: ({ phoneNumber }) => typeof phoneNumber === 'string' && NUMBERS.test(phoneNumber),
	// The body of a request, in which `number` is the recipient
	claims: (value) => 'fullName' in value && 'number' in value,
	schema: z.strictObject({
		fullName: text,
		phoneNumber: requiredText,
		organization: text,
		email: text,
		url: text,
	}),
	draft: ({ fullName, phoneNumber, organization, email, url }) => ({
		name: { formatted_name: fullName },
		phones: phoneNumber.split(',').map((phone) => ({ phone: documentedNumber(phone) })),
		org: { company: organization },
		...(email === undefined ? {} : { emails: [{ email }] }),
		...(url === undefined ? {} : { urls: [{ url }] }),
	}),
});
