import type { GenericValue, ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { PatternSearch, type Work } from './patternSearch';
import { bytesOf, type PlacedBytes } from './placedBytes';
import { percentOfQuotedPrintable } from './quotedPrintable';
import { secretPatterns } from './secrets';
import { unescapedBytes } from './unescapedBytes';

/** What stands in the place of a secret, everywhere. */
export const MASK = '***';

export type Redactor = (text: string) => string;

/** What begins an escape, a space of a form, or no character that is seen. */
const ESCAPES = /[\\%&+\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f/;
/** What can split a word without being seen, as it is or as an escape. */
const SPLITS = /[\\%&<\t\r\n]/;
const QUOTED_PRINTABLE = /=(?:[0-9A-Fa-f]{2}|[ \t]{0,8}\r?\n)/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * A function that masks every secret of a credential in a text: as it is, and as URLs, JSON, HTML, quoted-printable,
 * base64 or hexadecimal digits spell it, in each other too, also where tags or characters without a width split it;
 * the pair of basic authentication; user and password of the base URL. Its time grows with the text alone, whatever
 * stands in it and in the secrets.
 *
 * @param work counts the steps, for tests
 */
export function createRedactor(
	credential: ICredentialDataDecryptedObject,
	properties: readonly INodeProperties[],
	work: Work = { steps: 0 },
): Redactor {
	const { plain, unescaped, joined } = secretPatterns(credential, properties);
	if (plain.length === 0) return (text) => text;
	const asItIs = new PatternSearch(plain, work);
	const withoutEscapes = new PatternSearch(unescaped, work);
	const withoutSplits = new PatternSearch(joined, work);
	return (text) => {
		const masks = new Masks(text);
		masks.add(asItIs, bytesOf(text));
		if (ESCAPES.test(text)) masks.add(withoutEscapes, unescapedBytes(text, false, work));
		if (SPLITS.test(text)) masks.add(withoutSplits, unescapedBytes(text, true, work));
		if (QUOTED_PRINTABLE.test(text)) {
			const read = percentOfQuotedPrintable(text);
			masks.add(withoutSplits, unescapedBytes(read.text, true, work), read.places);
		}
		return masks.masked();
	};
}

/** The stretches of a text that hold secrets. */
class Masks {
	private readonly found: Array<{ start: number; end: number }> = [];

	constructor(private readonly text: string) {}

	/** @param places where the units of what was read stand in the text */
	add(
		search: PatternSearch,
		{ bytes, starts, ends }: PlacedBytes,
		places?: readonly number[],
	): void {
		for (const { first, last, wholeWord } of search.find(bytes)) {
			const from = starts[first] ?? 0;
			const to = ends[last] ?? 0;
			const start = places?.[from] ?? from;
			const end = places?.[to] ?? to;
			if (!wholeWord || this.isWord(start, end)) this.found.push({ start, end });
		}
	}

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

	private isWord(start: number, end: number): boolean {
		const before = [...this.text.slice(Math.max(0, start - 2), start)].pop() ?? '';
		const [after = ''] = this.text.slice(end, end + 2);
		return !LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(after);
	}
}

/** Levels of a JSON value that are kept; what a provider nests deeper is left out. */
const MAX_DEPTH = 100;

/** A JSON value with every text in it redacted, keys included. */
export function redactDeep(value: unknown, redact: Redactor, depth = 0): GenericValue {
	if (typeof value === 'string') return redact(value);
	if (typeof value === 'number') return redact(String(value)) === String(value) ? value : MASK;
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return null;
	if (Array.isArray(value)) return value.map((entry) => redactDeep(entry, redact, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			redact(key),
			redactDeep(entry, redact, depth + 1),
		]),
	);
}
