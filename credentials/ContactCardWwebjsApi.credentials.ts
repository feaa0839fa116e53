import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** WWebJS API: the header `x-api-key`, if the server asks for one (https://github.com/avoylenko/wwebjs-api). */
export class ContactCardWwebjsApi implements ICredentialType {
	name = 'contactCardWwebjsApi';

	displayName = 'Contact Card WWebJS API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/wwebjsApi.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'API_KEY of the server. Leave empty if it asks for none.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:3000',
			description:
				'Address of your WWebJS API server, with its BASE_PATH if it has one. In Docker, localhost is the n8n container itself: use http://host.docker.internal:3000, or the name of the other container.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const apiKey = credentialText(credential, 'apiKey').trim();
		if (apiKey !== '') request.headers = { ...request.headers, 'x-api-key': apiKey };
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
