/** A vCard whose line breaks are written out: `BEGIN:VCARD\nVERSION:3.0…`, as in a value copied out of JSON. */
const WRITTEN_OUT = /^[\s\ufeff"']*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\\+[rn]/i;
const START = 200;
/** JSON in JSON in JSON: more has never been seen. */
const MOST_LEVELS = 4;
const ESCAPES = /\\(?:r\\n|u([0-9a-fA-F]{4})|([\\"/rnt]))/g;
const LINE_BREAK = '\n';

/** Whether a text is a vCard whose line breaks are written as `\n`. */
export function hasLiteralBreaks(text: string): boolean {
	return WRITTEN_OUT.test(text.slice(0, START));
}

/** A text with its written-out line breaks, and other JSON escapes, resolved. */
export function withLineBreaks(text: string): string {
	let plain = text;
	for (let level = 0; level < MOST_LEVELS && hasLiteralBreaks(plain); level++) {
		plain = plain.replace(ESCAPES, (_, code: string | undefined, character: string | undefined) => {
			if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
			if (character === 't') return '\t';
			return character === '\\' || character === '"' || character === '/' ? character : LINE_BREAK;
		});
	}
	return plain;
}
