import { readPhone, separateNumbers } from '../../../nodes/contact/phone/phone';
import { reasonFor } from './read';

const ROUNDED =
	'was rounded by a spreadsheet, so its last digits are lost: format the column as text and type the number again';

describe('two numbers in one field are', () => {
	it.each([
		'+49 30 1234567/8',
		'+49 30 1234567/89',
		'+49 30 123456, 123457',
		'+44 7700 900123;900124',
		'+44 7700 900123 / 900124',
		'030 1234567/68',
		'069 1234 069 1235',
		'(069) 1234 - (069) 1235',
		'+49 69 1234 069 1235',
		'+49 30 1234/1235',
	])('one that is not read, where no separator is plain: %s', (typed) => {
		for (const country of [undefined, 'DE', 'GB'] as const) {
			expect(readPhone(typed, country).kind).toBe('unreadable');
			expect(separateNumbers(typed, country)).toEqual([typed]);
		}
		expect(reasonFor(typed, 'DE')).toBe('is more than one phone number');
	});

	it.each([
		['+44 7700 900123 / +44 7700 900124', ['+44 7700 900123', '+44 7700 900124']],
		['+44 7700 900123/07700 900124', ['+44 7700 900123', '07700 900124']],
		['07700 900123;07700 900124', ['07700 900123', '07700 900124']],
		[
			'07700 900123;\n07700 900124\r\n07700 900125',
			['07700 900123', '07700 900124', '07700 900125'],
		],
		['+1 201 555 0123 ext. 12; +1 201 555 0124', ['+1 201 555 0123 ext. 12', '+1 201 555 0124']],
	])('two, where one is: %j', (typed, parts) => {
		expect(separateNumbers(typed)).toEqual(parts);
		expect(separateNumbers(typed, 'GB')).toEqual(parts);
	});

	it.each([
		'030/123456',
		'tel:+12015550123;ext=12',
		'+12015550123;ext=12',
		'+43/664/1234567',
		'112;113',
	])('not in %s', (typed) => {
		expect(separateNumbers(typed, 'DE')).toEqual([typed]);
	});
});

describe('a short or service number stays as it is', () => {
	it.each(['112', '911', '190', '*100#', '#31#', '116117', '٠١٢', '12'])('%s', (typed) => {
		expect(readPhone(typed)).toEqual({ kind: 'short' });
		expect(readPhone(typed, 'DE')).toEqual({ kind: 'short' });
	});

	it('also where six digits can be a whole number and these are none', () => {
		expect(readPhone('012345', 'AD')).toEqual({ kind: 'short' });
	});
});

describe('what is no number says why', () => {
	it.each([
		['', 'has no digits'],
		['+', 'has no digits'],
		['John', 'has no digits'],
		['5.513E+12', ROUNDED],
		['5,513e+12', ROUNDED],
		['1'.repeat(300), 'is too long to be a phone number'],
		['+5512996130832 +5512996130833', 'is more than one phone number'],
		['12996130832 +5512996130833', 'is more than one phone number'],
		['+5512996130832/33', 'is more than one phone number'],
		['5512996130832 / 5512996130833', 'is more than one phone number'],
		['+55 12 99613-0832 (Maria)', 'is not one phone number'],
		['+1 (800) FLOWERS', 'is not one phone number'],
		['1-800-FLOWERS', 'is not one phone number'],
		['12=99613=0832', 'is not one phone number'],
		['123456789012345@lid', 'is not one phone number'],
		['+12345678901234567890', 'has more digits than a phone number can have'],
		['+1', 'has fewer digits than a phone number with country code'],
		['+5512', 'has fewer digits than a phone number with country code'],
		['0055129', 'has fewer digits than a phone number with country code'],
		['+55129961', 'has too few or too many digits for its country'],
		['+55129961308321', 'has too few or too many digits for its country'],
		['+999 123 456 789', 'has a country code that does not exist'],
		['99999999999', 'is not a country code and number'],
		['12996130832', 'is not a country code and number'],
		['012 99613 0832', 'begins with 0, so it has no country code'],
		['000 12 99613', 'begins with 0, so it has no country code'],
		['55 12 99613-0832', 'has no + and country code'],
		['(12) 99613-0832', 'has no + and country code'],
		['0@s.whatsapp.net', 'has fewer digits than a phone number with country code'],
	])('%s: %s', (typed, reason) => {
		expect(reasonFor(typed)).toBe(reason);
	});
});
