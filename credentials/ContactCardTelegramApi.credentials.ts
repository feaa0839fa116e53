import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/**
 * Telegram's Bot API: the token is a part of the path, `/bot<token>/<method>`
 * (https://core.telegram.org/bots/api#making-requests).
 */
export class ContactCardTelegramApi implements ICredentialType {
	name = 'contactCardTelegramApi';

	displayName = 'Contact Card Telegram API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/telegram.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Bot Token',
			name: 'botToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token that @BotFather gave you for the bot that sends',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.telegram.org',
			description: "Telegram's own server, or the address of your Bot API server",
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const token = credentialText(credential, 'botToken').trim().toWellFormed();
		// A token keeps its colon; everything else is encoded, so that nothing in it can end this part of the path.
		const part = `/bot${encodeURIComponent(token).replace(/%3A/g, ':')}`;
		// The method is the last part of the URL, whatever path the base URL has.
		const end = request.url.lastIndexOf('/');
		const before = request.url.slice(0, end);
		// After a 401, n8n authenticates the same request again.
		if (!before.endsWith(part)) request.url = before + part + request.url.slice(end);
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}
