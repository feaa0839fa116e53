import type { GenericValue, ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { decodedTexts, type PlacedText } from './decodedTexts';
import { PatternSearch, type Work } from './patternSearch';
import { bytesOf, type PlacedBytes } from './placedBytes';
import { percentOfQuotedPrintable } from './quotedPrintable';
import { secretPatterns } from './secrets';
import { unescapedBytes } from './unescapedBytes';

/** What replaces a secret, everywhere. */
export const MASK = '***';

export type Redactor = (text: string) => string;

/** Characters that begin an escape, encode a space in a form, are invisible, or may be variants of others. */
const ESCAPES = /[\\%&+\u00ad\u180e\u2000-\uffff]|\u034f/;
/** Characters that can split a word invisibly, as they are or as an escape. */
const SPLITS = /[\\%&<\t\r\n]/;
const QUOTED_PRINTABLE = /=(?:[0-9A-Fa-f]{2}|[ \t]{0,8}\r?\n)/;
/** How often a text is decoded: base64 of base64, or of numbers in a list. */
const MOST_DECODINGS = 2;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * A function that masks every secret of a credential in a text: as it is, and as encoded in URLs, JSON, HTML,
 * quoted-printable, base64 or numbers of any base, also nested in each other, or split by tags or zero-width characters;
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
	const search = (masks: Masks, text: string, origin?: PlacedText): void => {
		masks.add(asItIs, bytesOf(text), origin);
		if (ESCAPES.test(text)) masks.add(withoutEscapes, unescapedBytes(text, false, work), origin);
		if (SPLITS.test(text)) masks.add(withoutSplits, unescapedBytes(text, true, work), origin);
		if (QUOTED_PRINTABLE.test(text)) {
			const read = percentOfQuotedPrintable(text);
			masks.add(withoutSplits, unescapedBytes(read.text, true, work), placedIn(origin, read));
		}
	};
	const searchDecoded = (masks: Masks, text: string, times: number, origin?: PlacedText): void => {
		for (const decoded of decodedTexts(text, work)) {
			const placed = placedIn(origin, decoded);
			search(masks, decoded.text, placed);
			if (times > 1) searchDecoded(masks, decoded.text, times - 1, placed);
		}
	};
	return (text) => {
		const masks = new Masks(text);
		search(masks, text);
		searchDecoded(masks, text, MOST_DECODINGS);
		return masks.masked();
	};
}

/** A text that was read out of another one, which was itself read out of `origin`: by its places there. */
function placedIn(origin: PlacedText | undefined, read: PlacedText): PlacedText {
	if (origin === undefined) return read;
	return {
		...read,
		starts: read.starts.map((place) => origin.starts[place] ?? 0),
		ends: read.ends.map((place) => origin.ends[place - 1] ?? 0),
	};
}

/** The parts of a text that contain secrets. */
class Masks {
	private readonly found: Array<{ start: number; end: number }> = [];

	constructor(private readonly text: string) {}

	/** @param origin where in the text the bytes come from, if they were read out of it */
	add(search: PatternSearch, { bytes, starts, ends }: PlacedBytes, origin?: PlacedText): void {
		for (const { first, last, wholeWord } of search.find(bytes)) {
			const from = starts[first] ?? 0;
			const to = ends[last] ?? 0;
			const start = origin === undefined ? from : (origin.starts[from] ?? from);
			const end = origin === undefined ? to : (origin.ends[to - 1] ?? to);
			const isWord = !wholeWord || (origin?.isDecoded !== true && this.isWord(start, end));
			if (isWord) this.found.push({ start, end });
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
