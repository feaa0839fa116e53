import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** RyzeAPI: the header `token` (https://docs.ryzeapi.cloud/en/guide/authentication). */
export class ContactCardRyzeApi implements ICredentialType {
	name = 'contactCardRyzeApi';

	displayName = 'Contact Card Ryze API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl = 'https://docs.ryzeapi.cloud/en/guide/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of one instance, or of the whole account',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://ryzeapi.cloud',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		request.headers = { ...request.headers, token: credentialText(credential, 'token').trim() };
		return await Promise.resolve(request);
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/api/instance/list',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'RyzeAPI does not take this token: copy the token of the instance or of the account again',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'RyzeAPI is not at this Base URL' },
			},
		],
	};
}
