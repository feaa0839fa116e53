/** Cards whose line breaks were lost, so that they are one line, perhaps of megabytes. */

import fc from 'fast-check';

import { hasLostBreaks, linesOfOne } from '../../../nodes/contact/vcard/lostBreaks';
import { parseProperty } from '../../../nodes/contact/vcard/property';
import { readVCards } from '../../../nodes/contact/vcard/read';
import { VCardReader } from '../../../nodes/contact/vcard/reader';

/** Characters of a line after which it may be cut, since they are read together. */
const PIECE = 262_144;
const CARD = 'BEGIN:VCARD VERSION:3.0 FN:Ana END:VCARD ';

/** What the reader makes of a text that comes in pieces, and of how many contacts it makes them in one step. */
function readPieces([first = '', ...others]: readonly string[]) {
	const reader = new VCardReader();
	const steps = reader.read(first, others.values());
	let count = 0;
	let before = 0;
	let most = 0;
	for (; steps.next().done !== true; count++) {
		const { length } = reader.file().contacts;
		most = Math.max(most, length - before);
		before = length;
	}
	return { file: reader.file(), steps: count, mostContacts: most };
}

function pieces(text: string, size = PIECE): string[] {
	const count = Math.ceil(text.length / size);
	return Array.from({ length: count }, (_, at) => text.slice(at * size, (at + 1) * size));
}

/** The value of a `VERSION` in pieces. */
function versionOf([value = '', ...rest]: readonly string[]) {
	const version = parseProperty({ number: 1, text: `VERSION:${value}`, limit: undefined });
	if (version === undefined) throw new Error('not a property');
	return rest.length === 0 ? version : { ...version, rest };
}

function linesIn(texts: readonly string[]): string[] {
	const lines: string[] = [];
	for (const line of linesOfOne(versionOf(texts))) {
		if (line !== 'more') lines.push([line.text, ...(line.rest ?? [])].join(''));
	}
	return lines;
}

function hasBreaks(texts: readonly string[]): boolean {
	const search = hasLostBreaks(versionOf(texts));
	for (;;) {
		const { done, value } = search.next();
		if (done === true) return value;
	}
}

/** The lines of cards, each with the spaces that stand before it. */
const words = fc.array(
	fc.tuple(
		fc.constantFrom(' ', '  ', '\u2028', ' \t '),
		fc.constantFrom(
			...['FN:Ana', 'TEL;TYPE=CELL:5', 'item1.X-ABLabel:a', 'END:VCARD', 'BEGIN:VCARD'],
			...['NOTE:see', 'N', 'TEL;', ':', 'VERSION:3.0', 'x', 'FN;X="a b":c', ''],
		),
	),
	{ maxLength: 20 },
);

describe('a card on a single line', () => {
	it.each([
		['3.0 FN:Ana TEL:5', ['VERSION:3.0', 'FN:Ana', 'TEL:5']],
		[' 2.1 N:Lima;Ana NOTE:see page 2', ['VERSION:2.1', 'N:Lima;Ana', 'NOTE:see page 2']],
		[
			'3.0 END:VCARD  BEGIN:VCARD VERSION:3.0',
			['VERSION:3.0', 'END:VCARD', 'BEGIN:VCARD VERSION:3.0'],
		],
		['3.0 item1.TEL;CELL:5 X-A-B:c', ['VERSION:3.0', 'item1.TEL;CELL:5', 'X-A-B:c']],
		['3.0 and more', ['VERSION:3.0 and more']],
	])('is divided: %j', (value, lines) => {
		expect(linesIn([value])).toEqual(lines);
		expect(linesIn([...value])).toEqual(lines);
		expect(hasBreaks([value])).toBe(lines.length > 1);
		expect(hasBreaks([...value])).toBe(lines.length > 1);
	});

	it('is divided the same wherever its text is cut', () => {
		fc.assert(
			fc.property(words, fc.array(fc.nat(200), { maxLength: 20 }), (found, places) => {
				const value = `3.0${found.map((pair) => pair.join('')).join('')}x`;
				const at = [...places].sort((a, b) => a - b);
				const texts = [0, ...at].map((start, index) => value.slice(start, at[index]));
				expect(linesIn(texts)).toEqual(linesIn([value]));
				expect(linesIn([...value])).toEqual(linesIn([value]));
				expect(hasBreaks(texts)).toBe(linesIn([value]).length > 1);
			}),
			{ numRuns: 500 },
		);
	});

	it('is read the same wherever it is cut', () => {
		const after = ' END:VCARD BEGIN:VCARD VERSION:3.0 FN:Ben TEL:+447700900123 END:VCARD';
		for (let at = 0; at <= after.length; at++) {
			const begin = 'BEGIN:VCARD VERSION:3.0 FN:Ana NOTE:';
			const note = 'x'.repeat(PIECE - begin.length - at);
			const text = begin + note + after;
			const { contacts, warnings } = readVCards(text);
			expect(contacts.map(({ draft }) => draft.name?.formatted_name)).toEqual(['Ana', 'Ben']);
			expect(contacts[0]?.draft.note === note).toBe(true);
			expect(warnings).toEqual([]);
			expect(readPieces(pieces(text)).file).toEqual({ ...readVCards(text) });
		}
	});

	it('goes on where it is cut behind a limit', () => {
		const empty = 'BEGIN:VCARDEND:VCARD';
		const count = Math.ceil((2 * PIECE) / empty.length);
		const text = `${empty.repeat(count)}BEGIN:VCARD VERSION:3.0 FN:Ana END:VCARD`;
		for (let at = 0; at < empty.length; at++) {
			const spaced = `BEGIN:VCARD${' '.repeat(at)}END:VCARD${text}`;
			const { file } = readPieces(pieces(spaced));
			expect(file.contacts).toHaveLength(count + 2);
			expect(file.contacts.at(-1)?.draft.name).toEqual({ formatted_name: 'Ana' });
			expect(file.warnings).toEqual([]);
		}
	});

	it('keeps the numbers of the lines after it', () => {
		const text = `${CARD.repeat(20_000)}\nBEGIN:VCARD\nX-AIM:a\nEND:VCARD\n`;
		const { contacts } = readPieces(pieces(text)).file;
		expect(contacts).toHaveLength(20_001);
		expect(contacts.at(-1)?.warnings.map(({ message }) => message)).toEqual([
			'line 3: X-AIM is not a field of a contact card and was left out',
		]);
	});
});

describe('a line of megabytes', () => {
	it('of cards is read in steps of a few hundred cards', () => {
		for (const text of [CARD.repeat(50_000), `BEGIN:VCARD\nNOTE:${CARD.repeat(50_000)}`]) {
			const { file, mostContacts } = readPieces(pieces(text));
			expect(file.contacts.length).toBeGreaterThanOrEqual(50_000);
			expect(mostContacts).toBeLessThanOrEqual(500);
		}
	});

	it.each([
		['a note', `NOTE:${'lorem ipsum '.repeat(400_000)}`],
		['a note without spaces', `NOTE:${'x'.repeat(4_800_000)}`],
		['a note of spaces', `NOTE:${' '.repeat(4_800_000)}x`],
	])('with a card that has %s is read in many steps', (_, text) => {
		const line = `BEGIN:VCARD VERSION:3.0 FN:Ana ${text} TEL:+447700900123 END:VCARD`;
		const { file, steps } = readPieces(pieces(line));
		// To join it, to find its first line break, and to divide it
		expect(steps).toBeGreaterThan(2 * (line.length / PIECE));
		expect(file.contacts.map(({ draft }) => draft.name?.formatted_name)).toEqual(['Ana']);
		expect(file.contacts[0]?.draft.phones).toEqual([{ phone: '+447700900123' }]);
		expect(file.contacts[0]?.warnings).toHaveLength(1);
	});
});
