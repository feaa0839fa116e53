import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** Quepasa: the header `X-QUEPASA-TOKEN` with the token of a connection (the source, src/library). */
export class ContactCardQuepasaApi implements ICredentialType {
	name = 'contactCardQuepasaApi';

	displayName = 'Contact Card Quepasa API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/quepasa.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of the connection that sends, not the master key of the server',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:31000',
			description:
				'Address of your Quepasa server. In Docker, localhost is the n8n container itself: use http://host.docker.internal:31000, or the name of the other container.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const token = credentialText(credential, 'token').trim();
		request.headers = { ...request.headers, 'X-QUEPASA-TOKEN': token };
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
