import * as z from 'zod/mini';
import { documentedNumber } from '../../contact/phone/typed';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** How GOWA spells a contact. */
export const gowaDialect = defineDialect({
	name: 'a GOWA contact',
	example: { contact_name: 'John Doe', contact_phone: '6281234567890' },
	recognizes: (value) => 'contact_name' in value || 'contact_phone' in value,
	// In the body of a request, `phone` is the recipient
	claims: (value) => 'contact_name' in value && 'contact_phone' in value,
	schema: z.strictObject({ contact_name: text, contact_phone: requiredText }),
	draft: ({ contact_name: name, contact_phone: phone }) => ({
		name: { formatted_name: name },
		phones: [{ phone: documentedNumber(phone) }],
	}),
});
