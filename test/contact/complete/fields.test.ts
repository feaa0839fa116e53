import { isBirthday } from '../../../nodes/contact/contact';
import { field } from './complete';

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
