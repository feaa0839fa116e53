import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** WAHA: the header `X-Api-Key`, if the server asks for one (https://waha.devlike.pro/docs/how-to/security/). */
export class ContactCardWahaApi implements ICredentialType {
	name = 'contactCardWahaApi';

	displayName = 'Contact Card WAHA API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/waha.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'WAHA_API_KEY of the server, or a separate key. Leave empty if it asks for none.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:3000',
			description:
				'Address of your WAHA server, without /api. In Docker, localhost is the n8n container itself: use http://host.docker.internal:3000, or the name of the other container.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const apiKey = credentialText(credential, 'apiKey').trim();
		if (apiKey !== '') request.headers = { ...request.headers, 'X-Api-Key': apiKey };
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
