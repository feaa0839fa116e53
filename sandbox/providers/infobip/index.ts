/** Infobip in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Infobip's WhatsApp, which is Meta's with fields and answers of its own. */
export const infobip = {
	id: 'infobip',
	account,
	sendTo: 'any number',
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		apiKey: account.apiKey,
		sender: account.sender,
		baseUrl: `${url}/infobip`,
	}),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
