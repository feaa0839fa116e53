/** The groups and contacts of a uazapiGO instance. */

import * as z from 'zod/mini';

import { groupsThenContacts } from '../groupsThenContacts';
import { RECIPIENTS } from './target';

const groupsSchema = z.object({
	groups: z.nullish(z.array(z.object({ JID: z.string(), Name: z.nullish(z.string()) }))),
});

const contactsSchema = z.array(
	z.object({
		jid: z.string(),
		contact_name: z.nullish(z.string()),
		contact_FirstName: z.nullish(z.string()),
	}),
);

/** The groups (`GET /group/list`), then the contacts (`GET /contacts`); neither answer contains the token. */
export const recipients = groupsThenContacts(
	{
		request: () => ({ method: 'GET', path: '/group/list', query: { noparticipants: 'true' } }),
		known(json) {
			const list = groupsSchema.safeParse(json);
			if (!list.success) return undefined;
			return (list.data.groups ?? []).map(({ JID, Name }) => ({ jid: JID, name: Name }));
		},
	},
	{
		request: () => ({ method: 'GET', path: '/contacts', query: { contactScope: 'all' } }),
		known(json) {
			const list = contactsSchema.safeParse(json);
			if (!list.success) return undefined;
			return list.data.map(({ jid, contact_name: name, contact_FirstName: first }) => ({
				jid,
				name: [name, first].find(Boolean),
			}));
		},
	},
	RECIPIENTS,
);
