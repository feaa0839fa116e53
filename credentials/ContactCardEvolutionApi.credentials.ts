import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** Evolution API: the header `apikey` (the source, src/api/guards/auth.guard.ts). */
export class ContactCardEvolutionApi implements ICredentialType {
	name = 'contactCardEvolutionApi';

	displayName = 'Contact Card Evolution API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://doc.evolution-api.com/v2/api-reference/message-controller/send-contact';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The global key of the server, or the token of one instance',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:8080',
			description: 'Address of your Evolution API server',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		request.headers = { ...request.headers, apikey: credentialText(credential, 'apiKey').trim() };
		return await Promise.resolve(request);
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/instance/fetchInstances',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Evolution API does not take this API key' },
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'Evolution API is not at this Base URL: add its base path if it has one',
				},
			},
		],
	};
}
