/** The list of the account's phone numbers: GET /{version}/{account}/phone_numbers. */

import * as z from 'zod/mini';
import {
	BUSINESS_ACCOUNT_ID,
	VERSION,
} from '../../../credentials/ContactCardWhatsAppCloudApi.credentials';
import { matches, type ListSearch } from '../listSearch';

const NUMBERS_PER_PAGE = '50';

export const phoneNumbers: ListSearch = {
	request: (_filter, paginationToken) => ({
		method: 'GET',
		path: `/${VERSION}/${BUSINESS_ACCOUNT_ID}/phone_numbers`,
		query: {
			fields: 'id,display_phone_number,verified_name',
			limit: NUMBERS_PER_PAGE,
			...(paginationToken === undefined ? {} : { after: paginationToken }),
		},
	}),
	page(response, filter) {
		const list = z
			.object({
				data: z.array(
					z.object({
						id: z.string(),
						display_phone_number: z.nullish(z.string()),
						verified_name: z.nullish(z.string()),
					}),
				),
				paging: z.catch(
					z.optional(
						z.object({ next: z.optional(z.string()), cursors: z.object({ after: z.string() }) }),
					),
					undefined,
				),
			})
			.safeParse(response.json);
		if (!list.success) return undefined;
		const { data, paging } = list.data;
		const results = data
			.filter(({ id, display_phone_number: number, verified_name: name }) =>
				matches(filter, id, number, name),
			)
			.map(({ id, display_phone_number: number, verified_name: name }) => ({
				name: `${number ?? id}${name == null ? '' : ` (${name})`}`,
				value: id,
			}));
		if (paging?.next === undefined) return { results };
		return { results, paginationToken: paging.cursors.after };
	},
};
