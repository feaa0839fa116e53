import * as z from 'zod/mini';
import { matches, type ListSearch } from '../listSearch';

/** Sessions in one page. */
const PAGE = 100;

const listSchema = z.array(
	z.object({
		id: z.string(),
		name: z.nullish(z.string()),
		status: z.nullish(z.string()),
		phone: z.nullish(z.string()),
		pushName: z.nullish(z.string()),
	}),
);

/** The sessions of the server, each with its number and whether it is ready. */
export const sessions: ListSearch = {
	request: (_filter, paginationToken) => ({
		method: 'GET',
		path: '/api/sessions',
		query: { limit: String(PAGE), offset: paginationToken ?? '0' },
	}),
	page({ json }, filter, paginationToken) {
		const list = listSchema.safeParse(json);
		if (!list.success) return undefined;
		const results = list.data
			.filter(({ name, phone, pushName }) => matches(filter, name, phone, pushName))
			.map(({ id, name, status, phone, pushName }) => ({
				name: `${name ?? id} (${[phone ?? pushName, status].filter(Boolean).join(', ')})`,
				value: id,
			}));
		if (list.data.length < PAGE) return { results };
		return { results, paginationToken: String(Number(paginationToken ?? '0') + PAGE) };
	},
};
