import type { ContentLine } from './contentLine';
import { cardLimit } from './limit';
import { longText } from './longValue';
import type { PhysicalLines } from './physicalLines';
import { propertyAfterSoftBreak } from './propertyNames';
import { foldsSoftBreaks, joinSoftBreaks, withoutPadding } from './softBreaks';

type Encoding = 'QUOTED-PRINTABLE' | 'BASE64' | undefined;

/** Lines that are joined in one step, at most a few milliseconds, and characters. */
const STEP = 10_000;
const STEP_SIZE = 262_144;
const QUOTED_PRINTABLE = /[;(,](?:ENCODING=)?"?QUOTED-PRINTABLE"?[;:,]/i;
const BASE64 = /;(?:ENCODING="?B"?|ENCODING="?BASE64"?|BASE64)[;:]/i;
const BASE64_TEXT = /^[A-Za-z0-9+/]+={0,2}[ \t]*$/;

/** Joins a line with its continuations, which are passed, step by step. */
export class Unfolding {
	/** What earlier steps have joined. */
	private readonly done: string[];
	private pieces: string[] = [];
	private last: string;
	private beforePieces: string | undefined;
	private isFolded: boolean | undefined;
	private afterBlank = false;
	private isFirstStep: boolean;

	constructor(
		private readonly line: ContentLine,
		private readonly lines: PhysicalLines,
		private readonly encoding: Encoding,
		private readonly isOutside: boolean,
	) {
		const pieces = [line.text, ...(line.rest ?? [])];
		this.last = pieces.pop() ?? '';
		this.done = pieces;
		this.isFirstStep = line.rest === undefined;
	}

	/** The whole line; undefined if it takes another step. */
	step(): ContentLine | undefined {
		const { lines } = this;
		if (this.encoding === 'BASE64') {
			const whole = this.takeBase64();
			if (whole !== undefined) return whole;
		}
		let size = 0;
		for (let count = 0; count < STEP && size < STEP_SIZE; count++) {
			if (!lines.isDone && this.takeLine()) {
				// A piece of a long line is a step of its own
				size += lines.isGlued ? STEP_SIZE : this.last.length;
				continue;
			}
			this.pieces.push(this.last);
			this.join();
			return this.whole();
		}
		this.join();
		return undefined;
	}

	private whole(): ContentLine {
		return { ...this.line, ...longText(this.done) };
	}

	/** Joins the pieces now, not all at once when the line is first read. */
	private join(): void {
		const { pieces } = this;
		if (this.encoding === 'QUOTED-PRINTABLE') {
			this.isFolded ??= foldsSoftBreaks(pieces);
			this.done.push(joinSoftBreaks(pieces, this.beforePieces, this.isFolded));
			this.beforePieces = pieces.at(-1);
		} else {
			this.done.push(pieces.length === 1 ? (pieces[0] ?? '') : pieces.join(''));
		}
		this.pieces = [];
	}

	/** A picture has hundreds of lines, which are joined faster than others. */
	private takeBase64(): ContentLine | undefined {
		const { lines, line } = this;
		const value = line.text.indexOf(':') + 1;
		if (this.isFirstStep) {
			this.isFirstStep = false;
			const base64 = lines.takeBase64(line.text.length - value);
			if (base64 !== undefined) {
				const head = line.text.slice(0, value);
				if (!mayGoOn(lines)) return { ...line, text: head, base64 };
				this.done.push(head, base64);
				this.last = '';
				return undefined;
			}
		}
		const taken = lines.takeContinuations(STEP);
		if (taken === '') return undefined;
		this.pieces.push(this.last, taken);
		this.last = '';
		this.join();
		return undefined;
	}

	/** Whether the current line belongs to this one; if so, it is added. */
	private takeLine(): boolean {
		const { lines, encoding, afterBlank } = this;
		const last = encoding === 'QUOTED-PRINTABLE' ? withoutPadding(this.last) : this.last;
		if (lines.isGlued) {
			this.pieces.push(last);
			this.last = lines.current;
		} else if (encoding === 'QUOTED-PRINTABLE' && !afterBlank && last.endsWith('=')) {
			this.pieces.push(last);
			this.last = '';
			if (cardLimit(lines.current) !== undefined) return false;
			const next = propertyAfterSoftBreak(lines.current, last, this.line.text);
			if (next !== undefined) {
				this.line.cutBy = next;
				return false;
			}
			this.last = lines.current;
			this.afterBlank = this.last === '';
		} else if (lines.isIndented) {
			if (this.isOutside && cardLimit(lines.current.trimStart())?.limit === 'BEGIN') return false;
			this.pieces.push(last);
			this.last = lines.continuation;
		} else if (lines.current === '') {
			this.afterBlank = true;
		} else if (encoding === 'BASE64' && !afterBlank && BASE64_TEXT.test(lines.current)) {
			this.pieces.push(last);
			this.last = lines.current;
		} else {
			return false;
		}
		lines.advance();
		return true;
	}
}

/** Whether the current line may belong to the one before: nearly every line of a card is a property. */
export function mayGoOn(lines: PhysicalLines): boolean {
	if (lines.isDone) return false;
	return lines.isGlued || lines.isIndented || !lines.current.includes(':');
}

/** How the value of a line is encoded, as far as it affects folding. */
export function encodingOfLine(line: string): Encoding {
	const head = line.slice(0, line.indexOf(':') + 1) || line;
	if (QUOTED_PRINTABLE.test(head)) return 'QUOTED-PRINTABLE';
	return BASE64.test(head) ? 'BASE64' : undefined;
}
