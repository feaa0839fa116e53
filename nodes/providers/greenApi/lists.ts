import * as z from 'zod/mini';
import type { ListSearch } from '../listSearch';
import { recipientEntries } from '../recipientList';
import { RECIPIENTS } from './target';

/** Entries on a page, since the service returns all contacts at once. */
const PER_PAGE = 50;

const contactsSchema = z.array(
	z.object({ id: z.string(), name: z.nullish(z.string()), contactName: z.nullish(z.string()) }),
);

/** The contacts and groups of the instance (`GET /getContacts`). */
export const recipients: ListSearch = {
	otherMode: 'Number',
	request: () => ({ method: 'GET', path: '/getContacts' }),
	page({ json }, filter, paginationToken = '0') {
		const list = contactsSchema.safeParse(json);
		if (!list.success) return undefined;
		const known = list.data.map(({ id, name, contactName }) => ({
			jid: id,
			name: [contactName, name].find(Boolean),
		}));
		const found = recipientEntries(known, filter, RECIPIENTS);
		const start = Number(paginationToken);
		const end = start + PER_PAGE;
		return {
			results: found.slice(start, end),
			...(end < found.length ? { paginationToken: String(end) } : {}),
		};
	},
};
