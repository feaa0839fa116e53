/** Where a Chatvolt card goes: an agent and a conversation. */

import * as z from 'zod/mini';

import { InputError } from '../../failures/inputError';
import { identifier } from '../parameterSchemas';
import type { Target } from '../provider';

export interface ChatvoltTarget extends Target {
	agentId: string;
	conversationId: string;
}

/** Where the dashboard's addresses of an agent and of a conversation name it, with or without a language before. */
export const AGENT_ADDRESS = /^https?:\/\/[^?#]*\/agents\/([^/?#]+)/i;
const CONVERSATION_ADDRESS =
	/^https?:\/\/[^#]*(?:[?&](?:targetConversationId|conversationId)=|\/conversations?\/)([^/?&#]+)/i;

const fromAddress = (field: string, label: string, address: RegExp) =>
	z.pipe(
		z.transform((given) => {
			if (typeof given !== 'string' || !/^\s*https?:/i.test(given)) return given;
			const id = address.exec(given.trim())?.[1];
			if (id !== undefined) return decoded(id);
			throw new InputError(`${label} is an address that contains no such ID`, {
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

/** A part of an address without its escapes; one with a broken escape as it is. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
