import fc from 'fast-check';

import { completeContact } from '../../../nodes/contact/complete';
import type { ContactDraft } from '../../../nodes/contact/contact';
import { tableRow, tableWarnings } from '../../../nodes/contact/rows/table';
import { contactOf, RICH_CONTACT } from '../../support/contacts';

function contactFrom(draft: ContactDraft) {
	const completed = completeContact({ draft, warnings: [] }, { whatsappId: 'asGiven' });
	if ('problem' in completed) throw new Error(completed.problem);
	return completed.contact;
}

it('writes a contact as a row of a sheet, in the order of its columns', () => {
	const row = tableRow(contactOf(RICH_CONTACT));
	expect(Object.entries(row)).toEqual([
		['Name', 'Dr. John A. Doe Jr.'],
		['First Name', 'John'],
		['Last Name', 'Doe'],
		['Phone', '+5512996130832'],
		['Phone 2', '+551133334444'],
		['Email', 'john@example.com'],
		['Email 2', 'doe@example.org'],
		['Company', 'Acme'],
		['Department', 'Engineering'],
		['Title', 'Developer'],
		['Street', 'Rua Augusta, 1500'],
		['City', 'São Paulo'],
		['State', 'SP'],
		['Zip', '01304-001'],
		['Country', 'Brazil'],
		['Website', 'https://example.com'],
		['Birthday', '1990-05-15'],
		['Nickname', 'Johnny'],
		['Note', 'Speaks Portuguese; prefers mornings'],
	]);
});

it('reports what it has no column for', () => {
	expect(tableWarnings(contactOf(RICH_CONTACT)).map(({ message }) => message)).toEqual([
		'A table has no column for the types CELL and WORK, which were left out',
		'A table has no column for the types WORK and HOME, which were left out',
		'A table has no column for the type WORK, which was left out',
		'A table has no column for the type WORK, which was left out',
		'A table has no column for the WhatsApp ID, which was left out',
		'A table has no column for the photo, which was left out',
	]);
	expect(tableWarnings(contactOf({ name: 'Ana', phones: ['+447700900123'] }))).toEqual([]);
});

const word = fc.constantFrom('Ana', 'Bo', 'Lima', 'Souza', '王小明', 'O’Hara', 'María José', '👩‍👩‍👧');
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const phones = fc.uniqueArray(fc.integer({ min: 900100, max: 900999 }), { maxLength: 4 });
const address = fc.record({
	street: fc.constantFrom('1 High Street', 'Rua Augusta, 1500'),
	city: fc.constantFrom('Leeds', 'São Paulo'),
	state: maybe(fc.constantFrom('SP', 'West Yorkshire')),
	zip: fc.constantFrom('LS1 1AA', '01304-001', '01000'),
	country: maybe(fc.constantFrom('Brazil', 'United Kingdom')),
});

it('gives a row that reads back to the same row', () => {
	fc.assert(
		fc.property(
			fc.record({
				first: maybe(word),
				last: maybe(word),
				full: fc.boolean(),
				phones,
				emails: fc.uniqueArray(fc.constantFrom('a@example.com', 'b@example.com', 'c@example.org'), {
					maxLength: 3,
				}),
				company: maybe(fc.constantFrom('Acme', 'Ana & Filhos')),
				department: maybe(fc.constantFrom('Sales')),
				title: maybe(fc.constantFrom('CTO', 'Account Manager')),
				addresses: fc.uniqueArray(address, {
					maxLength: 2,
					selector: ({ street, city }) => street + city,
				}),
				urls: fc.uniqueArray(fc.webUrl(), { maxLength: 2 }),
				birthday: maybe(fc.constantFrom('1990-05-15', '--02-29')),
				nickname: maybe(word),
				note: maybe(fc.constantFrom('Two\nlines', 'Call; after, noon')),
			}),
			({ first, last, full, phones: numbers, emails, company, ...others }) => {
				fc.pre(first !== undefined || last !== undefined || company !== undefined);
				const shown = [first, last].filter((part) => part !== undefined).join(' ');
				const { department, title, addresses, urls, birthday, nickname, note } = others;
				const contact = contactFrom({
					name: {
						...(full && shown !== '' && { formatted_name: shown }),
						first_name: first,
						last_name: last,
					},
					phones: numbers.map((number) => ({ phone: `+447700${String(number)}` })),
					emails: emails.map((email) => ({ email })),
					org: { company, department, title },
					addresses,
					urls: urls.map((url) => ({ url })),
					birthday,
					nickname,
					note,
				});
				const row = tableRow(contact);
				expect(tableRow(contactOf(row))).toEqual(row);
			},
		),
		{ numRuns: 300 },
	);
});
