import { MOST_REFERENCE, referencedCharacter } from './html';
import type { Work } from './patternSearch';

/** A text as bytes of UTF-8, each with the place in the text that it comes from. */
export interface PlacedBytes {
	bytes: number[];
	/** First code unit that the byte stands for. */
	starts: number[];
	/** The code unit behind. */
	ends: number[];
}

/**
 * A text without its escapes, so that a word looks alike however a server spells it: percent signs of URLs, escapes of
 * JSON and JavaScript, references of HTML, within each other to any depth. Besides,
 *
 * - backslashes are left out, however often JSON within JSON doubles them, and a line break is the `n` of its escape;
 * - a space is the `+` of a form.
 *
 * What comes out is for searching only: `\n` and `n` are the same in it. Time grows with the text alone: an escape that
 * is complete is replaced at the end of what has been read, by fewer bytes than it had.
 *
 * @param joined leaves out what splits a word without being seen: tags, soft hyphens, characters without a width, line
 *   breaks and tabs
 */
export function unescapedBytes(text: string, joined: boolean, work: Work): PlacedBytes {
	const read = new UnescapedBytes(joined, work);
	for (let place = 0; place < text.length; place += 1) {
		read.addUnit(text.charCodeAt(place), place, place + 1);
	}
	return spelledAlike(read.end());
}

/** A text as it is. */
export function bytesOf(text: string): PlacedBytes {
	const bytes: number[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	let start = 0;
	for (const character of text.toWellFormed()) {
		const end = start + character.length;
		for (const byte of utf8(character.codePointAt(0) ?? 0)) {
			bytes.push(byte);
			starts.push(start);
			ends.push(end);
		}
		start = end;
	}
	return { bytes, starts, ends };
}

/** Quoted-printable (RFC 2045, 6.7) as percent signs of URLs, without its soft line breaks; with the place of each unit. */
export function percentOfQuotedPrintable(text: string): { text: string; places: number[] } {
	const places: number[] = [];
	let read = '';
	const copy = (from: number, to: number) => {
		read += text.slice(from, to);
		for (let place = from; place < to; place += 1) places.push(place);
	};
	let end = 0;
	for (const found of text.matchAll(/=(?:[ \t]{0,8}\r?\n|([0-9A-Fa-f]{2}))/g)) {
		copy(end, found.index);
		end = found.index + found[0].length;
		const [, hex] = found;
		if (hex === undefined) continue;
		read += `%${hex}`;
		places.push(found.index, found.index, found.index);
	}
	copy(end, text.length);
	places.push(text.length);
	return { text: read, places };
}

const code = (character: string) => character.charCodeAt(0);
const PERCENT = code('%');
const BACKSLASH = code('\\');
const AMPERSAND = code('&');
const HASH = code('#');
const SEMICOLON = code(';');
const OPENING_BRACE = code('{');
const CLOSING_BRACE = code('}');
const LESS_THAN = code('<');
const GREATER_THAN = code('>');
const U = code('u');
const X = code('x');

/** Characters that JSON and JavaScript write as a letter behind a backslash. */
const LETTER_OF_ESCAPE = new Map(
	[...'nrtbf'].map((letter, index) => [code('\n\r\t\b\f'.charAt(index)), code(letter)]),
);
/** Letters of the escapes of line breaks and tabs. */
const BREAKS = new Set([...'nrt'].map(code));

/** Most hexadecimal digits of a code point in braces: `\u{10ffff}`, zeros before it included. */
const MOST_BRACED = 8;

class UnescapedBytes {
	private readonly bytes: number[] = [];
	private readonly starts: number[] = [];
	private readonly ends: number[] = [];
	/** Where the last `<` stands; -1 where none can begin a tag. */
	private opening = -1;

	constructor(
		private readonly joined: boolean,
		private readonly work: Work,
	) {}

	/** One code unit of UTF-16. */
	addUnit(unit: number, start: number, end: number): void {
		if (unit < 0x80) this.addByte(unit, start, end);
		else this.addPoint(unit, start, end);
	}

	end(): PlacedBytes {
		this.readNumberBefore();
		return { bytes: this.bytes, starts: this.starts, ends: this.ends };
	}

	private addByte(byte: number, start: number, end: number): void {
		if (byte !== SEMICOLON && !isHex(byte)) this.readNumberBefore();
		let next: Placed | undefined = { point: byte, start, end };
		// What an escape stands for may complete the escape around it.
		while (next !== undefined) {
			this.work.steps += 1;
			const { point, ...span }: Placed = next;
			if (point > 0x7f) {
				this.addPoint(point, span.start, span.end);
				return;
			}
			if (point === BACKSLASH && this.last() === BACKSLASH) {
				this.ends[this.ends.length - 1] = span.end;
				return;
			}
			this.append(point, span.start, span.end);
			next = this.completed(point);
		}
	}

	/** What the escape that ends here stands for, taken off the end; undefined where none ends here. */
	private completed(byte: number): Placed | undefined {
		if (isHex(byte)) return this.hexEscape();
		if (byte === SEMICOLON) return this.reference();
		if (byte === CLOSING_BRACE) return this.bracedEscape();
		if (!this.joined) return undefined;
		if (byte === LESS_THAN) this.opening = this.bytes.length - 1;
		else if (byte === GREATER_THAN) this.leaveOutTag();
		else if (byte === 9 || byte === 10 || byte === 13) this.cut(1);
		else if (BREAKS.has(byte) && this.last(2) === BACKSLASH) this.cut(2);
		return undefined;
	}

	/** `%53`, `\x53`, `\u0053`. */
	private hexEscape(): Placed | undefined {
		if (this.last(3) === PERCENT && isHex(this.last(2))) return this.taken(3, this.hex(2));
		if (this.last(4) === BACKSLASH && this.last(3) === X && isHex(this.last(2))) {
			return this.taken(4, this.hex(2));
		}
		const isUnicode = this.last(6) === BACKSLASH && this.last(5) === U;
		if (!isUnicode || ![2, 3, 4].every((back) => isHex(this.last(back)))) return undefined;
		return this.taken(6, this.hex(4), true);
	}

	/** `\u{53}`. */
	private bracedEscape(): Placed | undefined {
		let digits = 0;
		while (digits <= MOST_BRACED && isHex(this.last(digits + 2))) digits += 1;
		const opening = digits + 2;
		if (digits === 0 || this.last(opening) !== OPENING_BRACE) return undefined;
		if (this.last(opening + 1) !== U || this.last(opening + 2) !== BACKSLASH) return undefined;
		const point = Number.parseInt(this.ascii(opening - 1, digits), 16);
		return point > 0x10ffff ? undefined : this.taken(opening + 2, point, true);
	}

	/** `&lt;`, `&#83;`, `&#x53;`. */
	private reference(): Placed | undefined {
		for (let back = 2; back <= MOST_REFERENCE; back += 1) {
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

	/** A number of HTML without its semicolon, which ends where no digit follows: `&#83&#101`. */
	private readNumberBefore(): void {
		let back = 1;
		while (back < MOST_REFERENCE && isHex(this.last(back))) back += 1;
		const isHexadecimal = (this.last(back) ?? 0) === X || this.last(back) === code('X');
		const hash = isHexadecimal ? back + 1 : back;
		this.work.steps += back;
		if (back === 1 || this.last(hash) !== HASH || this.last(hash + 1) !== AMPERSAND) return;
		const written = this.ascii(hash, hash);
		const number = isHexadecimal ? written : (/^#\d+/.exec(written)?.[0] ?? '');
		const character = referencedCharacter(number);
		if (character === undefined) return;
		const from = this.bytes.length - hash - 1;
		const behind = from + 1 + number.length;
		const rest = this.bytes
			.slice(behind)
			.map((byte, index): Placed => ({
				point: byte,
				start: this.starts[behind + index] ?? 0,
				end: this.ends[behind + index] ?? 0,
			}));
		const start = this.starts[from] ?? 0;
		const end = this.ends[behind - 1] ?? 0;
		this.cut(this.bytes.length - from);
		this.addPoint(character.codePointAt(0) ?? 0, start, end);
		for (const { point, start: first, end: last } of rest) this.append(point, first, last);
	}

	private addPoint(point: number, start: number, end: number): void {
		const high = this.highSurrogateBefore();
		if (high !== undefined && point >= 0xdc00 && point <= 0xdfff) {
			const first = this.starts[this.starts.length - 3] ?? start;
			this.cut(3);
			this.addPoint(0x10000 + ((high - 0xd800) << 10) + (point - 0xdc00), first, end);
			return;
		}
		for (const byte of utf8(point)) this.append(byte, start, end);
		if (this.joined && isInvisible(point)) this.cut(utf8(point).length);
	}

	/** Half a character of UTF-16 whose other half may follow. */
	private highSurrogateBefore(): number | undefined {
		const [first = 0, second = 0, third = 0] = [this.last(3), this.last(2), this.last()];
		if (first !== 0xed || (second & 0xf0) !== 0xa0) return undefined;
		return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
	}

	/** Takes a whole tag off the end; `<` with no name behind it is none. */
	private leaveOutTag(): void {
		const { opening } = this;
		this.opening = -1;
		if (opening < 0 || this.bytes[opening] !== LESS_THAN) return;
		const sign = this.bytes[opening + 1] ?? 0;
		if (isLetterOrDigit(sign) || '/!?'.includes(String.fromCharCode(sign))) {
			this.cut(this.bytes.length - opening);
		}
	}

	/** So many bytes off the end, and the character that stands for them. */
	private taken(count: number, point: number, isCharacter = false): Placed | undefined {
		const from = this.bytes.length - count;
		const start = this.starts[from] ?? 0;
		const end = this.ends[this.ends.length - 1] ?? 0;
		this.cut(count);
		if (isCharacter || point < 0x80) return { point, start, end };
		// A byte of a character in UTF-8 or Latin-1
		this.append(point, start, end);
		if (this.joined) this.leaveOutInvisible();
		return undefined;
	}

	/** A character without a width whose last byte has just come. */
	private leaveOutInvisible(): void {
		const soft = this.last(2) === 0xc2 && this.last() === 0xad;
		if (soft) this.cut(2);
		const [first = 0, second = 0, third = 0] = [this.last(3), this.last(2), this.last()];
		const point = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
		if ((first & 0xf0) === 0xe0 && isInvisible(point)) this.cut(3);
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

	/** The byte so many places from the end, from 1. */
	private last(back = 1): number | undefined {
		return this.bytes[this.bytes.length - back];
	}

	private hex(digits: number): number {
		return Number.parseInt(this.ascii(digits, digits), 16);
	}

	/** So many characters, the first so many places from the end. */
	private ascii(back: number, count: number): string {
		const from = this.bytes.length - back;
		return String.fromCharCode(...this.bytes.slice(from, from + count));
	}
}

interface Placed {
	point: number;
	start: number;
	end: number;
}

function spelledAlike({ bytes, starts, ends }: PlacedBytes): PlacedBytes {
	const alike: PlacedBytes = { bytes: [], starts: [], ends: [] };
	for (const [index, byte] of bytes.entries()) {
		if (byte === BACKSLASH) continue;
		alike.bytes.push(byte === code(' ') ? code('+') : (LETTER_OF_ESCAPE.get(byte) ?? byte));
		alike.starts.push(starts[index] ?? 0);
		alike.ends.push(ends[index] ?? 0);
	}
	return alike;
}

/** A code point in UTF-8; half a surrogate pair as if it were a character. */
function utf8(point: number): number[] {
	if (point < 0x80) return [point];
	const last = 0x80 | (point & 0x3f);
	if (point < 0x800) return [0xc0 | (point >> 6), last];
	const third = 0x80 | ((point >> 6) & 0x3f);
	if (point < 0x10000) return [0xe0 | (point >> 12), third, last];
	return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last];
}

/** Soft hyphen, joiners, marks of direction, byte-order mark. */
function isInvisible(point: number): boolean {
	return (
		point === 0xad ||
		point === 0x34f ||
		point === 0x180e ||
		(point >= 0x200b && point <= 0x200f) ||
		(point >= 0x202a && point <= 0x202e) ||
		(point >= 0x2060 && point <= 0x206f) ||
		point === 0xfeff
	);
}

function isHex(byte = 0): boolean {
	return (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 102) || (byte >= 65 && byte <= 70);
}

function isLetterOrDigit(byte = 0): boolean {
	return (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}
