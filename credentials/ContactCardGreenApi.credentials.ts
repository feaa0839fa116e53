import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/**
 * GREEN-API: instance and token are parts of the path, `/waInstance<id>/<method>/<token>`
 * (https://green-api.com/en/docs/before-start/).
 */
export class ContactCardGreenApi implements ICredentialType {
	name = 'contactCardGreenApi';

	displayName = 'Contact Card GREEN-API API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/greenApi.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance ID',
			name: 'idInstance',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 7103000001',
			description: 'The idInstance that the GREEN-API console shows',
		},
		{
			displayName: 'API Token',
			name: 'apiTokenInstance',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The apiTokenInstance of the same instance',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.green-api.com',
			description:
				'The apiUrl of the instance, such as https://7103.api.greenapi.com; the general address works for older ones',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const instance = `/waInstance${pathPart(credential, 'idInstance')}/`;
		const token = `/${pathPart(credential, 'apiTokenInstance')}`;
		// The method is the last part of the URL, whatever path the base URL has.
		const end = request.url.lastIndexOf('/');
		const [before, method] = [request.url.slice(0, end), request.url.slice(end + 1)];
		// After a 401, n8n authenticates the same request again.
		const isDone = before.includes(instance) && request.url.endsWith(token);
		if (!isDone) request.url = before + instance + method + token;
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}

/** Encodes a field, so that nothing in it can end this part of the path. */
function pathPart(credential: ICredentialDataDecryptedObject, field: string): string {
	return encodeURIComponent(credentialText(credential, field).trim().toWellFormed());
}
