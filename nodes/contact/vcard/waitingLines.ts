import type { LongText } from './longValue';

interface WaitingLine extends LongText {
	/** The lines after it. */
	following?: Iterator<LongText | 'more'>;
}

/** Lines that come before the next one of a text, since a program lost the line breaks between them. */
export class WaitingLines {
	/** The next one last. */
	private readonly lines: WaitingLine[] = [];

	get isEmpty(): boolean {
		return this.lines.length === 0;
	}

	/** Adds a line before the others. */
	add(line: LongText): void {
		this.lines.push(line);
	}

	/** Adds lines before the others: millions of them, perhaps, each of which is made when it is needed. */
	addAll(lines: Iterator<LongText | 'more'>): void {
		// A blank line, which nobody reads
		this.lines.push({ text: '', following: lines });
	}

	/** The next line; `more` if it takes another step to see which one follows it. */
	take(): LongText | 'more' | undefined {
		const line = this.lines.at(-1);
		if (line?.following === undefined) return this.lines.pop();
		const next = line.following.next();
		if (next.done === true) return this.lines.pop();
		if (next.value === 'more') return 'more';
		this.lines.pop();
		this.lines.push({ ...next.value, following: line.following });
		return line;
	}
}
