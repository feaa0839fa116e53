import * as fc from 'fast-check';

import { canBeIdOf, otherSpelling } from '../../nodes/contact/phone/whatsAppAccount';

const digits = (least: number, most: number) =>
	fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
		.map((all) => all.join(''));

describe('the other spelling of a number', () => {
	it.each([
		['Brazil with the ninth digit', '5531987654321', '553187654321'],
		['Brazil without it', '553187654321', '5531987654321'],
		['Mexico without the 1', '525512345678', '5215512345678'],
		['Mexico with it', '5215512345678', '525512345678'],
		['Argentina with the 9', '5491123456789', '541123456789'],
		['Argentina without it', '541123456789', '5491123456789'],
	])('%s', (_, number, other) => {
		expect(otherSpelling(number)).toBe(other);
		expect(canBeIdOf(number, other)).toBe(true);
	});

	it.each(['447700900001', '12025550109', '551133334444', '5511', ''])('%s has none', (number) => {
		expect(otherSpelling(number)).toBeUndefined();
	});

	it('of the other spelling is the number itself', () => {
		fc.assert(
			fc.property(fc.constantFrom('55', '52', '54'), digits(8, 11), (code, rest) => {
				const other = otherSpelling(code + rest);
				if (other !== undefined) expect(otherSpelling(other)).toBe(code + rest);
			}),
		);
	});
});

describe('an id', () => {
	it.each([
		['the number itself', '447700900001', '447700900001', true],
		["Côte d'Ivoire with its new digits", '2250712345678', '22512345678', true],
		['Benin without its new digits', '22997123456', '2290197123456', true],
		['the next number', '447700900001', '447700900002', false],
		['another area code', '5511987654321', '5521987654321', false],
		['another country', '447700900001', '337700900001', false],
		['a digit more at the end', '4915112345678', '49151123456789', false],
		['a digit more within the last seven', '4915112345678', '49151123945678', false],
		['a digit more in the country code', '447700900001', '4477009000010', false],
		['three digits more', '447700900001', '44123700900001', false],
		['nothing', '447700900001', '', false],
	])('that is %s', (_, number, waId, can) => {
		expect(canBeIdOf(number, waId)).toBe(can);
		expect(canBeIdOf(waId, number)).toBe(can);
	});

	it('with other last digits, or of another country, is never that of a number', () => {
		fc.assert(
			fc.property(digits(8, 15), digits(8, 15), (number, waId) => {
				if (!canBeIdOf(number, waId)) return;
				expect(waId.slice(-7)).toBe(number.slice(-7));
				expect(waId.slice(0, 2)).toBe(number.slice(0, 2));
			}),
			{ numRuns: 2000 },
		);
	});
});
