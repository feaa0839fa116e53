/** A vCard whose line breaks are written out: `BEGIN:VCARD\nVERSION:3.0…`, as in a value copied out of JSON. */
const WRITTEN_OUT = /^[\s\ufeff"']*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\\+[rn]/i;
const START = 200;
/** JSON in JSON in JSON: more has never been seen. */
const MAX_LEVELS = 4;
const ESCAPES = /\\(?:r\\n|u([0-9a-fA-F]{4})|([\\"/rnt]))/g;
const LINE_BREAK = '\n';

/** Whether a text is a vCard whose line breaks are written as `\n`. */
export function hasLiteralBreaks(text: string): boolean {
	return WRITTEN_OUT.test(text.slice(0, START));
}

/**
 * A text with its written-out line breaks, and other JSON escapes, resolved: in pieces, as it comes.
 *
 * @param more what follows the text
 */
export function* withLineBreaks(
	text: string,
	more: Iterator<string> = NOTHING,
): Generator<string, void, undefined> {
	const levels = levelsOf(text);
	let open = '';
	for (let piece: string | undefined = text; piece !== undefined;) {
		const next = more.next();
		const isLast = next.done === true;
		const read = open + piece;
		const end = isLast ? read.length : beforeEscape(read);
		open = read.slice(end);
		yield resolved(read.slice(0, end), levels);
		piece = isLast ? undefined : next.value;
	}
}

const NOTHING: Iterator<string> = [].values();
/** Longer than an escape at any level, with its backslashes. */
const MAX_ESCAPE_LENGTH = 64;

/** Where an escape begins that a piece may end in the middle of; the length of the piece if it ends in none. */
function beforeEscape(piece: string): number {
	let place = piece.indexOf('\\', Math.max(0, piece.length - MAX_ESCAPE_LENGTH));
	if (place === -1) return piece.length;
	const first = Math.max(0, piece.length - 2 * MAX_ESCAPE_LENGTH);
	while (place > first && piece.charAt(place - 1) === '\\') place--;
	return place;
}

/** How often the line breaks at the beginning of a text are escaped. */
function levelsOf(text: string): number {
	let levels = 0;
	let plain = text.slice(0, START * 2);
	for (; levels < MAX_LEVELS && hasLiteralBreaks(plain); levels++) plain = resolved(plain, 1);
	return levels;
}

function resolved(text: string, levels: number): string {
	let plain = text;
	for (let level = 0; level < levels; level++) {
		plain = plain.replace(ESCAPES, (_, code: string | undefined, character: string | undefined) => {
			if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
			if (character === 't') return '\t';
			return character === '\\' || character === '"' || character === '/' ? character : LINE_BREAK;
		});
	}
	return plain;
}
