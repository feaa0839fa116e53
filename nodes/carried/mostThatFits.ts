import type { Contact } from '../contact/contact';

/** Fields of which one entry after the other is tried, the most useful first. */
const LISTS = ['phones', 'emails', 'urls', 'addresses'] as const;
const SINGLES = ['birthday', 'nickname', 'note', 'photo'] as const;

/**
 * The contact with as much of it as there is room for: the name to show and the first number in any case, then what is
 * most useful first. The photo goes first, an entry of a list is kept whole or not at all, and something small is kept
 * though something large before it had no room.
 *
 * @param fits whether a contact has room
 */
export function mostThatFits(contact: Contact, fits: (contact: Contact) => boolean): Contact {
	if (fits(contact)) return contact;
	const { name, phones, org } = contact;
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
	tryWith({ name });
	tryWith({ phones: phones.slice(0, 1) });
	for (const part of ['company', 'title', 'department'] as const) {
		if (org[part] !== undefined) tryWith({ org: { ...kept.org, [part]: org[part] } });
	}
	for (const field of LISTS) {
		for (const entry of contact[field].slice(kept[field].length)) {
			tryWith({ [field]: [...kept[field], entry] });
		}
	}
	for (const field of SINGLES) {
		if (contact[field] !== undefined) tryWith({ [field]: contact[field] });
	}
	return kept;
}
