import { spokenName } from '../../../nodes/contact/complete';
import { type Contact, type ContactDraft } from '../../../nodes/contact/contact';
import { completed, complete } from './complete';

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
