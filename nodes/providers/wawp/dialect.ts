import * as z from 'zod/mini';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** How Wawp spells a contact. */
export const wawpDialect = defineDialect({
	name: 'a Wawp contact',
	example: {
		fullName: 'Wawp Support',
		organization: 'Wawp HQ',
		phoneNumber: '+201111111111',
		whatsappId: '201111111111',
	},
	recognizes: (value) => 'phoneNumber' in value || 'whatsappId' in value,
	schema: z.strictObject({
		fullName: text,
		organization: text,
		phoneNumber: requiredText,
		whatsappId: text,
	}),
	draft: ({ fullName, organization, phoneNumber, whatsappId }) => ({
		name: { formatted_name: fullName },
		phones: [{ phone: phoneNumber, wa_id: whatsappId }],
		org: { company: organization },
	}),
});
