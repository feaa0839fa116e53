/** A contact as Infobip accepts it, with only the types that its enumerations allow. */

import { leftOut, type Loss } from '../../carried/losses';
import type { Contact } from '../../contact/contact';
import type { ListKey } from '../../contact/fields/fields';
import type { JsonObject } from '../../contact/object';
import type { Fit } from '../provider';
import { defined } from '../requestParts';

const PLACES = ['HOME', 'WORK'];
const TYPES: Readonly<Record<ListKey, readonly string[]>> = {
	phones: ['CELL', 'MAIN', 'IPHONE', ...PLACES],
	emails: PLACES,
	addresses: PLACES,
	urls: PLACES,
};

/** The contact with the types that Infobip accepts; another type becomes its first accepted word, or none. */
export function fit(contact: Contact): Fit {
	const lost: Loss[] = [];
	const known = <Entry extends { type?: string | undefined }>(
		field: ListKey,
		entries: readonly Entry[],
	): Entry[] =>
		entries.map((entry) => {
			const { type } = entry;
			if (type === undefined) return entry;
			const accepted = acceptedType(field, type);
			if (accepted !== type.toUpperCase() && !isSynonym(type)) {
				lost.push({ field, lost: `the type ${type}`, plural: false });
			}
			const fitted = { ...entry };
			delete fitted.type;
			return accepted === undefined ? fitted : { ...fitted, type: accepted };
		});
	const fitted: Contact = {
		...contact,
		phones: known('phones', contact.phones),
		emails: known('emails', contact.emails),
		addresses: known('addresses', contact.addresses),
		urls: known('urls', contact.urls),
	};
	const reason =
		'Infobip accepts only the types WORK and HOME, and for phones also CELL, MAIN and IPHONE';
	return { contact: fitted, warnings: leftOut(lost, reason), lost };
}

function acceptedType(field: ListKey, type: string): string | undefined {
	const words = type
		.toUpperCase()
		.split(' ')
		.map((word) => (isSynonym(word) ? 'CELL' : word));
	return words.find((word) => TYPES[field].includes(word));
}

function isSynonym(type: string): boolean {
	return type.toUpperCase() === 'MOBILE';
}

export function wireContact(contact: Contact): JsonObject {
	const { name, phones, emails, addresses, org, urls, birthday } = contact;
	return defined({
		name: defined({
			firstName: name.first_name ?? name.formatted_name,
			lastName: name.last_name,
			middleName: name.middle_name,
			namePrefix: name.prefix,
			nameSuffix: name.suffix,
			formattedName: name.formatted_name,
		}),
		phones: filled(phones.map(({ phone, type, wa_id: waId }) => defined({ phone, type, waId }))),
		emails: filled(emails),
		addresses: filled(
			addresses.map(({ country_code: countryCode, ...address }) =>
				defined({ ...address, countryCode }),
			),
		),
		org: Object.keys(org).length === 0 ? undefined : org,
		urls: filled(urls),
		birthday,
	});
}

function filled<Entry>(entries: readonly Entry[]): readonly Entry[] | undefined {
	return entries.length === 0 ? undefined : entries;
}
