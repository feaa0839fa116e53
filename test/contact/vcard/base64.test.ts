import fc from 'fast-check';

import { readVCards } from '../../../nodes/contact/vcard/read';

const SEED = 20260;
const RUNS = 3000;
const FOLD = /\r*\n[ \t]/g;

/** A picture in lines of one width, with whatever a program makes of line breaks, and a line after it. */
const picture = fc.record({
	base64: fc.oneof(
		fc
			.uint8Array({ minLength: 1, maxLength: 600 })
			.map((bytes) => Buffer.from(bytes).toString('base64')),
		fc.stringMatching(/^[A-Za-z0-9+/]{1,600}={0,2}$/),
	),
	head: fc.constantFrom(
		'PHOTO;ENCODING=b;TYPE=JPEG:',
		'photo;base64;jpeg:',
		'PHOTO;ENCODING=b;X="a:b":',
	),
	first: fc.integer({ min: 0, max: 80 }),
	width: fc.integer({ min: 1, max: 80 }),
	fold: fc.constantFrom('\r\n ', '\n ', '\r\r\n ', '\n\t'),
	after: fc.constantFrom('', '\n', 'AAAA\n', '\nAAAA\n', ' \n', ' AAAA\n'),
});

type Picture = typeof picture extends fc.Arbitrary<infer T> ? T : never;

/** One damage to base64: a character put in, taken away or put in the place of another. */
const damage = fc.record({
	at: fc.nat(),
	removed: fc.integer({ min: 0, max: 1 }),
	added: fc.constantFrom('', '!', '=', '-', '_', 'A', ' ', 'é'),
});

function folded({ base64, head, first, width, fold }: Picture): string {
	const lines = [base64.slice(0, first)];
	for (let at = first; at < base64.length; at += width) lines.push(base64.slice(at, at + width));
	return head + lines.join(fold);
}

function cardOf(photo: string, after: string): string {
	return `BEGIN:VCARD\nVERSION:3.0\nFN:A\n${photo}\n${after}X-B:1\nEND:VCARD\n`;
}

/** What is read of a card, and where its line `X-B` was found. */
function readPicture(card: string): { photo: string | undefined; line: string | undefined } {
	const { contacts } = readVCards(card);
	const [contact] = contacts;
	const message = contact?.warnings.find(({ field }) => field === 'X-B')?.message;
	return { photo: contact?.draft.photo, line: message?.split(':')[0] };
}

describe('a picture in folds', () => {
	it(`is the picture on one line, and keeps the count of lines (seed ${SEED})`, () => {
		fc.assert(
			fc.property(picture, (shape) => {
				const card = cardOf(folded(shape), shape.after);
				const { photo, line } = readPicture(card);
				expect(photo).toBe(readPicture(card.replace(FOLD, '')).photo);
				const before = card.slice(0, card.indexOf('X-B')).split('\n');
				expect(line).toBe(`line ${before.length}`);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it(`is as damaged as on one line, whatever one character does to it (seed ${SEED})`, () => {
		fc.assert(
			fc.property(picture, damage, (shape, { at, removed, added }) => {
				const whole = folded(shape);
				const index = shape.head.length + (at % (whole.length - shape.head.length));
				fc.pre(/[^\s]/.test(whole.charAt(index)));
				const text = whole.slice(0, index) + added + whole.slice(index + removed);
				const card = cardOf(text, shape.after);
				expect(readPicture(card).photo).toBe(readPicture(card.replace(FOLD, '')).photo);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it('is read where it is longer than any room kept for it', () => {
		const base64 = Buffer.alloc(200_000, 7).toString('base64');
		const head = 'PHOTO;ENCODING=b;TYPE=JPEG:';
		const photo = folded({ base64, head, first: 50, width: 74, fold: '\r\n ', after: '' });
		const card = cardOf(photo, '');
		expect(readPicture(card).photo).toBe(`data:image/jpeg;base64,${base64}`);
	});
});
