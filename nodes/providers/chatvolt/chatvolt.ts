import * as z from 'zod/mini';

import { ContactCardChatvoltApi } from '../../../credentials/ContactCardChatvoltApi.credentials';
import { CARRIES_META } from '../../carried/carries';
import { flatParameters } from '../../contact/flat';
import type { Provider, ProviderResponse, Refusal } from '../provider';
import { path } from '../requestParts';
import { chosenFromList } from '../targetParameters';
import { agents, conversations } from './lists';
import { schema, type ChatvoltTarget } from './target';

/*
 * Chatvolt: POST {base}/messages/interactive/send-contact
 * Contract: https://docs.chatvolt.ai/api-reference/endpoint/whatsapp/send-contact and its openapi.yaml.
 *
 *   { agentId, conversationId, name_formatted_name, name_first_name, phone_1_phone, … } flat, one contact
 *   200 { success: true, messaging_product, contacts: [{ input, wa_id }], messages: [{ id }] }
 *   4xx and 5xx { error: "text" }, { error: { message, code } }, { message } or plain text
 *
 * Text: POST {base}/conversation/message/conversationId/{conversationId}, by Chatvolt's page conversation/send-message and
 * the schema of its MCP server: { message, agentId? }, 200 { success, message: { id } }, errors as above. Chatvolt treats
 * it as written by a member of the team.
 *
 * Oddities: a wrong key gets a 401 according to the page, and a 403 according to the OpenAPI; a 500 means that Meta
 * rejected the card. No document says what a 500 means for a text.
 */

const receiptSchema = z.object({
	success: z.literal(true),
	// What comes back over Z-API and ZapperHUB is not documented: a success without IDs still counts.
	contacts: z.catch(z.array(z.object({ wa_id: z.nullish(z.string()) })), []),
	messages: z.catch(z.array(z.object({ id: z.string().check(z.minLength(1)) })), []),
});
const textReceiptSchema = z.object({
	success: z.literal(true),
	message: z.catch(z.object({ id: z.optional(z.string().check(z.minLength(1))) }), {}),
});
const refusalSchema = z.union([
	z.object({
		error: z.object({ message: z.string(), code: z.optional(z.union([z.string(), z.number()])) }),
	}),
	z.pipe(
		z.object({ error: z.string() }),
		z.transform(({ error }) => ({ error: { message: error, code: codeIn(error) } })),
	),
	z.pipe(
		z.object({ message: z.string() }),
		z.transform((error) => ({ error: { ...error, code: undefined } })),
	),
]);

const REJECTED_KEY =
	'Chatvolt rejected this API key. Copy it again from Chatvolt, Settings, API Keys.';

const ADVICE: Record<number, string> = {
	401: 'Check the API key in the credential.',
	402: 'Check the plan of this Chatvolt account: it does not include this, or its quota is used up.',
	403: 'Check the API key in the credential, and that the agent belongs to its organization.',
	404: 'Check the agent and the conversation: this account has none with these IDs.',
	406: 'The last message of the customer is more than 24 hours old, so WhatsApp accepts only templates: wait until the customer writes again.',
};
export const chatvolt: Provider<ChatvoltTarget> = {
	id: 'chatvolt',
	displayName: 'Chatvolt',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardChatvoltApi(),
	credentialTest: {
		request: { method: 'GET', path: '/conversation', query: { limit: '1' } },
		refusals: {
			401: REJECTED_KEY,
			403: REJECTED_KEY,
			404: 'Chatvolt was not found at this Base URL. Correct it: the default is https://api.chatvolt.ai.',
		},
	},
	documentationUrl: 'https://docs.chatvolt.ai/api-reference/endpoint/whatsapp/send-contact',
	limits: { contactsPerCard: 1 },
	carries: CARRIES_META,
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
	text: {
		maxLength: undefined,
		request: ({ text }, { agentId, conversationId }) => ({
			method: 'POST',
			path: path`/conversation/message/conversationId/${conversationId}`,
			body: { message: text, agentId },
		}),
		receipt({ json }) {
			const result = textReceiptSchema.safeParse(json);
			if (!result.success) return undefined;
			const { id } = result.data.message;
			return { messageIds: id === undefined ? [] : [id], chatId: null };
		},
		refusal: refusalOfText,
	},

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

function refusal(response: ProviderResponse): Refusal {
	const refused = refusalOfText(response);
	const isMetas = response.status === 500 && refusalSchema.safeParse(response.json).success;
	return isMetas ? { ...refused, outcome: 'notSent' } : refused;
}

function refusalOfText({ status, json, text: body }: ProviderResponse): Refusal {
	const result = refusalSchema.safeParse(json);
	if (!result.success) return withAdvice({ message: body }, status);
	const { message, code } = result.data.error;
	const refused: Refusal = { message };
	if (code !== undefined) refused.code = String(code);
	return withAdvice(refused, status);
}

function withAdvice(refused: Refusal, status: number): Refusal {
	const advice = ADVICE[status];
	return advice === undefined ? refused : { ...refused, advice };
}

/** Chatvolt sometimes gives a code, such as ERR_META_SESSION_EXPIRED_24H, in place of the text. */
function codeIn(error: string): string | undefined {
	return /^[A-Z][A-Z0-9_]+$/.test(error) ? error : undefined;
}
