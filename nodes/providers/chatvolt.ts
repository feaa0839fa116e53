import { z } from 'zod';

import { ContactCardChatvoltApi } from '../../credentials/ContactCardChatvoltApi.credentials';
import { CARRIES_ALL, type Carries } from '../carried/losses';
import { flatParameters } from '../contact/flat';
import { object } from '../contact/oneStep';
import { InputError } from '../failures/inputError';
import { matches, type ListSearch } from './listSearch';
import {
	identifier,
	optionalText,
	type Provider,
	type ProviderResponse,
	type Refusal,
	type Target,
} from './provider';
import { chosenFromList } from './targetParameters';

/*
 * Chatvolt: POST {base}/messages/interactive/send-contact
 * Contract: https://docs.chatvolt.ai/api-reference/endpoint/whatsapp/send-contact and its openapi.yaml.
 *
 *   { agentId, conversationId, name_formatted_name, name_first_name, phone_1_phone, … } flat, one contact
 *   200 { success: true, messaging_product, contacts: [{ input, wa_id }], messages: [{ id }] }
 *   4xx and 5xx { error: "text" }, { error: { message, code } }, { message } or plain text
 *
 * Oddities: a wrong key is 401 by the page and 403 by the OpenAPI; 500 means that Meta rejected the card.
 */

const CARRIES: Carries = {
	...CARRIES_ALL,
	extensions: false,
	birthday: 'withYear',
	nickname: false,
	note: false,
	photo: false,
};

interface ChatvoltTarget extends Target {
	agentId: string;
	conversationId: string;
}

/** Where the dashboard's addresses of an agent and of a conversation name it, with or without a language before. */
const AGENT_ADDRESS = /^https?:\/\/[^?#]*\/agents\/([^/?#]+)/i;
const CONVERSATION_ADDRESS =
	/^https?:\/\/[^#]*(?:[?&](?:targetConversationId|conversationId)=|\/conversations?\/)([^/?&#]+)/i;

const fromAddress = (field: string, label: string, address: RegExp) =>
	z.preprocess(
		(given) => {
			if (typeof given !== 'string' || !/^\s*https?:/i.test(given)) return given;
			const id = address.exec(given.trim())?.[1];
			if (id !== undefined) return decoded(id);
			throw new InputError(`${label} is an address in which no ID of one was found`, {
				field,
				fix: 'Copy the ID itself from Chatvolt, or choose it from the list.',
			});
		},
		identifier(field, label, 'Choose it from the list, or copy its ID from Chatvolt.'),
	);

const schema = object({
	agentId: fromAddress('agentId', 'Agent', AGENT_ADDRESS),
	conversationId: fromAddress('conversationId', 'Conversation', CONVERSATION_ADDRESS),
}).transform((target): ChatvoltTarget => ({ recipient: target.conversationId, ...target }));

const receiptSchema = object({
	success: z.literal(true),
	// What Z-API and ZapperHUB give here is not documented: a success without ids is one all the same.
	contacts: z.array(object({ wa_id: z.string().nullish() })).catch([]),
	messages: z.array(object({ id: z.string().min(1) })).catch([]),
});
const refusalSchema = z.union([
	z.object({
		error: z.object({ message: z.string(), code: z.union([z.string(), z.number()]).optional() }),
	}),
	z
		.object({ error: z.string() })
		.transform(({ error }) => ({ error: { message: error, code: codeIn(error) } })),
	z
		.object({ message: z.string() })
		.transform((error) => ({ error: { ...error, code: undefined } })),
]);

const ADVICE: Record<number, string> = {
	401: 'Check the API key in the credential.',
	402: 'The plan of this Chatvolt account does not allow it, or is used up.',
	403: 'Check the API key in the credential, and that the agent belongs to its organization.',
	404: 'Check the agent and the conversation: this account has none with these IDs.',
	406: 'The last message of the customer is more than 24 hours old: WhatsApp then takes templates only.',
};

/** What `GET /agents` gives unless told. */
const AGENTS_PER_PAGE = 50;

const agents: ListSearch = {
	request: (_filter, paginationToken = '0') => ({
		method: 'GET',
		path: '/agents',
		query: { limit: String(AGENTS_PER_PAGE), offset: paginationToken },
	}),
	page(response, filter, paginationToken = '0') {
		const list = z
			.array(
				z.object({ id: z.string(), name: z.string().nullish(), description: z.string().nullish() }),
			)
			.safeParse(response.json);
		if (!list.success) return undefined;
		const results = list.data
			.filter(({ id, name }) => matches(filter, id, name))
			.map(({ id, name }) => ({ name: name ?? id, value: id }));
		// The endpoint is not documented: one that ignores the limit gives all agents at once.
		if (list.data.length !== AGENTS_PER_PAGE) return { results };
		return { results, paginationToken: String(Number(paginationToken) + AGENTS_PER_PAGE) };
	},
};

/** The most that `GET /conversation` gives at once. */
const CONVERSATIONS_PER_PAGE = 100;

const conversations: ListSearch = {
	request(_filter, paginationToken, { agentId } = {}) {
		const agent = optionalText.catch(undefined).parse(agentId);
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
					title: z.string().nullish(),
					channel: z.string().nullish(),
					channelExternalId: z.string().nullish(),
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

/** The channel and, where it is a phone number, who is at the other end: `(+447700900000, whatsapp)`. */
function detailsOf(
	channel: string | null | undefined,
	externalId: string | null | undefined,
): string {
	const number = /^[1-9]\d{6,14}$/.test(externalId ?? '') ? `+${externalId ?? ''}` : undefined;
	const details = [number, channel].filter((detail) => detail != null);
	return details.length === 0 ? '' : `(${details.join(', ')})`;
}

export const chatvolt: Provider<ChatvoltTarget> = {
	id: 'chatvolt',
	displayName: 'Chatvolt',
	network: 'WhatsApp',
	credential: new ContactCardChatvoltApi(),
	documentationUrl: 'https://docs.chatvolt.ai/api-reference/endpoint/whatsapp/send-contact',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [
			chosenFromList(
				'searchChatvoltAgents',
				'agent-123',
				{
					displayName: 'Agent',
					name: 'agentId',
					required: true,
					description: 'The Chatvolt agent that sends the card',
				},
				'https://app.chatvolt.ai/agents/agent-123',
			),
			chosenFromList(
				'searchChatvoltConversations',
				'conv-456',
				{
					displayName: 'Conversation',
					name: 'conversationId',
					required: true,
					description:
						'The conversation that receives the card. The list shows those of the agent, with their phone numbers.',
				},
				'https://app.chatvolt.ai/logs?targetConversationId=conv-456',
			),
		],
		options: [],
		schema,
	},
	lists: { searchChatvoltAgents: agents, searchChatvoltConversations: conversations },

	fit(contact) {
		if (contact.phones.length > 0) return { contact, warnings: [] };
		return {
			problem: 'has no phone number',
			field: 'phones',
			fix: 'Chatvolt needs a name and a phone number: add one.',
		};
	},

	request({ contacts: [contact] }, { agentId, conversationId }) {
		return {
			method: 'POST',
			path: '/messages/interactive/send-contact',
			body: { agentId, conversationId, ...flatParameters(contact) },
		};
	},

	receipt({ json }) {
		const result = receiptSchema.safeParse(json);
		if (!result.success) return undefined;
		return {
			messageIds: result.data.messages.map(({ id }) => id),
			chatId: result.data.contacts[0]?.wa_id ?? null,
		};
	},

	refusal,
};

function refusal({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	if (!result.success) return withAdvice({ message: body }, status);
	const { message, code } = result.data.error;
	const refused: Refusal = { message };
	if (code !== undefined) refused.code = String(code);
	if (status === 500) refused.outcome = 'notSent';
	return withAdvice(refused, status);
}

function withAdvice(refused: Refusal, status: number): Refusal {
	const advice = ADVICE[status];
	return advice === undefined ? refused : { ...refused, advice };
}

/** Chatvolt puts codes such as ERR_META_SESSION_EXPIRED_24H in the place of the text. */
function codeIn(error: string): string | undefined {
	return /^[A-Z][A-Z0-9_]+$/.test(error) ? error : undefined;
}

/** A part of an address without its escapes; one with a broken escape as it is. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
