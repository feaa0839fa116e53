import { type CompletionOptions } from '../../../nodes/contact/complete';
import { type Contact, type ContactDraft } from '../../../nodes/contact/contact';
import { field } from './complete';

describe('a phone', () => {
	it.each<[string, NonNullable<ContactDraft['phones']>, Contact['phones'], string[]]>([
		[
			'becomes E.164 and its own WhatsApp ID',
			[{ phone: '+55 12 99613-0832', type: 'CELL' }],
			[{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' }],
			[],
		],
		[
			'keeps a WhatsApp ID of its own',
			[{ phone: '+55 12 99613-0832', wa_id: '551296130832' }],
			[{ phone: '+5512996130832', wa_id: '551296130832' }],
			[],
		],
		[
			'has a WhatsApp ID as digits, however it was pasted',
			[
				{ phone: '112', wa_id: '+55 12 99613-0832' },
				{ phone: '113', wa_id: '5512996130832:3@s.whatsapp.net' },
				{ phone: '114', wa_id: '\u202a5512996130832\u202c' },
				{ phone: '115', wa_id: '٥٥١٢٩٩٦١٣٠٨٣٢' },
			],
			[
				{ phone: '112', wa_id: '5512996130832' },
				{ phone: '113', wa_id: '5512996130832' },
				{ phone: '114', wa_id: '5512996130832' },
				{ phone: '115', wa_id: '5512996130832' },
			],
			[],
		],
		[
			'gets its own digits in the place of a WhatsApp ID that is none',
			[{ phone: '+5512996130832', wa_id: '123@lid' }],
			[{ phone: '+5512996130832', wa_id: '5512996130832' }],
			['The WhatsApp ID "123@lid" is not a number; it was left out'],
		],
		[
			'is its WhatsApp ID, where only that is given',
			[{ phone: '', wa_id: '5512996130832', type: 'CELL' }],
			[{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' }],
			[],
		],
		[
			'is none where its WhatsApp ID is none either',
			[{ phone: ' ', wa_id: 'Ann' }],
			[],
			['The WhatsApp ID "Ann" is not a number; it was left out'],
		],
		[
			'is none where it is empty',
			[
				{ phone: '', type: 'CELL' },
				{ phone: '', wa_id: ' ' },
			],
			[],
			[],
		],
		[
			'stays short',
			[{ phone: ' 112 ' }, { phone: '*100#' }],
			[{ phone: '112' }, { phone: '*100#' }],
			[],
		],
		[
			'keeps its extension and is not a WhatsApp ID then',
			[{ phone: '+1 201 555 0123 ext. 12' }],
			[{ phone: '+12015550123;ext=12' }],
			[],
		],
		[
			'stays as typed where it cannot be read',
			[{ phone: '(12) 99613\t0832' }, { phone: 'ask Ann' }],
			[{ phone: '(12) 99613 0832' }, { phone: 'ask Ann' }],
			[
				'"(12) 99613 0832" has no + and country code; it is sent as typed',
				'"ask Ann" has no digits; it is sent as typed',
			],
		],
		[
			'stays as typed where it is impossible for its country',
			[{ phone: '+55 12 9961' }, { phone: '+5512996130832/33' }],
			[{ phone: '+55 12 9961' }, { phone: '+5512996130832/33' }],
			[
				'"+55 12 9961" has too few or too many digits for its country; it is sent as typed',
				'"+5512996130832/33" is more than one phone number; it is sent as typed',
			],
		],
		[
			'is two where a plain separator parts two whole numbers, the first with the WhatsApp ID',
			[
				{ phone: '+44 7700 900123 / +44 7700 900124', type: 'CELL', wa_id: '447700900123' },
				{ phone: '07700 900125; 07700 900126' },
			],
			[
				{ phone: '+447700900123', type: 'CELL', wa_id: '447700900123' },
				{ phone: '+447700900124', type: 'CELL', wa_id: '447700900124' },
				{ phone: '07700 900125' },
				{ phone: '07700 900126' },
			],
			[
				'"07700 900125" begins with 0, so it has no country code; it is sent as typed',
				'"07700 900126" begins with 0, so it has no country code; it is sent as typed',
			],
		],
		[
			'stays one as typed where nobody can tell whether it is two, and is never made of both',
			[{ phone: '+49 30 1234567/8' }, { phone: '+44 7700 900123;900124' }],
			[{ phone: '+49 30 1234567/8' }, { phone: '+44 7700 900123;900124' }],
			[
				'"+49 30 1234567/8" is more than one phone number; it is sent as typed',
				'"+44 7700 900123;900124" is more than one phone number; it is sent as typed',
			],
		],
		[
			'is the number alone where a note with digits stands behind it, with a warning each time',
			[{ phone: '+44 7700 900123 after 18' }, { phone: '+44 7700 900123 (SIM 2)' }],
			[{ phone: '+447700900123', wa_id: '447700900123' }],
			[
				'"after 18" behind +447700900123 is not part of the number; it was left out',
				'"(SIM 2)" behind +447700900123 is not part of the number; it was left out',
			],
		],
		[
			'stays as typed where a spreadsheet rounded it',
			[{ phone: '5.513E+12' }],
			[{ phone: '5.513E+12' }],
			[
				'"5.513E+12" was rounded by a spreadsheet, so its last digits are lost: format the column as text and type the number again; it is sent as typed',
			],
		],
		[
			'has no WhatsApp ID of its own where it could be two numbers',
			[{ phone: '12996130832' }, { phone: '912 345 678' }],
			[{ phone: '12996130832' }, { phone: '912 345 678' }],
			[
				'"12996130832" is not a country code and number; it is sent as typed',
				'"912 345 678" has no + and country code; it is sent as typed',
			],
		],
		[
			'lacks only its + where it is its own WhatsApp ID',
			[{ phone: '447700900123', wa_id: '447700900123' }],
			[{ phone: '+447700900123', wa_id: '447700900123' }],
			[],
		],
		[
			'has no WhatsApp ID that begins with 0 or is too short',
			[
				{ phone: '+44 20 7946 0958', wa_id: '0447700900123' },
				{ phone: '112', wa_id: '12345' },
			],
			[{ phone: '+442079460958', wa_id: '442079460958' }, { phone: '112' }],
			[
				'The WhatsApp ID "0447700900123" is not a number with country code; it was left out',
				'The WhatsApp ID "12345" is not a number with country code; it was left out',
			],
		],
		[
			'is one phone however often and in whatever spelling it is there',
			[{ phone: '+5512996130832' }, { phone: '5512996130832@c.us' }],
			[{ phone: '+5512996130832', wa_id: '5512996130832' }],
			[],
		],
	])('%s', (_, phones, value, warnings) => {
		expect(field('phones', { phones })).toEqual({ value, warnings });
	});

	it('is read as one of the default country', () => {
		const options: CompletionOptions = { whatsappId: 'fromPhone', defaultCountry: 'BR' };
		expect(field('phones', { phones: [{ phone: '(12) 99613-0832' }] }, options)).toEqual({
			value: [{ phone: '+5512996130832', wa_id: '5512996130832' }],
			warnings: [],
		});
		expect(field('phones', { phones: [{ phone: '', wa_id: '14155552671' }] }, options)).toEqual({
			value: [{ phone: '+14155552671', wa_id: '14155552671' }],
			warnings: [],
		});
	});

	it('gets no WhatsApp ID of its own where they are as given', () => {
		const phones = [
			{ phone: '+5512996130832' },
			{ phone: '+551239411234', wa_id: '5512999999999' },
		];
		expect(field('phones', { phones }, { whatsappId: 'asGiven' }).value).toEqual([
			{ phone: '+5512996130832' },
			{ phone: '+551239411234', wa_id: '5512999999999' },
		]);
	});
});

describe('the same number twice', () => {
	const ANA = '+447700900123';
	it.each<[string, NonNullable<ContactDraft['phones']>, Contact['phones']]>([
		[
			'is one phone with the types of all',
			[
				{ phone: ANA, type: 'CELL' },
				{ phone: '+44 7700 900123', type: 'HOME' },
				{ phone: '00447700900123', type: 'CELL' },
			],
			[{ phone: ANA, type: 'HOME CELL', wa_id: '447700900123' }],
		],
		[
			'keeps labels that are no standard words',
			[
				{ phone: ANA, type: 'Dacha' },
				{ phone: ANA },
				{ phone: ANA, type: 'CELL' },
				{ phone: ANA, type: 'cell' },
			],
			[{ phone: ANA, type: 'Dacha, cell', wa_id: '447700900123' }],
		],
		[
			'keeps the WhatsApp ID that one of them has',
			[{ phone: '+5511987654321' }, { phone: '+5511987654321', wa_id: '551187654321' }],
			[{ phone: '+5511987654321', wa_id: '551187654321' }],
		],
		[
			'stays two phones where each has a WhatsApp ID of its own',
			[
				{ phone: '+5511987654321', wa_id: '551187654321', type: 'CELL' },
				{ phone: ANA },
				{ phone: '+5511987654321', wa_id: '5511987654321', type: 'WORK' },
				{ phone: '+5511987654321', type: 'HOME' },
			],
			[
				{ phone: '+5511987654321', type: 'HOME CELL', wa_id: '551187654321' },
				{ phone: ANA, wa_id: '447700900123' },
				{ phone: '+5511987654321', type: 'WORK', wa_id: '5511987654321' },
			],
		],
		[
			'is two phones with two extensions',
			[{ phone: `${ANA} ext. 1` }, { phone: `${ANA} ext. 2` }, { phone: `${ANA};ext=1` }],
			[{ phone: `${ANA};ext=1` }, { phone: `${ANA};ext=2` }],
		],
		['is one short number', [{ phone: '112' }, { phone: '112' }], [{ phone: '112' }]],
	])('%s', (_, phones, expected) => {
		expect(field('phones', { phones })).toEqual({ value: expected, warnings: [] });
	});

	it('is reported once where it cannot be read', () => {
		const phones = [{ phone: '030 123456' }, { phone: '030 123456', type: 'WORK' }];
		const { value, warnings } = field('phones', { phones });
		expect(value).toEqual([{ phone: '030 123456', type: 'WORK' }]);
		expect(warnings).toHaveLength(1);
	});
});
