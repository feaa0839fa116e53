import * as z from 'zod/mini';

import { INSTANCE_ID } from '../../../credentials/ContactCardZapperApi.credentials';
import type { RecipientRules } from '../../contact/phone/recipient';
import type { ListSearch } from '../listSearch';
import { recipientEntries } from '../recipientList';

export const RECIPIENTS: RecipientRules = { provider: 'ZapperAPI', jids: ['g.us', 'lid'] };

const groupsSchema = z.object({
	groups: z.array(z.object({ id: z.string(), subject: z.nullish(z.string()) })),
});

/** The groups of the instance; ZapperAPI does not list people. */
export const recipients: ListSearch = {
	otherMode: 'By Number',
	request: () => ({ method: 'GET', path: `/${INSTANCE_ID}/groups` }),
	page({ json }, filter) {
		const list = groupsSchema.safeParse(json);
		if (!list.success) return undefined;
		const known = list.data.groups.map(({ id, subject }) => ({ jid: id, name: subject }));
		return { results: recipientEntries(known, filter, RECIPIENTS) };
	},
};
