import type { ContactDraft, ReadContact } from '../contact/contact';
import { readVCards } from '../contact/vcard/read';

/** A contact as messages carry it: a vCard, and beside it what the chat shows. */
export interface SharedCard {
	vcard?: string | undefined;
	/** Names the contact where its vCard does not. */
	displayName?: string | undefined;
	/** The numbers of a contact that came without a vCard. */
	phones?: readonly string[] | undefined;
}

/** The contact of a card, or several where its text holds several vCards; none where there is nothing in it. */
export function readSharedCard(card: SharedCard): ReadContact[] {
	const displayName = filled(card.displayName);
	const { contacts, warnings, hasGroup } = readVCards(card.vcard ?? '');
	const [first, ...others] = contacts;
	if (first !== undefined) {
		const draft =
			hasName(first.draft) || displayName === undefined
				? first.draft
				: { ...first.draft, name: { formatted_name: displayName } };
		return [{ draft, warnings: [...warnings, ...first.warnings] }, ...others];
	}
	// A group has a name to show, too, and is no person for it
	if (hasGroup) return [];
	const phones = (card.phones ?? []).filter((phone) => filled(phone) !== undefined);
	if (displayName === undefined && phones.length === 0) return [];
	const draft = {
		name: { formatted_name: displayName },
		phones: phones.map((phone) => ({ phone })),
	};
	return [{ draft, warnings }];
}

/** Whether any part of a name is given. */
export function hasName({ name = {} }: ContactDraft): boolean {
	return Object.values(name).some((part) => filled(part) !== undefined);
}

function filled(text: string | undefined): string | undefined {
	return text === undefined || text.trim() === '' ? undefined : text;
}
