/** The sessions of a WWebJS API server, and the groups and contacts of one. */

import * as z from 'zod/mini';

import { groupsThenContacts } from '../groupsThenContacts';
import { matches, type ListSearch } from '../listSearch';
import { path } from '../requestParts';
import { RECIPIENTS, sessionId } from './target';

const sessionsSchema = z.object({ result: z.array(z.string()) });

export const sessions: ListSearch = {
	request: () => ({ method: 'GET', path: '/session/getSessions' }),
	page({ json }, filter) {
		const list = sessionsSchema.safeParse(json);
		if (!list.success) return undefined;
		return {
			results: list.data.result
				.filter((name) => matches(filter, name))
				.map((name) => ({ name, value: name })),
		};
	},
};

const id = z.object({ _serialized: z.string() });
const chatsSchema = z.object({
	chats: z.array(z.object({ id, name: z.nullish(z.string()), isGroup: z.nullish(z.boolean()) })),
});
const contactsSchema = z.object({
	contacts: z.array(
		z.object({
			id,
			name: z.nullish(z.string()),
			pushname: z.nullish(z.string()),
			isMyContact: z.nullish(z.boolean()),
			isGroup: z.nullish(z.boolean()),
		}),
	),
});

/**
 * The groups among the session's chats (`GET /client/getChats/{sessionId}`), then the contacts of its address book
 * (`GET /client/getContacts/{sessionId}`, which also gives everybody who is in a group with it).
 */
export const recipients = groupsThenContacts(
	{
		request: (parameters) => ({
			method: 'GET',
			path: path`/client/getChats/${sessionId.parse(parameters['sessionId'])}`,
		}),
		known(json) {
			const list = chatsSchema.safeParse(json);
			if (!list.success) return undefined;
			return list.data.chats
				.filter(({ isGroup }) => isGroup === true)
				.map((chat) => ({ jid: chat.id._serialized, name: chat.name }));
		},
	},
	{
		request: (parameters) => ({
			method: 'GET',
			path: path`/client/getContacts/${sessionId.parse(parameters['sessionId'])}`,
		}),
		known(json) {
			const list = contactsSchema.safeParse(json);
			if (!list.success) return undefined;
			return list.data.contacts
				.filter(({ isMyContact, isGroup }) => isMyContact !== false && isGroup !== true)
				.map((contact) => ({
					jid: contact.id._serialized,
					name: [contact.name, contact.pushname].find(Boolean),
				}));
		},
	},
	RECIPIENTS,
);
