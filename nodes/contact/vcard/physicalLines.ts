import { readFoldedBase64 } from './base64';

const SPACE = 0x20;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
/** Characters of base64 that are decoded in one step. */
const MOST_AT_ONCE = 1_048_576;

/**
 * Walks through the lines of a text, whether they end in CRLF, LF or CR, or in CR CRLF, which is what CRLF becomes where
 * a program takes it for text that has LF only.
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
	/** The first line feed and the first carriage return at or after the start of the current line. */
	private lineFeed = -1;
	private carriageReturn = -1;

	constructor(private readonly text: string) {
		this.advance();
	}

	/** Whether the last line is passed. */
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
		if (this.start >= this.end) return false;
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
		this.number++;
		this.line = undefined;
		this.endOfLast = this.end;
		this.start = this.next;
		if (this.start > this.lineFeed) this.lineFeed = this.find('\n');
		if (this.start > this.carriageReturn) this.carriageReturn = this.find('\r');
		this.end = Math.min(this.lineFeed, this.carriageReturn);
		const gap = this.lineFeed - this.carriageReturn;
		const isOneBreak =
			gap === 1 || (gap === 2 && this.text.charCodeAt(this.lineFeed - 1) === CARRIAGE_RETURN);
		this.next = (isOneBreak ? this.lineFeed : this.end) + 1;
		if (this.indent !== '') this.skipIndent();
	}

	/**
	 * The base64 that the last `length` characters of the line before begin and even continuations go on with; stops at
	 * the line after them. Undefined where they are uneven, hold anything else, or are too many for one step: then it
	 * stays.
	 */
	takeBase64(length: number): string | undefined {
		if (this.indent !== '' || !this.isIndented) return undefined;
		if (this.text.indexOf(':', this.start) - this.start > MOST_AT_ONCE) return undefined;
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
	 * The continuations from the current line on, each without its fold, at most `most` of them; stops at the line after
	 * them. One search a line: a carriage return counts as a line break only before a line feed, which is right for
	 * base64, where no other can stand.
	 */
	takeContinuations(most: number): string {
		const { text } = this;
		let taken = '';
		if (this.indent !== '' || !this.isIndented) return taken;
		for (let count = 0; count < most && this.startsWithFold(); count++) {
			taken += text.slice(this.start + 1, this.end);
			this.number++;
			this.start = this.next;
			const found = text.indexOf('\n', this.start);
			const lineFeed = found === -1 ? text.length : found;
			let end = lineFeed;
			while (text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
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
