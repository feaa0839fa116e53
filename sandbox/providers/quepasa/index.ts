/** Quepasa in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account } from './account';
import { createServer } from './server';

/** Quepasa: a self-hosted WhatsApp server on whatsmeow. */
export const quepasa = {
	id: 'quepasa',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({ token: account.token, baseUrl: `${url}/quepasa` }),
	createServer,
} as const satisfies SandboxProvider;
