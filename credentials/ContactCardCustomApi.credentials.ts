import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** Stands for the credential's Test Path in a path; no input can look like it, since braces are encoded. */
export const TEST_PATH = '/{test-path}';

/** Any HTTP service: how it is authenticated, and where it is. */
export class ContactCardCustomApi implements ICredentialType {
	name = 'contactCardCustomApi';

	displayName = 'Contact Card Custom HTTP API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/custom.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'bearer',
			options: [
				{ name: 'Basic', value: 'basic', description: 'A username and a password' },
				{ name: 'Bearer Token', value: 'bearer', description: 'Authorization: Bearer …' },
				{ name: 'Header', value: 'header', description: 'A header that the service defines' },
				{ name: 'None', value: 'none' },
				{ name: 'Query Parameter', value: 'query', description: 'A query parameter in the URL' },
			],
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. X-Api-Key',
			description: 'The name of the header, or of the query parameter',
			displayOptions: { show: { authentication: ['header', 'query'] } },
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The token, the password, or the value of the header or query parameter',
			displayOptions: { hide: { authentication: ['none'] } },
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.example.com',
			description: 'The address that comes before the Path of the node',
		},
		{
			displayName: 'Test Path',
			name: 'testPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. /status',
			description:
				'A path that answers GET, requires the secret and sends nothing. Used only to test this credential.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const field = (name: string) => credentialText(credential, name).trim();
		const testPath = field('testPath').toWellFormed().replace(/^\/*/, '/');
		request.url = request.url.replace(TEST_PATH, () => encodeURI(testPath));
		switch (credential['authentication']) {
			case 'basic': {
				const pair = `${field('username')}:${credentialText(credential, 'secret')}`;
				const encoded = Buffer.from(pair).toString('base64');
				request.headers = { ...request.headers, Authorization: `Basic ${encoded}` };
				break;
			}
			case 'header':
				request.headers = { ...request.headers, [field('name')]: field('secret') };
				break;
			case 'query':
				request.qs = { ...request.qs, [field('name')]: field('secret') };
				break;
			case 'none':
				break;
			default:
				request.headers = { ...request.headers, Authorization: `Bearer ${field('secret')}` };
		}
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
