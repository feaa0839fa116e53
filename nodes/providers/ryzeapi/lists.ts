import * as z from 'zod/mini';
import { matches, type ListSearch } from '../listSearch';
import { numberOf, recipientEntries } from '../recipientList';
import { path } from '../requestParts';
import { instanceName, RECIPIENTS } from './target';

export const instances: ListSearch = {
	request: () => ({ method: 'GET', path: '/api/instance/list' }),
	page(response, filter) {
		const list = z
			.object({
				instances: z.array(
					z.object({
						name: z.string(),
						connection: z.nullish(
							z.object({ state: z.nullish(z.string()), numberJid: z.nullish(z.string()) }),
						),
					}),
				),
			})
			.safeParse(response.json);
		if (!list.success) return undefined;
		return {
			results: list.data.instances
				.map(({ name, connection }) => {
					const details = [...numberOf(connection?.numberJid), connection?.state ?? 'unknown'];
					return { name: `${name} (${details.join(', ')})`, value: name };
				})
				.filter(({ name }) => matches(filter, name)),
		};
	},
};

/**
 * `GET /api/group/list/{instance}`, whose shape is not documented: groups with a JID and a name, as the libraries behind
 * such services spell them.
 */
const groupsSchema = z.object({
	groups: z.array(
		z.pipe(
			z.object({
				jid: z.optional(z.string()),
				id: z.optional(z.string()),
				name: z.nullish(z.string()),
				subject: z.nullish(z.string()),
			}),
			z.transform(({ jid, id, name, subject }) => ({
				jid: jid ?? id ?? '',
				name: name ?? subject,
			})),
		),
	),
});

/** The groups of the instance. RyzeAPI's list of contacts is not documented at all. */
export const groups: ListSearch = {
	otherMode: 'Number',
	request: (_filter, _paginationToken, { instance } = {}) => ({
		method: 'GET',
		path: path`/api/group/list/${instanceName.parse(instance)}`,
	}),
	page({ json }, filter) {
		const list = groupsSchema.safeParse(json);
		if (!list.success) return undefined;
		return { results: recipientEntries(list.data.groups, filter, RECIPIENTS) };
	},
};
