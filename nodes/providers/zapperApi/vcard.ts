/** A contact as ZapperAPI's `vcard` object, which must contain only fields that its schema names. */

import type { Contact } from '../../contact/contact';
import type { JsonObject } from '../../contact/object';
import { defined } from '../requestParts';

export function wireVcard(contact: Contact): JsonObject {
	const { name, phones, emails, addresses, urls, org, birthday, nickname, note, photo } = contact;
	return defined({
		fn: name.formatted_name,
		n: namesOf(name),
		nickname,
		photo: photo?.replace(/^data:[^,]*;base64,/, ''),
		bday: birthday,
		adr: filled(
			addresses.map((address) =>
				defined({
					streetAddress: address.street,
					locality: address.city,
					region: address.state,
					postalCode: address.zip,
					countryName: address.country,
					type: words(address.type),
				}),
			),
		),
		tel: filled(phones.map(({ phone, type }) => defined({ value: phone, type: words(type) }))),
		email: filled(emails.map(({ email, type }) => defined({ value: email, type: words(type) }))),
		url: urls[0]?.url,
		org: organization(org),
		title: org.title,
		note,
	});
}

/** The parts of the name, which the schema accepts only if both first and last name are there. */
function namesOf({ first_name, last_name, middle_name, prefix, suffix }: Contact['name']) {
	if (first_name === undefined || last_name === undefined) return undefined;
	return defined({
		lastName: last_name,
		firstName: first_name,
		additionalNames: words(middle_name),
		prefixes: words(prefix),
		suffixes: words(suffix),
	});
}

function organization({ company, department }: Contact['org']): string[] | undefined {
	if (department !== undefined) return [company ?? '', department];
	return words(company);
}

function words(text: string | undefined): string[] | undefined {
	return text === undefined ? undefined : [text];
}

function filled<Entry>(entries: readonly Entry[]): readonly Entry[] | undefined {
	return entries.length === 0 ? undefined : entries;
}
