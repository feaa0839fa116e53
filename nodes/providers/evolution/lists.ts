/** The list of instances: GET /instance/fetchInstances. */

import * as z from 'zod/mini';
import { matches, type ListSearch } from '../listSearch';

export const instances: ListSearch = {
	request: () => ({ method: 'GET', path: '/instance/fetchInstances' }),
	page(response, filter) {
		const list = z
			.array(z.object({ name: z.string(), connectionStatus: z.nullish(z.string()) }))
			.safeParse(response.json);
		if (!list.success) return undefined;
		return {
			results: list.data
				.filter(({ name }) => matches(filter, name))
				.map(({ name, connectionStatus: state }) => ({
					name: `${name} (${state ?? 'unknown'})`,
					value: name,
				})),
		};
	},
};
