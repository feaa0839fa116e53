import type { ContactDraft } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { documentedNumber } from '../contact/phone/typed';
import { isText, textOf } from '../contact/read/dialect';
import { isVCard, readVCards } from '../contact/vcard/read';
import type { SharedContacts } from './reader';

/** A contact as messages carry it: a vCard, plus what the chat shows. */
export interface SharedCard {
	vcard?: string | undefined;
	/** The contact's name, if its vCard has none. */
	displayName?: string | undefined;
	/** The contact's numbers, if its vCard has none. */
	phones?: readonly string[] | undefined;
}

/*
 * The keys of the parts in all services. They differ only in spelling, and documentation is not always exact about it,
 * so each is read from all of them.
 */
const VCARD_KEYS = ['vcard', 'vCard', 'Vcard', 'VCard', 'vcard_text', 'vcardText'];
const NAME_KEYS = [
	'displayName',
	'display_name',
	'DisplayName',
	'formattedName',
	'vcardFormattedName',
	'fullName',
	'full_name',
	'contactName',
	'name',
];
const PHONE_KEYS = ['phones', 'phone', 'phone_number', 'phoneNumber', 'contactPhone', 'number'];

/** The cards in a value: an object, vCard text, or a list of these; anything else is ignored. */
export function cardsIn(value: unknown): SharedCard[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.flatMap((entry): SharedCard[] => {
		if (typeof entry === 'string') return isVCard(entry) ? [{ vcard: entry }] : [];
		return isObject(entry) ? [cardOf(entry)] : [];
	});
}

/** The contacts of cards. */
export function readSharedCards(cards: readonly SharedCard[]): SharedContacts {
	const read = cards.map(readSharedCard);
	return {
		contacts: read.flatMap(({ contacts }) => contacts),
		warnings: read.flatMap(({ warnings }) => warnings),
	};
}

/** The contact of a card, or several if its text contains several vCards; none if it is empty. */
export function readSharedCard(card: SharedCard): SharedContacts {
	const displayName = filled(card.displayName);
	const phones = (card.phones ?? []).filter((phone) => filled(phone) !== undefined);
	const { contacts, warnings, hasGroup } = readVCards(card.vcard ?? '');
	const [first, ...others] = contacts;
	if (first !== undefined) {
		const draft = completed(first.draft, displayName, phones);
		return {
			contacts: [{ draft, warnings: [...warnings, ...first.warnings] }, ...others],
			warnings: [],
		};
	}
	// A group has a name to show too, but is still not a person
	if (hasGroup) return { contacts: [], warnings };
	if (displayName === undefined && phones.length === 0) return { contacts: [], warnings };
	return { contacts: [{ draft: completed({}, displayName, phones), warnings }], warnings: [] };
}

/** Whether any part of a name is given. */
export function hasName({ name = {} }: ContactDraft): boolean {
	return Object.values(name).some((part) => filled(part) !== undefined);
}

function completed(
	draft: ContactDraft,
	displayName: string | undefined,
	phones: readonly string[],
): ContactDraft {
	return {
		...draft,
		...(hasName(draft) || displayName === undefined
			? {}
			: { name: { formatted_name: displayName } }),
		...((draft.phones ?? []).length > 0
			? {}
			: { phones: phones.map((phone) => ({ phone: documentedNumber(phone) })) }),
	};
}

function cardOf(card: JsonObject): SharedCard {
	const phones = PHONE_KEYS.flatMap((key) => phonesIn(card[key]));
	return {
		vcard: firstText(card, VCARD_KEYS),
		displayName: firstText(card, NAME_KEYS),
		phones: [...new Set(phones)],
	};
}

function phonesIn(value: unknown): string[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.flatMap((entry) => {
		const phone = isObject(entry) ? firstText(entry, ['phone', 'number', 'value']) : entry;
		const text = isText(phone) ? filled(textOf(phone)) : undefined;
		return text === undefined ? [] : [text];
	});
}

function firstText(object: JsonObject, keys: readonly string[]): string | undefined {
	for (const key of keys) {
		const value = object[key];
		const text = isText(value) ? filled(textOf(value)) : undefined;
		if (text !== undefined) return text;
	}
	return undefined;
}

function filled(text: string | undefined): string | undefined {
	return text === undefined || text.trim() === '' ? undefined : text;
}
