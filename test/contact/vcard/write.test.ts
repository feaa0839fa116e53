import type { Contact } from '../../../nodes/contact/contact';
import { readVCards } from '../../../nodes/contact/vcard/read';
import { writeVCard, writeVCards } from '../../../nodes/contact/vcard/write';

const JOHN: Contact = {
	name: { formatted_name: 'John Doe' },
	...{ phones: [], emails: [], addresses: [], org: {}, urls: [] },
};

/** The lines that these fields add to a card of John. */
function lines(fields: Partial<Contact>): string[] {
	const text = writeVCard({ ...JOHN, ...fields });
	return text
		.split('\r\n')
		.filter((line) => !/^(BEGIN|VERSION|N|FN|END)\b/.test(line) && line !== '');
}

describe('a written card', () => {
	it('has N and FN when only a full name is given', () => {
		expect(writeVCard(JOHN)).toBe(
			'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:John Doe\r\nEND:VCARD\r\n',
		);
	});

	it('has every field', () => {
		const contact: Contact = {
			name: {
				formatted_name: 'Dr. John A. Doe Jr.',
				first_name: 'John',
				last_name: 'Doe',
				middle_name: 'A.',
				prefix: 'Dr.',
				suffix: 'Jr.',
			},
			phones: [{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' }],
			emails: [{ email: 'john@example.com', type: 'WORK' }],
			addresses: [{ street: '1 Main St', city: 'Town', country_code: 'US', type: 'HOME' }],
			org: { company: 'Example, Inc.', department: 'Sales', title: 'Head' },
			urls: [{ url: 'https://example.com' }],
			birthday: '1990-05-15',
			nickname: 'Johnny',
			note: 'one\ntwo',
			photo: 'data:image/jpeg;base64,AAAA',
		};
		expect(writeVCard(contact)).toBe(
			[
				'BEGIN:VCARD',
				'VERSION:3.0',
				'N:Doe;John;A.;Dr.;Jr.',
				'FN:Dr. John A. Doe Jr.',
				'ORG:Example\\, Inc.;Sales',
				'TITLE:Head',
				'TEL;type=CELL;waid=5512996130832:+5512996130832',
				'EMAIL;type=WORK:john@example.com',
				'item1.ADR;type=HOME:;;1 Main St;Town;;;',
				'item1.X-ABADR:us',
				'URL:https://example.com',
				'BDAY:1990-05-15',
				'NICKNAME:Johnny',
				'NOTE:one\\ntwo',
				'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
				'END:VCARD',
				'',
			].join('\r\n'),
		);
	});

	it.each<[string, string[]]>([
		['CELL', ['TEL;type=CELL:1']],
		['WORK FAX', ['TEL;type=WORK;type=FAX:1']],
		['VOICE', ['TEL;type=VOICE:1']],
		['Mobile', ['item1.TEL;type=CELL:1', 'item1.X-ABLabel:Mobile']],
		['cell', ['item1.TEL;type=CELL:1', 'item1.X-ABLabel:cell']],
		['FAX WORK', ['item1.TEL;type=FAX;type=WORK:1', 'item1.X-ABLabel:FAX WORK']],
		['Sítio; casa', ['item1.TEL;type=Sítio casa:1', 'item1.X-ABLabel:Sítio\\; casa']],
		['INTERNET', ['item1.TEL:1', 'item1.X-ABLabel:INTERNET']],
		['Say "hi"^n', ['item1.TEL;type=Say hi n:1', 'item1.X-ABLabel:Say "hi"^n']],
		[';:,', ['item1.TEL:1', 'item1.X-ABLabel:\\;:\\,']],
		['pref', ['item1.TEL:1', 'item1.X-ABLabel:pref']],
		['Home, Work', ['item1.TEL;type=Home Work:1', 'item1.X-ABLabel:Home\\, Work']],
		['_$!<Home>!$_', ['item1.TEL;type=_$!<Home>!$_:1', 'item1.X-ABLabel:_$!<_$!<Home>!$_>!$_']],
	])('says the type %s', (type, expected) => {
		expect(lines({ phones: [{ phone: '1', type }] })).toEqual(expected);
	});

	it('numbers its groups through', () => {
		const text = lines({
			phones: [{ phone: '1', type: 'a' }, { phone: '2' }],
			emails: [{ email: 'b', type: 'b' }],
		});
		expect(text).toEqual([
			...['item1.TEL;type=a:1', 'item1.X-ABLabel:a', 'TEL:2'],
			...['item2.EMAIL;type=b:b', 'item2.X-ABLabel:b'],
		]);
	});

	it.each<[Partial<Contact>, string]>([
		[{ birthday: '--05-15' }, 'BDAY:--05-15'],
		[{ photo: 'https://example.com/a.jpg' }, 'PHOTO;VALUE=uri:https://example.com/a.jpg'],
		[{ photo: 'data:image/jpg;base64,AAAA' }, 'PHOTO;ENCODING=b;TYPE=image/jpg:AAAA'],
		[{ org: { department: 'Sales' } }, 'ORG:;Sales'],
		[{ org: { company: 'A;B' } }, 'ORG:A\\;B'],
		[{ phones: [{ phone: 'tel:5' }] }, 'TEL;VALUE=text:tel:5'],
		[{ urls: [{ url: 'https://example.com/a,b;c\\d' }] }, 'URL:https://example.com/a%2Cb;c\\\\d'],
	])('%j', (fields, line) => {
		expect(lines(fields)).toEqual([line]);
	});

	it('is folded at 75 octets, not inside of a character', () => {
		expect(lines({ note: `${'a'.repeat(70)}b😀${'é'.repeat(40)}` })).toEqual([
			`NOTE:${'a'.repeat(70)}`,
			` b😀${'é'.repeat(34)}`,
			` ${'é'.repeat(6)}`,
		]);
		expect(lines({ note: 'a'.repeat(70) })).toEqual([`NOTE:${'a'.repeat(70)}`]);
		expect(lines({ note: 'a'.repeat(145) })).toEqual([
			`NOTE:${'a'.repeat(70)}`,
			` ${'a'.repeat(74)}`,
			' a',
		]);
		expect(lines({ note: `é日${'x'.repeat(65)}` })).toEqual([`NOTE:é日${'x'.repeat(65)}`]);
	});

	it('is one of several in a file', () => {
		expect(writeVCards([JOHN, JOHN])).toBe(writeVCard(JOHN) + writeVCard(JOHN));
		expect(writeVCards([])).toBe('');
	});
});

describe('no text of a person', () => {
	const INJECTION = 'x\r\nTEL:+1\nEND:VCARD\rBEGIN:VCARD\u2028TEL:+2\u0085TEL:+3;TYPE=HOME,a\\';

	it('adds or changes a property, also where nothing checked the contact', () => {
		const text = INJECTION;
		const contact: Contact = {
			name: {
				...{ formatted_name: text, first_name: text, last_name: text, middle_name: text },
				...{ prefix: text, suffix: text },
			},
			phones: [{ phone: text, type: text, wa_id: text }],
			emails: [{ email: text, type: text }],
			addresses: [
				{
					...{ street: text, city: text, state: text, zip: text, country: text },
					...{ country_code: text, type: text },
				},
			],
			org: { company: text, department: text, title: text },
			urls: [{ url: text, type: text }],
			...{ birthday: text, nickname: text, note: text, photo: text },
		};
		const written = writeVCard(contact).replace(/\r\n /g, '').split('\r\n');
		expect(written.map((line) => /^[^:;]*/.exec(line)?.[0])).toEqual([
			...['BEGIN', 'VERSION', 'N', 'FN', 'ORG', 'TITLE'],
			...['item1.TEL', 'item1.X-ABLabel', 'item2.EMAIL', 'item2.X-ABLabel'],
			...['item3.ADR', 'CLASS', 'item3.X-ABADR', 'item3.X-ABLabel', 'item4.URL', 'item4.X-ABLabel'],
			...['BDAY', 'NICKNAME', 'NOTE', 'PHOTO', 'END', ''],
		]);
		expect(written.join('')).not.toMatch(/[\r\n]/);
		const { contacts, warnings } = readVCards(writeVCard(contact));
		expect(contacts).toHaveLength(1);
		expect(contacts[0]?.draft.phones).toHaveLength(1);
		expect(contacts[0]?.draft.phones?.[0]).not.toHaveProperty('wa_id');
		expect(warnings).toEqual([]);
	});
});
