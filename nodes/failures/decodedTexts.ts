/** What parts of a text say once they are decoded: base64, and bytes as lists of numbers. */

import { isHex, isLetterOrDigit } from './characterKinds';
import type { Work } from './patternSearch';
import { utf8 } from './textBytes';

/** A text that was read out of another one. */
export interface PlacedText {
	text: string;
	/** The place in the other text where each code unit begins. */
	starts: number[];
	/** The place where it ends. */
	ends: number[];
	/** Whether it no longer shows where words of the other text begin and end. */
	isDecoded?: true;
}

/** Fewer characters are not distinctive. */
const MIN_LENGTH = 4;
/** Bytes in a digit of base64; no other way to write bytes needs fewer characters. */
const BYTES_PER_DIGIT = 3 / 4;
/** More digits of base64, such as those of a picture, are not decoded: only what they encode directly is found. */
const MAX_BASE64_LENGTH = 65_536;
/** Matches nothing that a secret can hold. */
const BETWEEN = '\uffff';

/**
 * The texts that a text may stand for, one for each way to read it: base64, and bytes or characters as hexadecimal,
 * decimal or octal numbers, whatever separates them. Together they are at most three times as long as the text.
 *
 * @param shortest what has fewer characters once it is decoded is left out
 */
export function decodedTexts(text: string, shortest: number, work: Work): PlacedText[] {
	const least = Math.max(MIN_LENGTH, shortest);
	if (text.length * BYTES_PER_DIGIT < least) return [];
	const base64 = new Decoded(least);
	const lists = [hexadecimal, decimal, octal].map((read) => new NumberList(read, least));
	let digits: number[] = [];
	let start = 0;
	for (let place = 0; place <= text.length; place += 1) {
		work.steps += 1;
		const code = text.charCodeAt(place);
		if (isBase64(code)) digits.push(place);
		else if (!isLineBreak(code) && digits.length > 0) {
			base64.addRun(text, digits);
			digits = [];
		}
		if (isLetterOrDigit(code)) continue;
		const isWord = place > start;
		if (isWord && mayBeNumber(text, start)) {
			for (const list of lists) list.add(text, start, place);
		} else if (isWord || code > 0x7f) {
			for (const list of lists) list.end();
		}
		start = place + 1;
	}
	base64.addRun(text, digits);
	return [base64, ...lists.map((list) => list.end())].filter(({ text: { length } }) => length > 0);
}

/** Collects decoded bytes as text. */
class Decoded implements PlacedText {
	readonly isDecoded = true;
	text = '';
	readonly starts: number[] = [];
	readonly ends: number[] = [];

	/** @param least fewer bytes are not added */
	constructor(private readonly least: number) {}

	/**
	 * Base64 that is a whole run of its digits, or stands in one between those that also separate words: `/x/U2VjcmV0/y`.
	 *
	 * @param digits their places
	 */
	addRun(text: string, digits: readonly number[]): void {
		this.addBase64(text, digits);
		const separators = [...digits.keys()].filter(
			(index) => !isLetterOrDigit(text.charCodeAt(digits[index] ?? 0)),
		);
		if (separators.length === 0) return;
		let start = 0;
		for (const end of [...separators, digits.length]) {
			this.addBase64(text, digits.slice(start, end));
			start = end + 1;
		}
	}

	private addBase64(text: string, digits: readonly number[]): void {
		const length = digits.length * BYTES_PER_DIGIT;
		if (length < this.least || digits.length > MAX_BASE64_LENGTH) return;
		const read = digits.map((place) => text.charAt(place)).join('');
		const bytes = Buffer.from(read, 'base64');
		const placeOf = (bit: number) => digits[Math.floor(bit / 6)] ?? 0;
		const starts = Array.from(bytes, (_, index) => placeOf(index * 8));
		this.add(
			bytes,
			starts,
			starts.map((_, index) => placeOf(index * 8 + 7) + 1),
		);
	}

	/** Bytes in UTF-8, else Latin-1; also in UTF-16 if they look like it. */
	add(bytes: Buffer, starts: readonly number[], ends: readonly number[]): void {
		if (bytes.length < this.least) return;
		const utf16 = utf16Of(bytes);
		if (utf16 !== undefined) this.addText(utf16, 2, starts, ends);
		const text = bytes.toString('utf8');
		if (text.includes('\ufffd')) this.addText(bytes.toString('latin1'), 1, starts, ends);
		else this.addText(text, undefined, starts, ends);
	}

	/** @param size how many bytes a code unit has; in UTF-8 that depends on the character */
	private addText(
		text: string,
		size: number | undefined,
		starts: readonly number[],
		ends: readonly number[],
	): void {
		let byte = 0;
		for (const character of text) {
			const length = size ?? utf8(character.codePointAt(0) ?? 0).length;
			const bytes = size === undefined ? length : length * character.length;
			const start = starts[byte] ?? 0;
			const end = ends[byte + bytes - 1] ?? ends.at(-1) ?? 0;
			byte += bytes;
			this.starts.push(start);
			this.ends.push(end);
			if (character.length === 1) continue;
			this.starts.push(start);
			this.ends.push(end);
		}
		this.text += text + BETWEEN;
		this.starts.push(ends.at(-1) ?? 0);
		this.ends.push(ends.at(-1) ?? 0);
	}
}

/** Whether a word can be a number of any base, or the letter of a line break that stands before one. */
function mayBeNumber(text: string, start: number): boolean {
	const code = text.charCodeAt(start);
	return isHex(code) || 'oOuUxX'.includes(text.charAt(start)) || isEscapedBreak(text, start);
}

/** The bytes of a number in a list; undefined if a word is not one. */
type NumberReader = (word: string) => number[] | undefined;

/** Collects numbers that follow each other. */
class NumberList {
	private readonly decoded: Decoded;
	private bytes: number[] = [];
	private starts: number[] = [];
	private ends: number[] = [];
	/** Whether `U+` stands before the next word. */
	private followsSign = false;

	constructor(
		private readonly read: NumberReader,
		least: number,
	) {
		this.decoded = new Decoded(least);
	}

	/** A word of letters and digits. */
	add(text: string, start: number, end: number): void {
		if (isKey(text, start, end)) return;
		const first = start + (isEscapedBreak(text, start) ? 1 : 0);
		const word = text.slice(first, end);
		if (word === '') return;
		const isCharacter = this.followsSign;
		this.followsSign = isSign(text, word, end);
		if (this.followsSign) return;
		const bytes = this.read(isCharacter ? `u${word}` : word);
		if (bytes === undefined) {
			this.end();
			return;
		}
		// Two digits are a byte of a long word
		const isLong = bytes.length * 2 === word.length;
		for (const [index, byte] of bytes.entries()) {
			this.bytes.push(byte);
			this.starts.push(isLong ? first + index * 2 : first);
			this.ends.push(isLong ? first + index * 2 + 2 : end);
		}
	}

	/** The list ends here. */
	end(): PlacedText {
		if (this.bytes.length === 0) return this.decoded;
		this.decoded.add(Buffer.from(this.bytes), this.starts, this.ends);
		this.bytes = [];
		this.starts = [];
		this.ends = [];
		return this.decoded;
	}
}

/** `53`, `0x53`, `5365`; `u0053` is a character. */
function hexadecimal(word: string): number[] | undefined {
	const [, sign = '', digits = ''] = /^(u|0?x|)([0-9a-f]+)$/i.exec(word) ?? [];
	if (digits === '') return undefined;
	if (sign.toLowerCase() === 'u') return characterOf(Number.parseInt(digits, 16));
	if (digits.length === 1) return [Number.parseInt(digits, 16)];
	return digits.length % 2 === 0 ? [...Buffer.from(digits, 'hex')] : undefined;
}

/** `83`; more than a byte is a character. */
function decimal(word: string): number[] | undefined {
	return /^\d{1,7}$/.test(word) ? byteOrCharacter(Number(word)) : undefined;
}

/** `123`, `0123`, `0o123`. */
function octal(word: string): number[] | undefined {
	const [, digits] = /^(?:0?o|0)?([0-7]{1,3})$/i.exec(word) ?? [];
	return digits === undefined ? undefined : byteOrCharacter(Number.parseInt(digits, 8));
}

function byteOrCharacter(number: number): number[] | undefined {
	return number <= 0xff ? [number] : characterOf(number);
}

function characterOf(point: number): number[] | undefined {
	return point <= 0x10ffff ? utf8(point) : undefined;
}

/** Whether a word is the key of a byte in JSON, and no byte itself: the 0 in `{"0":83,"1":101}`. */
function isKey(text: string, start: number, end: number): boolean {
	return text.charAt(start - 1) === '"' && /^\\{0,8}"\s?:/.test(text.slice(end, end + 12));
}

/** Whether the letter of an escaped line break or tab is here: the n in `\n`. */
function isEscapedBreak(text: string, start: number): boolean {
	return text.charAt(start - 1) === '\\' && /[nrt]/.test(text.charAt(start));
}

/** Whether a word is the `U` of `U+` before the number of a character. */
function isSign(text: string, word: string, end: number): boolean {
	return (word === 'U' || word === 'u') && text.charAt(end) === '+';
}

/** Bytes that look like UTF-16, every other one of them zero, as text. */
function utf16Of(bytes: Buffer): string | undefined {
	const half = bytes.length >> 1;
	let even = 0;
	let odd = 0;
	for (let at = 0; at < half * 2; at += 2) {
		if (bytes[at] === 0) even += 1;
		if (bytes[at + 1] === 0) odd += 1;
	}
	if (Math.max(even, odd) * 2 < half || half === 0) return undefined;
	const whole = Buffer.from(bytes.subarray(0, half * 2));
	return (odd > even ? whole : whole.swap16()).toString('utf16le');
}

function isBase64(code: number): boolean {
	return isLetterOrDigit(code) || code === 0x2b || code === 0x2f || code === 0x2d || code === 0x5f;
}

function isLineBreak(code: number): boolean {
	return code === 0x0a || code === 0x0d;
}
