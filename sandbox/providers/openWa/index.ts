/** OpenWA in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { byId, PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** OpenWA: a self-hosted WhatsApp server with idempotency keys. */
export const openWa = {
	id: 'openWa',
	account,
	sendTo: `session ${account.session}, any number`,
	parameters: { openWaSession: byId(account.session), recipient: PERSON },
	credentials: (url: string) => ({ apiKey: account.apiKey, baseUrl: `${url}/openWa` }),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
