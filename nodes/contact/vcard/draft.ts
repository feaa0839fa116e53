import type { ContactDraft } from '../contact';
import type { TextKey } from '../fields/fields';
import { TEXTS } from '../fields/keys';
import { quote } from '../text';
import { readAddress, readPostalLabel } from './address';
import { textOf, type Card } from './card';
import { decodeValue } from './encodings';
import { extensionOfLabel } from './extensionLabel';
import { readName, readOrganization } from './name';
import type { Property } from './property';
import { readTelephone } from './telephone';
import { CARD_TEXTS } from './texts';
import { labelParameter, readType } from './types';

type Drafts = Required<ContactDraft>;

/** A card as a contact. Values that do not fit its fields become warnings of the card. */
export function draftOf(card: Card): ContactDraft {
	const objects: Omit<Drafts, TextKey> = {
		name: nameOf(card),
		phones: phonesOf(card),
		emails: emailsOf(card),
		addresses: addressesOf(card),
		org: organizationOf(card),
		urls: urlsOf(card),
	};
	const draft: ContactDraft = objects;
	for (const field of TEXTS) {
		const text = CARD_TEXTS[field].read(card);
		if (text !== undefined && text !== '') draft[field] = text;
	}
	return draft;
}

function nameOf(card: Card): Drafts['name'] {
	const name: Drafts['name'] = {};
	const full = card.only('FN', 'name');
	if (full !== undefined) name.formatted_name = textOf(full);
	const parts = card.only('N', 'name');
	if (parts === undefined) return name;
	const extra = readName(decodeValue(parts), card.lists, name);
	if (extra !== '') {
		const message = `N has more parts than a name can have; ${quote(extra)} was left out`;
		card.warnings.add('name', message, parts.line);
	}
	return name;
}

function phonesOf(card: Card): Drafts['phones'] {
	const phones: Drafts['phones'] = [];
	for (const property of card.preferred('TEL')) {
		const { phone, waId } = readTelephone(property);
		// The number may be in waid only
		if (phone === '' && waId === undefined) continue;
		const entry: Drafts['phones'][number] = { phone };
		const type = typeOf(card, property);
		const labelled = extensionOfLabel(phone, type);
		entry.phone = labelled.phone;
		if (labelled.type !== undefined) entry.type = labelled.type;
		if (waId !== undefined) entry.wa_id = waId;
		phones.push(entry);
	}
	return phones;
}

function emailsOf(card: Card): Drafts['emails'] {
	const emails: Drafts['emails'] = [];
	for (const property of card.preferred('EMAIL')) {
		const email = textOf(property);
		const type = typeOf(card, property);
		if (email !== '') emails.push(type === undefined ? { email } : { email, type });
	}
	return emails;
}

function urlsOf(card: Card): Drafts['urls'] {
	const urls: Drafts['urls'] = [];
	for (const property of card.preferred('URL')) {
		const url = textOf(property);
		const type = typeOf(card, property);
		if (url !== '') urls.push(type === undefined ? { url } : { url, type });
	}
	return urls;
}

/** The addresses, and the postal labels without an address of the same type. */
function addressesOf(card: Card): Drafts['addresses'] {
	const addresses: Drafts['addresses'] = [];
	for (const property of card.preferred('ADR')) {
		const address = readAddress(property, card.lists, card.groupOf(property));
		if (address === undefined) continue;
		const label = labelParameter(property);
		const ownLabel = label === undefined || isDelivery(label, address) ? undefined : label;
		const type = readType(property, card.groupOf(property).label ?? ownLabel);
		if (type !== undefined) address.type = type;
		addresses.push(address);
	}
	const labels = card.preferred('LABEL');
	if (labels.length === 0) return addresses;
	const known = new Set(addresses.map(({ type }) => type));
	for (const property of labels) {
		const street = readPostalLabel(property);
		const type = typeOf(card, property);
		if (street === '' || known.has(type) || (type === undefined && known.size > 0)) continue;
		addresses.push(type === undefined ? { street } : { street, type });
	}
	return addresses;
}

/** Whether a label is the address as it stands on a letter (RFC 6350, 6.3.1), not a name for the place. */
function isDelivery(label: string, address: Drafts['addresses'][number]): boolean {
	const text = label.toLowerCase();
	return (
		/[\n,]/.test(label) ||
		Object.values(address).some((part) => part !== undefined && text.includes(part.toLowerCase()))
	);
}

function organizationOf(card: Card): Drafts['org'] {
	const organization = card.only('ORG', 'org');
	const org = organization === undefined ? {} : readOrganization(decodeValue(organization));
	const title = card.only('TITLE', 'org');
	const role = card.only('ROLE', 'org');
	const position = title ?? role;
	if (position !== undefined) org.title = textOf(position);
	if (title !== undefined && role !== undefined && textOf(title) !== textOf(role)) {
		const message = 'ROLE was left out, because the card has a TITLE';
		card.warnings.add('org', message, role.line);
	}
	return org;
}

function typeOf(card: Card, property: Property): string | undefined {
	return readType(property, card.groupOf(property).label ?? labelParameter(property));
}
