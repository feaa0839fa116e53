/** Evolution Go in the sandbox: its account, its credentials, its servers. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Evolution Go: a self-hosted WhatsApp server on whatsmeow. */
export const evolutionGo = {
	id: 'evolutionGo',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({ apiKey: account.apiKey, baseUrl: `${url}/evolutionGo` }),
	otherCredentials: (url: string) => ({
		/** An unlicensed server: 503 to everything. */
		unlicensed: { apiKey: account.apiKey, baseUrl: `${url}/evolutionGo-unlicensed` },
	}),
	specialNumbers,
	prefixes: ['/evolutionGo-unlicensed', '/evolutionGo'],
	createServer,
} as const satisfies SandboxProvider;
