import * as z from 'zod/mini';
import { defineDialect, requiredText, text } from '../../contact/read/dialect';

/** How OpenWA spells a contact. */
export const openWaDialect = defineDialect({
	name: 'an OpenWA contact',
	example: { contactName: 'John Doe', contactNumber: '+5512996130832' },
	recognizes: (value) => 'contactName' in value && 'contactNumber' in value,
	schema: z.strictObject({ contactName: text, contactNumber: requiredText }),
	draft: ({ contactName, contactNumber }) => ({
		name: { formatted_name: contactName },
		phones: [{ phone: contactNumber }],
	}),
});
