import type { GenericValue, ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { finishNow } from '../eventLoop/longTask';
import { decodedTexts, type PlacedText } from './decodedTexts';
import { MASK, Masks } from './masks';
import { PatternSearch, type Pattern, type Work } from './patternSearch';
import { percentOfQuotedPrintable } from './quotedPrintable';
import { secretPatterns, type SecretPatterns } from './secrets';
import { bytesOf, characterCount } from './textBytes';
import { unescapedBytes } from './unescapedBytes';

/** Masks secrets in a text. */
export interface Redactor {
	(text: string): string;
	/** The same in steps of some milliseconds, for a text of any length; absent if nothing is secret. */
	steps?: (text: string) => Generator<void, string, undefined>;
}

/** A long text is searched in overlapping parts, each this many times as long as the overlap. */
const OVERLAPS_PER_PART = 4;
/** Minimum characters that two neighbouring parts share, so that a secret at their border is whole in one of them. */
const MIN_OVERLAP = 4_096;
/** A secret may be this many times as long when it is encoded; it must still fit into an overlap. */
const MAX_SPELLING_FACTOR = 8;
/** A part of a picture, which is not worth decoding; in a vCard, it is folded. */
const ONLY_BASE64 =
	/^[A-Za-z0-9+/]*(?:\r?\n?[ \t][A-Za-z0-9+/]{40,})*(?:\r?\n[ \t][A-Za-z0-9+/]*)?[\r\n]*$/;

/** Characters that begin an escape, encode a space in a form, are invisible, or may be variants of others. */
const ESCAPES = /[\\%&+\u00ad\u180e\u2000-\uffff]|\u034f/;
/** Characters that can split a word invisibly, as they are or as an escape. */
const SPLITS = /[\\%&<\t\r\n]/;
const QUOTED_PRINTABLE = /=(?:[0-9A-Fa-f]{2}|[ \t]{0,8}\r?\n)/;
/** How often a text is decoded: base64 of base64, or of numbers in a list. */
const MAX_DECODINGS = 2;

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
	const patterns = secretPatterns(credential, properties);
	if (patterns.plain.length === 0) return (text) => text;
	const search = new SecretSearch(patterns, work);
	const steps = (text: string) => search.steps(text);
	return Object.assign((text: string) => finishNow(steps(text)), { steps });
}

/** Searches texts for the secrets of a credential. */
class SecretSearch {
	private readonly asItIs: PatternSearch;
	private readonly withoutEscapes: PatternSearch;
	private readonly withoutSplits: PatternSearch;
	private readonly overlap: number;
	/** Characters of the shortest secret in its shortest spelling. */
	private readonly shortest: number;
	/** The same, with parts of secrets. */
	private readonly shortestPart: number;

	constructor(
		{ plain, parts, unescaped, joined }: SecretPatterns,
		private readonly work: Work,
	) {
		this.shortest = shortestOf([...plain, ...unescaped, ...joined]);
		this.shortestPart = shortestOf([...plain, ...parts, ...unescaped, ...joined]);
		this.asItIs = new PatternSearch([...plain, ...parts], work);
		this.withoutEscapes = new PatternSearch(unescaped, work);
		this.withoutSplits = new PatternSearch(joined, work);
		const longest = plain.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);
		this.overlap = Math.max(MIN_OVERLAP, longest * MAX_SPELLING_FACTOR);
	}

	/** Masks a text, with a step for each part of it. */
	*steps(text: string): Generator<void, string, undefined> {
		// The ids of messages and chats are often too short to hold a secret
		if (text.length < this.shortestPart && !ESCAPES.test(text)) return text;
		const size = this.overlap * OVERLAPS_PER_PART;
		const masks = new Masks(text);
		yield;
		for (
			let start = 0;
			start === 0 || start + this.overlap < text.length;
			start += size - this.overlap
		) {
			// From a long text that was just put together, the first slice takes long
			const part = text.slice(start, start + size);
			yield;
			const origin = start === 0 ? undefined : partAt(start, part);
			if (part.length === size && ONLY_BASE64.test(part)) {
				const unfolded = withoutBreaks(part);
				masks.add(this.asItIs, bytesOf(unfolded.text), placedIn(origin, unfolded));
			} else {
				this.search(masks, part, origin);
				this.searchDecoded(masks, part, MAX_DECODINGS, origin);
			}
		}
		return masks.masked();
	}

	/** Finds the secrets in a text as it is, and in what it means once its escapes and splits are removed. */
	private search(masks: Masks, text: string, origin?: PlacedText): void {
		const { work, asItIs, withoutEscapes, withoutSplits } = this;
		masks.add(asItIs, bytesOf(text), origin);
		if (ESCAPES.test(text)) masks.add(withoutEscapes, unescapedBytes(text, false, work), origin);
		if (SPLITS.test(text)) masks.add(withoutSplits, unescapedBytes(text, true, work), origin);
		if (QUOTED_PRINTABLE.test(text)) {
			const read = percentOfQuotedPrintable(text);
			masks.add(withoutSplits, unescapedBytes(read.text, true, work), placedIn(origin, read));
		}
	}

	private searchDecoded(masks: Masks, text: string, times: number, origin?: PlacedText): void {
		for (const decoded of decodedTexts(text, this.shortest, this.work)) {
			const placed = placedIn(origin, decoded);
			this.search(masks, decoded.text, placed);
			if (times > 1) this.searchDecoded(masks, decoded.text, times - 1, placed);
		}
	}
}

function shortestOf(patterns: readonly Pattern[]): number {
	return patterns.reduce((least, { bytes }) => Math.min(least, characterCount(bytes)), Infinity);
}

/** A part of a text, with the place of each of its characters in the whole text. */
function partAt(start: number, part: string): PlacedText {
	const starts = Array.from({ length: part.length }, (_, index) => start + index);
	return { text: part, starts, ends: starts.map((place) => place + 1) };
}

/** A text without its line breaks and spaces. */
function withoutBreaks(text: string): PlacedText {
	const starts: number[] = [];
	for (const { 0: word, index } of text.matchAll(/\S+/g)) {
		for (let place = 0; place < word.length; place += 1) starts.push(index + place);
	}
	return { text: text.replace(/\s+/g, ''), starts, ends: starts.map((place) => place + 1) };
}

/** A text that was decoded from part of `origin`, with its places in the whole text instead of that part. */
function placedIn(origin: PlacedText | undefined, read: PlacedText): PlacedText {
	if (origin === undefined) return read;
	return {
		...read,
		starts: read.starts.map((place) => origin.starts[place] ?? 0),
		ends: read.ends.map((place) => origin.ends[place - 1] ?? 0),
	};
}

/** Levels of a JSON value that are kept; deeper values are left out. */
const MAX_DEPTH = 100;

/** A JSON value with every text in it redacted, including keys. */
export function redactDeep(value: unknown, redact: Redactor): GenericValue {
	return finishNow(redactionSteps(value, redact));
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
