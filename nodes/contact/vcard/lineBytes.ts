const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** Whether a line ends with the byte at an index. */
export function isBreak(bytes: Uint8Array, at: number): boolean {
	return bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF);
}

/** Whether a line ends with the byte at an index and goes on after it. */
export function isFold(bytes: Uint8Array, at: number): boolean {
	return isBreak(bytes, at) && (bytes[at + 1] === SPACE || bytes[at + 1] === TAB);
}

/** Whether a byte is not the first one of its UTF-8 character. */
export function isContinuation(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
