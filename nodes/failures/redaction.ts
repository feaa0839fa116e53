import type { GenericValue, ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

/** What stands in the place of a secret, everywhere. */
export const MASK = '***';

/** Shorter secrets are masked as whole words only: as parts of words they would mask half of any text. */
const SHORT_SECRET = 4;

export type Redactor = (text: string) => string;

/**
 * A function that masks every secret of a credential in a text: as it is, as URLs, JSON (also JSON within JSON),
 * HTML or base64 spell it, also as the pair of basic authentication, also where the base URL holds user and
 * password.
 */
export function createRedactor(
	credential: ICredentialDataDecryptedObject,
	properties: readonly INodeProperties[],
): Redactor {
	const { plain, encoded } = secretsOf(credential, properties);
	const withinBase64 = plain.flatMap(alignments);
	const patterns = new Set([
		...plain.map((secret) => wholeWordIfShort(secret, [...secret].map(spelledCharacter).join(''))),
		...[...plain.map(base64), ...withinBase64, ...encoded].flatMap((text) => {
			const url = text.replace(/\+/g, '-').replace(/\//g, '_');
			return [text, url].map((form) =>
				wholeWordIfShort(form, [...form].map(spelledCharacter).join('')),
			);
		}),
	]);
	if (patterns.size === 0) return (text) => text;
	const longestFirst = [...patterns].sort((a, b) => b.length - a.length);
	const pattern = new RegExp(longestFirst.join('|'), 'gu');
	return (text) => text.replace(pattern, MASK);
}

/** The names of a credential's fields that hold secrets: those that the editor hides. */
export function secretFields(properties: readonly INodeProperties[]): string[] {
	return properties
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.map(({ name }) => name);
}

/** Levels of a JSON value that are kept; what a provider nests deeper is left out. */
const MAX_DEPTH = 100;

/** A JSON value with every text in it redacted, keys included. */
export function redactDeep(value: unknown, redact: Redactor, depth = 0): GenericValue {
	if (typeof value === 'string') return redact(value);
	if (typeof value === 'number') return redact(String(value)) === String(value) ? value : MASK;
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return null;
	if (Array.isArray(value)) return value.map((entry) => redactDeep(entry, redact, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			redact(key),
			redactDeep(entry, redact, depth + 1),
		]),
	);
}

/** What must not be seen as it is, and what must not be seen but is encoded already. */
function secretsOf(
	credential: ICredentialDataDecryptedObject,
	properties: readonly INodeProperties[],
): { plain: string[]; encoded: string[] } {
	const secrets = secretFields(properties).map((name) => credential[name]);
	const encoded: string[] = [];
	const { username, password, baseUrl } = credential;
	if (typeof password === 'string' && password !== '') {
		encoded.push(base64(`${typeof username === 'string' ? username : ''}:${password}`));
	}
	const userInfo = /^[a-z]+:\/\/([^/?#]*)@/i.exec(
		typeof baseUrl === 'string' ? baseUrl.trim() : '',
	)?.[1];
	if (userInfo !== undefined) {
		const [user = '', ...rest] = userInfo.split(':');
		const word = rest.join(':');
		for (const read of [(text: string) => text, decoded]) {
			secrets.push(read(word === '' ? user : word));
			encoded.push(base64(`${read(user)}:${read(word)}`));
		}
	}
	const plain = secrets.flatMap((secret) => {
		const text = typeof secret === 'string' || typeof secret === 'number' ? String(secret) : '';
		return text.trim() === '' ? [] : [text.toWellFormed(), text.toWellFormed().trim()];
	});
	return { plain, encoded };
}

/** How a character is written in HTML, beside `&#60;` and `&#x3c;`. */
const ENTITIES: Record<string, string> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
};
const JSON_ESCAPES: Record<string, string> = {
	'\b': 'b',
	'\t': 't',
	'\n': 'n',
	'\f': 'f',
	'\r': 'r',
};
/** JSON within JSON doubles the backslashes: so many levels have at most so many. */
const BACKSLASHES = '\\\\{1,15}';

/** A URL within a URL encodes the signs of percent again. */
const PERCENT = '%(?:25){0,3}';

/** A pattern for a character in any of its spellings; letters and digits are spelled as they are. */
function spelledCharacter(character: string): string {
	if (/[A-Za-z0-9]/.test(character)) return character;
	const point = character.codePointAt(0) ?? 0;
	const percent = [...Buffer.from(character, 'utf8')]
		.map((byte) => PERCENT + hex(byte, 2))
		.join('');
	const utf16 = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
	const entities = [
		`#0*${String(point)}`,
		`#[xX]0*${hex(point, 1)}`,
		...(ENTITIES[character] === undefined ? [] : [ENTITIES[character]]),
	];
	const spellings = [
		percent,
		utf16.map((unit) => `${BACKSLASHES}u${hex(unit, 4)}`).join(''),
		`&(?:amp;)?(?:${entities.join('|')});`,
	];
	const escape = JSON_ESCAPES[character];
	if (escape !== undefined) spellings.push(BACKSLASHES + escape);
	if (character === ' ') spellings.push('\\+', `${PERCENT}2[bB]`);
	// A backslash is doubled, a quotation mark or slash gets one before it.
	if (character === '\\') spellings.push(BACKSLASHES);
	else if (/["'/]/.test(character)) spellings.push(`\\\\{0,15}${escaped(character)}`);
	else spellings.push(escaped(character));
	return `(?:${spellings.join('|')})`;
}

/** A number in hexadecimal digits of either case. */
function hex(value: number, digits: number): string {
	return value
		.toString(16)
		.padStart(digits, '0')
		.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function wholeWordIfShort(secret: string, pattern: string): string {
	return secret.length < SHORT_SECRET ? `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])` : pattern;
}

/** Characters of base64 that are told from others; fewer could be a part of anything. */
const LEAST_BASE64 = 8;

/** How a secret looks in the base64 of a longer text, where its bytes may begin at any of three places. */
function alignments(secret: string): string[] {
	return [0, 1, 2].flatMap((offset) => {
		const text = base64('\0'.repeat(offset) + secret);
		const bits = (offset + Buffer.byteLength(secret, 'utf8')) * 8;
		// What the neighbours of the secret have a part in is left out.
		const inner = text.slice(Math.ceil((offset * 8) / 6), Math.floor(bits / 6));
		return inner.length < LEAST_BASE64 ? [] : [inner];
	});
}

/** Without the padding, which some leave out. */
function base64(text: string): string {
	return Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '');
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
