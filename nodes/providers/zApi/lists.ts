/** The chats and contacts of a Z-API instance. */

import * as z from 'zod/mini';

import type { ListSearch } from '../listSearch';
import { recipientEntries } from '../recipientList';
import { jidSpelling, RECIPIENTS } from './target';

const PAGE_SIZE = 100;

const rowsSchema = z.array(
	z.object({
		// A hidden user's chat may have none.
		phone: z.nullish(z.string()),
		name: z.nullish(z.string()),
		short: z.nullish(z.string()),
		vname: z.nullish(z.string()),
		notify: z.nullish(z.string()),
	}),
);

type Route = 'chats' | 'contacts';

/** What a pagination token asks for: `chats:2`. */
function placeOf(token: string | undefined): { route: Route; page: number } {
	const [route, page] = (token ?? '').split(':');
	return { route: route === 'contacts' ? 'contacts' : 'chats', page: Number(page ?? 1) };
}

/** The chats of the instance, groups among them (`GET …/chats`), then its contacts (`GET …/contacts`). */
export const recipients: ListSearch = {
	otherMode: 'Number',
	request(_filter, paginationToken) {
		const { route, page } = placeOf(paginationToken);
		const query = { page: String(page), pageSize: String(PAGE_SIZE) };
		return { method: 'GET', path: `/${route}`, query };
	},
	page({ json }, filter, paginationToken) {
		const rows = rowsSchema.safeParse(json);
		if (!rows.success) return undefined;
		const { route, page } = placeOf(paginationToken);
		const known = rows.data.map(({ phone, ...names }) => ({
			jid: jidOf(phone ?? ''),
			name: [names.name, names.short, names.vname, names.notify].find(Boolean),
		}));
		const isLast = rows.data.length < PAGE_SIZE;
		const next = isLast
			? route === 'chats'
				? 'contacts:1'
				: undefined
			: `${route}:${String(page + 1)}`;
		return {
			results: recipientEntries(known, filter, RECIPIENTS),
			...(next === undefined ? {} : { paginationToken: next }),
		};
	},
};

function jidOf(phone: string): string {
	const jid = jidSpelling(phone);
	if (jid.includes('@')) return jid;
	return /^\d+-\d+$/.test(jid) ? `${jid}@g.us` : `${jid}@s.whatsapp.net`;
}
