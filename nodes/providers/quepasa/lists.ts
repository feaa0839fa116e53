import * as z from 'zod/mini';
import type { ListSearch } from '../listSearch';
import { recipientEntries } from '../recipientList';
import { RECIPIENTS } from './target';

/** Contacts on a page: the server gives all of them at once. */
const CONTACTS_PER_PAGE = 50;

/** Begins the token that asks for contacts, after the groups; the first of the page follows. */
const CONTACTS = 'contacts:';

const groupsSchema = z.object({
	success: z.literal(true),
	groups: z.nullish(z.array(z.object({ JID: z.string(), Name: z.nullish(z.string()) }))),
});
const contactsSchema = z.object({
	success: z.literal(true),
	contacts: z.nullish(
		z.array(
			z.object({
				id: z.string(),
				phone: z.nullish(z.string()),
				title: z.nullish(z.string()),
			}),
		),
	),
});

/** The groups of the account (`GET /groups/getall`), then its contacts (`GET /contacts`). */
export const recipients: ListSearch = {
	otherMode: 'Number',
	request: (_filter, paginationToken) => ({
		method: 'GET',
		path: paginationToken?.startsWith(CONTACTS) === true ? '/contacts' : '/groups/getall',
	}),
	page({ json }, filter, paginationToken) {
		if (paginationToken?.startsWith(CONTACTS) !== true) {
			const groups = groupsSchema.safeParse(json);
			if (!groups.success) return undefined;
			const known = (groups.data.groups ?? []).map(({ JID, Name }) => ({ jid: JID, name: Name }));
			const results = recipientEntries(known, filter, RECIPIENTS);
			return { results, paginationToken: `${CONTACTS}0` };
		}
		const contacts = contactsSchema.safeParse(json);
		if (!contacts.success) return undefined;
		const known = (contacts.data.contacts ?? []).map(({ id, title }) => ({ jid: id, name: title }));
		const found = recipientEntries(known, filter, RECIPIENTS);
		const start = Number(paginationToken.slice(CONTACTS.length));
		const end = start + CONTACTS_PER_PAGE;
		return {
			results: found.slice(start, end),
			...(end < found.length ? { paginationToken: `${CONTACTS}${String(end)}` } : {}),
		};
	},
};
