import type { INodeCredentialDescription } from 'n8n-workflow';

import { providers } from '../providers';

/**
 * The credential of each provider, with a condition that hides it for the others. `show` conditions would not do: if those
 * of the credentials name every option of a parameter, the editor treats the parameter as a choice of authentication and
 * moves it out of the panel.
 */
export const credentialsOfProviders: INodeCredentialDescription[] = providers.map(
	({ id, credential, credentialTest }) => ({
		name: credential.name,
		required: true,
		...(credentialTest === undefined ? {} : { testedBy: 'testCredential' }),
		displayOptions: {
			hide: { provider: providers.map((other) => other.id).filter((other) => other !== id) },
		},
	}),
);
