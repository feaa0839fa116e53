/** Z-API in the sandbox: its account, its credentials, its servers. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account } from './account';
import { createServer } from './server';

/** Z-API: a hosted WhatsApp service; and HubMessage, which resells it at other URLs. */
export const zApi = {
	id: 'zApi',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		server: 'zApi',
		instanceId: account.instanceId,
		token: account.token,
		clientToken: account.clientToken,
		baseUrl: `${url}/zApi`,
	}),
	otherCredentials: (url: string) => ({
		/** Its path has `channels`, and its secret is a Bearer token. */
		hubMessage: {
			server: 'hubMessage',
			instanceId: account.instanceId,
			token: account.token,
			clientToken: account.clientToken,
			baseUrl: `${url}/zApi-hub`,
		},
		/** An account without Client-Token protection. */
		unprotected: {
			server: 'zApi',
			instanceId: account.instanceId,
			token: account.token,
			clientToken: '',
			baseUrl: `${url}/zApi-open`,
		},
	}),
	prefixes: ['/zApi-open', '/zApi-hub', '/zApi'],
	createServer,
} as const satisfies SandboxProvider;
