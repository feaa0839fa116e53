/** Spaces between columns. */
const GAP = 2;
/** Indents a line that continues the one above. */
const HANG = '  ';

export interface Column {
	title: string;
	/** In terminal cells. */
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

/** The width of all columns together, in cells. */
export function totalWidth(columns: readonly Column[]): number {
	return columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

/**
 * The text in lines of at most `width` cells, broken between words if possible. Its own line breaks stay.
 *
 * @param hang prefix of a paragraph's further lines
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

/** How many cells a text takes in a terminal: two for an emoji or a Chinese character, none for a combining mark. */
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
/** Half-width katakana. */
const HALF_WIDTH = /^[\uFF61-\uFF9F]/;

function characterWidth(character: string): number {
	if (INVISIBLE.test(character)) return 0;
	return WIDE.test(character) && !HALF_WIDTH.test(character) ? 2 : 1;
}
