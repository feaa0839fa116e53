import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** Stands for the credential's instance in a path; no input can look like it, since braces are encoded. */
export const INSTANCE_ID = '{instance-id}';

/** ZapperAPI v2: the header `X-Api-Key`, and the instance in the path (https://github.com/zapperapi/n8n-nodes-zapperapi). */
export class ContactCardZapperApi implements ICredentialType {
	name = 'contactCardZapperApi';

	displayName = 'Contact Card ZapperAPI API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/zapperApi.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The key of your instance, sent as X-Api-Key',
		},
		{
			displayName: 'Instance ID',
			name: 'instanceId',
			type: 'string',
			required: true,
			default: '',
			description: 'The instance that sends: the last part of its address',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.zapperapi.com',
			description: 'Without the instance',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const apiKey = credentialText(credential, 'apiKey').trim();
		const instance = credentialText(credential, 'instanceId').trim().toWellFormed();
		request.headers = { ...request.headers, 'X-Api-Key': apiKey };
		request.url = request.url.replace(INSTANCE_ID, () =>
			encodeURIComponent(instance).replace(/^\.+$/, ''),
		);
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
