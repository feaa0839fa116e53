import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** Whapi.Cloud: `Authorization: Bearer <token of the channel>` (its OpenAPI description, securitySchemes). */
export class ContactCardWhapiApi implements ICredentialType {
	name = 'contactCardWhapiApi';

	displayName = 'Contact Card Whapi.Cloud API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/whapi.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of the channel that sends, as the Whapi.Cloud dashboard shows it',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://gate.whapi.cloud',
			description: 'Address of the Whapi.Cloud gateway',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const token = credentialText(credential, 'token').trim();
		request.headers = { ...request.headers, Authorization: `Bearer ${token}` };
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
