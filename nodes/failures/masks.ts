import type { PlacedText } from './decodedTexts';
import type { PatternSearch } from './patternSearch';
import type { TextBytes } from './textBytes';

/** What replaces a secret, everywhere. */
export const MASK = '***';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The parts of a text that contain secrets. */
export class Masks {
	private readonly found: Array<{ start: number; end: number }> = [];

	constructor(private readonly text: string) {}

	/** @param origin where in the text the bytes come from, if they were read out of it */
	add(search: PatternSearch, { bytes, starts, ends }: TextBytes, origin?: PlacedText): void {
		for (const { first, last, wholeWord } of search.find(bytes)) {
			const from = starts[first] ?? 0;
			const to = ends[last] ?? 0;
			const start = origin === undefined ? from : (origin.starts[from] ?? from);
			const end = origin === undefined ? to : (origin.ends[to - 1] ?? to);
			const isWord = !wholeWord || (origin?.isDecoded !== true && this.isWord(start, end));
			if (isWord) this.found.push({ start, end });
		}
	}

	/** The text with {@link MASK} in place of each secret that was found; secrets that touch become one. */
	masked(): string {
		if (this.found.length === 0) return this.text;
		const kept: string[] = [];
		let end = 0;
		for (const mask of this.found.sort((a, b) => a.start - b.start || b.end - a.end)) {
			if (mask.start > end || kept.length === 0) kept.push(this.text.slice(end, mask.start));
			end = Math.max(end, mask.end);
		}
		return [...kept, this.text.slice(end)].join(MASK);
	}

	/** Whether no letter or digit is directly before or after. */
	private isWord(start: number, end: number): boolean {
		const before = [...this.text.slice(Math.max(0, start - 2), start)].pop() ?? '';
		const [after = ''] = this.text.slice(end, end + 2);
		return !LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(after);
	}
}
