/** Where a Chatvolt card goes: an agent and a conversation. */

import * as z from 'zod/mini';

import { InputError } from '../../failures/inputError';
import { identifier } from '../parameterSchemas';
import type { Target } from '../provider';

export interface ChatvoltTarget extends Target {
	agentId: string;
	conversationId: string;
}

/** The ID of an agent or a conversation in the dashboard's URLs, which may begin with a language. */
export const AGENT_ADDRESS = /^https?:\/\/[^?#]*\/agents\/([^/?#]+)/i;
const CONVERSATION_ADDRESS =
	/^https?:\/\/[^#]*(?:[?&](?:targetConversationId|conversationId)=|\/conversations?\/)([^/?&#]+)/i;

const fromAddress = (field: string, label: string, address: RegExp) =>
	z.pipe(
		z.transform((given) => {
			if (typeof given !== 'string' || !/^\s*https?:/i.test(given)) return given;
			const id = address.exec(given.trim())?.[1];
			if (id !== undefined) return decoded(id);
			throw new InputError(`${label} is a URL without such an ID`, {
				field,
				fix: 'Copy the ID itself from Chatvolt, or choose it from the list.',
			});
		}),
		identifier(field, label, 'Choose it from the list, or copy its ID from Chatvolt.'),
	);

export const schema = z.pipe(
	z.object({
		agentId: fromAddress('agentId', 'Agent', AGENT_ADDRESS),
		conversationId: fromAddress('conversationId', 'Conversation', CONVERSATION_ADDRESS),
	}),
	z.transform((target): ChatvoltTarget => ({ recipient: target.conversationId, ...target })),
);

/** Decodes a part of a URL; returns it unchanged if an escape is broken. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
