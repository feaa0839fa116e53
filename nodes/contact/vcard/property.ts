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

const DOT = 0x2e;
const COMMA = 0x2c;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const COLON = 0x3a;
const SEMICOLON = 0x3b;

/** A content line as a property. Undefined where it is none: no colon, or no name before it. */
export function parseProperty({ number, text }: ContentLine): Property | undefined {
	let end = 0;
	let dot = -1;
	while (end < text.length && !isDelimiter(text.charCodeAt(end))) {
		if (text.charCodeAt(end) === DOT) dot = end;
		end++;
	}
	if (end === text.length) return undefined;
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
		let end = at;
		while (
			end < text.length &&
			!isDelimiter(text.charCodeAt(end)) &&
			text.charCodeAt(end) !== EQUALS
		)
			end++;
		const word = text.slice(at, end).trim();
		if (text.charCodeAt(end) === EQUALS) {
			const name = word.toUpperCase();
			do {
				const value = parseValue(text, end + 1);
				parameters.push({ name, value: value.text });
				end = value.end;
			} while (text.charCodeAt(end) === COMMA);
		} else if (word !== '') {
			parameters.push({ name: BARE_PARAMETERS.get(word.toUpperCase()) ?? 'TYPE', value: word });
		}
		if (text.charCodeAt(end) === COLON) return { parameters, colon: end };
		at = end;
	}
	return undefined;
}

/** One value of a parameter, and the index of the delimiter after it. */
function parseValue(text: string, start: number): { text: string; end: number } {
	const closing = text.charCodeAt(start) === QUOTE ? text.indexOf('"', start + 1) : -1;
	let end = closing === -1 ? start : closing + 1;
	while (end < text.length && !isDelimiter(text.charCodeAt(end)) && text.charCodeAt(end) !== COMMA)
		end++;
	const value = closing === -1 ? text.slice(start, end) : text.slice(start + 1, closing);
	return { text: decodeCarets(value), end };
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

function isDelimiter(code: number): boolean {
	return code === COLON || code === SEMICOLON;
}
