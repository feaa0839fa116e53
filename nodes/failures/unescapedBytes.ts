import { isHex, isInvisible, isLetterOrDigit, plainCharacter } from './characterKinds';
import { MAX_REFERENCE_LENGTH, referencedCharacter } from './html';
import type { Work } from './patternSearch';
import { lastCharacter, lastHighSurrogate, utf8, type TextBytes } from './textBytes';

/**
 * A text without its escapes, so that a word looks the same however a server spells it: percent-encoding, escapes of JSON
 * and JavaScript, HTML references, nested to any depth. In addition,
 *
 * - backslashes are left out, however often JSON within JSON doubles them, and a line break is the `n` of its escape;
 * - a space is the `+` of a form;
 * - soft hyphens and zero-width characters are left out;
 * - full-width letters and other variants of a character are that character.
 *
 * The result is only for searching: `\n` and `n` are the same in it. Time grows only with the length of the text: as soon as
 * an escape is complete, it is replaced at the end of what has been read, by fewer bytes than it had.
 *
 * @param joined also leaves out other things that split a word invisibly: tags, line breaks and tabs
 */
export function unescapedBytes(text: string, joined: boolean, work: Work): TextBytes {
	const read = new UnescapedBytes(joined, work);
	for (let place = 0; place < text.length; place += 1) {
		read.add({ point: text.charCodeAt(place), start: place, end: place + 1 });
	}
	const once = read.end();
	const numbers = unclosedNumbers(once, work);
	if (numbers.size === 0) return spelledAlike(once);
	// The characters that they stand for may form other escapes, including such numbers again.
	const twice = withNumbers(once, numbers, joined, work);
	return spelledAlike(withNumbers(twice, unclosedNumbers(twice, work), joined, work));
}

const code = (character: string) => character.charCodeAt(0);
const PERCENT = code('%');
const BACKSLASH = code('\\');
/** A backslash that was written as an escape; it does not begin another one. */
const SPELLED_BACKSLASH = 0x15c;
const AMPERSAND = code('&');
const HASH = code('#');
const SEMICOLON = code(';');
const OPENING_BRACE = code('{');
const CLOSING_BRACE = code('}');
const LESS_THAN = code('<');
const GREATER_THAN = code('>');
const U = code('u');
const X = code('x');

/** Characters that JSON and JavaScript write as a backslash and a letter. */
const LETTER_OF_ESCAPE = new Map(
	Array.from('nrtbf', (letter, index) => [code('\n\r\t\b\f'.charAt(index)), code(letter)]),
);
/** The letters in the escapes for line breaks and tabs. */
const BREAKS = new Set(Array.from('nrt', code));

/** Maximum hexadecimal digits of a code point in braces, `\u{10ffff}`, including leading zeros. */
const MAX_BRACED_DIGITS = 8;

class UnescapedBytes {
	private readonly bytes: number[] = [];
	private readonly starts: number[] = [];
	private readonly ends: number[] = [];
	/** The positions of every `<` without a `>` so far. */
	private readonly openings: number[] = [];

	constructor(
		private readonly joined: boolean,
		private readonly work: Work,
	) {}

	end(): TextBytes {
		return { bytes: this.bytes, starts: this.starts, ends: this.ends };
	}

	/** Adds a character, or a UTF-16 code unit, to what has been read. */
	add(placed: PositionedCharacter): void {
		let next: PositionedCharacter | undefined = placed;
		// The decoded character may complete an outer escape.
		while (next !== undefined) {
			this.work.steps += 1;
			const { point, start, end }: PositionedCharacter = next;
			if (point > 0x7f) {
				next = this.addPoint(point, start, end);
				continue;
			}
			if (point === BACKSLASH && this.last() === BACKSLASH) {
				this.ends[this.ends.length - 1] = end;
				return;
			}
			this.append(point, start, end);
			next = this.completed(point);
		}
	}

	/** What the escape that ends here stands for, taken off the end; undefined where none ends here. */
	private completed(byte: number): PositionedCharacter | undefined {
		if (isHex(byte)) return this.hexEscape() ?? this.octalEscape();
		if (byte === SEMICOLON) return this.reference();
		if (byte === CLOSING_BRACE) return this.bracedEscape();
		if (!this.joined) return undefined;
		if (byte === LESS_THAN) this.openings.push(this.bytes.length - 1);
		else if (byte === GREATER_THAN) this.leaveOutTag();
		else if (byte === 9 || byte === 10 || byte === 13) this.cut(1);
		else if (BREAKS.has(byte) && isBackslash(this.last(2))) this.cut(2);
		return undefined;
	}

	/** `%53`, `\x53`, `\u0053`, `%u0053`. */
	private hexEscape(): PositionedCharacter | undefined {
		if (this.last(3) === PERCENT && isHex(this.last(2))) return this.taken(3, this.hex(2));
		if (isBackslash(this.last(4)) && this.last(3) === X && isHex(this.last(2))) {
			return this.taken(4, this.hex(2));
		}
		const sign = this.last(6);
		const isUnicode = (isBackslash(sign) || sign === PERCENT) && this.last(5) === U;
		if (!isUnicode || ![2, 3, 4].every((back) => isHex(this.last(back)))) return undefined;
		return this.taken(6, this.hex(4), true);
	}

	/** `\123`. */
	private octalEscape(): PositionedCharacter | undefined {
		const digits = [3, 2, 1].map((back) => (this.last(back) ?? 0) - code('0'));
		const isOctal = isBackslash(this.last(4)) && digits.every((digit) => digit >= 0 && digit < 8);
		const byte = digits.reduce((value, digit) => value * 8 + digit, 0);
		return isOctal && byte <= 0xff ? this.taken(4, byte) : undefined;
	}

	/** `\u{53}`. */
	private bracedEscape(): PositionedCharacter | undefined {
		let digits = 0;
		while (digits <= MAX_BRACED_DIGITS && isHex(this.last(digits + 2))) digits += 1;
		const opening = digits + 2;
		if (digits === 0 || this.last(opening) !== OPENING_BRACE) return undefined;
		if (this.last(opening + 1) !== U || !isBackslash(this.last(opening + 2))) return undefined;
		const point = Number.parseInt(this.ascii(opening - 1, digits), 16);
		return point > 0x10ffff ? undefined : this.taken(opening + 2, point, true);
	}

	/** `&lt;`, `&#83;`, `&#x53;`. */
	private reference(): PositionedCharacter | undefined {
		for (let back = 2; back <= MAX_REFERENCE_LENGTH; back += 1) {
			this.work.steps += 1;
			const byte = this.last(back);
			if (byte === AMPERSAND) {
				const character = referencedCharacter(this.ascii(back - 1, back - 2));
				return character === undefined
					? undefined
					: this.taken(back, character.codePointAt(0) ?? 0, true);
			}
			if (byte !== HASH && !isLetterOrDigit(byte)) return undefined;
		}
		return undefined;
	}

	/** A byte of a character above ASCII, as it is; gives the ASCII character of which it ends a variant. */
	addByte(byte: number, start: number, end: number): PositionedCharacter | undefined {
		this.append(byte, start, end);
		const { point, length } = lastCharacter(this.bytes);
		if (length === 0) return undefined;
		const first = this.starts[this.starts.length - length] ?? start;
		if (isInvisible(point)) {
			this.cut(length);
			return undefined;
		}
		if (plainCharacter(point) === undefined) return undefined;
		this.cut(length);
		return this.addPoint(point, first, end);
	}

	/** A character above ASCII; gives the ASCII character of which it is a variant. */
	private addPoint(point: number, start: number, end: number): PositionedCharacter | undefined {
		const high = lastHighSurrogate(this.bytes);
		if (high !== undefined && point >= 0xdc00 && point <= 0xdfff) {
			const first = this.starts[this.starts.length - 3] ?? start;
			this.cut(3);
			return this.addPoint(0x10000 + ((high - 0xd800) << 10) + (point - 0xdc00), first, end);
		}
		if (isInvisible(point)) return undefined;
		const plain = plainCharacter(point);
		if (plain?.length === 1 && plain <= '\x7f') return { point: code(plain), start, end };
		for (const character of plain ?? String.fromCodePoint(point)) {
			for (const byte of utf8(character.codePointAt(0) ?? 0)) this.append(byte, start, end);
		}
		return undefined;
	}

	/** Takes a whole tag off the end; a `<` without a name after it isn't one. */
	private leaveOutTag(): void {
		const opening = this.openings.pop() ?? -1;
		if (this.bytes[opening] !== LESS_THAN) return;
		const sign = this.bytes[opening + 1] ?? 0;
		if (isLetterOrDigit(sign) || '/!?'.includes(String.fromCharCode(sign))) {
			this.cut(this.bytes.length - opening);
		}
	}

	/** Takes `count` bytes off the end, and returns the character that they stand for. */
	private taken(
		count: number,
		point: number,
		isCharacter = false,
	): PositionedCharacter | undefined {
		const from = this.bytes.length - count;
		const start = this.starts[from] ?? 0;
		const end = this.ends[this.ends.length - 1] ?? 0;
		this.cut(count);
		if (point === BACKSLASH) {
			this.append(SPELLED_BACKSLASH, start, end);
			return undefined;
		}
		if (isCharacter || point < 0x80) return { point, start, end };
		// A byte of a character in UTF-8 or Latin-1
		return this.addByte(point, start, end);
	}

	private append(byte: number, start: number, end: number): void {
		this.bytes.push(byte);
		this.starts.push(start);
		this.ends.push(end);
	}

	private cut(count: number): void {
		this.bytes.length -= count;
		this.starts.length -= count;
		this.ends.length -= count;
	}

	/** The byte `back` places from the end, from 1. */
	private last(back = 1): number | undefined {
		return this.bytes[this.bytes.length - back];
	}

	private hex(digits: number): number {
		return Number.parseInt(this.ascii(digits, digits), 16);
	}

	/** `count` characters, the first of them `back` places from the end. */
	private ascii(back: number, count: number): string {
		const from = this.bytes.length - back;
		return String.fromCharCode(...this.bytes.slice(from, from + count));
	}
}

/** HTML's numeric references without semicolons, `&#83&#101`, by the index where each begins. */
function unclosedNumbers(
	{ bytes }: TextBytes,
	work: Work,
): Map<number, { point: number; length: number }> {
	const numbers = new Map<number, { point: number; length: number }>();
	for (let place = 0; place < bytes.length; place += 1) {
		work.steps += 1;
		if (bytes[place] !== AMPERSAND || bytes[place + 1] !== HASH) continue;
		const behind = String.fromCharCode(...bytes.slice(place + 1, place + MAX_REFERENCE_LENGTH));
		work.steps += MAX_REFERENCE_LENGTH;
		const number = /^#(?:[xX][0-9a-fA-F]+|\d+)/.exec(behind)?.[0] ?? '';
		const point = referencedCharacter(number)?.codePointAt(0);
		if (point !== undefined) numbers.set(place, { point, length: number.length + 1 });
	}
	return numbers;
}

function withNumbers(
	{ bytes, starts, ends }: TextBytes,
	numbers: ReturnType<typeof unclosedNumbers>,
	joined: boolean,
	work: Work,
): TextBytes {
	const read = new UnescapedBytes(joined, work);
	for (let place = 0; place < bytes.length;) {
		const byte = bytes[place] ?? 0;
		const start = starts[place] ?? 0;
		const { point = byte, length = 1 } = numbers.get(place) ?? {};
		const end = ends[place + length - 1] ?? 0;
		const placed = length === 1 && byte > 0x7f ? read.addByte(byte, start, end) : undefined;
		if (placed !== undefined) read.add(placed);
		else if (length > 1 || byte <= 0x7f) read.add({ point, start, end });
		place += length;
	}
	return read.end();
}

interface PositionedCharacter {
	point: number;
	start: number;
	end: number;
}

function spelledAlike({ bytes, starts, ends }: TextBytes): TextBytes {
	const alike: TextBytes = { bytes: [], starts: [], ends: [] };
	for (const [index, byte] of bytes.entries()) {
		if (isBackslash(byte)) continue;
		alike.bytes.push(byte === code(' ') ? code('+') : (LETTER_OF_ESCAPE.get(byte) ?? byte));
		alike.starts.push(starts[index] ?? 0);
		alike.ends.push(ends[index] ?? 0);
	}
	return alike;
}

function isBackslash(byte: number | undefined): boolean {
	return byte === BACKSLASH || byte === SPELLED_BACKSLASH;
}
