/** WuzAPI in the sandbox: its account, its credentials, its servers. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account } from './account';
import { createServer } from './server';

/** WuzAPI: a self-hosted WhatsApp server on whatsmeow; and ZapperHUB, which has the same API. */
export const wuzapi = {
	id: 'wuzapi',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		server: 'wuzapi',
		token: account.token,
		baseUrl: `${url}/wuzapi`,
	}),
	otherCredentials: (url: string) => ({
		/** ZapperHUB, the hosted variant, which needs the key in two headers. */
		zapperHub: { server: 'zapperHub', token: account.token, baseUrl: `${url}/wuzapi-zapperhub` },
	}),
	prefixes: ['/wuzapi-zapperhub', '/wuzapi'],
	createServer,
} as const satisfies SandboxProvider;
