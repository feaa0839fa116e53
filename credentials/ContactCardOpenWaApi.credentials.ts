import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** OpenWA: the header `X-API-Key` (https://github.com/rmyndharis/OpenWA, docs/06-api-specification.md). */
export class ContactCardOpenWaApi implements ICredentialType {
	name = 'contactCardOpenWaApi';

	displayName = 'Contact Card OpenWA API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/openWa.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'A key with the role OPERATOR or above, such as owa_k1_…',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:2785',
			description:
				'Address of your OpenWA server, without /api. In Docker, localhost is the n8n container itself: use http://host.docker.internal:2785, or the name of the other container.',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const apiKey = credentialText(credential, 'apiKey').trim();
		request.headers = { ...request.headers, 'X-API-Key': apiKey };
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
