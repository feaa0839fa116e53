/** Wawp in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Wawp: hosted WhatsApp instances, a service in front of WAHA. */
export const wawp = {
	id: 'wawp',
	account,
	sendTo: 'any number as chat id',
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		accessToken: account.accessToken,
		instanceId: account.instanceId,
		baseUrl: `${url}/wawp`,
	}),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
