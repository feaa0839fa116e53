import type { GenericValue, ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { PatternSearch, type Work } from './patternSearch';
import { percentOfQuotedPrintable } from './quotedPrintable';
import { secretPatterns } from './secrets';
import { bytesOf, type TextBytes } from './textBytes';
import { unescapedBytes } from './unescapedBytes';

/** What replaces a secret, everywhere. */
export const MASK = '***';

export type Redactor = (text: string) => string;

/** Characters that begin an escape, encode a space in a form, or are invisible. */
const ESCAPES = /[\\%&+\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f/;
/** Characters that can split a word invisibly, as they are or as an escape. */
const SPLITS = /[\\%&<\t\r\n]/;
const QUOTED_PRINTABLE = /=(?:[0-9A-Fa-f]{2}|[ \t]{0,8}\r?\n)/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * A function that masks every secret of a credential in a text: as it is, and as encoded in URLs, JSON, HTML,
 * quoted-printable, base64 or hexadecimal digits, also nested in each other, or split by tags or zero-width characters;
 * the pair of basic authentication; user and password of the base URL. Its time grows only with the length of the text,
 * whatever the text and the secrets contain.
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

/** The parts of a text that contain secrets. */
class Masks {
	private readonly found: Array<{ start: number; end: number }> = [];

	constructor(private readonly text: string) {}

	/** @param places positions in the text of the units that were read */
	add(search: PatternSearch, { bytes, starts, ends }: TextBytes, places?: readonly number[]): void {
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

/** Levels of a JSON value that are kept; deeper values are left out. */
const MAX_DEPTH = 100;

/** A JSON value with every text in it redacted, including keys. */
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
