/** A vCard file is read in pieces of a few hundred kilobytes: what comes out must be that of the whole text. */

import fc from 'fast-check';

import { readLongVCards, readVCards } from '../../../nodes/contact/vcard/read';
import { VCardReader } from '../../../nodes/contact/vcard/reader';

const PICTURE = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(897, 0x5a)]);
const BASE64 = PICTURE.toString('base64');
const NEVER = { shouldYield: false, yieldNow: async () => await Promise.resolve() };

/** What the reader makes of a text that comes in pieces. */
function readPieces([first = '', ...others]: readonly string[]): unknown {
	const reader = new VCardReader();
	const steps = reader.read(first, others.values());
	while (steps.next().done !== true);
	return reader.file();
}

/** A text cut at places, some of them so close that a piece is empty. */
function cut(text: string, places: readonly number[]): string[] {
	const at = places.map((place) => Math.floor(place * text.length)).sort((a, b) => a - b);
	return [0, ...at].map((start, index) => text.slice(start, at[index]));
}

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** The lines of one card, folded ones among them. */
const property = fc.oneof(
	fc.constantFrom(
		['FN:Zoë'],
		['TEL;TYPE=CELL:+447700900123'],
		['NOTE:one', ' two', '\tthree'],
		['NOTE: see: page 2', 'and this line'],
		['NOTE;ENCODING=QUOTED-PRINTABLE:=C3=A9=', '=C3=A9=', ' x'],
		[''],
		['  '],
		['item1.URL:https://example.com', 'item1.X-ABLabel:_$!<HomePage>!$_'],
		['AGENT:', 'BEGIN:VCARD', 'FN:Other', 'END:VCARD'],
		['PHOTO;ENCODING=b;TYPE=JPEG:', ` ${BASE64}`],
	),
	fc.integer({ min: 1, max: 300 }).map((width) => {
		const lines = BASE64.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? [];
		return [
			`PHOTO;ENCODING=BASE64;JPEG:${lines[0] ?? ''}`,
			...lines.slice(1).map((line) => ` ${line}`),
		];
	}),
);

const file = fc
	.tuple(
		fc.array(fc.array(property, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
		fc.constantFrom('\r\n', '\n', '\r', '\r\r\n'),
		fc.constantFrom('', '  ', '\t'),
	)
	.map(([cards, lineBreak, indent]) =>
		cards
			.flatMap((properties) => ['BEGIN:VCARD', 'VERSION:2.1', ...properties.flat(), 'END:VCARD'])
			.map((line) => indent + line)
			.join(lineBreak),
	);

describe('a text in pieces', () => {
	it('is read as the whole text is', () => {
		fc.assert(
			fc.property(file, fc.array(place, { maxLength: 40 }), (text, places) => {
				expect(readPieces(cut(text, places))).toEqual(readVCards(text));
			}),
			{ numRuns: 500 },
		);
	});

	it('is read as the whole text is, character by character', () => {
		fc.assert(
			fc.property(file, (text) => {
				expect(readPieces([...text])).toEqual(readVCards(text));
			}),
			{ numRuns: 50 },
		);
	});
});

describe('a line of millions of characters', () => {
	const long = PICTURE.toString('base64').repeat(2500);
	const folded = (line: string) => line.replace(/.{74}/g, '$&\r\n ');
	const text = 'x=C3=A9='.repeat(300_000);
	const values: Array<[string, string, Record<string, unknown>]> = [
		['a photo', `PHOTO;ENCODING=b;TYPE=JPEG:${long}`, { photo: `data:image/jpeg;base64,${long}` }],
		[
			'a folded photo',
			folded(`PHOTO;ENCODING=b;TYPE=JPEG:${long}`),
			{ photo: `data:image/jpeg;base64,${long}` },
		],
		[
			'a photo as data URI',
			`PHOTO:data:image/jpeg;base64,${long}`,
			{ photo: `data:image/jpeg;base64,${long}` },
		],
		['a damaged photo', `PHOTO;ENCODING=b;TYPE=JPEG:${long}!${long}`, {}],
		['a photo that ends in the middle', `PHOTO;ENCODING=b;TYPE=JPEG:${long}A=A`, {}],
		['a note', `NOTE:${text}`, {}],
		['a note in quoted-printable', `NOTE;ENCODING=QUOTED-PRINTABLE:${text}x`, {}],
		['a line without a name', text, {}],
	];

	it.each(values)('is read the same in pieces: %s', async (_name, line, fields) => {
		const card = (lines: string) =>
			`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n${lines}\r\nTEL:+447700900123\r\nEND:VCARD\r\n`;
		const whole = readVCards(card(line));
		expect(await readLongVCards(card(line), NEVER)).toEqual(whole);
		expect(whole.contacts).toHaveLength(1);
		const { photo, phones, note } = whole.contacts[0]?.draft ?? {};
		expect({ phones, note }).toEqual({ phones: [{ phone: '+447700900123' }], note: undefined });
		expect(photo === fields['photo']).toBe(true);
	});

	it('goes on with the next card where a line break was lost in it', async () => {
		const [start, end] = ['BEGIN:VCARD VERSION:3.0\nFN:Ana\n', '\nEND:VCARD\n'];
		const lost = `${start}NOTE:${'x'.repeat(1_500_000)}${start}NOTE:y${end}`;
		const { contacts } = await readLongVCards(lost, NEVER);
		expect(contacts.map(({ draft }) => draft.note)).toEqual([undefined, 'y']);
		expect(contacts.flatMap(({ warnings }) => warnings.map(({ message }) => message))).toEqual([
			'line 3: NOTE of 1,500,000 characters is more text than a contact card can hold and was left out',
		]);
	});
});
