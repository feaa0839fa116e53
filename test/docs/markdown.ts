import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../sandbox/projectFolder';

/** A fenced block of a page. */
export interface CodeBlock {
	language: string;
	text: string;
}

/** A page of the documentation. */
export interface Page {
	/** Path in the project. */
	file: string;
	text: string;
	/** The anchors of its headings, as GitHub makes them. */
	anchors: string[];
	links: string[];
	/** The pictures that it asks for in comments. */
	images: string[];
	blocks: CodeBlock[];
	/** What is set as code within a line. */
	code: string[];
	/** What is set in bold within a line or a table, not to begin a paragraph with. */
	bold: string[];
}

/** Every page for people: those of docs/ and those beside package.json. */
export function pages(): Page[] {
	const beside = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
	const inside = ['docs', '.github'].flatMap((folder) =>
		readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.md'))
			.map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
	);
	return [...beside, ...inside].sort().map(readPage);
}

/**
 * One page.
 *
 * @param file path in the project
 */
export function readPage(file: string): Page {
	const text = readFileSync(path.join(ROOT, file), 'utf8');
	const prose = text.replace(/^```[^]*?^```$/gm, '');
	const plain = prose.replace(/`[^`]*`/g, '');
	return {
		file,
		text,
		anchors: [...prose.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchor(title)),
		links: [...plain.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => target ?? []),
		images: [...text.matchAll(/<!-- image: (\S+) -->/g)].flatMap(([, image]) => image ?? []),
		blocks: [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(
			([, language = '', block = '']) => ({
				language,
				text: block,
			}),
		),
		code: [...prose.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []),
		bold: [...plain.matchAll(/(^[-\s]*)?\*\*([^*]+)\*\*/gm)].flatMap(([, begins, bold = '']) =>
			begins === undefined ? bold.replace(/\s+/g, ' ') : [],
		),
	};
}

/** The anchor that GitHub gives a heading. */
function anchor(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

/** A table with its columns aligned, as Prettier leaves it. */
export function markdownTable(
	titles: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
): string {
	const widths = titles.map((title, column) =>
		Math.max(...[titles, ...rows].map((cells) => [...(cells[column] ?? '')].length), title.length),
	);
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`;
	const ruler = widths.map((width) => '-'.repeat(width));
	return `${[titles, ruler, ...rows].map(line).join('\n')}\n`;
}
