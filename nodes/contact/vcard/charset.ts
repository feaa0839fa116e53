import { decodeText, decodeUtf8 } from './encodings';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

const CHARSET_BESIDES_UTF_8 = /;CHARSET="?(?!UTF-?8)([\w.+-]+)/i;

/**
 * The text of a vCard file: UTF-8 or UTF-16 with a byte-order mark, UTF-8 without, also where a program
 * folded lines inside of a character. Else line by line: what its `CHARSET` says, else what the first one
 * in the file says, else Windows-1252. Never throws; bytes that mean nothing become U+FFFD.
 */
export function decodeVCardFile(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const text = decodeUtf8(bytes);
	if (text !== undefined) return text;
	const unsplit = moveSplitCharacters(bytes);
	return decodeUtf8(unsplit) ?? decodeLines(unsplit);
}

/** The bytes with every fold that stands inside of a UTF-8 character put behind the character. */
function moveSplitCharacters(bytes: Uint8Array): Uint8Array {
	const moved = Uint8Array.from(bytes);
	for (let at = 0; at < bytes.length; at++) {
		if (!isFold(bytes, at)) continue;
		const start = bytes[at] === LF && bytes[at - 1] === CR ? at - 1 : at;
		const end = at + 2;
		let next = end;
		while (isContinuation(bytes[next]) && next < end + 3) next++;
		if (next === end || (bytes[start - 1] ?? 0) < 0x80) continue;
		moved.set(bytes.subarray(end, next), start);
		moved.set(bytes.subarray(start, end), start + next - end);
	}
	return moved;
}

function decodeLines(bytes: Uint8Array): string {
	const fileCharset = declaredCharset(bytes);
	const parts: string[] = [];
	let start = 0;
	for (let at = 0; at < bytes.length; at++) {
		const isLast = at === bytes.length - 1;
		if (!isLast && (!isBreak(bytes, at) || isFold(bytes, at))) continue;
		const line = bytes.subarray(start, at + 1);
		parts.push(decodeUtf8(line) ?? decodeText(line, declaredCharset(line) ?? fileCharset));
		start = at + 1;
	}
	return parts.join('');
}

/** The charset that the first `CHARSET` other than UTF-8 names. */
function declaredCharset(bytes: Uint8Array): string | undefined {
	return CHARSET_BESIDES_UTF_8.exec(Buffer.from(bytes).toString('latin1'))?.[1];
}

/** Whether a line ends with the byte at an index. */
function isBreak(bytes: Uint8Array, at: number): boolean {
	return bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF);
}

/** Whether a line ends with the byte at an index and goes on after it. */
function isFold(bytes: Uint8Array, at: number): boolean {
	return isBreak(bytes, at) && (bytes[at + 1] === SPACE || bytes[at + 1] === TAB);
}

function isContinuation(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
