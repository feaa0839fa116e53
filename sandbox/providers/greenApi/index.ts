/** GREEN-API in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** GREEN-API: hosted WhatsApp instances, with the token in the path. */
export const greenApi = {
	id: 'greenApi',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		idInstance: account.idInstance,
		apiTokenInstance: account.apiTokenInstance,
		baseUrl: `${url}/greenApi`,
	}),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
