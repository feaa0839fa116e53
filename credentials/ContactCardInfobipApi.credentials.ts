import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { isObject } from '../nodes/contact/object';
import { credentialText } from '../nodes/delivery/credential';

/**
 * Infobip: `Authorization: App <key>` (https://www.infobip.com/docs/essentials/api-essentials/api-authentication). Adds the
 * sender to a message without one.
 */
export class ContactCardInfobipApi implements ICredentialType {
	name = 'contactCardInfobipApi';

	displayName = 'Contact Card Infobip API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/infobip.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'With the scope whatsapp:message:send',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 441134960000',
			description: 'The registered WhatsApp number that sends, with country code',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.infobip.com',
			description: 'The address of your own account, such as https://xyz123.api.infobip.com',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const apiKey = credentialText(credential, 'apiKey').trim();
		request.headers = { ...request.headers, Authorization: `App ${apiKey}` };
		const { body } = request;
		if (request.method === 'POST' && isObject(body)) {
			request.body = { from: senderNumber(credentialText(credential, 'sender')), ...body };
		}
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}

/** A sender as Infobip registers it: the digits of a number, in any format; anything else as it is. */
export function senderNumber(text: string): string {
	const typed = text.trim();
	return /^[+\d\s().-]+$/.test(typed) ? typed.replace(/\D/g, '') : typed;
}
