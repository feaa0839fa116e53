/** Evolution API in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { byId, PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Evolution API: a self-hosted WhatsApp server on Baileys or Meta's Cloud API. */
export const evolution = {
	id: 'evolution',
	account,
	sendTo: `instance ${account.instance}, any number, or the group ${account.group}`,
	parameters: { instanceName: byId(account.instance), recipient: PERSON },
	credentials: (url: string) => ({ apiKey: account.apiKey, baseUrl: `${url}/evolution` }),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
