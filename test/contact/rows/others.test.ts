import { readRowAsItem } from './read';

const ANA = '+447700900123';
const BO = '+447700900999';
const COMPANY = '+442079460123';

/** The name and the numbers and addresses that go into the card. */
function cardOf(row: Record<string, unknown>) {
	const { draft } = readRowAsItem(row);
	const { formatted_name: full, first_name: first, last_name: last } = draft?.name ?? {};
	return {
		name: full ?? [first, last].filter(Boolean).join(' '),
		phones: (draft?.phones ?? []).map(({ phone }) => phone),
		emails: (draft?.emails ?? []).map(({ email }) => email),
	};
}

describe('a row with several people side by side', () => {
	it.each<[string, Record<string, unknown>]>([
		[
			'tickets, as attendee and buyer',
			{
				'First Name': 'Ana',
				'Last Name': 'Lima',
				Email: 'ana@example.com',
				'Cell Phone': ANA,
				'Buyer First Name': 'Bo',
				'Buyer Last Name': 'Berg',
				'Buyer Email': 'bo@example.com',
				'Buyer Phone': BO,
			},
		],
		[
			'the buyer first',
			{
				'Buyer First Name': 'Bo',
				'Buyer Last Name': 'Berg',
				'Buyer Email': 'bo@example.com',
				'Buyer Phone': BO,
				'First Name': 'Ana',
				'Last Name': 'Lima',
				Email: 'ana@example.com',
				'Cell Phone': ANA,
			},
		],
		[
			'the buyer with a whole name, in Portuguese',
			{
				Nome: 'Ana',
				Sobrenome: 'Lima',
				'E-mail': 'ana@example.com',
				Celular: ANA,
				'Nome do comprador': 'Bo Berg',
				'E-mail do comprador': 'bo@example.com',
				'Telefone do comprador': BO,
			},
		],
		[
			'the buyer before a plain name',
			{
				'Nome do comprador': 'Bo Berg',
				'Telefone do comprador': BO,
				Nome: 'Ana Lima',
				Telefone: ANA,
				Email: 'ana@example.com',
			},
		],
		[
			'an order that is shipped to somebody else, in either order',
			{
				'Shipping Name': 'Bo Berg',
				'Shipping Phone': BO,
				'Billing Name': 'Ana Lima',
				'Billing Phone': ANA,
				Email: 'ana@example.com',
			},
		],
		[
			'a booking, with its host as the user and guests',
			{
				'User Name': 'Bo Berg',
				'User Email': 'bo@example.com',
				'Invitee Name': 'Ana Lima',
				'Invitee Email': 'ana@example.com',
				'Text Reminder Number': ANA,
				'Guest Email(s)': 'cy@example.com',
			},
		],
		[
			'a company, with the person to talk to',
			{
				Name: 'Acme GmbH',
				Phone: COMPANY,
				Email: 'info@example.com',
				'Contact Name': 'Ana Lima',
				'Contact Phone': ANA,
				'Contact Email': 'ana@example.com',
			},
		],
		[
			'somebody who comes along, without a name',
			{ Name: 'Ana Lima', Phone: ANA, Email: 'ana@example.com', 'Guest 2 Phone': BO },
		],
	])('gives only the numbers and addresses of the person named: %s', (_, row) => {
		expect(cardOf(row)).toEqual({
			name: 'Ana Lima',
			phones: [ANA],
			emails: ['ana@example.com'],
		});
		expect(readRowAsItem(row).warnings?.join()).toContain(
			"may not be this contact's and were left out".replace(
				'were',
				row['Guest 2 Phone'] ? 'was' : 'were',
			),
		);
	});

	it("takes a plain name beside a buyer's for that of the order, if no number is its own", () => {
		const row = { Name: 'Order 5', 'Buyer Name': 'Ana Lima', 'Buyer Phone': ANA };
		expect(cardOf(row)).toMatchObject({ name: 'Ana Lima', phones: [ANA] });
		expect(readRowAsItem(row).warnings).toEqual([
			"Name may not be this contact's and was left out",
		]);
	});

	it('never puts the first name of one before the last name of another', () => {
		const row = { 'Buyer Last Name': 'Berg', 'First Name': 'Ana', 'Buyer First Name': 'Bo' };
		expect(cardOf({ ...row, Phone: ANA }).name).toBe('Ana');
	});

	it('leaves out where a shipment to somebody else goes', () => {
		const { draft } = readRowAsItem({
			billing_name: 'Ana Lima',
			billing_phone: ANA,
			shipping_name: 'Bo Berg',
			shipping_city: 'Leeds',
		});
		expect(draft?.addresses).toBeUndefined();
	});

	it.each<[Record<string, unknown>, string[]]>([
		[{ 'Customer Name': 'Ana Lima', Phone: ANA, 'Billing Phone': BO }, [ANA, BO]],
		[{ 'Customer Name': 'Ana Lima', 'Contact Phone': ANA }, [ANA]],
		[{ 'Nome do cliente': 'Ana Lima', 'Telefone do lead': ANA }, [ANA]],
		[{ name: 'Ana Lima', user_name: 'alima', user_phone: ANA }, [ANA]],
		[{ Nome: 'Ana Lima', 'Telefone contato 1': ANA, 'Telefone contato 2': BO }, [ANA, BO]],
		[{ billing_name: 'Ana Lima', billing_phone: ANA, shipping_name: 'Ana Lima' }, [ANA]],
		[{ Name: 'Ana Lima', Phone: ANA, 'Delivery Phone': ANA }, [ANA]],
	])('keeps all numbers of one person: %j', (row, phones) => {
		expect(cardOf(row)).toMatchObject({ name: 'Ana Lima', phones });
		expect(readRowAsItem(row).warnings).toEqual([]);
	});
});

it("puts a company's number behind the person's own, since some providers carry one", () => {
	const row = { Name: 'Ana Lima', 'Company Phone': COMPANY, Mobile: ANA, 'Business Phone': BO };
	expect(readRowAsItem(row).draft?.phones).toEqual([
		{ phone: ANA, type: 'CELL' },
		{ phone: BO, type: 'WORK' },
		{ phone: COMPANY, type: 'WORK' },
	]);
});

it('reads the person in the record of a deal, whose title is no job', () => {
	const person = { name: 'Ana Lima', phone: [{ value: ANA, primary: true }] };
	const row = { id: 1, title: 'Big deal', person_id: person, user_id: { name: 'Bo', phone: BO } };
	expect(readRowAsItem(row)).toMatchObject({
		draft: { name: { formatted_name: 'Ana Lima' }, phones: [{ phone: ANA }] },
		warnings: ["user_id may not be this contact's and was left out"],
	});
	expect(readRowAsItem(row).draft?.org).toBeUndefined();
});

it("refuses a ticket's requester with the way to name them", () => {
	const row = { id: 1, subject: 'Help', requester: { name: 'Ana Lima', phone: ANA } };
	expect(readRowAsItem(row)).toMatchObject({
		refused: expect.stringContaining("requester is somebody else's"),
		fix: 'If one of them is the contact, set its keys under Columns, such as sender.phone.',
	});
	const columns = { name: 'requester.name', phone: 'requester.phone' };
	expect(readRowAsItem(row, columns).draft?.phones).toEqual([{ phone: ANA }]);
});
