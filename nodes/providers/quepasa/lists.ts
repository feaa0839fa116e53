/** The groups and contacts of a Quepasa connection. */

import * as z from 'zod/mini';

import { groupsThenContacts } from '../groupsThenContacts';
import { RECIPIENTS } from './target';

const groupsSchema = z.object({
	success: z.literal(true),
	groups: z.nullish(z.array(z.object({ JID: z.string(), Name: z.nullish(z.string()) }))),
});
const contactsSchema = z.object({
	success: z.literal(true),
	contacts: z.nullish(z.array(z.object({ id: z.string(), title: z.nullish(z.string()) }))),
});

/** The groups of the account (`GET /groups/getall`), then its contacts (`GET /contacts`). */
export const recipients = groupsThenContacts(
	{
		request: () => ({ method: 'GET', path: '/groups/getall' }),
		known(json) {
			const list = groupsSchema.safeParse(json);
			if (!list.success) return undefined;
			return (list.data.groups ?? []).map(({ JID, Name }) => ({ jid: JID, name: Name }));
		},
	},
	{
		request: () => ({ method: 'GET', path: '/contacts' }),
		known(json) {
			const list = contactsSchema.safeParse(json);
			if (!list.success) return undefined;
			return (list.data.contacts ?? []).map(({ id, title }) => ({ jid: id, name: title }));
		},
	},
	RECIPIENTS,
);
