import { readRowAsItem } from './read';

const PHONES = [{ phone: '+447700900123' }];

describe('columns that a person named', () => {
	it('hold what they say, whatever their own names say', () => {
		const row = { Buyer: 'Ana Lima', 'Owner line': '+447700900123', Name: 'Order 7' };
		expect(readRowAsItem(row, { name: 'Buyer', phone: 'Owner line' })).toEqual({
			draft: { name: { formatted_name: 'Ana Lima' }, phones: PHONES },
			warnings: [],
		});
	});

	it('are found in any case, and inside of objects', () => {
		const row = { ' buyer': 'Ana', deep: { lines: ['+447700900123'] } };
		expect(readRowAsItem(row, { firstName: 'Buyer', phone: 'deep.lines[0]' })).toMatchObject({
			draft: { name: { first_name: 'Ana' }, phones: PHONES },
		});
	});

	it('beside those that are found by their names', () => {
		const row = { Name: 'Ana', Phone: '+447700900123', Second: '+447700900124', Firm: 'Acme' };
		expect(readRowAsItem(row, { phone: 'Second', company: 'Firm' }).draft).toEqual({
			name: { formatted_name: 'Ana' },
			phones: [{ phone: '+447700900124' }, { phone: '+447700900123' }],
			org: { company: 'Acme' },
		});
	});

	it('are a warning where the row has no such key', () => {
		expect(readRowAsItem({ Name: 'Ana', Phone: '+447700900123' }, { email: 'Mail' })).toEqual({
			draft: { name: { formatted_name: 'Ana' }, phones: PHONES },
			warnings: ['Columns: the item has no key "Mail" for Email ("Name" and "Phone")'],
		});
	});

	it.each([
		[{ phone: 'Tel' }, { Name: 'Ana', Email: 'ana@example.com' }, 'Tel', 'Phone'],
		[{ name: 'Who' }, { Phone: '+447700900123' }, 'Who', 'Name'],
	])('are a refusal where phone or name is lost by it: %j', (columns, row, key, label) => {
		expect(readRowAsItem(row, columns).refused).toBe(
			`The item has no key "${key}", which is set under Columns for ${label}`,
		);
	});
});

describe('an input item', () => {
	it('is refused without any key for a phone or an email', () => {
		expect(readRowAsItem({ Name: 'Ana', City: 'Leeds' }).refused).toBe(
			'The item is not a contact: it has no key for a phone or an email (it has 2 keys: Name and City)',
		);
	});

	it('is read where the key is there and empty', () => {
		expect(readRowAsItem({ Name: 'Ana', Phone: '', Email: null }).draft).toEqual({
			name: { formatted_name: 'Ana' },
		});
	});
});
