/**
 * A text as UTF-8 bytes, each with its position in the text: masking searches the bytes for secrets and replaces what it
 * finds in the text.
 */
export interface TextBytes {
	bytes: number[];
	/** The position of the first code unit that the byte belongs to. */
	starts: number[];
	/** The position after its last code unit. */
	ends: number[];
}

/** The bytes of a text as it is. */
export function bytesOf(text: string): TextBytes {
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

/** How many characters UTF-8 bytes are. */
export function characterCount(bytes: readonly number[]): number {
	return bytes.filter((byte) => (byte & 0xc0) !== 0x80).length;
}

/** A code point in UTF-8; a lone surrogate is treated like a character. */
export function utf8(point: number): number[] {
	if (point < 0x80) return [point];
	const last = 0x80 | (point & 0x3f);
	if (point < 0x800) return [0xc0 | (point >> 6), last];
	const third = 0x80 | ((point >> 6) & 0x3f);
	if (point < 0x10000) return [0xe0 | (point >> 12), third, last];
	return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last];
}

/** The non-ASCII character at the end of UTF-8 bytes, and its length in bytes; length 0 if there is none or it is incomplete. */
export function lastCharacter(bytes: readonly number[]): { point: number; length: number } {
	const byte = (back: number) => bytes[bytes.length - back] ?? 0;
	const bits = (back: number) => (byte(back) & 0x3f) << (6 * (back - 1));
	if (byte(2) >= 0xc2 && byte(2) < 0xe0) {
		return { point: ((byte(2) & 0x1f) << 6) | bits(1), length: 2 };
	}
	if (byte(3) >= 0xe0 && byte(3) < 0xf0) {
		return { point: ((byte(3) & 0x0f) << 12) | bits(2) | bits(1), length: 3 };
	}
	if (byte(4) >= 0xf0 && byte(4) < 0xf5) {
		const point = ((byte(4) & 0x07) << 18) | bits(3) | bits(2) | bits(1);
		return { point: Math.min(point, 0x10ffff), length: 4 };
	}
	return { point: 0, length: 0 };
}

/** The high surrogate that the bytes end with, if any; its other half may follow. */
export function lastHighSurrogate(bytes: readonly number[]): number | undefined {
	const [first = 0, second = 0, third = 0] = bytes.slice(-3);
	if (first !== 0xed || (second & 0xf0) !== 0xa0) return undefined;
	return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
}
