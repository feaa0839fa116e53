import { decodeText, decodeTextPieces, decodeUtf8 } from './encodings';
import { isBreak, isContinuation, isFold } from './lineBytes';
import { moveSplitCharacters } from './splitCharacters';

/** Bytes that are decoded in one step, which takes a millisecond. */
const STEP = 262_144;
/** Bytes of lines in another charset that are decoded in one step: decoding each line takes longer. */
const LINES_STEP = 65_536;
/** Bytes at the beginning of a file that are checked for its charset. */
const START = 64;

const CHARSET_BESIDES_UTF_8 = /;CHARSET="?(?!UTF-?8)([\w.+-]+)/i;
const UTF_8 = 'utf-8';
const BEYOND_ASCII = /[\x80-\xff]/;
/** Longer than any charset name. */
const CHARSET_LENGTH = 80;

/**
 * The text of a vCard file: UTF-8 or UTF-16 with or without a byte-order mark, also UTF-8 if a program
 * folded lines inside a character. Otherwise line by line: what its `CHARSET` says, else what the first one
 * in the file says, else Windows-1252. Never throws; bytes that mean nothing become U+FFFD.
 */
export function decodeVCardFile(bytes: Uint8Array): string {
	return [...decodeSteps(bytes)].join('');
}

/** Like {@link decodeVCardFile}, in pieces, some of them empty, each of which takes a few milliseconds. */
export function* decodeSteps(bytes: Uint8Array): Generator<string, void, undefined> {
	const utf16 = utf16Of(bytes);
	if (utf16 !== undefined) {
		yield* decodeWhole(bytes, new TextDecoder(utf16));
	} else if (yield* isUtf8(bytes)) {
		yield* decodePieces(bytes);
	} else {
		const unsplit = yield* moveSplitCharacters(bytes);
		if (yield* isUtf8(unsplit)) yield* decodePieces(unsplit);
		else yield* decodeLines(unsplit);
	}
}

/** UTF-16 by its byte-order mark, or by the zero bytes of its first letters, which are ASCII in a vCard. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const start = bytes.subarray(0, START);
	const zeros = [0, 0];
	start.forEach((byte, index) => {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	if (Math.max(even, odd) * 4 < start.length || Math.min(even, odd) > 0) return undefined;
	if (even === odd) return undefined;
	return odd > even ? 'utf-16le' : 'utf-16be';
}

function* decodeWhole(
	bytes: Uint8Array,
	decoder: InstanceType<typeof TextDecoder>,
): Generator<string, void, undefined> {
	for (let at = 0; at < bytes.length; at += STEP) {
		yield decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
	}
	yield decoder.decode();
}

function* isUtf8(bytes: Uint8Array): Generator<string, boolean, undefined> {
	for (const piece of wholeCharacters(bytes)) {
		if (decodeUtf8(piece) === undefined) return false;
		yield '';
	}
	return true;
}

/**
 * The text of bytes that are UTF-8. Each piece on its own, since a stream decoder's output takes two bytes per
 * character, even for plain ASCII.
 */
function* decodePieces(bytes: Uint8Array): Generator<string, void, undefined> {
	let isFirst = true;
	for (const piece of wholeCharacters(bytes)) {
		const text = Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('utf8');
		yield isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
		isFirst = false;
	}
}

/** UTF-8 in pieces of whole characters. */
function* wholeCharacters(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
	for (let start = 0, end = 0; start < bytes.length; start = end) {
		end = Math.min(start + STEP, bytes.length);
		for (let back = 0; back < 3 && end < bytes.length && isContinuation(bytes[end]); back++) end--;
		yield bytes.subarray(start, end);
	}
}

function* decodeLines(bytes: Uint8Array): Generator<string, void, undefined> {
	const fileCharset = yield* declaredCharset(bytes);
	const longLines = yield* findLongLines(bytes);
	let start = 0;
	for (const { start: end, end: next, charset } of longLines) {
		yield* decodeShortLines(bytes.subarray(start, end), fileCharset);
		const line = bytes.subarray(end, next);
		yield* charset === UTF_8
			? decodePieces(line)
			: decodeTextPieces(line, charset ?? fileCharset, STEP);
		start = next;
	}
	yield* decodeShortLines(bytes.subarray(start), fileCharset);
}

function* decodeShortLines(
	bytes: Uint8Array,
	fileCharset: string | undefined,
): Generator<string, void, undefined> {
	let parts: string[] = [];
	let given = 0;
	for (let start = 0; start < bytes.length;) {
		const end = endOfLine(bytes, start);
		parts.push(decodeLine(bytes.subarray(start, end), fileCharset));
		start = end;
		if (start - given < LINES_STEP) continue;
		yield parts.join('');
		parts = [];
		given = start;
	}
	yield parts.join('');
}

/** A line with its folds that is too long to be decoded in one step. */
interface LongLine {
	start: number;
	end: number;
	/** Undefined if neither its bytes nor its `CHARSET` say which it is. */
	charset: string | undefined;
}

/** Found before anything is decoded, since a piece of text must not take long to come. */
function* findLongLines(bytes: Uint8Array): Generator<string, LongLine[], undefined> {
	const found: LongLine[] = [];
	let start = 0;
	for (let at = 0; at < bytes.length; at++) {
		if (at % STEP === STEP - 1) yield '';
		if (at < bytes.length - 1 && !endsLine(bytes, at)) continue;
		const end = at + 1;
		if (end - start > STEP) {
			const line = bytes.subarray(start, end);
			const charset = (yield* isUtf8(line)) ? UTF_8 : yield* declaredCharset(line);
			found.push({ start, end, charset });
		}
		start = end;
	}
	return found;
}

/** The index after a line with its folds. */
function endOfLine(bytes: Uint8Array, start: number): number {
	let at = start;
	while (at < bytes.length - 1 && !endsLine(bytes, at)) at++;
	return at + 1;
}

function endsLine(bytes: Uint8Array, at: number): boolean {
	return isBreak(bytes, at) && !isFold(bytes, at);
}

function decodeLine(line: Uint8Array, fileCharset: string | undefined): string {
	const text = latin(line);
	// Most lines are ASCII, and nothing that decodes costs as little as this
	if (!BEYOND_ASCII.test(text)) return text;
	return decodeUtf8(line) ?? decodeText(line, CHARSET_BESIDES_UTF_8.exec(text)?.[1] ?? fileCharset);
}

/** The charset in the first `CHARSET` other than UTF-8. */
function* declaredCharset(bytes: Uint8Array): Generator<string, string | undefined, undefined> {
	for (let at = 0; at < bytes.length; at += STEP) {
		const found = CHARSET_BESIDES_UTF_8.exec(latin(bytes.subarray(at, at + STEP + CHARSET_LENGTH)));
		if (found !== null) return found[1];
		yield '';
	}
	return undefined;
}

function latin(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
