import * as z from 'zod/mini';

import {
	defineDialect,
	requiredText,
	text,
	withWarnings,
	type Dialect,
} from '../../contact/read/dialect';
import { readTelegramContact } from '../../incoming/telegram';

const fields = defineDialect({
	name: 'a Telegram contact',
	example: { phone_number: '+5512996130832', first_name: 'John', last_name: 'Doe' },
	recognizes: (value) => 'phone_number' in value && 'first_name' in value,
	schema: z.strictObject({
		phone_number: requiredText,
		first_name: text,
		last_name: text,
		user_id: z.optional(z.unknown()),
		vcard: text,
	}),
	draft: ({ phone_number: phone, first_name, last_name }) => ({
		name: { first_name, last_name },
		phones: [{ phone }],
	}),
});

/** How Telegram spells a contact. Its vCard, if there is one, holds the rest of the contact, as in an incoming message. */
export const telegramDialect: Dialect = {
	...fields,
	read(value, path) {
		const read = fields.read(value, path);
		const { vcard, ...beside } = value;
		if (typeof vcard !== 'string') return read;
		const { phone_number, first_name, last_name } = z
			.record(z.string(), z.catch(text, undefined))
			.parse(beside);
		return withWarnings(
			readTelegramContact({ phone_number, first_name, last_name, vcard }),
			read.flatMap(({ warnings }) => warnings),
		);
	},
};
