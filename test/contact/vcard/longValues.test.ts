/** Values of megabytes in which a card begins, or that end with the limits of cards. */

import fc from 'fast-check';

import { cardInside, cardInsideLong } from '../../../nodes/contact/vcard/limit';
import { readVCards } from '../../../nodes/contact/vcard/read';
import { VCardReader } from '../../../nodes/contact/vcard/reader';

const LONG = 'x'.repeat(1_200_000);
const PIECE = 262_144;

const folded = (line: string, width: number) =>
	line.replace(new RegExp(`.{${String(width)}}`, 'g'), '$&\r\n ');
const card = (...lines: string[]) =>
	['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana', ...lines, 'END:VCARD', ''].join('\r\n');

/** The warning about a note in the fourth line that is too long. */
function leftOut(length: number) {
	const size = length.toLocaleString('en');
	const what = `NOTE of ${size} characters is more text than a contact card can hold`;
	return { field: 'NOTE', message: `line 4: ${what} and was left out` };
}

/** How many steps a search takes, and what it finds. */
function searched(texts: readonly string[]) {
	const search = cardInsideLong(texts);
	let steps = 1;
	let { done, value } = search.next();
	for (; done !== true; steps++) ({ done, value } = search.next());
	return { steps, found: value };
}

/** How many pieces of a text, each of which takes a while to decode, are read in one step. */
function mostPiecesOfAStep(text: string): number {
	let taken = 0;
	function* pieces() {
		for (let at = 0; at < text.length; at += PIECE) {
			taken++;
			yield text.slice(at, at + PIECE);
		}
	}
	let most = 0;
	let before = 0;
	const steps = new VCardReader().read('', pieces());
	while (steps.next().done !== true) {
		most = Math.max(most, taken - before);
		before = taken;
	}
	return most;
}

describe('a card that begins inside a long folded value', () => {
	const limits: Array<[string, string]> = [
		['BEGIN:VCARD VERSION:3.0 FN:Ben', ''],
		['END:VCARD BEGIN:VCARD VERSION:3.0 FN:Ben', ''],
		['begin:vcardversion:3.0', '\r\nFN:Ben'],
		['end:vcard, begin:vcard version:3.0', '\r\nFN:Ben'],
	];

	it.each(limits)('is a card of its own: %s', (begin, more) => {
		// So that each character of it comes right behind a fold once
		for (let at = 0; at < 14; at++) {
			const line = folded(`NOTE:${LONG}${'y'.repeat(at)}${begin}`, 14);
			const { contacts, warnings } = readVCards(card(line + more));
			expect(contacts.map(({ draft }) => draft.name?.formatted_name)).toEqual(['Ana', 'Ben']);
			expect(contacts[0]?.draft.note).toBeUndefined();
			expect(contacts[0]?.warnings).toEqual([leftOut(LONG.length + at)]);
			expect(contacts[1]?.warnings).toEqual([]);
			expect(warnings).toEqual([]);
		}
	});

	it.each(limits)('is one in lines of one character, too: %s', (begin, more) => {
		// 10,000 lines are joined in one step: so a part of the limits comes in the next one
		const line = folded(`NOTE:${LONG.slice(20)}${begin}`, 1);
		const { contacts } = readVCards(card(line + more));
		expect(contacts.map(({ draft }) => draft.name?.formatted_name)).toEqual(['Ana', 'Ben']);
		expect(contacts[0]?.warnings).toEqual([leftOut(LONG.length - 20)]);
	});

	it.each(limits)('ends a text that is short enough: %s', (begin, more) => {
		const notes = ['x'.repeat(990_000), 'y'.repeat(990_000)];
		const line = `${folded(`NOTE:${notes[0]}${begin}`, 74)}${more}\r\nNOTE:${notes[1]}`;
		const { contacts } = readVCards(card(line));
		expect(contacts.map(({ draft }) => notes.indexOf(draft.note ?? ''))).toEqual([0, 1]);
		expect(contacts.flatMap(({ warnings }) => warnings)).toEqual([]);
	});

	it('has the rest of the value, up to the next card', () => {
		const rest = ` NOTE:${'z '.repeat(400_000)}END:VCARD BEGIN:VCARD VERSION:3.0 FN:Cy`;
		const line = folded(`NOTE:${LONG} BEGIN:VCARD VERSION:3.0 FN:Ben${rest}`, 74);
		const { contacts } = readVCards(card(line));
		expect(contacts.map(({ draft }) => draft.name?.formatted_name)).toEqual(['Ana', 'Ben', 'Cy']);
		expect(contacts[1]?.draft.note === 'z '.repeat(400_000).trim()).toBe(true);
		expect(contacts.flatMap(({ warnings }) => warnings)).toEqual([leftOut(LONG.length + 1)]);
	});

	it.each([
		['is only mentioned', 'BEGIN:VCARD and VERSION:3.0'],
		['is in letters of any size', 'Begin:vCard VERSION:3.0'],
		['is without its version', 'END:VCARD BEGIN:VCARD x'],
	])('is none where it %s', (_, text) => {
		const { contacts } = readVCards(card(folded(`NOTE:${LONG}${text}${LONG}`, 74)));
		expect(contacts).toHaveLength(1);
		expect(contacts[0]?.draft.note).toBeUndefined();
		expect(contacts[0]?.warnings).toEqual([leftOut(2 * LONG.length + text.length)]);
	});

	it('is found wherever the value is cut', () => {
		const begin = fc.constantFrom(...limits.map(([text]) => text), 'BEGIN:VCARD', 'END:VCARD', 'x');
		fc.assert(
			fc.property(fc.array(begin, { maxLength: 4 }), fc.array(fc.nat(160)), (words, places) => {
				const value = words.join(' and ');
				const at = [...places].sort((a, b) => a - b);
				const texts = [0, ...at].map((start, index) => value.slice(start, at[index]));
				expect(searched(texts).found).toEqual(cardInside(value));
				expect(searched([...value]).found).toEqual(cardInside(value));
			}),
			{ numRuns: 500 },
		);
	});

	it('is searched for in steps of at most a megabyte', () => {
		expect(searched([LONG.repeat(10)])).toEqual({ steps: 13, found: undefined });
		expect(searched(Array.from({ length: 50 }, () => LONG.slice(0, PIECE))).steps).toBe(51);
	});
});

describe('a long value', () => {
	it('is kept whole if it is short enough without the limits at its end', () => {
		const note = 'x'.repeat(999_990);
		const text = card(folded(`NOTE:${note}`, 74)).replace('\r\nEND', 'END');
		const [contact] = readVCards(text).contacts;
		expect(contact?.draft.note === note).toBe(true);
		expect(contact?.warnings).toEqual([]);
	});

	it('that only separates cards is no text outside of them', () => {
		const separators = folded(', '.repeat(600_000).trim(), 74);
		const read = (text: string) => readVCards(`${text}\r\n${card()}`).warnings.length;
		expect(read(separators)).toBe(0);
		expect(read(`${separators}x`)).toBe(1);
	});

	it('may hold more cards than a function takes arguments', () => {
		const { contacts } = readVCards(
			`NOTE${' BEGIN:VCARD VERSION:3.0 FN:Ben END:VCARD'.repeat(150_000)}`,
		);
		expect(contacts).toHaveLength(150_000);
		expect(contacts.at(-1)?.draft.name).toEqual({ formatted_name: 'Ben' });
	});

	it.each([10, 74, 5000, 100_000])('is read in many steps in lines of %d characters', (width) => {
		for (const name of ['NOTE', 'PHOTO;ENCODING=b;TYPE=JPEG']) {
			const text = card(folded(`${name}:${'A'.repeat(4_000_000)}`, width));
			expect(mostPiecesOfAStep(text)).toBeLessThanOrEqual(8);
		}
	});
});
