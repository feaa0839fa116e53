import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../nodes/carried/carries';
import {
	hasOnlyShownName,
	leftOut,
	losses,
	lossWarnings,
	sentence,
	sumOfLeftOut,
} from '../../nodes/carried/losses';
import type { Contact } from '../../nodes/contact/contact';
import { FIELDS } from '../../nodes/contact/fields/fields';
import { TEXTS } from '../../nodes/contact/fields/keys';
import { list } from '../../nodes/contact/text';

/** A provider that sends the name and the first phone, as GOWA does. */
const LEAST: Carries = { ...CARRIES_NAME, phones: 1 };

function contactWith(fields: Partial<Contact>): Contact {
	return {
		name: { formatted_name: 'John Doe' },
		phones: [{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' }],
		emails: [],
		addresses: [],
		org: {},
		urls: [],
		...fields,
	};
}

const EVERYTHING = contactWith({
	name: { formatted_name: 'Dr. John Doe', first_name: 'Johnny', prefix: 'Dr.' },
	phones: [
		{ phone: '+5512996130832', type: 'WORK', wa_id: '551296130832' },
		{ phone: '+12015550123;ext=12' },
	],
	emails: [{ email: 'a@example.com', type: 'WORK' }],
	addresses: [{ city: 'São Paulo', type: 'HOME' }],
	org: { company: 'Acme', department: 'Sales', title: 'Developer' },
	urls: [{ url: 'https://example.com' }],
	birthday: '1990-05-15',
	nickname: 'Jota',
	note: 'x',
	photo: 'https://example.com/a.png',
});

describe('what a provider leaves out', () => {
	it.each<[string, Partial<Contact>, Partial<Carries>, string[]]>([
		['nothing of a name and a phone', {}, {}, []],
		[
			'is the name parts that the shown name does not hold',
			{
				name: { formatted_name: 'J. Doe', first_name: 'John', last_name: 'doe', middle_name: 'A.' },
			},
			{},
			['the first name and the middle name were'],
		],
		[
			'is one name part',
			{ name: { formatted_name: 'John Doe', prefix: 'Dr.' } },
			{},
			['the prefix was'],
		],
		[
			'is no name part where they are carried',
			{ name: { formatted_name: 'John Doe', prefix: 'Dr.' } },
			{ nameParts: true },
			[],
		],
		['is the second phone', { phones: [{ phone: '112' }, { phone: '113' }] }, {}, ['1 phone was']],
		[
			'is the second and the third phone',
			{ phones: [{ phone: '112' }, { phone: '113' }, { phone: '114' }] },
			{},
			['2 phones were'],
		],
		[
			'is the type of a phone that is carried, too',
			{
				phones: [
					{ phone: '112', type: 'WORK' },
					{ phone: '113', type: 'HOME' },
				],
			},
			{},
			['1 phone was', 'the type WORK was'],
		],
		[
			'is no type that every phone has',
			{
				phones: [
					{ phone: '112', type: 'Mobile' },
					{ phone: '113', type: 'voice' },
				],
			},
			{ phones: 'all' },
			[],
		],
		[
			'is the types of several',
			{
				emails: [
					{ email: 'a@b', type: 'WORK' },
					{ email: 'c@d', type: 'CELL' },
				],
			},
			{ emails: 'all' },
			['the types WORK and CELL were'],
		],
		['is an email', { emails: [{ email: 'a@b', type: 'WORK' }] }, {}, ['1 email was']],
		['is two addresses', { addresses: [{ city: 'A' }, { city: 'B' }] }, {}, ['2 addresses were']],
		['is a URL', { urls: [{ url: 'a' }, { url: 'b' }] }, { urls: 1 }, ['1 URL was']],
		[
			'is a WhatsApp ID that is not the number',
			{ phones: [{ phone: '+5512996130832', wa_id: '551296130832' }] },
			{},
			['the WhatsApp ID was'],
		],
		[
			'is no WhatsApp ID of a phone that is left out anyway',
			{ phones: [{ phone: '112' }, { phone: '113', wa_id: '551296130832' }] },
			{},
			['1 phone was'],
		],
		[
			'is no WhatsApp ID where they are carried',
			{ phones: [{ phone: '+5512996130832', wa_id: '551296130832' }] },
			{ whatsAppIds: true },
			[],
		],
		['is an extension', { phones: [{ phone: '+12015550123;ext=12' }] }, {}, ['the extension was']],
		[
			'is no extension of a phone that is left out anyway',
			{ phones: [{ phone: '112' }, { phone: '+12015550123;ext=12' }] },
			{},
			['1 phone was'],
		],
		[
			'is company, department and title',
			{ org: { company: 'Acme', department: 'Sales', title: 'Developer' } },
			{ org: ['department'] },
			['the company was', 'the title was'],
		],
		[
			'is no company that is the name',
			{ name: { formatted_name: 'Acme' }, org: { company: 'Acme' } },
			{},
			[],
		],
		[
			'is no nickname that is the name',
			{ name: { formatted_name: 'Jota' }, nickname: 'Jota' },
			{},
			[],
		],
		[
			'is birthday, nickname, note and photo',
			{ birthday: '1990-05-15', nickname: 'Jota', note: 'x', photo: 'https://a.b' },
			{},
			['the birthday was', 'the nickname was', 'the note was', 'the photo was'],
		],
		[
			'is a birthday without a year',
			{ birthday: '--05-15' },
			{ birthday: 'withYear' },
			['the birthday without a year was'],
		],
		['is no birthday with a year', { birthday: '1990-05-15' }, { birthday: 'withYear' }, []],
	])('%s', (_, fields, carries, lost) => {
		const found = losses(contactWith(fields), { ...LEAST, ...carries });
		expect(found.map((loss) => `${loss.lost} ${loss.plural ? 'were' : 'was'}`)).toEqual(lost);
	});

	it('is nothing where a whole vCard is sent', () => {
		expect(losses(EVERYTHING, CARRIES_ALL)).toEqual([]);
	});

	it('is reported with the field, the provider and what that sends', () => {
		const warnings = lossWarnings(losses(EVERYTHING, LEAST), LEAST, 'GOWA');
		expect(warnings.map(({ field, message }) => ({ field, message }))).toEqual(
			[
				['name', 'the first name was'],
				['phones', '1 phone was'],
				['phones', 'the type WORK was'],
				['emails', '1 email was'],
				['addresses', '1 address was'],
				['urls', '1 URL was'],
				['phones', 'the WhatsApp ID was'],
				['org', 'the company was'],
				['org', 'the department was'],
				['org', 'the title was'],
				['birthday', 'the birthday was'],
				['nickname', 'the nickname was'],
				['note', 'the note was'],
				['photo', 'the photo was'],
			].map(([field, lost]) => ({
				field,
				message: `GOWA sends only name and one phone; ${lost} left out`,
			})),
		);
	});

	it('is summed up over several contacts: entries by their number, other things once', () => {
		const both = [
			...losses(contactWith({ emails: [{ email: 'a@example.com' }], nickname: 'Jo' }), LEAST),
			...losses(
				contactWith({
					emails: [{ email: 'b@example.com' }, { email: 'c@example.com' }],
					nickname: 'Al',
				}),
				LEAST,
			),
		];
		const all = leftOut(both, 'GOWA').flatMap(({ leftOut: some }) => some ?? []);
		expect(sumOfLeftOut(all)).toBe('3 emails, the nickname');
	});
});

describe('what a provider sends', () => {
	it.each<[Partial<Carries>, string]>([
		[{}, 'name and one phone'],
		[{ phones: 0 }, 'name'],
		[
			{ emails: 1, addresses: 1, urls: 1, org: ['company'] },
			'name, one phone, one email, one address, one URL and company',
		],
		[
			{ phones: 'all', emails: 'all', addresses: 'all', urls: 'all', birthday: 'withYear' },
			'name, phones, emails, addresses, URLs and birthday',
		],
	])('is said of %j', (carries, words) => {
		expect(sentence({ ...LEAST, ...carries })).toBe(words);
	});

	it('is said of all fields', () => {
		expect(sentence(CARRIES_ALL)).toBe(
			list([
				...['name', 'phones', 'emails', 'addresses', 'URLs', 'company', 'department', 'title'],
				...TEXTS.map((key) => FIELDS[key].singular),
			]),
		);
	});
});

describe('only the shown name tells who it is', () => {
	it.each<[Contact['name'], boolean]>([
		[{ formatted_name: 'John Doe' }, true],
		[{ formatted_name: 'John Doe', first_name: 'John Doe' }, true],
		[{ formatted_name: 'John Doe', first_name: 'John' }, false],
		[{ formatted_name: 'John Doe', first_name: 'John Doe', suffix: 'Jr.' }, false],
	])('of %j: %s', (name, only) => {
		expect(hasOnlyShownName(contactWith({ name }))).toBe(only);
	});
});
