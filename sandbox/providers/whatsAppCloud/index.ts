/** WhatsApp Cloud API in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Meta's WhatsApp Cloud API, 360dialog's, and Kapso's. */
export const whatsAppCloud = {
	id: 'whatsAppCloud',
	account,
	sendTo: `any number, the user ${account.userId}, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		authentication: 'bearer',
		accessToken: account.accessToken,
		phoneNumberId: account.phoneNumberId,
		businessAccountId: account.businessAccountId,
		apiVersion: 'v26.0',
		baseUrl: `${url}/whatsAppCloud`,
	}),
	otherCredentials: (url: string) => ({
		kapso: {
			authentication: 'kapso',
			accessToken: account.accessToken,
			phoneNumberId: account.phoneNumberId,
			businessAccountId: account.businessAccountId,
			apiVersion: 'v24.0',
			baseUrl: `${url}/whatsAppCloud/meta/whatsapp`,
		},
	}),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
