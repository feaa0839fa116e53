import type { ContentLine } from './lines';

export interface Parameter {
	/** In capitals. */
	name: string;
	value: string;
}

/** A picture that is known to be base64, and the text before it in a data URI. */
export interface CheckedPhoto {
	head: string;
	base64: string;
}

/** One property of a card: `group.NAME;PARAMETER=value:value`. */
export interface Property {
	/** The first physical line of the property, counted from 1. */
	line: number;
	/** In lower case; empty if the property has none. */
	group: string;
	/** In capitals. */
	name: string;
	parameters: readonly Parameter[];
	/** How the value is encoded; undefined if it is plain text. */
	encoding: 'QUOTED-PRINTABLE' | 'BASE64' | undefined;
	/** As in the card: encoded and escaped. */
	value: string;
	/** What comes after the value, if it is too long to be one text. */
	rest?: readonly string[];
	/** Whether the value is already known to be only base64. */
	isBase64: boolean;
	/** A long picture that was checked in steps; `value` is its beginning. */
	checked?: CheckedPhoto;
}

const NONE: readonly Parameter[] = [];

/** What a bare parameter of vCard 2.1 is, if it is not a type (vCard 2.1, 2.1.4). */
const BARE_PARAMETERS = new Map([
	...['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT'].map((word) => [word, 'ENCODING'] as const),
	...['URL', 'URI', 'INLINE', 'CID', 'CONTENT-ID'].map((word) => [word, 'VALUE'] as const),
]);

const TYPE = 'TYPE';
/** The parameter of Android's own labels. */
export const X_CUSTOM = 'X-CUSTOM';
/** With the label of a person, in quoted-printable, in it. Longer than any program writes. */
const MAX_HEAD_LENGTH = 10_000;
const CUSTOM = /(?:TYPE=)?"?X-CUSTOM\(([^\r\n]*?)\)"?(?=[;:])/iy;
/** The places of the X in `X-CUSTOM`, `"X-CUSTOM`, `TYPE=X-CUSTOM` and `TYPE="X-CUSTOM`. */
const CUSTOM_PLACES = [0, 1, 5, 6];
const NAME = /^[A-Z0-9_-]+$/;

const COMMA = 0x2c;
const DOT = 0x2e;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const COLON = 0x3a;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const SEMICOLON = 0x3b;
/** The bit that makes a letter lower case. */
const SMALL = 0x20;
const X = 0x78;

/** A content line as a property. Undefined if it is not one: no colon, or no name before it. */
export function parseProperty(line: ContentLine): Property | undefined {
	const { number, text, base64, rest } = line;
	const head = text.length > MAX_HEAD_LENGTH ? text.slice(0, MAX_HEAD_LENGTH) : text;
	let dot = -1;
	let end = 0;
	let isCapital = true;
	for (; end < head.length; end++) {
		const code = head.charCodeAt(end);
		if (code === COLON || code === SEMICOLON) break;
		if (code === DOT) dot = end;
		isCapital = code === DOT || (isCapital && code >= CAPITAL_A && code <= CAPITAL_Z);
	}
	let name = head.slice(dot + 1, end);
	if (!isCapital) name = name.trim().toUpperCase();
	if (name === '' || (!isCapital && !NAME.test(name))) return undefined;
	const group = dot === -1 ? '' : head.slice(0, dot).trim().toLowerCase();
	const parsed = parseParameters(head, end);
	if (parsed === undefined) return undefined;
	const { parameters, colon } = parsed;
	const property: Property = {
		line: number,
		group,
		name,
		parameters,
		encoding: encodingOf(parameters),
		value: base64 ?? text.slice(colon + 1),
		isBase64: base64 !== undefined,
	};
	if (rest !== undefined) property.rest = rest;
	return property;
}

/** The first value of a parameter; `name` in capitals. */
export function parameter({ parameters }: Property, name: string): string | undefined {
	for (const candidate of parameters) if (candidate.name === name) return candidate.value;
	return undefined;
}

/** The parameters from the end of the name to the colon before the value. Undefined if there is no colon. */
function parseParameters(
	text: string,
	start: number,
): { parameters: readonly Parameter[]; colon: number } | undefined {
	if (text.charCodeAt(start) === COLON) return { parameters: NONE, colon: start };
	const parameters: Parameter[] = [];
	for (let at = start + 1; at < text.length; at++) {
		const custom = customLabel(text, at);
		if (custom !== undefined) {
			parameters.push({ name: X_CUSTOM, value: custom.label });
			if (text.charCodeAt(custom.end) === COLON) return { parameters, colon: custom.end };
			at = custom.end;
			continue;
		}
		let end = endOfWord(text, at, EQUALS);
		const word = text.slice(at, end).trim();
		if (text.charCodeAt(end) === EQUALS) {
			const name = word === 'type' ? TYPE : word.toUpperCase();
			do {
				const from = end + 1;
				const closing = text.charCodeAt(from) === QUOTE ? text.indexOf('"', from + 1) : -1;
				end = endOfWord(text, closing === -1 ? from : closing, COMMA);
				const value = closing === -1 ? text.slice(from, end) : text.slice(from + 1, closing);
				parameters.push({ name, value: decodeCarets(value) });
			} while (text.charCodeAt(end) === COMMA);
		} else if (word !== '') {
			parameters.push({ name: BARE_PARAMETERS.get(word.toUpperCase()) ?? TYPE, value: word });
		}
		if (text.charCodeAt(end) === COLON) return { parameters, colon: end };
		at = end;
	}
	return undefined;
}

/** Android's own label of vCard 2.1, from `X-CUSTOM(` to the parenthesis that the parameter ends with. */
function customLabel(text: string, start: number): { label: string; end: number } | undefined {
	const mayBe = CUSTOM_PLACES.some((place) => (text.charCodeAt(start + place) | SMALL) === X);
	if (!mayBe) return undefined;
	CUSTOM.lastIndex = start;
	const [found, label = ''] = CUSTOM.exec(text) ?? [];
	return found === undefined ? undefined : { label, end: start + found.length };
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
