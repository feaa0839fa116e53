import { ROLE_PHRASES } from './roles';
import { PHRASES, PIECES, type Sense } from './words';

/** What a key says, piece by piece: known phrases by meaning, numbers, and unknown words. */
export interface KeyWords {
	senses: ReadonlySet<Sense>;
	/** Numbers in the key, in order: `[1]` for `Phone 1 - Value`. */
	numbers: readonly number[];
	/** Words that are in none of our lists, in lower case without accents. */
	unknown: readonly string[];
	/** Whether its last word is `id`. */
	isId: boolean;
	/** The word that says whose it is, of several the last: `buyer` for `Buyer Email`, `shipping` for `Phone (Shipping)`. */
	owner: string | undefined;
}

interface Phrase {
	sense: Sense;
	/** Where its spaces are, counted in letters from its beginning. */
	spaces: ReadonlySet<number>;
}

/** Phrases by their letters without spaces; collected for the first key, since not every n8n reads rows. */
let phrases: ReadonlyMap<string, Phrase> = new Map();
let maxPhraseLength = 0;
/** Phrases as short as `id` only count as a whole word: too many other words contain them. */
const SHORTEST_INSIDE_A_WORD = 3;
/** Longer keys are questions or texts; only their beginning is read. */
const MAX_KEY = 120;
/** Airtable's columns of another table: `Phone (from Client)` is the client's phone. */
const LOOKED_UP = /^([^(]+)\(from ([^()]+)\)\s*$/i;
/** How a form wants a number to be typed: `(10 digits)`, `(ex: 11 98765-4321)`. */
const SAMPLE =
	/\(?\d+\s*d[ií]g[ií]t(?:o?s)?\b\)?|\(?\b(?:ex|e\.?g|exemplo|ejemplo|example|p\.?\s?ej)[.:\s]+\+?[\d(][\d\s().x-]{5,}\)?\s*$/gi;
/** What forms put before the name of a field: `q4_phoneNumber` (Jotform), `field:phone_3` (Wix). */
const FORM_PREFIX = /^(?:q\d+|field|input)[_:](?=[a-z])/i;
/** An unknown word costs more than any phrases in its place. */
const UNKNOWN_COST = 20;

/** Keys repeat from row to row, so each is parsed once. */
const known = new Map<string, KeyWords>();
const MAX_KNOWN = 5000;

/**
 * Parses a key, ignoring case, accents, and everything that is not a letter or digit: `E-mail 1 - Value`,
 * `EMAIL1VALUE` and `email1Value` say the same.
 */
export function keyWords(key: string): KeyWords {
	const found = known.get(key);
	if (found !== undefined) return found;
	const words = takeApart(key);
	if (known.size >= MAX_KNOWN) known.clear();
	known.set(key, words);
	return words;
}

/** The words of a key in order, in lower case, without accents and separators. */
export function plainWords(key: string): string[] {
	return key
		.slice(0, MAX_KEY)
		.replace(LOOKED_UP, '$2 $1')
		.replace(SAMPLE, '')
		.replace(FORM_PREFIX, '')
		.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
		.replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/ß/g, 'ss')
		.replace(/\d+/g, ' $& ')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}

function takeApart(key: string): KeyWords {
	if (phrases.size === 0) phrases = phrasesByLetters();
	const senses = new Set<Sense>();
	const numbers: number[] = [];
	const unknown: string[] = [];
	let run: string[] = [];
	const endRun = () => {
		for (const piece of pieces(run)) {
			if (typeof piece === 'string') unknown.push(piece);
			else senses.add(piece.sense);
		}
		run = [];
	};
	const words = plainWords(key);
	words.forEach((word, index) => {
		// In "E.164" the digits belong to the word
		const isName = word === '164' && words[index - 1] === 'e';
		if (/^\d+$/.test(word) && !isName) {
			endRun();
			numbers.push(Number(word));
		} else {
			run.push(word);
		}
	});
	endRun();
	return { senses, numbers, unknown, isId: words.at(-1) === 'id', owner: ownerIn(words) };
}

function ownerIn(words: readonly string[]): string | undefined {
	const owner = words.findLast(isOwner);
	if (owner === undefined) return undefined;
	// "Guest 2 Phone" is not the first guest's
	const next = words[words.lastIndexOf(owner) + 1] ?? '';
	return /^[2-9]$/.test(next) ? owner + next : owner;
}

function isOwner(word: string): boolean {
	const sense = phrases.get(word)?.sense;
	return sense === 'person' || sense === 'mailing';
}

/** The phrases that the words are made of, as few as possible; a word that cannot be read entirely stays as it is. */
function pieces(words: readonly string[]): Array<Phrase | string> {
	const letters = words.join('');
	const starts = new Map<number, string>();
	let length = 0;
	for (const word of words) {
		starts.set(length, word);
		length += word.length;
	}
	const best: Array<{ cost: number; last: Phrase | string; from: number } | undefined> = [];
	const costAt = (place: number) => (place === 0 ? 0 : best[place]?.cost);
	for (let from = 0; from < length; from += 1) {
		const cost = costAt(from);
		if (cost === undefined) continue;
		const offer = (to: number, last: Phrase | string, price: number) => {
			if (cost + price < (best[to]?.cost ?? Infinity))
				best[to] = { cost: cost + price, last, from };
		};
		const word = starts.get(from);
		if (word !== undefined) offer(from + word.length, word, UNKNOWN_COST);
		for (let to = from + 1; to <= Math.min(length, from + maxPhraseLength); to += 1) {
			const phrase = phrases.get(letters.slice(from, to));
			if (phrase !== undefined && stands(phrase, from, to, starts, length)) offer(to, phrase, 1);
		}
	}
	const read: Array<Phrase | string> = [];
	for (let place = length; place > 0;) {
		const step = best[place];
		if (step === undefined) break;
		read.unshift(step.last);
		place = step.from;
	}
	return read;
}

/** Whether a phrase fits: the key may separate words inside it only if the phrase does. */
function stands(
	{ spaces }: Phrase,
	from: number,
	to: number,
	starts: ReadonlyMap<number, string>,
	length: number,
): boolean {
	for (let place = from + 1; place < to; place += 1) {
		if (starts.has(place) && !spaces.has(place - from)) return false;
	}
	const isWhole = starts.has(from) && (to === length || starts.has(to));
	return isWhole || to - from >= SHORTEST_INSIDE_A_WORD;
}

function phrasesByLetters(): ReadonlyMap<string, Phrase> {
	const byLetters = new Map<string, Phrase>();
	const add = (sense: Sense, short: string) => {
		let list = short;
		for (const [capital, piece] of PIECES) list = list.replaceAll(capital, piece);
		for (const phrase of list.split(',')) {
			const words = phrase.trim().split(' ');
			const letters = words.join('');
			const spaces = new Set<number>();
			let length = 0;
			for (const word of words) spaces.add((length += word.length));
			const same = byLetters.get(letters);
			// A spelling that exists with and without spaces may be separated wherever either has one
			if (same === undefined) byLetters.set(letters, { sense, spaces });
			else if (same.sense === sense) {
				byLetters.set(letters, { sense, spaces: new Set([...same.spaces, ...spaces]) });
			}
		}
	};
	for (const [sense, list] of Object.entries(PHRASES)) {
		if (isSense(sense)) add(sense, list);
	}
	add('role', ROLE_PHRASES);
	maxPhraseLength = Math.max(...[...byLetters.keys()].map((letters) => letters.length));
	return byLetters;
}

function isSense(text: string): text is keyof typeof PHRASES {
	return text in PHRASES;
}
