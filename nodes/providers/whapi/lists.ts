import * as z from 'zod/mini';
import type { ListSearch } from '../listSearch';
import { recipientEntries } from '../recipientList';
import { RECIPIENTS } from './target';

const PER_PAGE = 100;

/** Prefix of the token that asks for contacts, after the chats; the index of the page's first contact follows. */
const CONTACTS = 'contacts:';

const entries = z.array(
	z.object({ id: z.string(), name: z.nullish(z.string()), pushname: z.nullish(z.string()) }),
);
const chatsSchema = z.object({ chats: entries, total: z.nullish(z.number()) });
const contactsSchema = z.object({ contacts: entries, total: z.nullish(z.number()) });

/** The chats and groups of the channel (`GET /chats`), the latest first, then its contacts (`GET /contacts`). */
export const recipients: ListSearch = {
	otherMode: 'Number',
	request(_filter, paginationToken) {
		const offset = paginationToken?.replace(CONTACTS, '') ?? '0';
		return {
			method: 'GET',
			path: isContacts(paginationToken) ? '/contacts' : '/chats',
			query: { count: String(PER_PAGE), offset },
		};
	},
	page({ json }, filter, paginationToken) {
		const contacts = isContacts(paginationToken);
		const list = contacts ? contactsSchema.safeParse(json) : chatsSchema.safeParse(json);
		if (!list.success) return undefined;
		const found = 'chats' in list.data ? list.data.chats : list.data.contacts;
		const known = found.map(({ id, name, pushname }) => ({ jid: id, name: name ?? pushname }));
		const results = recipientEntries(known, filter, RECIPIENTS);
		const end = Number(paginationToken?.replace(CONTACTS, '') ?? 0) + found.length;
		const isLast = found.length === 0 || end >= (list.data.total ?? Infinity);
		if (!isLast) return { results, paginationToken: `${contacts ? CONTACTS : ''}${String(end)}` };
		return contacts ? { results } : { results, paginationToken: `${CONTACTS}0` };
	},
};

function isContacts(paginationToken: string | undefined): boolean {
	return paginationToken?.startsWith(CONTACTS) === true;
}
