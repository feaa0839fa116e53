import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/**
 * Wawp: `instance_id` and `access_token`, in the JSON body of a POST, so that no access log records them, and in the query
 * of a GET (https://api.wawp.net/en/docs/v2/send/contact).
 */
export class ContactCardWawpApi implements ICredentialType {
	name = 'contactCardWawpApi';

	displayName = 'Contact Card Wawp API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/wawp.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Instance ID',
			name: 'instanceId',
			type: 'string',
			required: true,
			default: '',
			description: 'The WhatsApp session that sends, as the Wawp dashboard shows it',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.wawp.net',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const credentials = {
			instance_id: credentialText(credential, 'instanceId').trim(),
			access_token: credentialText(credential, 'accessToken').trim(),
		};
		if (request.method === 'POST' && isPlainObject(request.body)) {
			request.body = { ...credentials, ...request.body };
		} else {
			request.qs = { ...credentials, ...request.qs };
		}
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}

function isPlainObject(body: unknown): body is Record<string, unknown> {
	return typeof body === 'object' && body !== null && !Array.isArray(body);
}
