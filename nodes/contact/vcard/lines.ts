import type { ContentLine } from './contentLine';
import { beginBehindWords, cardLimit } from './limit';
import { PhysicalLines } from './physicalLines';
import { withoutPadding } from './softBreaks';
import { encodingOfLine, Unfolding, mayGoOn } from './unfold';

export type { ContentLine };

const SPACE = 0x20;
const DELETE = 0x7f;
/** Blank lines that are skipped in one step. */
const MAX_BLANK_LINES = 10_000;

/**
 * Walks through the unfolded lines of a text, without blank ones. Folds are a line break with a space or
 * a tab (RFC 6350, 3.2), the soft breaks of quoted-printable, and base64 that goes on unindented to the
 * next blank line (vCard 2.1, 2.1.3 and 2.1.4). A card that is indented as a whole is read as if it were
 * not. Text after a limit on the same line is a line of its own.
 */
export class ContentLines {
	private readonly lines: PhysicalLines;
	private depth = 0;
	/** Text that followed a limit, and lines that were found inside another one, the next one last. */
	private readonly waiting: string[] = [];
	private unfolding: Unfolding | undefined;

	/** @param more what follows the text */
	constructor(text: string, more?: Iterator<string>) {
		this.lines = new PhysicalLines(text, more);
	}

	/** The next line; undefined after the last one; `more` if it is so long that it takes another step. */
	next(): ContentLine | 'more' | undefined {
		const { lines } = this;
		if (this.unfolding !== undefined) return this.goOn(this.unfolding);
		for (let blank = 0; this.waiting.length > 0 || !lines.isDone; blank++) {
			if (blank === MAX_BLANK_LINES) return 'more';
			const waiting = this.waiting.pop();
			if (waiting === undefined && this.depth === 0) lines.setIndent(indentOfCard(lines.current));
			const current = waiting ?? lines.current;
			const number = waiting === undefined ? lines.number : lines.number - 1;
			if (waiting === undefined) lines.advance();
			const found = cardLimit(current);
			if (found !== undefined) {
				const { limit } = found;
				// A whole card on one line
				const rest = waiting === undefined ? found.rest + lines.takeGlued() : found.rest;
				this.depth = limit === 'BEGIN' ? this.depth + 1 : Math.max(0, this.depth - 1);
				if (rest !== '') this.waiting.push(rest);
				return { number, text: current, limit };
			}
			if (isBlank(current)) continue;
			const behind = this.depth === 0 ? beginBehindWords(current) : undefined;
			if (behind !== undefined) {
				this.waiting.push(behind.card);
				return { number, text: behind.before, limit: undefined };
			}
			const line: ContentLine = { number, text: current, limit: undefined };
			if (this.waiting.length > 0 || (!mayGoOn(lines) && !withoutPadding(current).endsWith('=')))
				return line;
			return this.goOn(new Unfolding(line, lines, encodingOfLine(current), this.depth === 0));
		}
		return undefined;
	}

	/** Lines that come before the next one, since a program lost the line breaks before them. */
	insert(texts: readonly string[]): void {
		for (const text of [...texts].reverse()) this.waiting.push(text);
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
