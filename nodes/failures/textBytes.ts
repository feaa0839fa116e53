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

/** A code point in UTF-8; a lone surrogate is treated like a character. */
export function utf8(point: number): number[] {
	if (point < 0x80) return [point];
	const last = 0x80 | (point & 0x3f);
	if (point < 0x800) return [0xc0 | (point >> 6), last];
	const third = 0x80 | ((point >> 6) & 0x3f);
	if (point < 0x10000) return [0xe0 | (point >> 12), third, last];
	return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last];
}
