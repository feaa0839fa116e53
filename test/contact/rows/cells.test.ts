import { readPhone } from '../../../nodes/contact/phone/phone';
import { readRowAsItem } from './read';

const PHONE = '+447700900123';

describe('a number with a word beside it', () => {
	it.each<[string, { phone: string; type?: string }]>([
		['Tel.: +44 7700 900123', { phone: '+44 7700 900123' }],
		['Cel: (11) 98765-4321', { phone: '(11) 98765-4321', type: 'CELL' }],
		['Mobile +44 7700 900123', { phone: '+44 7700 900123', type: 'CELL' }],
		['+44 7700 900123 (WhatsApp)', { phone: '+44 7700 900123' }],
		['+44 7700 900123 - work', { phone: '+44 7700 900123', type: 'WORK' }],
		['(casa) 11 3333-4444', { phone: '11 3333-4444', type: 'HOME' }],
		// Words that say anything else stay
		['+44 7700 900123 - Ana', { phone: '+44 7700 900123 - Ana' }],
		['11 98765-4321 (falar com Bo)', { phone: '11 98765-4321 (falar com Bo)' }],
		['+44 20 7946 0958 ext. 12', { phone: '+44 20 7946 0958 ext. 12' }],
		['1-800-FLOWERS', { phone: '1-800-FLOWERS' }],
	])('%s', (phone, read) => {
		expect(readRowAsItem({ Name: 'Ana Lima', Phone: phone })).toEqual({
			draft: {
				name: { formatted_name: 'Ana Lima' },
				phones: [read],
			},
			warnings: [],
		});
	});

	it.each([
		'11 98765-4321 (mãe)',
		'(mãe) 11 98765-4321',
		'wife: 07700 900999',
		'07700 900999 - wife',
	])(
		"is refused if the word says that it is somebody else's and there is no other: %s",
		(phone) => {
			expect(readRowAsItem({ Name: 'Ana Lima', Phone: phone }).refused).toBe(
				"Phone contains a phone number, but it may not be this contact's, and there is no other",
			);
			expect(readRowAsItem({ Name: 'Ana Lima', Phone: phone, Mobile: PHONE })).toMatchObject({
				draft: { phones: [{ phone: PHONE, type: 'CELL' }] },
				warnings: ["Phone may not be this contact's and was left out"],
			});
		},
	);

	it.each([
		['Home: 11 3333-4444\nMobile: 11 98765-4321', ['11 3333-4444 HOME', '11 98765-4321 CELL']],
		['Cel: 11 98765-4321; Casa: 11 3333-4444', ['11 98765-4321 CELL', '11 3333-4444 HOME']],
		['11 98765-4321 (cel) / 11 3333-4444', ['11 98765-4321 CELL', '11 3333-4444']],
		['11 98765-4321 / 11 91234-5678 (mãe)', ['11 98765-4321']],
		['Ana 11 98765-4321 / Bo 11 91234-5678', ['Ana 11 98765-4321 / Bo 11 91234-5678']],
	])('is one of several in a cell: %j', (cell, numbers) => {
		const { draft } = readRowAsItem({ Name: 'Ana Lima', Phone: cell });
		expect(draft?.phones?.map(({ phone, type = '' }) => `${phone} ${type}`.trim())).toEqual(
			numbers,
		);
	});

	it('is read if the person named its key', () => {
		const row = { a: 'Ana Lima', b: '11 98765-4321 (mãe)' };
		expect(readRowAsItem(row, { name: 'a', phone: 'b' }).draft?.phones).toEqual([
			{ phone: '11 98765-4321' },
		]);
	});
});

describe('what stands around a number', () => {
	it.each([
		'p:+447700900123',
		'📱 +44 7700 900123',
		'☎️ +44 7700 900123',
		'+447700900123 ✅',
		'+447700900123,',
		'+447700900123;',
		'`+447700900123',
	])('is no part of it: %s', (text) => {
		expect(readPhone(text)).toMatchObject({ kind: 'international', e164: PHONE });
	});

	it.each(['+447700900123, +447700900124', '📱 +447700900123 📱 +447700900124'])(
		'parts two numbers, which never become one: %s',
		(text) => {
			expect(readPhone(text)).toMatchObject({ kind: 'unreadable' });
		},
	);
});

describe('a code in a column of its own', () => {
	it.each<[Record<string, unknown>, string]>([
		// Hotmart's phone code can be an area's
		[{ checkout_phone_code: '11', checkout_phone: '987654321' }, '11 987654321'],
		[{ checkout_phone_code: '55', checkout_phone: '11987654321' }, '+55 11987654321'],
		[{ 'Country Code': '999', Phone: '7700 900123' }, '999 7700 900123'],
		[{ 'Country Code': '1809', Phone: '5551234' }, '+1809 5551234'],
	])('is a country code only if a country has it: %j', (row, phone) => {
		expect(readRowAsItem({ Name: 'Ana', ...row }).draft?.phones).toEqual([{ phone }]);
	});
});

describe('an extension in a column of its own', () => {
	it("is no mobile's, which is said", () => {
		expect(readRowAsItem({ Name: 'Ana', Mobile: PHONE, Ext: '45' })).toMatchObject({
			draft: { phones: [{ phone: PHONE, type: 'CELL' }] },
			warnings: ['Ext has no field of its own in a card and was left out'],
		});
		const row = { Name: 'Ana', Mobile: PHONE, 'Work Phone': '+44 20 7946 0123', Ext: '45.0' };
		expect(readRowAsItem(row).draft?.phones).toEqual([
			{ phone: PHONE, type: 'CELL' },
			{ phone: '+44 20 7946 0123 ext. 45', type: 'WORK' },
		]);
	});
});

it('takes the spelling with country code of a number that has two', () => {
	const phone = { country: 'GB', nationalNumber: '7700900123', number: PHONE };
	expect(readRowAsItem({ name: 'Ana', phone }).draft?.phones).toEqual([{ phone: PHONE }]);
});

describe('in whatever language the keys are', () => {
	it('a number under an unknown key is refused, and its key named', () => {
		expect(readRowAsItem({ Имя: 'Ana', Телефон: PHONE })).toMatchObject({
			refused:
				'["Телефон"] contains a phone number, but it may not be this contact\'s, and there is no other',
			fix: expect.stringContaining('Columns'),
		});
	});

	it('a card without a name says where one may stand', () => {
		expect(readRowAsItem({ 姓名: 'Ana', Phone: PHONE }).warnings).toEqual([
			'No key for a name was found; if ["姓名"] is one, set it under Columns',
		]);
	});

	it.each([
		['Nama Lengkap', 'Nomor WhatsApp'],
		['Nama', 'No HP'],
		['Nome', 'Numero di telefono'],
		['Naam', 'Mobiel nummer'],
		['fn', 'tel'],
	])('%s and %s are known', (name, phone) => {
		const { draft } = readRowAsItem({ [name]: 'Ana Lima', [phone]: PHONE });
		expect(draft?.name?.formatted_name).toBe('Ana Lima');
		expect(draft?.phones?.[0]?.phone).toBe(PHONE);
	});
});
