import type { INodeCredentialDescription } from 'n8n-workflow';

import { providers } from '../providers';

/**
 * The credential of each provider. The condition hides it for the others: where the editor finds every option of a
 * parameter in the `show` conditions of the credentials, it takes the parameter for a choice of authentication and moves
 * it out of the panel.
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
