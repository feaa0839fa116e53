import type { RecipientRules } from '../contact/phone/recipient';
import type { ListSearch } from './listSearch';
import type { ProviderRequest } from './provider';
import { recipientEntries, type KnownRecipient } from './recipientList';

/** Contacts on a page, since the service returns all of them at once. */
const CONTACTS_PER_PAGE = 50;

/** Prefix of the token that asks for contacts, after the groups; the index of the page's first contact follows. */
const CONTACTS = 'contacts:';

/** A list that a service returns whole. */
interface WholeList {
	/** @param parameters the node's, as {@link ListSearch} describes them */
	request(parameters: Readonly<Record<string, unknown>>): ProviderRequest;
	/** Undefined if the answer is not such a list. */
	known(json: unknown): KnownRecipient[] | undefined;
}

/** A *From list* of recipients: the groups of an account on the first page, then its contacts by name. */
export function groupsThenContacts(
	groups: WholeList,
	contacts: WholeList,
	rules: RecipientRules,
): ListSearch {
	return {
		otherMode: 'Number',
		request: (_filter, paginationToken, parameters = {}) =>
			(isContacts(paginationToken) ? contacts : groups).request(parameters),
		page({ json }, filter, paginationToken) {
			if (!isContacts(paginationToken)) {
				const known = groups.known(json);
				if (known === undefined) return undefined;
				const results = recipientEntries(known, filter, rules);
				return { results, paginationToken: `${CONTACTS}0` };
			}
			const known = contacts.known(json);
			if (known === undefined) return undefined;
			const found = recipientEntries(known, filter, rules).sort(byName);
			const start = Number(paginationToken.slice(CONTACTS.length));
			const end = start + CONTACTS_PER_PAGE;
			return {
				results: found.slice(start, end),
				...(end < found.length ? { paginationToken: `${CONTACTS}${String(end)}` } : {}),
			};
		},
	};
}

function isContacts(paginationToken: string | undefined): paginationToken is string {
	return paginationToken?.startsWith(CONTACTS) === true;
}

/** Servers return contacts in a different order each time. */
function byName(one: { name: string; value: string }, other: { name: string; value: string }) {
	return one.name.localeCompare(other.name) || one.value.localeCompare(other.value);
}
