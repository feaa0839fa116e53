import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

const Z_API = 'https://api.z-api.io';
const HUB_MESSAGE = 'https://zapi.hubmessage.io';

/**
 * Z-API: instance and token are parts of the path, `/instances/<id>/token/<token>/<route>`, and the account's security
 * token goes into `Client-Token` (https://developer.z-api.io/security/client-token). HubMessage sells the same service
 * with `/channels/<id>/token/<token>/<route>` and a Bearer secret.
 */
export class ContactCardZApi implements ICredentialType {
	name = 'contactCardZApi';

	displayName = 'Contact Card Z-API API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/zApi.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Server',
			name: 'server',
			type: 'options',
			options: [
				{
					name: 'HubMessage',
					value: 'hubMessage',
					description: 'https://zapi.hubmessage.io, with its channel and its secret',
				},
				{
					name: 'Z-API',
					value: 'zApi',
					description: 'Or a reseller with another name and address',
				},
			],
			default: 'zApi',
		},
		{
			displayName: 'Instance ID',
			name: 'instanceId',
			type: 'string',
			required: true,
			default: '',
			description: 'The instance that sends; for HubMessage, the channel',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of that same instance',
		},
		{
			displayName: 'Client Token',
			name: 'clientToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The security token of the account, if that protection is on; for HubMessage, the secret',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: Z_API,
			description:
				'Address without /instances: for HubMessage, leave it as it is; otherwise that of Z-API or of your reseller',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const isHub = credential['server'] === 'hubMessage';
		const part = (field: string) =>
			encodeURIComponent(credentialText(credential, field).trim().toWellFormed());
		const kind = isHub ? 'channels' : 'instances';
		const account = `/${kind}/${part('instanceId')}/token/${part('token')}`;
		// The default base URL is not HubMessage's, and must not get its secrets
		if (isHub) request.url = request.url.replace(Z_API, HUB_MESSAGE);
		// The route is the last part of the URL, whatever path the base URL has.
		const end = request.url.lastIndexOf('/');
		const before = request.url.slice(0, end);
		// After a 401, n8n authenticates the same request again.
		if (!before.endsWith(account)) request.url = before + account + request.url.slice(end);
		const secret = credentialText(credential, 'clientToken').trim();
		if (secret !== '') {
			const own = isHub ? { Authorization: `Bearer ${secret}` } : { 'Client-Token': secret };
			request.headers = { ...request.headers, ...own };
		}
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
