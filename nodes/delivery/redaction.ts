import type { GenericValue, ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

/** What stands in the place of a secret, everywhere. */
export const MASK = '***';

/** Shorter secrets are masked as whole words only: as parts of words they would mask half of any text. */
const SHORT_SECRET = 4;

export type Redactor = (text: string) => string;

/**
 * A function that masks every secret of a credential in a text: as it is, as a URL, JSON, HTML or base64
 * spells it, also as the pair of basic authentication, also where the base URL holds user and password.
 */
export function createRedactor(
	credential: ICredentialDataDecryptedObject,
	properties: readonly INodeProperties[],
): Redactor {
	const spellings = new Set(secretsOf(credential, properties).flatMap(spellingsOf));
	if (spellings.size === 0) return (text) => text;
	const alternatives = [...spellings]
		.sort((a, b) => b.length - a.length)
		.map((secret) =>
			secret.length < SHORT_SECRET
				? `(?<![\\p{L}\\p{N}])${escaped(secret)}(?![\\p{L}\\p{N}])`
				: escaped(secret),
		);
	const pattern = new RegExp(alternatives.join('|'), 'gu');
	return (text) => text.replace(pattern, MASK);
}

/** The names of a credential's fields that hold secrets: those that the editor hides. */
export function secretFields(properties: readonly INodeProperties[]): string[] {
	return properties
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.map(({ name }) => name);
}

/** A JSON value with every text in it redacted, keys included. */
export function redactDeep(value: unknown, redact: Redactor): GenericValue {
	if (typeof value === 'string') return redact(value);
	if (Array.isArray(value)) return value.map((entry) => redactDeep(entry, redact));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [redact(key), redactDeep(entry, redact)]),
		);
	}
	return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function secretsOf(
	credential: ICredentialDataDecryptedObject,
	properties: readonly INodeProperties[],
): string[] {
	const secrets = secretFields(properties).map((name) => credential[name]);
	const { username, password, baseUrl } = credential;
	if (typeof password === 'string' && password !== '') {
		secrets.push(base64(`${typeof username === 'string' ? username : ''}:${password}`));
	}
	const userInfo = /^[a-z]+:\/\/([^/?#]*)@/i.exec(typeof baseUrl === 'string' ? baseUrl : '')?.[1];
	if (userInfo !== undefined) {
		const [user = '', ...rest] = userInfo.split(':').map(decoded);
		const word = rest.join(':');
		secrets.push(userInfo, word === '' ? user : word, base64(`${user}:${word}`));
	}
	return secrets.flatMap((secret) => {
		const text = typeof secret === 'string' || typeof secret === 'number' ? String(secret) : '';
		return text.trim() === '' ? [] : [text, text.trim()];
	});
}

function spellingsOf(secret: string): string[] {
	const url = encodeURIComponent(secret.toWellFormed());
	return [
		secret,
		url,
		url.toLowerCase(),
		url.replace(/%20/g, '+'),
		JSON.stringify(secret).slice(1, -1),
		escapeHtml(secret),
		base64(secret),
	];
}

function base64(text: string): string {
	return Buffer.from(text, 'utf8').toString('base64');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Text as HTML shows it. n8n renders the description of an error as HTML. */
export function escapeHtml(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
