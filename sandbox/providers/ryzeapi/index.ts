/** RyzeAPI in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { byId, PERSON } from '../../toolkit/parameters';
import { account, settings } from './account';
import { createServer } from './server';

/** RyzeAPI: hosted WhatsApp instances. */
export const ryzeapi = {
	id: 'ryzeapi',
	account,
	sendTo: `instance ${account.instance}, any number`,
	parameters: { instance: byId(account.instance), recipient: PERSON },
	credentials: (url: string) => ({ token: account.accountToken, baseUrl: `${url}/ryzeapi` }),
	otherCredentials: (url: string) => ({
		/** The token of one instance. */
		instance: { token: account.instanceToken, baseUrl: `${url}/ryzeapi` },
	}),
	settings,
	createServer,
} as const satisfies SandboxProvider;
