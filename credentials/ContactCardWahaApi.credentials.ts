import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** WAHA: the header `X-Api-Key`, where the server asks for one (https://waha.devlike.pro/docs/how-to/security/). */
export class ContactCardWahaApi implements ICredentialType {
	name = 'contactCardWahaApi';

	displayName = 'Contact Card WAHA API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl = 'https://waha.devlike.pro/docs/how-to/security/';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'WAHA_API_KEY of the server, or a key of its own. Leave empty if it asks for none.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:3000',
			description: 'Address of your WAHA server, without /api',
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

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/api/sessions',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'WAHA does not take this API key' },
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'WAHA is not at this Base URL: add its base path if it has one',
				},
			},
		],
	};
}
