/** Spaces between two columns. */
const GAP = 2;
/** Shows that a line goes on with what the line above it began. */
const HANG = '  ';

export interface Column {
	title: string;
	/** Cells of a terminal. */
	width: number;
}

/** The lines of a row: its cells side by side, wrapped to the width of their columns. */
export function row(cells: readonly string[], columns: readonly Column[]): string[] {
	const wrapped = columns.map(({ width }, index) => wrap(cells[index] ?? '', width, HANG));
	const height = Math.max(...wrapped.map(({ length }) => length));
	return Array.from({ length: height }, (_, line) =>
		columns
			.map(({ width }, index) => {
				const text = wrapped[index]?.[line] ?? '';
				return text + ' '.repeat(Math.max(width - terminalWidth(text), 0));
			})
			.join(' '.repeat(GAP))
			.trimEnd(),
	);
}

/** The row of titles, with a line below it. */
export function head(columns: readonly Column[]): string[] {
	const titles = columns.map(({ title }) => title);
	return [...row(titles, columns), '─'.repeat(totalWidth(columns))];
}

/** Cells that all columns take together. */
export function totalWidth(columns: readonly Column[]): number {
	return columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

/**
 * The text in lines of at most so many cells, broken between words where it can be. Its own line breaks stay.
 *
 * @param hang what the further lines of a paragraph begin with
 */
export function wrap(text: string, width: number, hang = ''): string[] {
	return text.split('\n').flatMap((paragraph) => {
		const lines: string[] = [];
		let line = '';
		for (const word of paragraph.split(' ')) {
			const longer = line === '' ? word : `${line} ${word}`;
			if (terminalWidth(longer) <= width) {
				line = longer;
				continue;
			}
			if (line !== '') {
				lines.push(line);
				line = hang;
			}
			for (const character of characters(word)) {
				if (terminalWidth(line + character) > width) {
					lines.push(line);
					line = hang;
				}
				line += character;
			}
		}
		return [...lines, line];
	});
}

/** Cells that a terminal takes for a text: two for an emoji or a Chinese character, none for a mark on another. */
export function terminalWidth(text: string): number {
	return characters(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function characters(text: string): string[] {
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}]+$/u;
/** Emoji, and the scripts whose characters are as wide as high (Unicode Standard Annex 11, East Asian Width W and F). */
const WIDE =
	/^\p{Emoji_Presentation}|\uFE0F|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFF01-\uFF60]/u;
/** Katakana of half the width. */
const HALF_WIDTH = /^[\uFF61-\uFF9F]/;

function characterWidth(character: string): number {
	if (INVISIBLE.test(character)) return 0;
	return WIDE.test(character) && !HALF_WIDTH.test(character) ? 2 : 1;
}
