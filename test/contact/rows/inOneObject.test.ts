import { readRowAsItem, readRowAsJson } from './read';

const PHONE = '+447700900123';
const ANA = { name: { formatted_name: 'Ana' }, phones: [{ phone: PHONE }] };
const VCARD = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL:${PHONE}\r\nEND:VCARD\r\n`;

describe('a vCard', () => {
	it.each(['contact', 'card', 'text', 'message_body'])('is read under %s', (key) => {
		expect(readRowAsJson({ [key]: VCARD, name: 'Bea', phone: '+447700900124' })).toMatchObject({
			draft: ANA,
			warnings: [
				'The vCard has a name other than "Bea", and took precedence',
				'The vCard has a phone other than "+447700900124", and took precedence',
			],
		});
	});

	it('of somebody else is left out', () => {
		expect(readRowAsItem({ name: 'Ana', phone: PHONE, agent: VCARD })).toEqual({
			draft: ANA,
			warnings: ["agent is somebody else's and was left out"],
		});
	});
});

describe('a contact in an object', () => {
	it.each([
		{ contact: { phone: PHONE }, name: 'Ana' },
		{ person: { phone: PHONE }, name: 'Ana' },
	])('takes the name beside it if it has none of its own, %j', (row) => {
		expect(readRowAsJson(row)).toEqual({ draft: ANA, warnings: [] });
		expect(readRowAsItem(row)).toEqual({ draft: ANA, warnings: [] });
	});

	it.each<[Record<string, unknown>, string]>([
		[{ contact: { name: 'Ana' }, phone: PHONE }, 'phone'],
		[
			{ contact: { name: { formatted_name: 'Ana' } }, phones: [{ phone: PHONE }] },
			'phones[0].phone',
		],
	])("is refused if its only phone may be somebody else's, %j", (row, path) => {
		const refused = `${path} is outside contact, so it may not be this contact's, and there is no other phone number`;
		expect(readRowAsJson(row)).toMatchObject({ refused });
		expect(readRowAsItem(row)).toMatchObject({ refused });
	});
});

describe('a name', () => {
	it('in a list is the first, and the others are reported', () => {
		expect(readRowAsJson({ name: ['Ana', 'Lima'], phone: PHONE })).toEqual({
			draft: ANA,
			warnings: ["name[1] may not be this contact's and was left out"],
		});
	});

	it.each(['Primary Contact', 'Contato principal'])('is read under %s, an answer is not', (key) => {
		expect(readRowAsItem({ [key]: 'Ana', Phone: PHONE }).draft).toEqual(ANA);
		expect(readRowAsItem({ [key]: 'Yes', Name: 'Ana', Phone: PHONE }).draft).toEqual(ANA);
	});

	it.each([
		{ Name: 'Ana', Phone: PHONE, Amount: 5 },
		{ name: 'Ana', phone: PHONE, price: 9, quantity: 1 },
		{ order_number: 7, customer: { name: 'Ana', phone: PHONE }, items: [{ name: 'Shirt' }] },
	])('beside an order is the person’s, %j', (row) => {
		expect(readRowAsItem(row).draft).toEqual(ANA);
	});

	it('of an order is not read as a person', () => {
		expect(readRowAsItem({ name: 'Order 1001', order_number: 1001, phone: PHONE }).refused).toBe(
			"name contains a name, but it may not be this contact's, and there is no other",
		);
	});

	it('has both surnames', () => {
		const row = { Nombre: 'Ana', 'Apellido Paterno': 'Lima', 'Apellido Materno': 'Paz' };
		expect(readRowAsItem({ ...row, Celular: PHONE }).draft?.name).toEqual({
			first_name: 'Ana',
			last_name: 'Lima Paz',
		});
	});
});

describe('the number of somebody else in the row', () => {
	it.each<[Record<string, unknown>, string]>([
		[
			{ 'Contact 1 Name': 'Ana', 'Contact 1 Phone': PHONE, 'Contact 2 Name': 'Bob' },
			'Contact 2 Phone',
		],
		[{ name1: 'Ana', phone1: PHONE, name2: 'Bob' }, 'phone2'],
		[{ Nome: 'Ana', Telefone: PHONE, 'Nome 2': 'Bob' }, 'Telefone 2'],
		[{ Name: 'Ana', Phone: PHONE, 'Alt Contact': 'Bob' }, 'Alt Contact Phone'],
		[{ name: 'Ana', phone: PHONE }, 'to_phone'],
		[{ name: 'Ana', phone: PHONE }, 'display_phone_number'],
	])('is left out of %j, under %s', (row, key) => {
		const { draft, warnings } = readRowAsItem({ ...row, [key]: '+447700900124' });
		expect(draft).toEqual(ANA);
		expect(warnings?.join()).toContain(key);
	});

	it('is not confused with a second phone of the contact', () => {
		const row = { Name: 'Ana', 'Name 2': '', Phone: PHONE, 'Phone 2': '+447700900124' };
		expect(readRowAsItem(row).draft?.phones).toEqual([
			{ phone: PHONE },
			{ phone: '+447700900124' },
		]);
		const alternate = { Name: 'Ana', 'Alternate Contact Number': PHONE };
		expect(readRowAsItem(alternate).draft?.phones).toEqual([{ phone: PHONE, type: 'OTHER' }]);
	});
});

describe('what is nested very deeply', () => {
	let deep: unknown = PHONE;
	for (let level = 0; level < 20_000; level += 1) deep = level % 2 === 0 ? [deep] : { deep };

	it.each(['phone', 'name', 'emails', 'photo', 'other'])(
		'is refused with a clear message, under %s',
		(key) => {
			const row = { name: 'Ana', phone: PHONE, [key]: deep };
			expect(readRowAsJson(row).refused).toBe('The JSON is nested too deeply');
			expect(readRowAsItem(row).refused).toBe('The item is nested too deeply');
		},
	);
});
