import type { LongText } from './longValue';

/** Lines, each of which is made when it is needed; `more` means that it takes another step to make the next one. */
export type LineSource = Iterator<LongText | 'more', undefined>;

interface WaitingLine {
	line: LongText;
	/** The lines after it. */
	following: LineSource | undefined;
}

const BLANK: LongText = { text: '' };

/** Lines that come before the next one of a text, since a program lost the line breaks between them. */
export class WaitingLines {
	/** The next one last. */
	private readonly lines: WaitingLine[] = [];

	get isEmpty(): boolean {
		return this.lines.length === 0;
	}

	/** Adds a line before the others. */
	add(line: LongText): void {
		this.lines.push({ line, following: undefined });
	}

	/** Adds lines before the others, and a blank one before them. */
	addAll(lines: LineSource): void {
		this.lines.push({ line: BLANK, following: lines });
	}

	/** The next line; `more` if it takes another step to see whether one follows it. */
	take(): LongText | 'more' | undefined {
		const waiting = this.lines.at(-1);
		if (waiting === undefined) return undefined;
		const { line, following } = waiting;
		const next = following?.next().value;
		if (next === 'more') return next;
		this.lines.pop();
		if (next !== undefined) this.lines.push({ line: next, following });
		return line;
	}
}
