/** GOWA in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, settings } from './account';
import { createServer } from './server';

/** GOWA (go-whatsapp-web-multidevice): a self-hosted WhatsApp server. */
export const gowa = {
	id: 'gowa',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		baseUrl: `${url}/gowa`,
		username: account.username,
		password: account.password,
		deviceId: account.deviceId,
	}),
	otherCredentials: (url: string) => ({
		/** The server with one device and no password. */
		single: { baseUrl: `${url}/gowa-single`, username: '', password: '', deviceId: '' },
		/** The server without a device. */
		empty: { baseUrl: `${url}/gowa-empty`, username: '', password: '', deviceId: '' },
	}),
	prefixes: ['/gowa-single', '/gowa-empty', '/gowa'],
	settings,
	createServer,
} as const satisfies SandboxProvider;
