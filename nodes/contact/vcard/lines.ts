import type { ContentLine } from './contentLine';
import { beginBehindWords, cardLimit } from './limit';
import type { LongText } from './longValue';
import { PhysicalLines } from './physicalLines';
import { withoutPadding } from './softBreaks';
import { encodingOfLine, Unfolding, mayGoOn } from './unfold';
import { WaitingLines, type LineSource } from './waitingLines';

export type { ContentLine };

const SPACE = 0x20;
const DELETE = 0x7f;
/** Characters of blank lines that are skipped in one step; a short line takes as long as so many. */
const MAX_BLANK = 300_000;
const SHORT_LINE = 30;
/** Longer than a limit with what programs put around it and the name of a property after it. */
const HEAD = 1000;

/**
 * Walks through the unfolded lines of a text, without blank ones. Folds are a line break with a space or
 * a tab (RFC 6350, 3.2), the soft breaks of quoted-printable, and base64 that goes on unindented to the
 * next blank line (vCard 2.1, 2.1.3 and 2.1.4). A card that is indented as a whole is read as if it were
 * not. Text after a limit on the same line is a line of its own.
 */
export class ContentLines {
	private readonly lines: PhysicalLines;
	private depth = 0;
	/** Text that followed a limit, and lines that were found inside another one. */
	private readonly waiting = new WaitingLines();
	private unfolding: Unfolding | undefined;

	/** @param more what follows the text */
	constructor(text: string, more?: Iterator<string>) {
		this.lines = new PhysicalLines(text, more);
	}

	/** The next line; undefined after the last one; `more` if it is so long that it takes another step. */
	next(): ContentLine | 'more' | undefined {
		const { lines, waiting } = this;
		if (this.unfolding !== undefined) return this.goOn(this.unfolding);
		for (let blank = 0; !waiting.isEmpty || !lines.isDone; blank += SHORT_LINE) {
			if (blank >= MAX_BLANK) return 'more';
			const inserted = waiting.isEmpty ? undefined : waiting.take();
			if (inserted === 'more') return inserted;
			if (inserted === undefined && this.depth === 0) lines.setIndent(indentOfCard(lines.current));
			const current = inserted?.text ?? lines.current;
			const number = inserted === undefined || lines.isGlued ? lines.number : lines.number - 1;
			if (inserted === undefined) lines.advance();
			const found = cardLimit(current);
			if (found !== undefined) {
				const { limit } = found;
				this.depth = limit === 'BEGIN' ? this.depth + 1 : Math.max(0, this.depth - 1);
				this.addRest(found.rest, inserted);
				return { number, text: current, limit };
			}
			const rest = inserted?.rest;
			if (rest === undefined && isBlank(current)) {
				blank += current.length;
				continue;
			}
			const behind = this.depth === 0 ? beginBehindWords(current) : undefined;
			if (behind !== undefined) {
				this.addRest(behind.card, inserted);
				return { number, text: behind.before, limit: undefined };
			}
			const line: ContentLine = { number, text: current, limit: undefined };
			if (rest !== undefined) line.rest = rest;
			const end = rest?.at(-1) ?? current;
			if (!waiting.isEmpty || (!mayGoOn(lines) && !withoutPadding(end).endsWith('='))) return line;
			return this.goOn(new Unfolding(line, lines, encodingOfLine(current), this.depth === 0));
		}
		return undefined;
	}

	/** Adds lines that come before the next one, since a program lost the line breaks before them. */
	insert(texts: readonly LongText[]): void {
		for (const text of [...texts].reverse()) this.waiting.add(text);
	}

	/** The same for lines that are made when they are needed. */
	insertAll(texts: LineSource): void {
		this.waiting.addAll(texts);
	}

	/** Adds the text behind a limit, perhaps of a whole card, as a line of its own. */
	private addRest(text: string, line: LongText | undefined): void {
		const { lines, waiting } = this;
		let whole = text;
		// Enough to see what it is, if the physical line is cut right there
		while (waiting.isEmpty && whole.length < HEAD && lines.isGlued && !lines.isDone) {
			whole += lines.current;
			lines.advance();
		}
		if (line?.rest !== undefined) waiting.add({ text: whole, rest: line.rest });
		else if (whole !== '') waiting.add({ text: whole });
	}

	private goOn(unfolding: Unfolding): ContentLine | 'more' {
		const line = unfolding.step();
		this.unfolding = line === undefined ? unfolding : undefined;
		return line ?? 'more';
	}
}

function isBlank(line: string): boolean {
	const code = line.charCodeAt(0);
	// Nearly every line begins with a visible ASCII character
	return !(code > SPACE && code < DELETE) && line.trim() === '';
}

/** White space, and the signs of a quoted email. */
const INDENT = /^[\s>|]+/;

/** What stands before a card at the beginning of its lines, if a card begins in a line. */
function indentOfCard(line: string): string {
	const trimmed = line.replace(INDENT, '');
	return cardLimit(trimmed)?.limit === 'BEGIN' ? line.slice(0, line.length - trimmed.length) : '';
}
