import type { Contact, Phone } from '../contact/contact';
import { TEXTS } from '../contact/fields/keys';
import { withoutExtension } from '../contact/phone/typed';
import { carriesTypes, places, type Carries } from './carries';
import { isCarriedText, isPlainPhoneType, isShownNamePart } from './losses';

/** The contact as it reaches the recipient's phone through a provider: without everything that `losses` lists. */
export function carriedPart(contact: Contact, carries: Carries): Contact {
	const { name, phones, emails, addresses, org, urls } = contact;
	const carried: Contact = {
		name: carries.nameParts ? name : shownParts(contact),
		phones: phones.slice(0, places(carries.phones)).map((phone) => carriedPhone(phone, carries)),
		emails: withTypes(emails.slice(0, places(carries.emails)), carriesTypes(carries, 'emails')),
		addresses: withTypes(
			addresses.slice(0, places(carries.addresses)),
			carriesTypes(carries, 'addresses'),
		),
		org: {},
		urls: withTypes(urls.slice(0, places(carries.urls)), carriesTypes(carries, 'urls')),
	};
	for (const part of carries.org) {
		const text = org[part];
		if (text !== undefined) carried.org[part] = text;
	}
	for (const key of TEXTS) {
		const text = contact[key];
		if (text !== undefined && isCarriedText(key, text, carries)) carried[key] = text;
	}
	return carried;
}

function shownParts({ name }: Contact): Contact['name'] {
	const { formatted_name: shown, ...parts } = name;
	const kept = Object.entries(parts).filter(([, part = '']) => isShownNamePart(part, shown));
	return { formatted_name: shown, ...Object.fromEntries(kept) };
}

function carriedPhone({ phone, type, wa_id: id }: Phone, carries: Carries): Phone {
	const carried: Phone = { phone: carries.extensions ? phone : withoutExtension(phone) };
	if (type !== undefined && (carriesTypes(carries, 'phones') || isPlainPhoneType(type)))
		carried.type = type;
	if (id !== undefined && (carries.whatsAppIds || `+${id}` === phone)) carried.wa_id = id;
	return carried;
}

function withTypes<Entry extends { type?: string | undefined }>(
	entries: Entry[],
	types: boolean,
): Entry[] {
	if (types || entries.length === 0) return entries;
	return entries.map((entry) => {
		const untyped = { ...entry };
		delete untyped.type;
		return untyped;
	});
}
