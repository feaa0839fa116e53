import * as fc from 'fast-check';

import { digitsOnWire, checkFirstPhone, checkPhones } from '../../nodes/carried/completedByServer';
import { contactOf } from '../support/contacts';

const ADDED_BY_SERVER = { provider: 'GOWA', action: 'puts + before every number', showsPlus: true };
const phonesOf = (...phones: string[]) => contactOf({ name: 'Ana', phones }).phones;

describe('phones through a server that puts a + before what it gets', () => {
	it('go where each is clearly one number', () => {
		const phones = phonesOf('+5512996130832', '+1 201 555 0123 ext. 12');
		expect(checkPhones(phones, ADDED_BY_SERVER)).toEqual([]);
		expect(phones.map(digitsOnWire)).toEqual(['5512996130832', '12015550123']);
	});

	it('go with a warning where they are short, which such a server may show as they are', () => {
		const phones = phonesOf('112', '+5512996130832', '*100#');
		expect(checkPhones(phones, ADDED_BY_SERVER)).toEqual([
			{ field: 'phones', message: 'GOWA puts + before every number: the phone shows "+112"' },
			{ field: 'phones', message: 'GOWA puts + before every number: the phone shows "+*100#"' },
		]);
		expect(checkPhones(phones, { ...ADDED_BY_SERVER, showsPlus: false })).toEqual([]);
		expect(phones.map(digitsOnWire)).toEqual(['112', '5512996130832', '*100#']);
	});

	it.each(['0812 345 6789', '(12) 99613-0832', '1-800-FLOWERS', '5.513E+12', '+49 30 1234567/8'])(
		'do not go where one of them is %j, whichever place it has',
		(unclear) => {
			const refused = {
				problem: `has the phone number "${unclear}", which is not clearly one number with country code`,
				field: 'phones',
				fix: "Write it with + and country code, or set Default Country: GOWA puts + before every number, so this one could become a stranger's.",
			};
			expect(checkPhones(phonesOf(unclear), ADDED_BY_SERVER)).toEqual(refused);
			expect(checkPhones(phonesOf('+5512996130832', '112', unclear), ADDED_BY_SERVER)).toEqual(
				refused,
			);
		},
	);

	it('count only up to the first where the server gets one', () => {
		const contact = contactOf({ name: 'Ana', phones: ['+5512996130832', '0812 345 6789'] });
		expect(checkFirstPhone(contact, ADDED_BY_SERVER)).toEqual([]);
	});

	it('go as digits with country code or as short numbers, whatever was typed', () => {
		const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-() ;,.x#*')) });
		fc.assert(
			fc.property(fc.array(text), (typed) => {
				const phones = phonesOf(...typed);
				if ('problem' in checkPhones(phones, ADDED_BY_SERVER)) return;
				for (const phone of phones) {
					expect(digitsOnWire(phone)).toMatch(/^([1-9]\d{6,14}|[*#]?\d{2,6}[*#]?)$/);
				}
			}),
		);
	});
});
