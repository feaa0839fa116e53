import { readFoldedBase64 } from './base64';

const SPACE = 0x20;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const EQUALS = 0x3d;
/** Characters of base64 that are decoded in one step. */
const MAX_DECODED_LENGTH = 1_048_576;
/** Characters of a line that are checked together. */
const MAX_CHECKED_LENGTH = 262_144;
/** Pieces that are read for one line at once, if it then has enough characters: a piece can take long to come and be short. */
const MAX_PIECES = 2;
const MIN_CHECKED_LENGTH = 16_384;
/** Characters of a line that are kept until its continuations are known. */
const KEPT = 10_000;
/** The longest line break. */
const BREAK = 3;
/** Equals signs at the end of a piece that are left to the next one: nobody writes more, and a flood of them has no end. */
const MAX_EQUALS_SIGNS = 100;
const NO_PIECES: Iterator<string> = [].values();

/**
 * Walks through the lines of a text, whether they end in CRLF, LF or CR, or in CR CRLF, which is what CRLF becomes if
 * a program treats it as text with LF only. A text may come in pieces, only a few of them in memory; a line that is
 * longer than these is cut into several, all but the first {@link isGlued}.
 */
export class PhysicalLines {
	/** The number of the current line, from 1. */
	number = 0;
	private indent = '';
	private line: string | undefined;
	/** The end of the line before the current one. */
	private endOfLast = 0;
	private start = 0;
	private end = 0;
	private next = 0;
	private startOfLast = 0;
	private hasMore: boolean;
	private isCut = false;
	/** Whether the line is not a line of its own, but continues the one before. */
	isGlued = false;
	/** The first line feed and the first carriage return at or after the start of the current line. */
	private lineFeed = -1;
	private carriageReturn = -1;

	/** @param more what follows the text */
	constructor(
		private text: string,
		private readonly more: Iterator<string> = NO_PIECES,
	) {
		this.hasMore = more !== NO_PIECES;
		this.advance();
	}

	/** Whether the last line has been passed. */
	get isDone(): boolean {
		return this.start > this.text.length;
	}

	/** The line without its line break and its indent; empty after the last one. */
	get current(): string {
		this.line ??= this.text.slice(this.start, this.end);
		return this.line;
	}

	/** Whether the line begins with the white space of a fold. */
	get isIndented(): boolean {
		return this.startsWithFold();
	}

	private startsWithFold(): boolean {
		if (this.start >= this.end || this.isGlued) return false;
		const code = this.text.charCodeAt(this.start);
		return code === SPACE || code === TAB;
	}

	/** The line without the white space of a fold. */
	get continuation(): string {
		return this.text.slice(this.start + 1, this.end);
	}

	/** Sets what the current and the next lines may begin with that is not part of them. */
	setIndent(indent: string): void {
		this.indent = indent;
		this.skipIndent();
	}

	advance(): void {
		this.isGlued = this.isCut;
		if (!this.isGlued) this.number++;
		this.line = undefined;
		this.startOfLast = this.start;
		this.endOfLast = this.end;
		this.start = this.next;
		this.findEnd();
		for (let pieces = 0; this.mayBeLonger(pieces) && this.fill(); pieces++) this.findEnd();
		this.isCut = this.hasMore && this.end === this.text.length;
		if (this.isCut) {
			// The end of a quoted-printable line must not appear where there is no line end
			const least = Math.max(this.start + 1, this.end - MAX_EQUALS_SIGNS);
			while (this.end > least && this.text.charCodeAt(this.end - 1) === EQUALS) this.end--;
			this.next = this.end;
			return;
		}
		const gap = this.lineFeed - this.carriageReturn;
		const isOneBreak =
			gap === 1 || (gap === 2 && this.text.charCodeAt(this.lineFeed - 1) === CARRIAGE_RETURN);
		this.next = (isOneBreak ? this.lineFeed : this.end) + 1;
		if (this.indent !== '' && !this.isGlued) this.skipIndent();
	}

	/** Whether the next piece is needed to see where the line, or the line break after it, ends. */
	private mayBeLonger(pieces: number): boolean {
		if (this.end + BREAK <= this.text.length) return false;
		const length = this.text.length - this.start;
		return (
			this.end < this.text.length ||
			length < (pieces < MAX_PIECES ? MAX_CHECKED_LENGTH : MIN_CHECKED_LENGTH)
		);
	}

	private findEnd(): void {
		if (this.start > this.lineFeed) this.lineFeed = this.find('\n');
		if (this.start > this.carriageReturn) this.carriageReturn = this.find('\r');
		this.end = Math.min(this.lineFeed, this.carriageReturn);
	}

	/** Appends the next piece to the text still being read. False if there is none. */
	private fill(): boolean {
		if (!this.hasMore) return false;
		const next = this.more.next();
		if (next.done === true) {
			this.hasMore = false;
			return false;
		}
		const from =
			this.startOfLast >= 0 && this.start - this.startOfLast < KEPT ? this.startOfLast : this.start;
		this.text = this.text.slice(from) + next.value;
		this.startOfLast -= from;
		this.endOfLast -= from;
		this.start -= from;
		this.end -= from;
		this.next -= from;
		this.lineFeed = this.find('\n');
		this.carriageReturn = this.find('\r');
		return true;
	}

	/**
	 * The base64 that the last `length` characters of the line before begin and even continuations go on with; stops at
	 * the line after them. Undefined if they are uneven, contain anything else, or are too many for one step: then it
	 * stays.
	 */
	takeBase64(length: number): string | undefined {
		if (this.indent !== '' || this.isCut || !this.isIndented) return undefined;
		while (!this.text.includes(':', this.start)) {
			if (this.text.length - this.start > MAX_DECODED_LENGTH) return undefined;
			if (!this.fill()) break;
		}
		if (this.text.indexOf(':', this.start) - this.start > MAX_DECODED_LENGTH) return undefined;
		if (this.endOfLast < length) return undefined;
		const base64 = readFoldedBase64(this.text, {
			start: this.endOfLast - length,
			lineBreak: this.endOfLast,
			secondLine: this.start + 1,
			endOfSecondLine: this.end,
		});
		if (base64 === undefined) return undefined;
		this.number += base64.folds - 1;
		this.next = base64.next;
		this.advance();
		return base64.value;
	}

	/**
	 * The continuations from the current line on, each without its fold, as many as one step takes and at most `most` of
	 * them; stops at the line after them. One search per line: a carriage return counts as a line break only before a line feed, which is right for
	 * base64, where no other can occur.
	 */
	takeContinuations(most: number): string {
		let taken = '';
		if (this.indent !== '' || this.isCut || !this.isIndented) return taken;
		if (this.text.charCodeAt(this.next - 1) !== LINE_FEED) return taken;
		for (let count = 0; count < most && this.startsWithFold(); count++) {
			if (taken.length > MAX_DECODED_LENGTH) break;
			taken += this.text.slice(this.start + 1, this.end);
			this.number++;
			this.start = this.next;
			let found = this.text.indexOf('\n', this.start);
			if (found === -1 && this.fill()) found = this.text.indexOf('\n', this.start);
			if (found === -1 && this.hasMore) break;
			const lineFeed = found === -1 ? this.text.length : found;
			let end = lineFeed;
			while (this.text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
			this.end = end;
			this.next = lineFeed + 1;
		}
		this.number--;
		this.next = this.start;
		this.advance();
		return taken;
	}

	private find(character: string): number {
		const found = this.text.indexOf(character, this.start);
		return found === -1 ? this.text.length : found;
	}

	private skipIndent(): void {
		if (!this.text.startsWith(this.indent, this.start)) return;
		this.line = undefined;
		this.start += this.indent.length;
	}
}
