/** Whapi.Cloud in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Whapi.Cloud: hosted WhatsApp channels, identified by their token. */
export const whapi = {
	id: 'whapi',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({ token: account.token, baseUrl: `${url}/whapi` }),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
