/** Octets of a line without its line break (RFC 2426, 2.6; RFC 6350, 3.2). */
const MAX_OCTETS = 75;
/** What separates the pieces of a folded line. */
export const FOLD = '\r\n ';

/** What Android up to 7.1 misreads if a folded line comes right after it. */
const BEFORE_NO_FOLD = /^(?:item\d+\.)?(?:N|ORG|ADR)[;:]/;
/** A line that is never folded and that no phone shows (RFC 2426, 3.7.1: anybody may see the card). */
const NEVER_FOLDED = 'CLASS:PUBLIC';

/** Content lines, each folded; after an `N`, `ORG` or `ADR` there is always one that has no folds. */
export function foldLines(lines: readonly string[]): string[] {
	const written: string[] = [];
	lines.forEach((line, index) => {
		const folded = fold(line);
		const before = lines[index - 1];
		if (folded !== line && before !== undefined && BEFORE_NO_FOLD.test(before)) {
			written.push(NEVER_FOLDED);
		}
		written.push(folded);
	});
	return written;
}

/**
 * A content line folded at 75 octets of UTF-8, the leading space of a continuation included, and never
 * inside a character.
 */
export function fold(line: string): string {
	// A UTF-16 unit is at most three octets
	if (line.length * 3 <= MAX_OCTETS) return line;
	const octets = Buffer.byteLength(line);
	if (octets <= MAX_OCTETS) return line;
	const breaks = octets === line.length ? asciiBreaks(line) : unicodeBreaks(line);
	const pieces: string[] = [];
	let start = 0;
	for (const end of breaks) {
		pieces.push(line.slice(start, end));
		start = end;
	}
	pieces.push(line.slice(start));
	return pieces.join(FOLD);
}

/**
 * The beginning of a continuation, of ASCII and without its leading space, folded on as {@link fold} does it: whole
 * lines, each with the fold after it, and the rest, whose line is not complete yet; never empty.
 */
export function foldContinuation(text: string): { lines: string; rest: string } {
	const pieces: string[] = [];
	let start = 0;
	for (let end = MAX_OCTETS - 1; end < text.length; end += MAX_OCTETS - 1) {
		pieces.push(text.slice(start, end), FOLD);
		start = end;
	}
	return { lines: pieces.join(''), rest: text.slice(start) };
}

function asciiBreaks(line: string): number[] {
	const breaks: number[] = [];
	for (let at = MAX_OCTETS; at < line.length; at += MAX_OCTETS - 1) breaks.push(at);
	return breaks;
}

function unicodeBreaks(line: string): number[] {
	const breaks: number[] = [];
	let octets = 0;
	for (let at = 0; at < line.length;) {
		const codePoint = line.codePointAt(at) ?? 0;
		const width = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
		if (octets + width > MAX_OCTETS) {
			breaks.push(at);
			octets = 1;
		}
		octets += width;
		at += width === 4 ? 2 : 1;
	}
	return breaks;
}
