import fc from 'fast-check';

import { count, list, oneLine, paragraph, quote } from '../../nodes/contact/text';

const SEED = 20263;

describe('one line', () => {
	it.each([
		['line breaks of every kind', 'a\r\nb\nc\rd\u2028e\u2029f\u0085g\vh\fi', 'a b c d e f g h i'],
		['tabs', 'a\tb', 'a b'],
		['control characters', 'a\u0000\u0007\u001b\u007f\u009fb', 'ab'],
		['byte-order marks', '\ufeffa\ufeffb', 'ab'],
		['white space at the ends', ' \u00a0\u3000a \n', 'a'],
		['half surrogate pairs', 'a\ud83d b\ude00', 'a\ufffd b\ufffd'],
		['a pair that a control character parts', '\ud83d\u0000\ude00', '😀'],
	])('is made of %s', (_, text, line) => {
		expect(oneLine(text)).toBe(line);
	});

	it.each([
		['emoji', '👩‍👩‍👧 Ana 🇧🇷 ❤️'],
		['Arabic', 'محمد عبد الله'],
		['Hebrew with direction marks', '\u200fדוד\u200e'],
		['Chinese', '王小明'],
		['Japanese', '山田　太郎'],
		['Persian with a non-joiner', 'می\u200cخواهم'],
		['Devanagari with a joiner', 'क्\u200dष'],
		['combining marks', 'Zoe\u0308 Z\u0351\u0300'],
		['characters beyond the basic plane', '𠮷野家 \u{10ffff}'],
		['delimiters of vCards', 'a;b,c:d\\n"e"'],
	])('keeps %s', (_, text) => {
		expect(oneLine(text)).toBe(text);
		expect(paragraph(text)).toBe(text);
	});

	it('is not the only one in a paragraph', () => {
		expect(paragraph(' a\r\nb\n\nc\u2028d\te\u0000 ')).toBe('a\nb\n\nc\nd ef'.replace('f', ''));
	});

	it(`tidied again is the same (seed ${SEED})`, () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(fc.constantFrom('\r', '\n', '\0', '\ufeff', '\ud83d', '\ude00', ' ', 'a'))
				.map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, (given) => {
				for (const tidy of [oneLine, paragraph]) {
					const tidied = tidy(given);
					expect(tidy(tidied)).toBe(tidied);
					expect(tidied.isWellFormed()).toBe(true);
				}
				expect(oneLine(given)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
			}),
			{ seed: SEED, numRuns: 3000 },
		);
	});
});

describe('a message', () => {
	it('counts', () => {
		expect([count(0, 'phone'), count(1, 'phone'), count(2, 'phone')]).toEqual([
			'0 phones',
			'1 phone',
			'2 phones',
		]);
		expect(count(2, 'address', 'addresses')).toBe('2 addresses');
	});

	it('lists', () => {
		expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'], 'or')]).toEqual([
			'',
			'a',
			'a and b',
			'a, b or c',
		]);
	});

	it('quotes on one line, at most 60 characters', () => {
		expect(quote('a\nb')).toBe('"a b"');
		expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
		expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(59)}…"`);
		expect(quote('😀'.repeat(60))).toBe(`"${'😀'.repeat(60)}"`);
		expect(quote('😀'.repeat(61))).toBe(`"${'😀'.repeat(59)}…"`);
	});
});
