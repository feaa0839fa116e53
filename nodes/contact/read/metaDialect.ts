import * as z from 'zod/mini';

import type { ContactDraft } from '../contact';
import { isObject } from '../object';
import { prepared } from '../schemas';
import { defineDialect, listOf, requiredText, text } from './dialect';

const name = prepared(
	(value) => (typeof value === 'string' ? { formatted_name: value } : (value ?? {})),
	z.strictObject({
		formatted_name: text,
		first_name: text,
		last_name: text,
		middle_name: text,
		prefix: text,
		suffix: text,
	}),
);

const org = prepared(
	(value) => (typeof value === 'string' ? { company: value } : (value ?? {})),
	z.strictObject({ company: text, department: text, title: text }),
);

/** Meta's contacts object, and so the neutral contact too: it has `nickname`, `note` and `photo` besides. */
export const metaDialect = defineDialect({
	name: 'a Meta contacts object',
	example: {
		name: { formatted_name: 'John Doe', first_name: 'John' },
		phones: [{ phone: '+5512996130832', type: 'CELL' }],
	},
	recognises: ({ name: shown, phones, emails, addresses, org: organization, urls }) =>
		isObject(shown) ||
		(typeof shown === 'string' && (phones ?? emails ?? urls) !== undefined) ||
		firstHas(phones, 'phone') ||
		firstHas(emails, 'email') ||
		Array.isArray(addresses) ||
		isObject(organization) ||
		firstHas(urls, 'url'),
	schema: z.strictObject({
		name,
		phones: listOf(z.strictObject({ phone: requiredText, type: text, wa_id: text }), 'phone'),
		emails: listOf(z.strictObject({ email: requiredText, type: text }), 'email'),
		addresses: listOf(
			z.strictObject({
				street: text,
				city: text,
				state: text,
				zip: text,
				country: text,
				country_code: text,
				type: text,
			}),
			'street',
		),
		org,
		urls: listOf(z.strictObject({ url: requiredText, type: text }), 'url'),
		birthday: text,
		nickname: text,
		note: text,
		photo: text,
	}),
	draft: (contact) => ({ ...contact, phones: withIds(contact.phones) }),
});

type DraftPhones = NonNullable<ContactDraft['phones']>;

/** n8n's WhatsApp node gives the WhatsApp id as a phone of its own, of the type `wa_id`. */
function withIds(phones: DraftPhones): DraftPhones {
	const isId = ({ type }: DraftPhones[number]) => /^wa_?id$/i.test(type ?? '');
	const ids = phones.filter(isId);
	if (ids.length === 0) return phones;
	const digits = (text: string) => text.replace(/\D/g, '');
	const numbers = phones.filter((phone) => !isId(phone)).map((phone) => ({ ...phone }));
	for (const { phone: id } of ids) {
		const own = numbers.find(({ phone }) => digits(phone) === digits(id));
		if (own === undefined) numbers.push({ phone: '', wa_id: id });
		else own.wa_id ??= id;
	}
	return numbers;
}

/** Whether it is a list of such entries, or of bare texts, which stand for their main key. */
function firstHas(items: unknown, key: string): boolean {
	const first: unknown = Array.isArray(items) ? items[0] : items;
	return isObject(first) ? key in first : typeof first === 'string';
}
