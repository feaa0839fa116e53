/** The agents of a Chatvolt account, and the conversations of one of them. */

import * as z from 'zod/mini';

import { matches, type ListSearch } from '../listSearch';
import { optionalText } from '../parameterSchemas';
import { AGENT_ADDRESS } from './target';

/** The default page size of `GET /agents`. */
const AGENTS_PER_PAGE = 50;

export const agents: ListSearch = {
	request: (_filter, paginationToken = '0') => ({
		method: 'GET',
		path: '/agents',
		query: { limit: String(AGENTS_PER_PAGE), offset: paginationToken },
	}),
	page(response, filter, paginationToken = '0') {
		const list = z
			.array(
				z.object({
					id: z.string(),
					name: z.nullish(z.string()),
					description: z.nullish(z.string()),
				}),
			)
			.safeParse(response.json);
		if (!list.success) return undefined;
		const results = list.data
			.filter(({ id, name }) => matches(filter, id, name))
			.map(({ id, name }) => ({ name: name ?? id, value: id }));
		// The endpoint is not documented; if it ignores the limit, it returns all agents at once.
		if (list.data.length !== AGENTS_PER_PAGE) return { results };
		return { results, paginationToken: String(Number(paginationToken) + AGENTS_PER_PAGE) };
	},
};

/** The largest page of `GET /conversation`. */
const CONVERSATIONS_PER_PAGE = 100;

export const conversations: ListSearch = {
	request(_filter, paginationToken, { agentId } = {}) {
		const agent = z.catch(optionalText, undefined).parse(agentId);
		const id = agent === undefined ? undefined : (AGENT_ADDRESS.exec(agent)?.[1] ?? agent);
		return {
			method: 'GET',
			path: '/conversation',
			query: {
				limit: String(CONVERSATIONS_PER_PAGE),
				...(id === undefined ? {} : { agentId: id }),
				...(paginationToken === undefined ? {} : { cursor: paginationToken }),
			},
		};
	},
	page(response, filter) {
		const list = z
			.array(
				z.object({
					id: z.string(),
					title: z.nullish(z.string()),
					channel: z.nullish(z.string()),
					channelExternalId: z.nullish(z.string()),
					createdAt: z.string(),
				}),
			)
			.safeParse(response.json);
		if (!list.success) return undefined;
		const results = list.data
			.map(({ id, title, channel, channelExternalId }) => ({
				value: id,
				name: [title ?? id, detailsOf(channel, channelExternalId)].join(' ').trim(),
			}))
			.filter(({ name, value }) => matches(filter, value, name));
		const last = list.data[CONVERSATIONS_PER_PAGE - 1];
		if (last === undefined) return { results };
		const cursor = JSON.stringify({ lastCreatedAt: last.createdAt, lastId: last.id });
		return { results, paginationToken: cursor };
	},
};

/** The channel, after the other person's phone number if there is one: `(+447700900000, whatsapp)`. */
function detailsOf(
	channel: string | null | undefined,
	externalId: string | null | undefined,
): string {
	const number = /^[1-9]\d{6,14}$/.test(externalId ?? '') ? `+${externalId ?? ''}` : undefined;
	const details = [number, channel].filter((detail) => detail != null);
	return details.length === 0 ? '' : `(${details.join(', ')})`;
}
