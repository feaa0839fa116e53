/** Custom services in the sandbox: a private fork, a webhook, a form and an email gateway. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** Services that people connect themselves. */
export const custom = {
	id: 'custom',
	account,
	sendTo: 'any number at /fork/contacts, any address at /mail/send',
	parameters: {
		recipient: PERSON,
		customPath: '/fork/contacts',
		customBody: '{ "to": "[[recipient]]", "contact": "[[contact]]", "vcard": "[[vcard]]" }',
		customAnswer: { messageIdPath: 'data.messageId' },
	},
	credentials: (url: string) => ({
		authentication: 'bearer',
		name: account.name,
		secret: account.secret,
		username: account.username,
		testPath: '/status',
		baseUrl: `${url}/custom`,
	}),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
