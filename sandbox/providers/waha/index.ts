/** WAHA in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { byId, PERSON } from '../../toolkit/parameters';
import { account } from './account';
import { createServer } from './server';

/** WAHA: a self-hosted WhatsApp server with several engines. */
export const waha = {
	id: 'waha',
	account,
	sendTo: `session ${account.session}, any number`,
	parameters: { session: byId(account.session), recipient: PERSON },
	credentials: (url: string) => ({ apiKey: account.apiKey, baseUrl: `${url}/waha` }),
	createServer,
} as const satisfies SandboxProvider;
