/** uazapiGO in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** uazapiGO: a hosted WhatsApp server. */
export const uazapi = {
	id: 'uazapi',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({ token: account.token, baseUrl: `${url}/uazapi` }),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
