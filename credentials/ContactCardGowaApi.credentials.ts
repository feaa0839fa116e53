import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/**
 * GOWA (go-whatsapp-web-multidevice): basic authentication if the server asks for it, and the header
 * `X-Device-Id`, which the server decodes as a query value.
 */
export class ContactCardGowaApi implements ICredentialType {
	name = 'contactCardGowaApi';

	displayName = 'Contact Card GOWA API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/gowa.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:3000',
			description:
				'Address of your GOWA server, with its base path if it has one. In Docker, localhost is the n8n container itself: use http://host.docker.internal:3000, or the name of the other container.',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			description: 'Leave empty if the server asks for none',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Device ID',
			name: 'deviceId',
			type: 'string',
			default: '',
			description: 'The device that sends. Needed when the server has more than one.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const username = credentialText(credential, 'username');
		const password = credentialText(credential, 'password');
		const deviceId = credentialText(credential, 'deviceId').trim();
		if (username !== '' || password !== '') request.auth = { username, password };
		if (deviceId !== '') {
			request.headers = {
				'X-Device-Id': encodeURIComponent(deviceId.toWellFormed()),
				...request.headers,
			};
		}
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
