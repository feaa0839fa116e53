import * as z from 'zod/mini';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** How Evolution API spells a contact. */
export const evolutionDialect = defineDialect({
	name: 'an Evolution API contact',
	example: {
		fullName: 'John Doe',
		wuid: '5512996130832',
		phoneNumber: '+5512996130832',
		organization: 'Acme',
		email: 'john@example.com',
		url: 'https://example.com',
	},
	recognizes: (value) =>
		'wuid' in value || ('phoneNumber' in value && ('email' in value || 'url' in value)),
	schema: z.strictObject({
		fullName: text,
		wuid: text,
		phoneNumber: requiredText,
		organization: text,
		email: text,
		url: text,
	}),
	draft: ({ fullName, wuid, phoneNumber, organization, email, url }) => ({
		name: { formatted_name: fullName },
		phones: [{ phone: phoneNumber, wa_id: wuid }],
		org: { company: organization },
		emails: email === undefined ? [] : [{ email }],
		urls: url === undefined ? [] : [{ url }],
	}),
});
