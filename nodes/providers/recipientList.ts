import { readRecipient, type JidServer, type RecipientRules } from '../contact/phone/recipient';
import { jidNumber } from '../contact/phone/typed';
import { matches, type ListEntry } from './listSearch';

/** Someone in a provider's list. */
export interface KnownRecipient {
	jid: string;
	name?: string | null | undefined;
}

const KINDS: Record<JidServer, string> = {
	'g.us': 'group',
	lid: 'hidden user',
	newsletter: 'newsletter',
};
/** A search for a number, in any format. */
const NUMBER_SEARCH = /^[+\d\s().-]*\d[+\d\s().-]*$/;

/** Whether a person searches for a number rather than a name. */
export function searchesNumber(filter: string | undefined): boolean {
	return NUMBER_SEARCH.test(filter ?? '');
}

/**
 * The entries of a *From list* that match the search and can receive a card. Each shows the name with the number (or the
 * group's ID), since two people may share a name; its value is what a person would type as Recipient.
 */
export function recipientEntries(
	known: readonly KnownRecipient[],
	filter: string | undefined,
	rules: RecipientRules,
): ListEntry[] {
	return known.flatMap(({ jid, name }) => {
		const found = recipientOf(jid, rules);
		if (found === undefined) return [];
		const { value, shown } = found;
		const digits = searchesNumber(filter) ? filter?.replace(/\D/g, '') : filter;
		if (!matches(filter, name, value) && !matches(digits, value)) return [];
		const label = name?.trim() ?? '';
		const named = label !== '' && label.replace(/\D/g, '') !== value.replace(/\D/g, '');
		return { name: named ? `${label} (${shown})` : shown, value };
	});
}

/** The number in an account's JID, as `+` and digits; empty if it has none. */
export function numberOf(jid: string | null | undefined): string[] {
	const digits = jidNumber(jid ?? '');
	return digits === undefined ? [] : [`+${digits}`];
}

function recipientOf(
	jid: string,
	rules: RecipientRules,
): { value: string; shown: string } | undefined {
	try {
		const to = readRecipient(jid, rules);
		if (to.kind === 'phone') return { value: to.e164, shown: to.e164 };
		return { value: to.jid, shown: `${KINDS[to.server]} ${to.jid.replace(/@.*/, '')}` };
	} catch {
		// Status updates, broadcast lists and other chats that cannot receive a card.
		return undefined;
	}
}
