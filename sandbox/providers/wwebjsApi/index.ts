/** WWebJS API in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account } from './account';
import { createServer } from './server';

/** WWebJS API: a self-hosted server that runs WhatsApp Web in a browser. */
export const wwebjsApi = {
	id: 'wwebjsApi',
	account,
	sendTo: `session ${account.session}, any number, or the group ${account.group}`,
	parameters: { sessionId: account.session, recipient: PERSON },
	credentials: (url: string) => ({ apiKey: account.apiKey, baseUrl: `${url}/wwebjsApi` }),
	createServer,
} as const satisfies SandboxProvider;
