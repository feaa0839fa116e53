/** Infobip in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Infobip's WhatsApp API: Meta's messages with Infobip's own field names and answers. */
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
