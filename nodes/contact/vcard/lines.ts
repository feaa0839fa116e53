import { PhysicalLines } from './physicalLines';

/** One line of a card as it was before it was folded. */
export interface ContentLine {
	/** The first physical line, counted from 1. */
	number: number;
	/** Up to the colon, where there is `base64`. */
	text: string;
	/** The value, where unfolding has shown that it is base64 and nothing else. */
	base64: string | undefined;
	/** What the line does to a card, where it does that. */
	limit: 'BEGIN' | 'END' | undefined;
}

const SPACE = 0x20;
const DELETE = 0x7f;
/** What makes a letter a small one. */
const SMALL = 0x20;
const B = 0x62;
const E = 0x65;
const CARD_LIMIT = /^(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*$/i;
const QUOTED_PRINTABLE = /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;
const BASE64 = /;(?:ENCODING=B|ENCODING=BASE64|BASE64)[;:]/i;
const BASE64_TEXT = /^[A-Za-z0-9+/]+={0,2}[ \t]*$/;

/**
 * Walks through the unfolded lines of a text, without blank ones. Folds are a line break with a space or
 * a tab (RFC 6350, 3.2), the soft breaks of quoted-printable, and base64 that goes on unindented to the
 * next blank line (vCard 2.1, 2.1.3 and 2.1.4). A card that is indented as a whole is read as if it were
 * not.
 */
export class ContentLines {
	private readonly lines: PhysicalLines;
	private depth = 0;

	constructor(text: string) {
		this.lines = new PhysicalLines(text);
	}

	/** The next line; undefined after the last one. */
	next(): ContentLine | undefined {
		const { lines } = this;
		while (!lines.isDone) {
			if (this.depth === 0) lines.setIndent(indentOfCard(lines.current));
			const { current, number } = lines;
			lines.advance();
			const limit = cardLimit(current);
			if (limit !== undefined) {
				this.depth = limit === 'BEGIN' ? this.depth + 1 : Math.max(0, this.depth - 1);
				return { number, text: current, base64: undefined, limit };
			}
			if (isBlank(current)) continue;
			return unfold(number, current, lines, this.depth === 0);
		}
		return undefined;
	}
}

/** A first line with its continuations, past which the lines are advanced. */
function unfold(
	number: number,
	first: string,
	lines: PhysicalLines,
	isOutside: boolean,
): ContentLine {
	const line: ContentLine = { number, text: first, base64: undefined, limit: undefined };
	if (!mayGoOn(lines) && !first.endsWith('=')) return line;
	const encoding = encodingOf(first);
	let text = '';
	let last = first;
	let afterBlank = false;
	if (encoding === 'BASE64') {
		// A picture has hundreds of lines
		const value = first.indexOf(':') + 1;
		const base64 = lines.takeBase64(first.length - value);
		if (base64 === undefined) {
			text = first + lines.takeContinuations();
		} else {
			const head = first.slice(0, value);
			if (!mayGoOn(lines)) return { ...line, text: head, base64 };
			text = head + base64;
		}
		last = '';
	}
	while (!lines.isDone) {
		if (encoding === 'QUOTED-PRINTABLE' && !afterBlank && last.endsWith('=')) {
			text += last.slice(0, -1);
			last = '';
			if (cardLimit(lines.current) !== undefined) break;
			last = lines.current;
			afterBlank = last === '';
		} else if (lines.isIndented) {
			if (isOutside && cardLimit(lines.current.trimStart()) === 'BEGIN') break;
			text += last;
			last = lines.continuation;
		} else if (lines.current === '') {
			afterBlank = true;
		} else if (encoding === 'BASE64' && !afterBlank && BASE64_TEXT.test(lines.current)) {
			text += last;
			last = lines.current;
		} else {
			break;
		}
		lines.advance();
	}
	return { ...line, text: text + last };
}

/** Whether the current line may belong to the one before: nearly every line of a card is a property. */
function mayGoOn(lines: PhysicalLines): boolean {
	return !lines.isDone && (lines.isIndented || !lines.current.includes(':'));
}

/** What a line that is not indented does to a card. */
export function cardLimit(line: string): 'BEGIN' | 'END' | undefined {
	// Nearly every line of a file is told apart by its first letter
	const letter = line.charCodeAt(0) | SMALL;
	if (letter !== B && letter !== E) return undefined;
	const limit = CARD_LIMIT.exec(line)?.[1]?.toUpperCase();
	return limit === 'BEGIN' || limit === 'END' ? limit : undefined;
}

function isBlank(line: string): boolean {
	const code = line.charCodeAt(0);
	// Nearly every line begins with a visible character of ASCII
	return !(code > SPACE && code < DELETE) && line.trim() === '';
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
