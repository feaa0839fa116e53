import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { InputError } from '../failures/inputError';

/** A field of a credential as text; empty if it has none. */
export function credentialText(credential: ICredentialDataDecryptedObject, field: string): string {
	const value = credential[field];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * The base URL of a credential as a URL parser writes it, without trailing slashes. It may contain a path, and user and
 * password of a proxy in front of the provider.
 *
 * @throws InputError when it is not an http(s) address, or has a query or fragment, which would end up inside the path
 */
export function readBaseUrl(credential: ICredentialDataDecryptedObject): string {
	const text = credentialText(credential, 'baseUrl').trim();
	const fix =
		'Correct the Base URL in the credential, such as https://api.example.com or http://localhost:3000/gowa.';
	const refuse = (what: string) =>
		new InputError(`The Base URL ${what}`, { field: 'baseUrl', fix });
	if (text === '') throw refuse('is empty');
	if (!URL.canParse(text)) throw refuse('is not an address');
	const { href, protocol, search, hash } = new URL(text);
	if (protocol !== 'http:' && protocol !== 'https:')
		throw refuse('does not begin with http:// or https://');
	if (search !== '' || hash !== '' || /[?#]/.test(text)) throw refuse('contains a ? or #');
	return href.replace(/\/+$/, '');
}
