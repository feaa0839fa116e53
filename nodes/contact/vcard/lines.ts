/** One line of a card as it was before it was folded. */
export interface ContentLine {
	/** The first physical line, counted from 1. */
	number: number;
	text: string;
}

/** B, E, b and e. */
const CARD_LIMIT_LETTERS = new Set([0x42, 0x45, 0x62, 0x65]);
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const CARD_LIMIT = /^(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*$/i;
const QUOTED_PRINTABLE = /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;
const BASE64 = /;(?:ENCODING=B|ENCODING=BASE64|BASE64)[;:]/i;
const BASE64_TEXT = /^[A-Za-z0-9+/]+={0,2}[ \t]*$/;

/**
 * The unfolded lines of a text, without blank ones. Folds are a line break with a space or a tab
 * (RFC 6350, 3.2), the soft breaks of quoted-printable, and base64 that goes on unindented to the next
 * blank line (vCard 2.1, 2.1.3 and 2.1.4). A card that is indented as a whole is read as if it were not.
 */
export function* contentLines(text: string): Generator<ContentLine> {
	const lines = new PhysicalLines(text);
	let depth = 0;
	let indent = '';
	while (lines.current !== undefined) {
		if (depth === 0) indent = indentOfCard(lines.current);
		const first = unindent(lines.current, indent);
		const { number } = lines;
		lines.advance();
		const limit = cardLimit(first);
		if (limit !== undefined) {
			depth = limit === 'BEGIN' ? depth + 1 : Math.max(0, depth - 1);
			yield { number, text: first };
		} else if (first.trim() !== '') {
			yield { number, text: unfold(first, lines, indent, depth === 0) };
		}
	}
}

/** A first line with its continuations, past which the lines are advanced. */
function unfold(first: string, lines: PhysicalLines, indent: string, isOutside: boolean): string {
	if (lines.current === undefined || isProperty(unindent(lines.current, indent))) {
		if (!first.endsWith('=')) return first;
	}
	const pieces = [first];
	const encoding = encodingOf(first);
	let last = first;
	let afterBlank = false;
	while (lines.current !== undefined) {
		const next = unindent(lines.current, indent);
		if (encoding === 'QUOTED-PRINTABLE' && !afterBlank && last.endsWith('=')) {
			if (cardLimit(next) !== undefined) break;
			pieces[pieces.length - 1] = last.slice(0, -1);
			pieces.push(next);
			last = next;
			afterBlank = next === '';
		} else if (next === '') {
			afterBlank = true;
		} else if (isIndented(next)) {
			if (isOutside && cardLimit(next.trimStart()) === 'BEGIN') break;
			last = next.slice(1);
			pieces.push(last);
		} else if (encoding === 'BASE64' && !afterBlank && BASE64_TEXT.test(next)) {
			pieces.push(next);
		} else {
			break;
		}
		lines.advance();
	}
	return pieces.join('');
}
/** Walks through the lines of a text, whether they end in CRLF, LF or CR. */
export class PhysicalLines {
	/** The line without its line break; undefined after the last one. */
	current: string | undefined;
	/** The number of the current line, from 1. */
	number = 0;
	private next = 0;
	private lineFeed = -1;

	constructor(private readonly text: string) {
		this.advance();
	}

	advance(): void {
		const start = this.next;
		this.number++;
		if (start > this.text.length) {
			this.current = undefined;
			return;
		}
		if (start > this.lineFeed) {
			const found = this.text.indexOf('\n', start);
			this.lineFeed = found === -1 ? this.text.length : found;
		}
		const isPair = this.lineFeed > start && this.text.charCodeAt(this.lineFeed - 1) === CR;
		const line = this.text.slice(start, isPair ? this.lineFeed - 1 : this.lineFeed);
		const end = line.indexOf('\r');
		if (end === -1) {
			this.current = line;
			this.next = this.lineFeed + 1;
		} else {
			this.current = line.slice(0, end);
			this.next = start + end + 1;
		}
	}
}

/** What a line that is not indented does to a card. */
export function cardLimit(line: string): 'BEGIN' | 'END' | undefined {
	// Nearly every line of a file is told apart by its first letter
	if (!CARD_LIMIT_LETTERS.has(line.charCodeAt(0))) return undefined;
	const limit = CARD_LIMIT.exec(line)?.[1]?.toUpperCase();
	return limit === 'BEGIN' || limit === 'END' ? limit : undefined;
}

/** How the value of a line is encoded, as far as its folding depends on it. */
function encodingOf(line: string): 'QUOTED-PRINTABLE' | 'BASE64' | undefined {
	const head = line.slice(0, line.indexOf(':') + 1);
	if (QUOTED_PRINTABLE.test(head)) return 'QUOTED-PRINTABLE';
	return BASE64.test(head) ? 'BASE64' : undefined;
}

/** The white space before a card, where a card begins in a line. */
function indentOfCard(line: string): string {
	const trimmed = line.trimStart();
	return cardLimit(trimmed) === 'BEGIN' ? line.slice(0, line.length - trimmed.length) : '';
}

function unindent(line: string, indent: string): string {
	return indent !== '' && line.startsWith(indent) ? line.slice(indent.length) : line;
}

/** Whether a line can only be one of its own, unless quoted-printable goes on before it. */
function isProperty(line: string): boolean {
	return line.includes(':') && !isIndented(line);
}

function isIndented(line: string): boolean {
	const code = line.charCodeAt(0);
	return code === SPACE || code === TAB;
}
