import { hexadecimalDigit } from './encodings';

/** A vCard whose line breaks are written out: `BEGIN:VCARD\nVERSION:3.0…`, as in a value copied out of JSON. */
const WRITTEN_OUT = /^[\s\ufeff"']*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\\+[rn]/i;
const START = 200;
/** JSON in JSON in JSON: more has never been seen. */
const MAX_LEVELS = 4;

/** Whether a text is a vCard whose line breaks are written as `\n`. */
export function hasLiteralBreaks(text: string): boolean {
	return WRITTEN_OUT.test(text.slice(0, START));
}

/**
 * A text with its written-out line breaks, and other JSON escapes, resolved: in pieces, as it comes.
 *
 * @param more what follows the text
 */
export function* withLineBreaks(
	text: string,
	more: Iterator<string> = NOTHING,
): Generator<string, void, undefined> {
	const levels = levelsOf(text);
	let open = '';
	for (let piece: string | undefined = text; piece !== undefined;) {
		const next = more.next();
		const isLast = next.done === true;
		const read = open + piece;
		const end = isLast ? read.length : beforeEscape(read);
		open = read.slice(end);
		yield resolved(read.slice(0, end), levels);
		piece = isLast ? undefined : next.value;
	}
}

const NOTHING: Iterator<string> = [].values();
/** Longer than an escape at any level, with its backslashes. */
const MAX_ESCAPE_LENGTH = 64;

/** Where an escape begins that a piece may end in the middle of; the length of the piece if it ends in none. */
function beforeEscape(piece: string): number {
	let place = piece.indexOf('\\', Math.max(0, piece.length - MAX_ESCAPE_LENGTH));
	if (place === -1) return piece.length;
	const first = Math.max(0, piece.length - 2 * MAX_ESCAPE_LENGTH);
	while (place > first && piece.charAt(place - 1) === '\\') place--;
	return place;
}

/** How often the line breaks at the beginning of a text are escaped. */
function levelsOf(text: string): number {
	let levels = 0;
	let plain = text.slice(0, START * 2);
	for (; levels < MAX_LEVELS && hasLiteralBreaks(plain); levels++) plain = resolved(plain, 1);
	return levels;
}

function resolved(text: string, levels: number): string {
	let codes = codesOf(text);
	for (let level = 0; level < levels; level++) codes = resolve(codes);
	return textOf(codes);
}

function codesOf(text: string): Uint16Array {
	const codes = new Uint16Array(text.length);
	for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
	return codes;
}

function textOf(codes: Uint16Array): string {
	// Half the memory, where it is enough
	const isLatin = codes.every((code) => code <= 0xff);
	return isLatin
		? Buffer.from(codes).toString('latin1')
		: Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le');
}

const BACKSLASH = 0x5c;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_U = 0x75;
const LINE_FEED = 0x0a;
/** What the character after a backslash means (RFC 8259, 7), besides `u`. A carriage return is as good as a line feed. */
const ESCAPED = new Map([
	...[LETTER_N, LETTER_R].map((letter) => [letter, LINE_FEED] as const),
	...['\\', '"', '/'].map((sign) => [sign.charCodeAt(0), sign.charCodeAt(0)] as const),
	['t'.charCodeAt(0), '\t'.charCodeAt(0)] as const,
]);

/**
 * Resolves the escapes of one level in place, and gives the part of the codes that is left. Codes instead of a regular
 * expression, which takes ten times as long for a text of escapes only.
 */
function resolve(codes: Uint16Array): Uint16Array {
	let end = 0;
	for (let at = 0; at < codes.length; at++) {
		let code = codes[at] ?? 0;
		if (code === BACKSLASH) {
			const next = codes[at + 1] ?? 0;
			const meant = next === LETTER_U ? fourDigits(codes, at + 2) : ESCAPED.get(next);
			if (meant !== undefined) {
				code = meant;
				at += next === LETTER_U ? 5 : isCrLf(codes, at) ? 3 : 1;
			}
		}
		codes[end++] = code;
	}
	return codes.subarray(0, end);
}

/** Whether an escaped carriage return and line feed begin here, which are one line break. */
function isCrLf(codes: Uint16Array, at: number): boolean {
	return codes[at + 1] === LETTER_R && codes[at + 2] === BACKSLASH && codes[at + 3] === LETTER_N;
}

function fourDigits(codes: Uint16Array, start: number): number | undefined {
	let number = 0;
	for (let at = start; at < start + 4; at++) {
		const digit = hexadecimalDigit(codes[at] ?? 0);
		if (digit === undefined) return undefined;
		number = number * 16 + digit;
	}
	return number;
}
