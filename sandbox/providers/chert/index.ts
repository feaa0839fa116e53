/** Chert in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account } from './account';
import { createServer } from './server';

const credentials = (url: string) => ({
	authentication: 'bearer' as const,
	signingSecret: account.signingSecret,
	tenant: account.tenant,
	baseUrl: `${url}/chert/api/v1`,
});

/** Chert: iMessage chats. */
export const chert = {
	id: 'chert',
	account,
	sendTo: `chat ${account.chatId}, or any +E.164 number`,
	parameters: { addressBy: 'phone', recipient: PERSON },
	credentials,
	otherCredentials: (url: string) => ({
		/** Signs each request. */
		hmac: { ...credentials(url), authentication: 'hmac' },
		/** An account with two tenants. */
		multiTenant: {
			...credentials(url),
			signingSecret: account.multiTenantSecret,
			tenant: account.multiTenants[0],
		},
	}),
	prefixes: ['/chert/api/v1'],
	misbehavingId: (slug: string) => `ch_${slug}`,
	createServer,
} as const satisfies SandboxProvider;
