import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { escapeHtml } from './html';
import type { Pattern } from './patternSearch';
import { bytesOf } from './textBytes';
import { unescapedBytes } from './unescapedBytes';

/** Shorter secrets are masked as whole words only: as parts of words they would mask half of any text. */
const SHORT_SECRET = 4;

/** Minimum characters of base64 that are distinctive; fewer could be part of anything. */
const MIN_BASE64_LENGTH = 5;

/** A secret of so many characters is recognized by its parts too: some servers show the beginning or the end of one. */
const MIN_DIVIDED = 20;
/** Characters of a part: half the secret, at most so many. */
const MAX_PART = 16;
/** Maximum parts of a secret that are looked for. */
const MAX_PARTS = 500;
/** Minimum characters of a secret that is also looked for in upper and lower case. */
const MIN_CASED = 8;
/** What people paste with a token; a server does not repeat it. */
const SCHEME = /^(?:bearer|basic|token|app|apikey)\s+/i;

/** What to look for in a text as it is, in one without its escapes, and in one without anything that splits words. */
export interface SecretPatterns {
	plain: Pattern[];
	/** Parts of secrets, and secrets in another case, for a text as it is. */
	parts: Pattern[];
	unescaped: Pattern[];
	joined: Pattern[];
}

/** The names of a credential's secret fields: those that the editor hides. */
export function secretFields(properties: readonly INodeProperties[]): string[] {
	return properties
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.map(({ name }) => name);
}

/** What the secrets of a credential look like: as text, in hexadecimal digits, and in base64 at any position. */
export function secretPatterns(
	credential: ICredentialDataDecryptedObject,
	properties: readonly INodeProperties[],
): SecretPatterns {
	const { secrets, pairs } = secretsOf(credential, properties);
	const texts = new Set(secrets.flatMap(spelledOtherwise));
	const inBytes = [...texts].flatMap(bytesIn);
	const encoded = [
		...inBytes.flatMap(encodings),
		...[...texts].flatMap(bytesInUtf16).flatMap(alignments),
		...pairs.flatMap(bytesIn).map(base64),
	];
	const parts = [...new Set([...texts].flatMap(partsOf))].map((part): Pattern => ({
		bytes: bytesOf(part).bytes,
		wholeWord: false,
	}));
	const patterns: SecretPatterns = { plain: [], parts, unescaped: [], joined: [] };
	for (const text of new Set([...texts, ...pairs, ...encoded.flatMap(inUrls)])) {
		addPatterns(patterns, text);
	}
	return patterns;
}

/** Texts that must not be seen, and the pairs of user and password that belong together. */
function secretsOf(
	credential: ICredentialDataDecryptedObject,
	properties: readonly INodeProperties[],
): { secrets: string[]; pairs: string[] } {
	const fields = secretFields(properties).map((name) => credential[name]);
	const { username, password, baseUrl } = credential;
	const pairs: string[] = [];
	for (const word of typeof username === 'string' ? fields : [password]) {
		if (typeof word === 'string' && word !== '') {
			pairs.push(`${typeof username === 'string' ? username : ''}:${word}`);
		}
	}
	for (const { user, word } of usersOf(typeof baseUrl === 'string' ? baseUrl : '')) {
		fields.push(word === '' ? user : word);
		pairs.push(`${user}:${word}`);
	}
	const secrets = fields.flatMap((field) => {
		const text = typeof field === 'string' || typeof field === 'number' ? String(field) : '';
		const typed = text.toWellFormed();
		const trimmed = typed.trim();
		return [typed, trimmed, trimmed.replace(SCHEME, '')].filter((each) => each.trim() !== '');
	});
	return { secrets, pairs };
}

/**
 * User and password in an address, as typed, as a URL parser writes them, and decoded. For http and https, the parser
 * accepts any number of slashes, in either direction, and ignores tabs and line breaks (WHATWG URL, 4.4).
 */
function usersOf(address: string): Array<{ user: string; word: string }> {
	const typed = /^[a-z][a-z0-9+.-]*:[\\/]*([^\\/?#]*)@/i.exec(
		address.trim().replace(/[\t\r\n]/g, ''),
	)?.[1];
	if (typed === undefined) return [];
	const colon = typed.indexOf(':');
	const users = [
		colon < 0
			? { user: typed, word: '' }
			: { user: typed.slice(0, colon), word: typed.slice(colon + 1) },
	];
	if (URL.canParse(address)) {
		const { username, password } = new URL(address);
		users.push({ user: username, word: password });
	}
	users.push(...users.map(({ user, word }) => ({ user: decoded(user), word: decoded(word) })));
	return users.filter(({ user, word }) => user !== '' || word !== '');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A text, and the same with its accents composed or decomposed, as servers may write it. */
function spelledOtherwise(text: string): string[] {
	return [text, text.normalize('NFC'), text.normalize('NFD')];
}

/** A secret in other cases, and the parts of one that is long enough. */
function partsOf(secret: string): string[] {
	const characters = [...secret];
	if (characters.length < MIN_CASED) return [];
	const cased = [secret.toLowerCase(), secret.toUpperCase()];
	if (characters.length < MIN_DIVIDED) return cased;
	const length = Math.min(MAX_PART, Math.ceil(characters.length / 2));
	const count = characters.length - length + 1;
	const step = Math.ceil(count / MAX_PARTS);
	const parts = Array.from({ length: Math.floor(count / step) }, (_, index) =>
		characters.slice(index * step, index * step + length).join(''),
	);
	return [...cased, ...parts];
}

/** A text in UTF-8, and in Latin-1 if that differs. */
function bytesIn(text: string): Buffer[] {
	const utf8 = Buffer.from(text, 'utf8');
	return isLatin1(text) ? [utf8, Buffer.from(text, 'latin1')] : [utf8];
}

function bytesInUtf16(text: string): Buffer[] {
	const bytes = Buffer.from(text, 'utf16le');
	return [bytes, Buffer.from(bytes).swap16()];
}

function isLatin1(text: string): boolean {
	return /[\u0080-\u00ff]/.test(text) && /^[\0-\u00ff]*$/.test(text);
}

/** Bytes in base64 and, if there are enough of them to be distinctive, in hexadecimal. */
function encodings(bytes: Buffer): string[] {
	const hex = bytes.length < SHORT_SECRET ? [] : [bytes.toString('hex')];
	return [base64(bytes), ...alignments(bytes), ...hex, ...hex.map((text) => text.toUpperCase())];
}

/** Without padding, which some servers leave out. */
function base64(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}

/** How bytes look in the base64 of a longer text, where they may begin at any of three offsets. */
function alignments(bytes: Buffer): string[] {
	return [0, 1, 2].flatMap((offset) => {
		const text = base64(Buffer.concat([Buffer.alloc(offset), bytes]));
		const bits = (offset + bytes.length) * 8;
		// Characters that also depend on the secret's neighbors are left out.
		const inner = text.slice(Math.ceil((offset * 8) / 6), Math.floor(bits / 6));
		return inner.length < MIN_BASE64_LENGTH ? [] : [inner];
	});
}

/** Base64 in both of its alphabets. */
function inUrls(text: string): string[] {
	return [text, text.replace(/\+/g, '-').replace(/\//g, '_')];
}

function addPatterns(patterns: SecretPatterns, text: string): void {
	const wholeWord = [...text].length < SHORT_SECRET;
	const { bytes } = bytesOf(text);
	patterns.plain.push({ bytes, wholeWord });
	let isRecognised = true;
	for (const [list, joined] of [
		[patterns.unescaped, false],
		[patterns.joined, true],
	] as const) {
		for (const spelled of isLatin1(text) ? [text, latin1InPercent(text)] : [text]) {
			const left = unescapedBytes(spelled, joined, { steps: 0 }).bytes;
			// A secret that is hardly more than escapes and tags would be found everywhere.
			if (left.length >= Math.min(SHORT_SECRET, bytes.length))
				list.push({ bytes: left, wholeWord });
			else isRecognised = false;
		}
	}
	if (isRecognised) return;
	for (const spelled of spellings(text)) {
		patterns.plain.push({ bytes: bytesOf(spelled).bytes, wholeWord: false });
	}
}

function latin1InPercent(text: string): string {
	return text.replace(
		/[\u0080-\u00ff]/g,
		(character) => `%${character.charCodeAt(0).toString(16)}`,
	);
}

/** A text in the spellings that servers use most. */
function spellings(text: string): string[] {
	const url = encodeURIComponent(text);
	const json = JSON.stringify(text);
	return [
		url,
		url.replace(/%../g, (escape) => escape.toLowerCase()),
		new URLSearchParams({ '': text }).toString().slice(1),
		json.slice(1, -1),
		JSON.stringify(json).slice(3, -3),
		escapeHtml(text),
	].filter((spelled) => spelled.length >= SHORT_SECRET);
}
