import type { Contact } from '../contact/contact';
import { isGroup, isList, KEYS_BY_RANK, partsOf } from '../contact/fields/keys';

const TEXT_KEYS_BY_RANK = KEYS_BY_RANK.filter((key) => !isGroup(key) && !isList(key));

/**
 * As much of the contact as there is room for: always the name to show and the first number, then, the most
 * useful field first, the parts of name and organization and the first entry of each list, the other entries, and the
 * fields that are one text. A list entry is kept whole or not at all, and something small is kept even if something
 * large before it had no room.
 *
 * @param fits whether a contact fits
 */
export function mostThatFits(contact: Contact, fits: (contact: Contact) => boolean): Contact {
	if (fits(contact)) return contact;
	const { name, phones } = contact;
	let kept: Contact = {
		name: { formatted_name: name.formatted_name },
		phones: phones.slice(0, 1).map(({ phone }) => ({ phone })),
		emails: [],
		addresses: [],
		org: {},
		urls: [],
	};
	const tryWith = (more: Partial<Contact>) => {
		const larger = { ...kept, ...more };
		if (fits(larger)) kept = larger;
	};
	for (const key of KEYS_BY_RANK) {
		if (isGroup(key)) {
			const group: Readonly<Record<string, string | undefined>> = contact[key];
			for (const part of partsOf(key)) {
				if (group[part] !== undefined) tryWith({ [key]: { ...kept[key], [part]: group[part] } });
			}
		} else if (isList(key)) {
			tryWith({ [key]: contact[key].slice(0, 1) });
		}
	}
	for (const key of KEYS_BY_RANK) {
		if (!isList(key)) continue;
		for (const entry of contact[key].slice(kept[key].length)) {
			tryWith({ [key]: [...kept[key], entry] });
		}
	}
	for (const key of TEXT_KEYS_BY_RANK) {
		if (contact[key] !== undefined) tryWith({ [key]: contact[key] });
	}
	return kept;
}
