import * as z from 'zod/mini';
import { documentedNumber } from '../../contact/phone/typed';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** Complete numbers separated by commas; anything shorter after a comma may be an extension. */
const NUMBERS = /^\s*\+?\d{7,15}(?:\s*,\s*\+?\d{7,15})+\s*$/;

/** The keys of a contact. */
const CONTACT_KEYS = ['fullName', 'phoneNumber', 'organization', 'email', 'url'];
/** The other keys in the body of a request; `number` is the recipient there. */
const REQUEST_KEYS = [
	'number',
	'replyid',
	'mentions',
	'readchat',
	'readmessages',
	'delay',
	'forward',
	'track_source',
	'track_id',
	'async',
];

/** How uazapiGO spells a contact; several numbers are one text, separated by commas. */
export const uazapiDialect = defineDialect({
	name: 'a uazapiGO contact',
	example: {
		fullName: 'John Doe',
		phoneNumber: '447700900123,447700900124',
		organization: 'Acme',
		email: 'john@example.com',
		url: 'https://example.com',
	},
	// A single number is spelled as at other services.
	recognizes: ({ phoneNumber }) => typeof phoneNumber === 'string' && NUMBERS.test(phoneNumber),
	claims: (value) =>
		Object.keys(value).every((key) => CONTACT_KEYS.includes(key) || REQUEST_KEYS.includes(key)),
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
