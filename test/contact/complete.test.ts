import fc from 'fast-check';

import {
	completeContact,
	spokenName,
	type CompletedContact,
	type CompletionOptions,
} from '../../nodes/contact/complete';
import { isBirthday, type Contact, type ContactDraft } from '../../nodes/contact/contact';
import type { Problem } from '../../nodes/failures/failure';
import { asContact } from '../support/contactSchema';
import { draft } from './arbitrary';

const SEED = 20264;
const RUNS = 3000;

const FROM_PHONE: CompletionOptions = { whatsappId: 'fromPhone' };

function complete(given: ContactDraft, options = FROM_PHONE): CompletedContact | Problem {
	return completeContact({ draft: given, warnings: [] }, options);
}

function completed(given: ContactDraft, options = FROM_PHONE): CompletedContact {
	const result = complete(given, options);
	if ('problem' in result) throw new Error(result.problem);
	return result;
}

/** The field of a contact named Ann that is made of these parts, and what is said about them. */
function field<Key extends keyof Contact>(
	key: Key,
	given: ContactDraft,
	options = FROM_PHONE,
): { value: Contact[Key]; warnings: string[] } {
	const { contact, warnings } = completed({ name: { formatted_name: 'Ann' }, ...given }, options);
	return { value: contact[key], warnings: warnings.map(({ message }) => message) };
}

describe('a name', () => {
	it.each<[string, ContactDraft, Contact['name']]>([
		[
			'gets its first name from the full name, if there are no other parts',
			{ name: { formatted_name: 'John Doe' } },
			{ formatted_name: 'John Doe', first_name: 'John Doe' },
		],
		[
			'gets its first name from what the other parts leave of the full name',
			{ name: { formatted_name: 'John Doe', last_name: 'Doe' } },
			{ formatted_name: 'John Doe', first_name: 'John', last_name: 'Doe' },
		],
		[
			'gets its first name from between prefix, middle name, last name and suffix',
			{
				name: {
					formatted_name: 'Dr. John A. Doe, Jr.',
					prefix: 'Dr.',
					middle_name: 'A.',
					last_name: 'Doe',
					suffix: 'Jr.',
				},
			},
			{
				formatted_name: 'Dr. John A. Doe, Jr.',
				prefix: 'Dr.',
				middle_name: 'A.',
				last_name: 'Doe',
				suffix: 'Jr.',
				first_name: 'John',
			},
		],
		[
			'gets its first name where the last name comes first',
			{ name: { formatted_name: 'Doe, John', last_name: 'Doe' } },
			{ formatted_name: 'Doe, John', last_name: 'Doe', first_name: 'John' },
		],
		[
			'gets its first name where no space parts it from the last name',
			{ name: { formatted_name: '王小明', last_name: '王' } },
			{ formatted_name: '王小明', last_name: '王', first_name: '小明' },
		],
		[
			'is not cut inside of a word',
			{ name: { formatted_name: 'Dana Mando', prefix: 'D', last_name: 'do' } },
			{ formatted_name: 'Dana Mando', prefix: 'D', last_name: 'do', first_name: 'Dana Mando' },
		],
		[
			'is not cut inside of a character',
			{ name: { formatted_name: 'か\u3099い', prefix: 'か', last_name: 'x' } },
			{
				formatted_name: 'か\u3099い',
				prefix: 'か',
				last_name: 'x',
				first_name: 'か\u3099い',
			},
		],
		[
			'is not cut inside of an emoji',
			{ name: { formatted_name: '👩‍👧 Ann', prefix: '👩', suffix: '👧 Ann' } },
			{ formatted_name: '👩‍👧 Ann', prefix: '👩', suffix: '👧 Ann', first_name: '👩‍👧 Ann' },
		],
		[
			'has no first name where the other parts are all of it',
			{ name: { formatted_name: 'Doe', last_name: 'Doe' } },
			{ formatted_name: 'Doe', last_name: 'Doe' },
		],
		[
			'gets its full name from the parts, in the order in which they are spoken',
			{
				name: {
					last_name: 'Doe',
					first_name: 'John',
					suffix: 'Jr.',
					middle_name: 'A.',
					prefix: 'Dr.',
				},
			},
			{
				formatted_name: 'Dr. John A. Doe Jr.',
				last_name: 'Doe',
				first_name: 'John',
				suffix: 'Jr.',
				middle_name: 'A.',
				prefix: 'Dr.',
			},
		],
		[
			'keeps a full name that differs from the parts',
			{ name: { formatted_name: 'Johnny', first_name: 'John', last_name: 'Doe' } },
			{ formatted_name: 'Johnny', first_name: 'John', last_name: 'Doe' },
		],
		[
			'is the company where there is none',
			{ org: { company: 'Acme' }, nickname: 'A', phones: [{ phone: '+5512996130832' }] },
			{ formatted_name: 'Acme', first_name: 'Acme' },
		],
		[
			'is the nickname where there is no company',
			{ nickname: 'Johnny', phones: [{ phone: '+5512996130832' }] },
			{ formatted_name: 'Johnny', first_name: 'Johnny' },
		],
		[
			'is the first phone where there is no nickname',
			{ phones: [{ phone: '+55 12 99613-0832' }], emails: [{ email: 'a@example.com' }] },
			{ formatted_name: '+5512996130832', first_name: '+5512996130832' },
		],
		[
			'is a phone with its extension as people write it',
			{ phones: [{ phone: '+1 201 555 0123 x12' }] },
			{ formatted_name: '+12015550123 ext. 12', first_name: '+12015550123 ext. 12' },
		],
		[
			'is a service number',
			{ phones: [{ phone: '112' }] },
			{ formatted_name: '112', first_name: '112' },
		],
		[
			'is the first email address where there is nothing else',
			{ emails: [{ email: '' }, { email: 'a@example.com' }] },
			{ formatted_name: 'a@example.com', first_name: 'a@example.com' },
		],
		[
			'is on one line, without control characters, its letters unharmed',
			{ name: { formatted_name: ' محمد\r\nعبد\u0000 الله\t👩‍👩‍👧 e\u0301 \ud83d ' } },
			{
				formatted_name: 'محمد عبد الله 👩‍👩‍👧 e\u0301 \ufffd',
				first_name: 'محمد عبد الله 👩‍👩‍👧 e\u0301 \ufffd',
			},
		],
		[
			'takes an empty part as none',
			{ name: { formatted_name: ' ', first_name: '\u0000', last_name: 'Doe' } },
			{ formatted_name: 'Doe', last_name: 'Doe' },
		],
	])('%s', (_, given, name) => {
		expect(completed(given)).toMatchObject({ contact: { name }, warnings: [] });
		expect(completed(given).contact.name).toEqual(name);
	});

	it.each<[string, ContactDraft]>([
		['nothing at all', {}],
		['empty texts only', { name: { formatted_name: '' }, phones: [{ phone: ' ' }], nickname: '' }],
		['only a birthday and a note', { birthday: '1990-05-15', note: 'x' }],
		['only a title', { org: { title: 'Developer', department: 'Sales' } }],
	])('is missing where there is %s', (_, given) => {
		expect(complete(given)).toEqual({
			problem: 'has no name, organization, phone or email',
			field: 'name',
			fix: 'Add at least one of them.',
		});
	});

	it('is spoken without the parts that are missing', () => {
		expect(spokenName({})).toBe('');
		expect(spokenName({ last_name: 'Doe', prefix: 'Ms.' })).toBe('Ms. Doe');
	});
});

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

describe('an email address', () => {
	it('is tidied, and sent as typed where it is none', () => {
		const emails = [
			{ email: ' john@example.com ', type: ' WORK\n' },
			{ email: 'mailto:ann@example.com' },
			{ email: 'MAILTO: mailto:bob@example.com', type: '' },
			{ email: 'john at example.com' },
			{ email: 'mailto:' },
		];
		expect(field('emails', { emails })).toEqual({
			value: [
				{ email: 'john@example.com', type: 'WORK' },
				{ email: 'ann@example.com' },
				{ email: 'bob@example.com' },
				{ email: 'john at example.com' },
			],
			warnings: ['"john at example.com" is not an email address; it is sent as typed'],
		});
	});
});

describe('an address', () => {
	it('has its parts that are not empty, and its country code in capitals', () => {
		const addresses = [
			{
				street: 'Rua Augusta, 1500\nbloco B',
				city: 'São Paulo',
				state: 'SP',
				zip: ' 01304-001',
				country: 'Brazil',
				country_code: 'br',
				type: 'WORK',
			},
			{ street: '', type: 'HOME' },
			{ country_code: 'DE' },
		];
		expect(field('addresses', { addresses })).toEqual({
			value: [
				{
					street: 'Rua Augusta, 1500 bloco B',
					city: 'São Paulo',
					state: 'SP',
					zip: '01304-001',
					country: 'Brazil',
					country_code: 'BR',
					type: 'WORK',
				},
				{ country_code: 'DE' },
			],
			warnings: [],
		});
	});

	it.each(['BRA', 'Brazil', '55', 'ß', 'ﬁ'])('has no country code %s', (code) => {
		expect(field('addresses', { addresses: [{ city: 'X', country_code: code }] })).toEqual({
			value: [{ city: 'X' }],
			warnings: [`The country code "${code}" is not two letters; it was left out`],
		});
	});
});

describe('a birthday', () => {
	it.each([
		['1990-05-15', '1990-05-15'],
		[' 1990-05-15 ', '1990-05-15'],
		['19900515', '1990-05-15'],
		['1990-05-15T00:00:00.000Z', '1990-05-15'],
		['1990-05-15 00:00:00', '1990-05-15'],
		['19900515T000000Z', '1990-05-15'],
		['--05-15', '--05-15'],
		['--0515', '--05-15'],
		['--02-29', '--02-29'],
		['2000-02-29', '2000-02-29'],
	])('%s is %s', (given, birthday) => {
		expect(field('birthday', { birthday: given })).toEqual({ value: birthday, warnings: [] });
	});

	it.each([
		'15/05/1990',
		'15.05.1990',
		'1990',
		'1990-05',
		'1990-02-30',
		'1990-13-01',
		'May 15',
		'1990-05-15x',
	])('%s is none', (given) => {
		expect(field('birthday', { birthday: given })).toEqual({
			value: undefined,
			warnings: [`"${given}" is not a date such as 1990-05-15; it was left out`],
		});
	});

	it('that is empty is none', () => {
		expect(field('birthday', { birthday: ' ' })).toEqual({ value: undefined, warnings: [] });
	});

	it('is a day of the calendar', () => {
		expect(isBirthday('1900-02-29')).toBe(false);
		expect(isBirthday('0000-01-01')).toBe(true);
		expect(isBirthday('-05-15')).toBe(false);
	});
});

describe('a photo', () => {
	it.each([
		['https://example.com/a.png', 'https://example.com/a.png'],
		[' HTTP://example.com/A.png ', 'http://example.com/A.png'],
		['data:image/png;base64,iVBORw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
		['DATA:image/PNG;BASE64,iVBO\r\n Rw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
	])('%s is read', (given, photo) => {
		expect(field('photo', { photo: given })).toEqual({ value: photo, warnings: [] });
	});

	it.each([
		'example.com/a.png',
		'file:///a.png',
		'https://example.com/a b.png',
		'https://example.com/\u0007',
		'https://example.com/\ud83d',
		'data:text/html;base64,aaaa',
		'data:image/png;base64,',
		'data:image',
	])('%j is left out', (given) => {
		expect(field('photo', { photo: given })).toEqual({
			value: undefined,
			warnings: ['The photo is neither a web address nor a base64 image; it was left out'],
		});
	});

	it('that is empty is none', () => {
		expect(field('photo', { photo: ' ' })).toEqual({ value: undefined, warnings: [] });
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

describe('the same email address twice', () => {
	it('is one, as it is written first, with the types of both', () => {
		const emails = [
			{ email: 'Ana@example.com', type: 'WORK' },
			{ email: 'b@example.com' },
			{ email: 'mailto:ana@example.com', type: 'HOME' },
		];
		expect(field('emails', { emails })).toEqual({
			value: [{ email: 'Ana@example.com', type: 'WORK HOME' }, { email: 'b@example.com' }],
			warnings: [],
		});
	});
});

describe('a contact', () => {
	it('has all lists, and nothing that is empty', () => {
		expect(
			completed({
				name: { formatted_name: 'Ann' },
				urls: [{ url: ' https://example.com ', type: 'WORK' }, { url: '' }],
				org: { company: '', title: 'Developer' },
				nickname: '',
				note: ' one\r\ntwo\u0000 ',
			}),
		).toEqual({
			contact: {
				name: { formatted_name: 'Ann', first_name: 'Ann' },
				phones: [],
				emails: [],
				addresses: [],
				org: { title: 'Developer' },
				urls: [{ url: 'https://example.com', type: 'WORK' }],
				note: 'one\ntwo',
			},
			warnings: [],
		});
	});

	it('has the warnings of its reader first', () => {
		const found = { field: 'x', message: 'x is not a field of a contact and was left out' };
		const result = completeContact(
			{ draft: { phones: [{ phone: 'x' }] }, warnings: [found] },
			FROM_PHONE,
		);
		expect(result).toMatchObject({
			warnings: [found, { field: 'phones', message: '"x" has no digits; it is sent as typed' }],
		});
	});

	const options = fc.record({
		whatsappId: fc.constantFrom('fromPhone' as const, 'asGiven' as const),
		defaultCountry: fc.constantFrom(undefined, 'BR' as const, 'US' as const, 'AD' as const),
	});

	it(`satisfies the schema, whatever was given (seed ${SEED})`, () => {
		fc.assert(
			fc.property(draft, options, (given, choice) => {
				const result = complete(given, choice);
				if ('problem' in result) return;
				expect(asContact(result.contact)).toBe(result.contact);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it(`that is complete stays as it is (seed ${SEED})`, () => {
		fc.assert(
			fc.property(draft, options, (given, choice) => {
				const once = complete(given, choice);
				if ('problem' in once) return;
				expect(completed(once.contact, choice).contact).toEqual(once.contact);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});
