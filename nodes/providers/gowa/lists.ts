import * as z from 'zod/mini';
import { matches, type ListSearch } from '../listSearch';
import { optionalText } from '../parameterSchemas';
import { numberOf, recipientEntries, searchesNumber } from '../recipientList';
import { deviceHeader, RECIPIENTS } from './target';

export const devicesSchema = z.object({
	results: z.nullable(
		z.array(
			z.object({
				id: z.string(),
				display_name: z.nullish(z.string()),
				jid: z.nullish(z.string()),
				state: z.nullish(z.string()),
			}),
		),
	),
});

export const devices: ListSearch = {
	request: () => ({ method: 'GET', path: '/devices' }),
	page(response, filter) {
		const list = devicesSchema.safeParse(response.json);
		if (!list.success) return undefined;
		return {
			results: (list.data.results ?? [])
				.filter(({ id, display_name: name, jid }) => matches(filter, id, name, jid))
				.map(({ id, display_name: name, jid, state }) => ({
					name: `${name ?? id} (${[...numberOf(jid), state ?? 'unknown'].join(', ')})`,
					value: id,
				})),
		};
	},
};

/** `GET /chats` returns at most 100. */
const RECIPIENTS_PER_PAGE = 50;

/** Prefix of the token that asks for contacts, after the chats; the index of the page's first contact follows. */
const CONTACTS = 'contacts:';

const namedJids = z.array(z.object({ jid: z.string(), name: z.nullish(z.string()) }));

const chatsSchema = z.object({
	results: z.object({
		data: z.nullable(namedJids),
		pagination: z.object({ offset: z.number(), total: z.number() }),
	}),
});

const contactsSchema = z.object({ results: z.object({ data: z.nullable(namedJids) }) });

/** The chats of the device (`GET /chats`), the latest first, then its contacts (`GET /user/my/contacts`). */
export const recipients: ListSearch = {
	otherMode: 'Number',
	request(filter, paginationToken, { deviceId } = {}) {
		const headers = deviceHeader(z.catch(optionalText, undefined).parse(deviceId));
		if (paginationToken?.startsWith(CONTACTS) === true) {
			return { method: 'GET', path: '/user/my/contacts', headers };
		}
		const query = { limit: String(RECIPIENTS_PER_PAGE), offset: paginationToken ?? '0' };
		// GOWA's search finds only names.
		const search = filter === undefined || searchesNumber(filter) ? {} : { search: filter };
		return { method: 'GET', path: '/chats', query: { ...query, ...search }, headers };
	},
	page({ json }, filter, paginationToken) {
		if (paginationToken?.startsWith(CONTACTS) === true) {
			const list = contactsSchema.safeParse(json);
			if (!list.success) return undefined;
			const start = Number(paginationToken.slice(CONTACTS.length));
			const found = recipientEntries(list.data.results.data ?? [], filter, RECIPIENTS);
			const end = start + RECIPIENTS_PER_PAGE;
			return {
				results: found.slice(start, end),
				...(end < found.length ? { paginationToken: `${CONTACTS}${String(end)}` } : {}),
			};
		}
		const list = chatsSchema.safeParse(json);
		if (!list.success) return undefined;
		const { data, pagination } = list.data.results;
		const end = pagination.offset + RECIPIENTS_PER_PAGE;
		return {
			results: recipientEntries(data ?? [], filter, RECIPIENTS),
			paginationToken: end < pagination.total ? String(end) : `${CONTACTS}0`,
		};
	},
};
