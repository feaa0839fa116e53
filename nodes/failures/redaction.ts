import type { GenericValue, ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { decodedTexts, type PlacedText } from './decodedTexts';
import { PatternSearch, type Work } from './patternSearch';
import { percentOfQuotedPrintable } from './quotedPrintable';
import { secretPatterns } from './secrets';
import { bytesOf, type TextBytes } from './textBytes';
import { unescapedBytes } from './unescapedBytes';

/** What replaces a secret, everywhere. */
export const MASK = '***';

/** Masks secrets in a text. */
export interface Redactor {
	(text: string): string;
	/** The same in steps of some milliseconds, for a text of any length; absent where nothing is secret. */
	steps?: (text: string) => Generator<void, string, undefined>;
}

/** A long text is searched in parts of so many overlaps, each of which begins before the end of the one before it. */
const OVERLAPS = 4;
/** Characters that two parts have in common, at least. */
const MIN_OVERLAP = 4_096;
/** How much longer than a secret any spelling of it is. */
const MAX_SPELLING_FACTOR = 8;
/** A part of a picture: there is nothing in it to decode. */
const BASE64_ALONE = /^[A-Za-z0-9+/]+$/;

/** Characters that begin an escape, encode a space in a form, are invisible, or may be variants of others. */
const ESCAPES = /[\\%&+\u00ad\u180e\u2000-\uffff]|\u034f/;
/** Characters that can split a word invisibly, as they are or as an escape. */
const SPLITS = /[\\%&<\t\r\n]/;
const QUOTED_PRINTABLE = /=(?:[0-9A-Fa-f]{2}|[ \t]{0,8}\r?\n)/;
/** How often a text is decoded: base64 of base64, or of numbers in a list. */
const MAX_DECODINGS = 2;
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
	const longest = plain.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);
	const overlap = Math.max(MIN_OVERLAP, longest * MAX_SPELLING_FACTOR);
	const size = overlap * OVERLAPS;
	function* steps(text: string): Generator<void, string, undefined> {
		const masks = new Masks(text);
		for (let start = 0; start === 0 || start + overlap < text.length; start += size - overlap) {
			const part = text.slice(start, start + size);
			const origin = start === 0 ? undefined : partAt(start, part);
			if (part.length === size && BASE64_ALONE.test(part)) masks.add(asItIs, bytesOf(part), origin);
			else {
				search(masks, part, origin);
				searchDecoded(masks, part, MAX_DECODINGS, origin);
			}
			yield;
		}
		return masks.masked();
	}
	const redact = (text: string): string => {
		const all = steps(text);
		for (;;) {
			const { done, value } = all.next();
			if (done === true) return value;
		}
	};
	return Object.assign(redact, { steps });
}

/** A part of a text by its place in it. */
function partAt(start: number, part: string): PlacedText {
	const starts = Array.from({ length: part.length }, (_, index) => start + index);
	return { text: part, starts, ends: starts.map((place) => place + 1) };
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
	add(search: PatternSearch, { bytes, starts, ends }: TextBytes, origin?: PlacedText): void {
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
export function redactDeep(value: unknown, redact: Redactor): GenericValue {
	const steps = redactionSteps(value, redact);
	for (;;) {
		const { done, value: redacted } = steps.next();
		if (done === true) return redacted;
	}
}

/** {@link redactDeep} in steps of some milliseconds, however long the value's texts are. */
export function* redactionSteps(
	value: unknown,
	redact: Redactor,
	depth = 0,
): Generator<void, GenericValue, undefined> {
	if (typeof value === 'string') {
		return redact.steps === undefined ? redact(value) : yield* redact.steps(value);
	}
	if (typeof value === 'number') return redact(String(value)) === String(value) ? value : MASK;
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return null;
	if (Array.isArray(value)) {
		const list: GenericValue[] = [];
		for (const entry of value) list.push(yield* redactionSteps(entry, redact, depth + 1));
		return list;
	}
	const entries: Array<[string, GenericValue]> = [];
	for (const [key, entry] of Object.entries(value)) {
		entries.push([redact(key), yield* redactionSteps(entry, redact, depth + 1)]);
	}
	return Object.fromEntries(entries);
}
