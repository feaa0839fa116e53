import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/** Stand for the credential's fields in a path; no input can look like them, since braces are encoded. */
export const VERSION = '{version}';
export const PHONE_NUMBER_ID = '{phone-number-id}';
export const BUSINESS_ACCOUNT_ID = '{business-account-id}';

const META = 'https://graph.facebook.com';
const DIALOG_360 = 'https://waba-v2.360dialog.io';
const KAPSO = 'https://api.kapso.ai/meta/whatsapp';

/** The newest of https://developers.facebook.com/docs/graph-api/changelog, since 29 July 2026. */
const NEWEST_VERSION = 'v26.0';
/** The one that Kapso documents. */
const KAPSO_VERSION = 'v24.0';

/**
 * WhatsApp Cloud API: Meta's access token as `Authorization: Bearer`, with version and phone number in the path
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/access-tokens), or 360dialog's API key as
 * `D360-API-KEY`, which belongs to one number, so that the path has none (https://docs.360dialog.com/docs), or Kapso's as
 * `X-API-Key`, with Meta's own paths after its base URL (https://docs.kapso.ai).
 */
export class ContactCardWhatsAppCloudApi implements ICredentialType {
	name = 'contactCardWhatsAppCloudApi';

	displayName = 'Contact Card WhatsApp Cloud API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/whatsAppCloud.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'bearer',
			options: [
				{ name: '360dialog API Key', value: 'd360', description: 'A number that 360dialog hosts' },
				{ name: 'Kapso API Key', value: 'kapso', description: 'A number that Kapso hosts' },
				{ name: 'Meta Access Token', value: 'bearer', description: 'A number at Meta itself' },
			],
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The token of a system user with the permission whatsapp_business_messaging. For 360dialog and Kapso, their API key.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			required: true,
			default: '',
			description:
				'The number that sends, by its ID under WhatsApp, API Setup in the app dashboard',
			displayOptions: { show: { authentication: ['bearer', 'kapso'] } },
		},
		{
			displayName: 'Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			description:
				'The ID of the WhatsApp Business account. Needed only to choose its numbers from a list.',
			displayOptions: { show: { authentication: ['bearer', 'kapso'] } },
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			required: true,
			default: NEWEST_VERSION,
			description: `Version of the Graph API. If left unchanged, Kapso gets ${KAPSO_VERSION}.`,
			displayOptions: { show: { authentication: ['bearer', 'kapso'] } },
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: META,
			description: `If left unchanged, it is ${DIALOG_360} for 360dialog and ${KAPSO} for Kapso`,
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const token = credentialText(credential, 'accessToken').trim();
		switch (credential['authentication']) {
			case 'd360':
				request.headers = { ...request.headers, 'D360-API-KEY': token };
				request.url = on360dialog(request.url);
				break;
			case 'kapso':
				request.headers = { ...request.headers, 'X-API-Key': token };
				request.url = onKapso(request.url, credential);
				break;
			default:
				request.headers = { ...request.headers, Authorization: `Bearer ${token}` };
				request.url = onMeta(request.url, credential);
		}
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}

function onMeta(address: string, credential: ICredentialDataDecryptedObject): string {
	const version = credentialText(credential, 'apiVersion').trim();
	return address
		.replace(VERSION, pathPart(/^\d/.test(version) ? `v${version}` : version))
		.replace(PHONE_NUMBER_ID, pathPart(credentialText(credential, 'phoneNumberId')))
		.replace(BUSINESS_ACCOUNT_ID, pathPart(credentialText(credential, 'businessAccountId')));
}

/** Meta's paths, after Kapso's base URL. */
function onKapso(address: string, credential: ICredentialDataDecryptedObject): string {
	const version = credentialText(credential, 'apiVersion').trim();
	const isLeft = version === '' || version === NEWEST_VERSION;
	return onMeta(address.replace(META, KAPSO), {
		...credential,
		apiVersion: isLeft ? KAPSO_VERSION : version,
	});
}

/** Without version and number. If no path is left, requests the settings of the key's own number. */
function on360dialog(address: string): string {
	const hosted = address.replace(META, DIALOG_360);
	const number = `/${VERSION}/${PHONE_NUMBER_ID}`;
	if (hosted.endsWith(number)) return hosted.replace(number, '/v1/configs/webhook');
	return hosted.replace(number, '').replace(`/${VERSION}`, '');
}

function pathPart(text: string): string {
	return encodeURIComponent(text.trim().toWellFormed()).replace(/^\.+$/, '');
}
