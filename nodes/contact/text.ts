/** Most texts look like this: only their ends need tidying. */
const PRINTABLE_ASCII = /^[ -~]*$/;
const LINE_BREAKS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;
/** Control characters apart from line feed, and the byte-order mark: no field of a contact means to have them. */
const CONTROLS = /(?!\n)\p{Cc}|\ufeff/gu;

/**
 * Text as one line: line breaks and tabs become a space, other control characters are removed, lone surrogates
 * become U+FFFD, the ends are trimmed. Every letter, emoji, mark and joiner stays as it is.
 */
export function oneLine(text: string): string {
	if (PRINTABLE_ASCII.test(text)) return text.trim();
	return paragraph(text.replace(LINE_BREAKS, ' ').replace(/\t/g, ' '));
}

/** As {@link oneLine}, but line breaks stay, each as one line feed. */
export function paragraph(text: string): string {
	return text
		.replace(LINE_BREAKS, '\n')
		.replace(/\t/g, ' ')
		.replace(CONTROLS, '')
		.toWellFormed()
		.trim();
}

/** `1 phone`, `2 phones`: a count with its noun, in English. */
export function count(quantity: number, noun: string, plural = `${noun}s`): string {
	return `${String(quantity)} ${quantity === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[], conjunction = 'and'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1] ?? ''}`;
}

/** Characters of a quotation inside a message. */
const QUOTED = 60;

/** A person's own text quoted in a message: on one line, at most 60 characters. */
export function quote(text: string): string {
	const line = oneLine(text);
	// A character has one or two code units, so these hold more of them than are shown
	const characters = [...line.slice(0, 2 * QUOTED + 1)];
	return characters.length > QUOTED
		? `"${characters.slice(0, QUOTED - 1).join('')}…"`
		: `"${line}"`;
}

/** Sorts what people read in a list, in any case. Without `localeCompare`: loading its rules takes longer than loading the rest of a node. */
export function alphabetically(one: string, other: string): number {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
