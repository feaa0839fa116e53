/** The groups and contacts of a WuzAPI account. */

import * as z from 'zod/mini';

import { groupsThenContacts } from '../groupsThenContacts';
import { RECIPIENTS } from './target';

const groupsSchema = z.object({
	data: z.object({
		Groups: z.nullish(z.array(z.object({ JID: z.string(), Name: z.nullish(z.string()) }))),
	}),
});

const contactsSchema = z.object({
	data: z.nullable(
		z.record(
			z.string(),
			z.object({
				FullName: z.nullish(z.string()),
				FirstName: z.nullish(z.string()),
				BusinessName: z.nullish(z.string()),
				PushName: z.nullish(z.string()),
			}),
		),
	),
});

/** The groups of the account (`GET /group/list`), then its contacts (`GET /user/contacts`), an object with JIDs as keys. */
export const recipients = groupsThenContacts(
	{
		request: () => ({ method: 'GET', path: '/group/list' }),
		known(json) {
			const list = groupsSchema.safeParse(json);
			if (!list.success) return undefined;
			return (list.data.data.Groups ?? []).map(({ JID, Name }) => ({ jid: JID, name: Name }));
		},
	},
	{
		request: () => ({ method: 'GET', path: '/user/contacts' }),
		known(json) {
			const list = contactsSchema.safeParse(json);
			if (!list.success) return undefined;
			return Object.entries(list.data.data ?? {}).map(([jid, names]) => ({
				jid,
				name: [names.FullName, names.FirstName, names.BusinessName, names.PushName].find(Boolean),
			}));
		},
	},
	RECIPIENTS,
);
