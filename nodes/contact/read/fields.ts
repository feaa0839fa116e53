import { z } from 'zod';

import type { ReadContact } from '../contact';
import { InputError } from '../inputError';
import { pathText, text } from './dialect';

const mainText = text.transform((value) => value ?? '');

function listIn<Item>(key: string, item: z.ZodType<Item, z.ZodTypeDef, unknown>) {
	return z
		.object({ [key]: z.array(item).optional() })
		.optional()
		.transform((collection) => collection?.[key] ?? []);
}

/** One entry of the node's Contacts parameter (a fixed collection with four more inside). */
const contactFields = z.object({
	formattedName: text,
	firstName: text,
	lastName: text,
	middleName: text,
	prefix: text,
	suffix: text,
	nickname: text,
	company: text,
	department: text,
	title: text,
	birthday: text,
	note: text,
	phones: listIn('phone', z.object({ phone: mainText, type: text, waId: text })),
	emails: listIn('email', z.object({ email: mainText, type: text })),
	addresses: listIn(
		'address',
		z.object({
			street: text,
			city: text,
			state: text,
			zip: text,
			country: text,
			countryCode: text,
			type: text,
		}),
	),
	urls: listIn('url', z.object({ url: mainText, type: text })),
});

const contactsParameter = z.object({ contact: z.array(contactFields).optional() });

/**
 * Reads contacts from the node's own fields.
 *
 * @throws InputError when there is none, or a field holds something else than text
 */
export function readFields(parameter: unknown): ReadContact[] {
	const result = contactsParameter.safeParse(parameter);
	if (!result.success) {
		const [issue] = result.error.issues;
		const path = issue?.path.filter((key) => key !== 'contact') ?? [];
		throw new InputError(`Contacts${pathText(['', ...path])} ${issue?.message ?? 'does not fit'}`, {
			field: 'contacts',
			fix: 'Let the expression give text or a number.',
		});
	}
	const contacts = result.data.contact ?? [];
	if (contacts.length === 0) {
		throw new InputError('There is no contact', {
			field: 'contacts',
			fix: 'Add one under Contacts, or choose another Contact Source.',
		});
	}
	return contacts.map((fields) => ({
		draft: {
			name: {
				formatted_name: fields.formattedName,
				first_name: fields.firstName,
				last_name: fields.lastName,
				middle_name: fields.middleName,
				prefix: fields.prefix,
				suffix: fields.suffix,
			},
			phones: fields.phones.map(({ phone, type, waId }) => ({ phone, type, wa_id: waId })),
			emails: fields.emails,
			addresses: fields.addresses.map(({ countryCode, ...address }) => ({
				...address,
				country_code: countryCode,
			})),
			org: { company: fields.company, department: fields.department, title: fields.title },
			urls: fields.urls,
			birthday: fields.birthday,
			nickname: fields.nickname,
			note: fields.note,
		},
		warnings: [],
	}));
}
