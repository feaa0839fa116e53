import { createHmac } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { credentialText } from '../nodes/delivery/credential';

/**
 * Chert: the signing secret as a Bearer token, or HMAC v1 over `<unix seconds>.<body>`
 * (https://docs.trychert.com/api/authentication).
 */
export class ContactCardChertApi implements ICredentialType {
	name = 'contactCardChertApi';

	displayName = 'Contact Card Chert API';

	icon: Icon = {
		light: 'file:../icons/contactCard.svg',
		dark: 'file:../icons/contactCard.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/chert.md#what-you-need';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'bearer',
			options: [
				{
					name: 'Bearer Token',
					value: 'bearer',
					description: 'The secret is sent with every request',
				},
				{
					name: 'HMAC Signature',
					value: 'hmac',
					description: 'Every request is signed; the secret itself is not sent',
				},
			],
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Shown once in the Chert console, 32 characters',
		},
		{
			displayName: 'Tenant',
			name: 'tenant',
			type: 'string',
			default: '',
			description: 'The slug of your tenant. Needed for signatures and for multi-tenant accounts.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://console.trychert.com/api/v1',
		},
	];

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const secret = credentialText(credential, 'signingSecret').trim();
		const headers = { ...request.headers };
		const tenant = credentialText(credential, 'tenant').trim();
		if (tenant !== '') headers['x-chert-tenant'] = tenant;
		if (credential['authentication'] === 'hmac') {
			// The signature must cover exactly what is sent, so the body becomes text here.
			const hasBody = request.method === 'POST' && request.body !== undefined;
			const body = hasBody ? bodyText(request.body) : '';
			if (hasBody) {
				request.body = body;
				headers['Content-Type'] = 'application/json';
			}
			const seconds = Math.floor(Date.now() / 1000);
			headers['x-chert-signature'] = chertSignature(secret, seconds, body);
		} else {
			headers['Authorization'] = `Bearer ${secret}`;
		}
		request.headers = headers;
		return await Promise.resolve(request);
	};

	/** Tested by the node, see SendContactCard/testCredential.ts. */
	declare readonly test?: never;
}

/**
 * The value of `x-chert-signature`: `v1,<unix seconds>,<lower-case hex>`, HMAC-SHA256 with the secret's text as the key.
 * The body is the text that is sent; empty for a GET.
 */
export function chertSignature(secret: string, unixSeconds: number, body: string): string {
	const signature = createHmac('sha256', secret)
		.update(`${String(unixSeconds)}.${body}`)
		.digest('hex');
	return `v1,${String(unixSeconds)},${signature}`;
}

function bodyText(body: unknown): string {
	return typeof body === 'string' ? body : JSON.stringify(body);
}
