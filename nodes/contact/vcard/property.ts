import type { ContentLine } from './lines';

export interface Parameter {
	/** In capitals. */
	name: string;
	value: string;
}

/** One property of a card: `group.NAME;PARAMETER=value:value`. */
export interface Property {
	/** The first physical line of the property, counted from 1. */
	line: number;
	/** In lower case; empty where the property has none. */
	group: string;
	/** In capitals. */
	name: string;
	parameters: readonly Parameter[];
	/** How the value is encoded, undefined where it is plain text. */
	encoding: 'QUOTED-PRINTABLE' | 'BASE64' | undefined;
	/** As it stands in the card: encoded and escaped. */
	value: string;
}

const NONE: readonly Parameter[] = [];

/** What a bare parameter of vCard 2.1 is, where it is not a type (vCard 2.1, 2.1.4). */
const BARE_PARAMETERS = new Map([
	...['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT'].map((word) => [word, 'ENCODING'] as const),
	...['URL', 'URI', 'INLINE', 'CID', 'CONTENT-ID'].map((word) => [word, 'VALUE'] as const),
]);

const NAME = /^[A-Z0-9_-]+$/;

const COMMA = 0x2c;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const COLON = 0x3a;
const SEMICOLON = 0x3b;

/** A content line as a property. Undefined where it is none: no colon, or no name before it. */
export function parseProperty({ number, text }: ContentLine): Property | undefined {
	const end = endOfWord(text, 0, SEMICOLON);
	if (end === text.length) return undefined;
	const dot = text.lastIndexOf('.', end);
	let name = text.slice(dot + 1, end);
	if (!NAME.test(name)) name = name.trim().toUpperCase();
	if (!NAME.test(name)) return undefined;
	const group = dot === -1 ? '' : text.slice(0, dot).trim().toLowerCase();

	if (text.charCodeAt(end) === COLON) {
		const value = text.slice(end + 1);
		return { line: number, group, name, parameters: NONE, encoding: undefined, value };
	}
	const parsed = parseParameters(text, end + 1);
	if (parsed === undefined) return undefined;
	const { parameters, colon } = parsed;
	const encoding = encodingOf(parameters);
	return { line: number, group, name, parameters, encoding, value: text.slice(colon + 1) };
}

/** The first value of a parameter; `name` in capitals. */
export function parameter({ parameters }: Property, name: string): string | undefined {
	return parameters.find((candidate) => candidate.name === name)?.value;
}

/** The parameters from `start` to the colon before the value. Undefined where there is no colon. */
function parseParameters(
	text: string,
	start: number,
): { parameters: Parameter[]; colon: number } | undefined {
	const parameters: Parameter[] = [];
	for (let at = start; at < text.length; at++) {
		let end = endOfWord(text, at, EQUALS);
		const word = text.slice(at, end).trim();
		if (text.charCodeAt(end) === EQUALS) {
			const name = word.toUpperCase();
			do {
				const from = end + 1;
				const closing = text.charCodeAt(from) === QUOTE ? text.indexOf('"', from + 1) : -1;
				end = endOfWord(text, closing === -1 ? from : closing, COMMA);
				const value = closing === -1 ? text.slice(from, end) : text.slice(from + 1, closing);
				parameters.push({ name, value: decodeCarets(value) });
			} while (text.charCodeAt(end) === COMMA);
		} else if (word !== '') {
			parameters.push({ name: BARE_PARAMETERS.get(word.toUpperCase()) ?? 'TYPE', value: word });
		}
		if (text.charCodeAt(end) === COLON) return { parameters, colon: end };
		at = end;
	}
	return undefined;
}

/** The index of the first colon, semicolon or `other` from `start` on, else the length of the text. */
function endOfWord(text: string, start: number, other: number): number {
	let end = start;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code === COLON || code === SEMICOLON || code === other) break;
		end++;
	}
	return end;
}

/** RFC 6868, 3.2. */
function decodeCarets(value: string): string {
	if (!value.includes('^')) return value;
	return value.replace(/\^([n'^])/g, (_, character: string) =>
		character === 'n' ? '\n' : character === "'" ? '"' : '^',
	);
}

function encodingOf(parameters: readonly Parameter[]): Property['encoding'] {
	for (const { name, value } of parameters) {
		if (name !== 'ENCODING') continue;
		const encoding = value.trim().toUpperCase();
		if (encoding === 'QUOTED-PRINTABLE' || encoding === 'Q') return 'QUOTED-PRINTABLE';
		if (encoding === 'BASE64' || encoding === 'B') return 'BASE64';
	}
	return undefined;
}
