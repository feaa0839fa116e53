import { readPhone } from '../../../nodes/contact/phone/phone';
import { BRAZILIAN, reasonFor } from './read';

describe('an extension is read', () => {
	it.each([
		'+1 201 555 0123 ext. 102',
		'+1 201 555 0123 x102',
		'+1 201 555 0123 #102',
		'+1-201-555-0123,,102',
		'+12015550123;ext=102',
		'tel:+1-201-555-0123;ext=102',
		'tel:201-555-0123;phone-context=+1;ext=102',
		'+1 201 555 0123 (ext. 102)',
		'+1 201 555 0123 poste 102',
		'+1 201 555 0123 toestel 102',
		'+1 201 555 0123, wew. 102',
		'+1 201 555 0123 вн. 102',
		'+1 201 555 0123 内線102',
		'+1 201 555 0123 שלוחה 102',
		'+1 201 555 0123p102',
		'+1 201 555 0123 w 102',
	])('of %s', (typed) => {
		expect(readPhone(typed)).toEqual({
			kind: 'international',
			e164: '+12015550123',
			digits: '12015550123',
			extension: '102',
		});
	});

	it('but not where it is a second number', () => {
		expect(reasonFor('+5512996130832;5512996130833')).toBe('is more than one phone number');
		expect(reasonFor('+12015550123;12015550124')).toBe('is more than one phone number');
	});

	it.each(['and', 'or', 'und', 'ou', 'или', 'e', 'y', '&'])(
		'but not where the word announces a second number: %s',
		(word) => {
			expect(readPhone(`+12015550123 ${word} 124`).kind).toBe('unreadable');
		},
	);

	it('as none where a tel: URI leaves it empty', () => {
		expect(readPhone('tel:+5512996130832;ext=')).toEqual(BRAZILIAN);
	});
});

describe('a note is kept apart, not taken for an extension', () => {
	it.each([
		['+1 201 555 0123 Zimmer 102', 'Zimmer 102'],
		['+1 201 555 0123 after 18', 'after 18'],
		['+1 201 555 0123 Apt. 4', 'Apt. 4'],
		['+1 201 555 0123, SIM 2', 'SIM 2'],
		['+1 201 555 0123 (WhatsApp 2)', '(WhatsApp 2)'],
		['+1 201 555 0123 since 2020', 'since 2020'],
	])('of %s', (typed, note) => {
		expect(readPhone(typed)).toEqual({
			kind: 'international',
			e164: '+12015550123',
			digits: '12015550123',
			note,
		});
	});

	it.each(['+1 800 GO 12345', '+49 800 33 BANK 33', '+44 7700 mobile 90012'])(
		'but not where the word is a part of the number: %s',
		(typed) => {
			expect(reasonFor(typed)).toBe('is not one phone number');
		},
	);
});
