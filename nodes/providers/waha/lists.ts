import * as z from 'zod/mini';
import { matches, type ListSearch } from '../listSearch';

export const sessions: ListSearch = {
	request: () => ({ method: 'GET', path: '/api/sessions', query: { all: 'true' } }),
	page(response, filter) {
		const list = z
			.array(
				z.object({
					name: z.string(),
					status: z.nullish(z.string()),
					me: z.nullish(z.object({ id: z.nullish(z.string()), pushName: z.nullish(z.string()) })),
				}),
			)
			.safeParse(response.json);
		if (!list.success) return undefined;
		return {
			results: list.data
				.filter(({ name, me }) => matches(filter, name, me?.id, me?.pushName))
				.map(({ name, status, me }) => ({
					name: `${name} (${[status ?? 'unknown', me?.pushName].filter(Boolean).join(', ')})`,
					value: name,
				})),
		};
	},
};
