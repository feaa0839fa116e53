import * as z from 'zod/mini';
import type { ListSearch } from '../listSearch';
import { recipientEntries } from '../recipientList';
import { RECIPIENTS } from './target';

/** Contacts on a page: the server gives all of them at once. */
const CONTACTS_PER_PAGE = 50;

/** Begins the token that asks for contacts, after the groups; the first of the page follows. */
const CONTACTS = 'contacts:';

const groupsSchema = z.object({
	data: z.nullable(z.array(z.object({ JID: z.string(), Name: z.nullish(z.string()) }))),
});

const contactsSchema = z.object({
	data: z.nullable(
		z.array(
			z.object({
				Jid: z.string(),
				FullName: z.nullish(z.string()),
				FirstName: z.nullish(z.string()),
				BusinessName: z.nullish(z.string()),
				PushName: z.nullish(z.string()),
			}),
		),
	),
});

/** The groups of the account (`GET /group/list`), then its contacts (`GET /user/contacts`). */
export const recipients: ListSearch = {
	otherMode: 'Number',
	request: (_filter, paginationToken) => ({
		method: 'GET',
		path: paginationToken?.startsWith(CONTACTS) === true ? '/user/contacts' : '/group/list',
	}),
	page({ json }, filter, paginationToken) {
		if (paginationToken?.startsWith(CONTACTS) !== true) {
			const groups = groupsSchema.safeParse(json);
			if (!groups.success) return undefined;
			const known = (groups.data.data ?? []).map(({ JID, Name }) => ({ jid: JID, name: Name }));
			return {
				results: recipientEntries(known, filter, RECIPIENTS),
				paginationToken: `${CONTACTS}0`,
			};
		}
		const contacts = contactsSchema.safeParse(json);
		if (!contacts.success) return undefined;
		const known = (contacts.data.data ?? []).map(({ Jid, ...names }) => ({
			jid: Jid,
			name: [names.FullName, names.FirstName, names.BusinessName, names.PushName].find(Boolean),
		}));
		const found = recipientEntries(known, filter, RECIPIENTS).sort(byName);
		const start = Number(paginationToken.slice(CONTACTS.length));
		const end = start + CONTACTS_PER_PAGE;
		return {
			results: found.slice(start, end),
			...(end < found.length ? { paginationToken: `${CONTACTS}${String(end)}` } : {}),
		};
	},
};

/** The server gives its contacts in another order each time. */
function byName(one: { name: string; value: string }, other: { name: string; value: string }) {
	return one.name.localeCompare(other.name) || one.value.localeCompare(other.value);
}
