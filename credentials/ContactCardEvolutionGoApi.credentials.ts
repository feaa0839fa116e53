import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** Evolution Go: the header `apikey` with the token of an instance (the source, pkg/middleware/auth_middleware.go). */
export class ContactCardEvolutionGoApi implements ICredentialType {
	name = 'contactCardEvolutionGoApi';

	displayName = 'Contact Card Evolution Go API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/evolutionGo.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of the instance that sends, not the global key of the server',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:8080',
			description:
				'Address of your Evolution Go server. In Docker, localhost is the n8n container itself: use http://host.docker.internal:8080, or the name of the other container.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		request.headers = { ...request.headers, apikey: credentialText(credential, 'apiKey').trim() };
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
