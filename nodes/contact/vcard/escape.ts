const SPECIAL = /[\\;,\r\n\v\f\u0085\u2028\u2029]/;
const LINE_BREAKS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

const BACKSLASH = 0x5c;

/** What a character after a backslash means. */
const ESCAPED = new Map([
	['n', '\n'],
	['N', '\n'],
	...['\\', ';', ',', ':', '"'].map((character) => [character, character] as const),
]);

/**
 * A person's text as the value of a property (RFC 2426, 5: `text-value`). Nothing in it can end the
 * line, the part or the list that it is in.
 */
export function escapeText(text: string): string {
	if (!SPECIAL.test(text)) return text;
	return text.replace(/[\\;,]/g, '\\$&').replace(LINE_BREAKS, '\\n');
}

/**
 * A web address as the value of a property. RFC 2426 (5: `uri`) escapes nothing here, but readers take
 * backslashes as escapes everywhere, and some cut at a comma. Commas, which read the same that way, and
 * line breaks are therefore percent-encoded.
 */
export function escapeUri(uri: string): string {
	return uri
		.replace(/\\/g, '\\\\')
		.replace(/,/g, '%2C')
		.replace(/\r/g, '%0D')
		.replace(/\n/g, '%0A');
}

/**
 * The text of an escaped value. Besides what RFC 6350 (3.4) escapes, programs put a backslash before
 * colons and quotes; before any other character it is an ordinary backslash.
 */
export function unescapeText(value: string): string {
	let at = value.indexOf('\\');
	if (at === -1) return value;
	let text = '';
	let start = 0;
	while (at !== -1) {
		const character = ESCAPED.get(value.charAt(at + 1));
		if (character === undefined) {
			at = value.indexOf('\\', at + 1);
		} else {
			text += value.slice(start, at) + character;
			start = at + 2;
			at = value.indexOf('\\', start);
		}
	}
	return text + value.slice(start);
}

/**
 * The parts of a value between unescaped delimiters, each still escaped.
 * @param most how many there are at most; the last one is then everything that is left
 */
export function splitEscaped(value: string, delimiter: ';' | ',', most = Infinity): string[] {
	const parts: string[] = [];
	let start = 0;
	let at = value.indexOf(delimiter);
	while (at !== -1 && parts.length < most - 1) {
		if (!isEscaped(value, at)) {
			parts.push(value.slice(start, at));
			start = at + 1;
		}
		at = value.indexOf(delimiter, at + 1);
	}
	parts.push(value.slice(start));
	return parts;
}

/** Whether an odd number of backslashes precedes an index. */
function isEscaped(value: string, index: number): boolean {
	let at = index;
	while (value.charCodeAt(at - 1) === BACKSLASH) at--;
	return (index - at) % 2 === 1;
}

/** The texts of a comma-separated list, without the empty ones. */
export function unescapeList(value: string): string[] {
	const items = splitEscaped(value, ',');
	if (items.length === 1 && value !== '') return [unescapeText(value).trim()];
	return items.map((item) => unescapeText(item).trim()).filter((item) => item !== '');
}

/**
 * The text of one part of a structured value.
 * @param joint what separates the texts of a list; without one, a comma is an ordinary character
 */
export function unescapePart(part: string, joint: string | undefined): string {
	if (joint === undefined || !part.includes(',')) return unescapeText(part).trim();
	return unescapeList(part).join(joint);
}

/** Characters whose parts are read in one step, which takes a few milliseconds. */
const STEP = 65_536;

/** The same text as {@link unescapePart}, in steps if the part is long. */
export function* unescapePartSteps(
	part: string,
	joint: string | undefined,
): Generator<void, string, undefined> {
	if (joint === undefined || part.length <= STEP) return unescapePart(part, joint);
	return yield* joinedSteps(part, ',', (piece) => unescapeList(piece).join(joint), joint);
}

/**
 * The text of a long list, in steps.
 * @param textOf gives the text of some of its parts, which are still escaped and divided
 * @param joint between two such texts, unless one is empty
 */
export function* joinedSteps(
	value: string,
	delimiter: ';' | ',',
	textOf: (parts: string) => string,
	joint: string,
): Generator<void, string, undefined> {
	const texts: string[] = [];
	for (let start = 0; start < value.length;) {
		let end = value.length - start > STEP ? value.indexOf(delimiter, start + STEP) : -1;
		while (end !== -1 && isEscaped(value, end)) end = value.indexOf(delimiter, end + 1);
		if (end === -1) end = value.length;
		const text = textOf(value.slice(start, end));
		if (text !== '') texts.push(text);
		start = end + 1;
		yield;
	}
	return texts.join(joint);
}
