import * as z from 'zod/mini';
import { documentedNumber } from '../../contact/phone/typed';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** How RyzeAPI spells a contact. */
export const ryzeapiDialect = defineDialect({
	name: 'a RyzeAPI contact',
	example: {
		fullName: 'João Silva',
		phone: '5511888888888',
		organization: 'Acme',
		email: 'joao@example.com',
		url: 'https://example.com',
	},
	recognizes: (value) =>
		'fullName' in value && !('phoneNumber' in value) && !('whatsappId' in value),
	schema: z.strictObject({
		fullName: text,
		phone: requiredText,
		organization: text,
		email: text,
		url: text,
	}),
	draft: ({ fullName, phone, organization, email, url }) => ({
		name: { formatted_name: fullName },
		phones: [{ phone: documentedNumber(phone) }],
		org: { company: organization },
		emails: email === undefined ? [] : [{ email }],
		urls: url === undefined ? [] : [{ url }],
	}),
});
