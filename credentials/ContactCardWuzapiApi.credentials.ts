import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/**
 * WuzAPI: the header `token`. Its own pages say `Authorization`, but its source reads `token`
 * (https://github.com/asternic/wuzapi). ZapperHUB also needs the key as `X-Api-Key`.
 */
export class ContactCardWuzapiApi implements ICredentialType {
	name = 'contactCardWuzapiApi';

	displayName = 'Contact Card WuzAPI API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/wuzapi.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Server',
			name: 'server',
			type: 'options',
			options: [
				{ name: 'WuzAPI', value: 'wuzapi', description: 'Your own WuzAPI server, or a fork' },
				{ name: 'ZapperHUB', value: 'zapperHub', description: 'https://api.zapperapi.com' },
			],
			default: 'wuzapi',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of the user that sends; for ZapperHUB, the API key',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:8080',
			description:
				'Address of your WuzAPI server, or https://api.zapperapi.com. In Docker, localhost is the n8n container itself: use http://host.docker.internal:8080, or the name of the other container.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const token = credentialText(credential, 'token').trim();
		const own = credential['server'] === 'zapperHub' ? { 'X-Api-Key': token } : {};
		request.headers = { ...request.headers, token, ...own };
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
