/** Chatvolt in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { byId } from '../../toolkit/parameters';
import { account } from './account';
import { createServer } from './server';

/** Chatvolt: WhatsApp conversations of an AI agent. */
export const chatvolt = {
	id: 'chatvolt',
	account,
	sendTo: `agent ${account.agentId}, conversation ${account.conversationId} (agent-001 to -030, conv-001 to -060)`,
	parameters: {
		agentId: byId(account.agentId),
		conversationId: byId(account.conversationId),
	},
	credentials: (url: string) => ({ apiKey: account.apiKey, baseUrl: `${url}/chatvolt` }),
	misbehavingId: (slug: string) => `conv-${slug}`,
	createServer,
} as const satisfies SandboxProvider;
