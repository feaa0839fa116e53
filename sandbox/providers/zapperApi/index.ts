/** ZapperAPI in the sandbox: its account, its credentials, its server. */
import type { SandboxProvider } from '../../provider';
import { PERSON } from '../../toolkit/parameters';
import { account, specialNumbers } from './account';
import { createServer } from './server';

/** ZapperAPI v2, which accepts almost every property of a vCard as its own fields, in a closed schema. */
export const zapperApi = {
	id: 'zapperApi',
	account,
	sendTo: `any number, or the group ${account.group}`,
	parameters: { recipient: PERSON },
	credentials: (url: string) => ({
		apiKey: account.apiKey,
		instanceId: account.instanceId,
		baseUrl: `${url}/zapperApi`,
	}),
	specialNumbers,
	createServer,
} as const satisfies SandboxProvider;
