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

/** Properties that are read in one step: the parameters of each can be long. */
const STEP = 8;

/** Reads something in steps of a few milliseconds, however long it is. */
type Steps<Result> = Generator<void, Result, undefined>;

/** A card as a contact. Values that do not fit its fields become warnings of the card. */
export function* draftOf(card: Card): Steps<ContactDraft> {
	const objects: Omit<Drafts, TextKey> = {
		name: yield* nameOf(card),
		phones: yield* inSteps(card.preferred('TEL'), (property) => phoneOf(card, property)),
		emails: yield* inSteps(card.preferred('EMAIL'), (property) => emailOf(card, property)),
		addresses: yield* addressesOf(card),
		org: yield* organizationOf(card),
		urls: yield* inSteps(card.preferred('URL'), (property) => urlOf(card, property)),
	};
	const draft: ContactDraft = objects;
	for (const field of TEXTS) {
		const text = yield* CARD_TEXTS[field].read(card);
		if (text !== undefined && text !== '') draft[field] = text;
	}
	return draft;
}

/** The entries that properties are, without those that are none. */
function* inSteps<Entry>(
	properties: readonly Property[],
	read: (property: Property) => Entry | undefined,
): Steps<Entry[]> {
	const entries: Entry[] = [];
	for (const [index, property] of properties.entries()) {
		const entry = read(property);
		if (entry !== undefined) entries.push(entry);
		if (index % STEP === STEP - 1) yield;
	}
	return entries;
}

function* nameOf(card: Card): Steps<Drafts['name']> {
	const name: Drafts['name'] = {};
	const full = card.only('FN', 'name');
	if (full !== undefined) name.formatted_name = textOf(full);
	const parts = card.only('N', 'name');
	if (parts === undefined) return name;
	const extra = yield* readName(decodeValue(parts), card.lists, name);
	if (extra !== '') {
		const message = `N has more parts than a name can have; ${quote(extra)} was left out`;
		card.warnings.add('name', message, parts.line);
	}
	return name;
}

function phoneOf(card: Card, property: Property): Drafts['phones'][number] | undefined {
	const { phone, waId } = readTelephone(property);
	// The number may be in waid only
	if (phone === '' && waId === undefined) return undefined;
	const entry: Drafts['phones'][number] = { phone };
	const type = typeOf(card, property);
	const labelled = extensionOfLabel(phone, type);
	entry.phone = labelled.phone;
	if (labelled.type !== undefined) entry.type = labelled.type;
	if (waId !== undefined) entry.wa_id = waId;
	return entry;
}

function emailOf(card: Card, property: Property): Drafts['emails'][number] | undefined {
	const email = textOf(property);
	if (email === '') return undefined;
	const type = typeOf(card, property);
	return type === undefined ? { email } : { email, type };
}

function urlOf(card: Card, property: Property): Drafts['urls'][number] | undefined {
	const url = textOf(property);
	if (url === '') return undefined;
	const type = typeOf(card, property);
	return type === undefined ? { url } : { url, type };
}

/** The addresses, and the postal labels without an address of the same type. */
function* addressesOf(card: Card): Steps<Drafts['addresses']> {
	const addresses: Drafts['addresses'] = [];
	for (const [index, property] of card.preferred('ADR').entries()) {
		if (index % STEP === STEP - 1) yield;
		const address = yield* readAddress(property, card.lists, card.groupOf(property));
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
	for (const [index, property] of labels.entries()) {
		if (index % STEP === STEP - 1) yield;
		const street = yield* readPostalLabel(property);
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

function* organizationOf(card: Card): Steps<Drafts['org']> {
	const organization = card.only('ORG', 'org');
	const org = organization === undefined ? {} : yield* readOrganization(decodeValue(organization));
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
