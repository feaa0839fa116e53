import fc from 'fast-check';

import { readRowAsItem } from './read';

const ANA = { Name: 'Ana Lima', Phone: '+447700900123' };

describe("somebody else's number beside the person's own", () => {
	it.each([
		['Emergency Contact', 'Bo +44 7700 900999'],
		['Emergency Contact', '+44 7700 900999'],
		['ICE', 'Mum - (020) 7946 0999'],
		['Assistant', ['Bo +44 7700 900999']],
		['Contato de emergência', 'Bo (11) 98765-4321'],
		['Spouse', 'bo@example.com'],
		['Owner', 447700900999],
	])('%s: %j is left out, and that is said', (key, value) => {
		const { draft, warnings } = readRowAsItem({ ...ANA, [key]: value });
		expect(draft?.phones).toEqual([{ phone: '+447700900123' }]);
		expect(warnings).toHaveLength(1);
		expect(warnings?.[0]).toMatch(/is somebody else's and was left out$/);
	});

	it('is no matter where the value is an id, a date or an answer', () => {
		const row = { ...ANA, Owner: 'user_12', Manager: '', Spouse: 'yes', Assistant: 7 };
		expect(readRowAsItem(row).warnings).toEqual([]);
	});
});

describe('a name beside what describes a company', () => {
	it.each([
		{ Industry: 'Retail' },
		{ Industry: 'Retail', 'Company size': '10-50', Email: 'ana@example.com' },
		{ Industry: 'Retail', 'Job Title': 'CTO', 'Annual revenue': 1 },
		{ cpfCnpj: '24971563792' },
		{ Industry: 'Retail', 'Company size': '10-50', WhatsApp: '+447700900123' },
	])("is a person's: %j", (row) => {
		const { draft } = readRowAsItem({ ...ANA, ...row });
		expect(draft?.name).toEqual({ formatted_name: 'Ana Lima' });
		expect(draft?.org?.company).toBeUndefined();
	});

	it.each([
		['Padaria Sol Ltda', { cnpj: '11.222.333/0001-81' }],
		['Acme GmbH', { Industry: 'Retail' }],
		['Acme', { industry: 'Retail', numberofemployees: 5 }],
		['Acme', { is_company: true }],
	])("is the company's: %s, %j", (name, row) => {
		const { draft } = readRowAsItem({ name, phone: '+442079460123', ...row });
		expect(draft?.name).toBeUndefined();
		expect(draft?.org?.company).toBe(name);
	});
});

describe('a role', () => {
	it.each(['CTO', 'Sales Manager', 'Gerente', 'Nurse'])('%s is the job', (role) => {
		expect(readRowAsItem({ ...ANA, role }).draft?.org).toEqual({ title: role });
	});

	it.each([
		'user',
		'admin',
		'end-user',
		'Super Admin',
		'org:member',
		'authenticated',
		'subscriber',
	])('%s in a program is none', (role) => {
		expect(readRowAsItem({ ...ANA, role })).toMatchObject({ warnings: [] });
		expect(readRowAsItem({ ...ANA, role }).draft?.org).toBeUndefined();
	});

	it('beside another job title is left out, and that is said', () => {
		expect(readRowAsItem({ ...ANA, role: 'Engineer', 'Job Title': 'CTO' })).toMatchObject({
			draft: { org: { title: 'CTO' } },
			warnings: ['role has no field of its own in a card and was left out'],
		});
	});
});

describe('what a card has no place for is said', () => {
	it.each([
		[
			{ 'Custom Field 1 - Label': 'Loyalty', 'Custom Field 1 - Value': 'Gold' },
			'["Custom Field 1 - Value"] has no field of its own in a card and was left out',
		],
		[{ location: 'Leeds, UK' }, 'location has no field of its own in a card and was left out'],
		[{ Photo: 'ana.jpg' }, 'Photo "ana.jpg" is not the web address of a picture; it was left out'],
	])('%j', (row, warning) => {
		expect(readRowAsItem({ ...ANA, ...row }).warnings).toEqual([warning]);
	});
});

describe('a picture', () => {
	const BASE64 = Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(60)]).toString(
		'base64',
	);

	it.each([
		['=IMAGE("https://example.com/a.jpg")', 'https://example.com/a.jpg'],
		['//example.com/a.jpg', 'https://example.com/a.jpg'],
		[BASE64, `data:image/jpeg;base64,${BASE64}`],
	])('is read from %s', (photo, read) => {
		expect(readRowAsItem({ ...ANA, photo })).toMatchObject({
			draft: { photo: read },
			warnings: [],
		});
	});
});

describe('a country code in its own column', () => {
	it.each<[Record<string, unknown>, string[]]>([
		[
			{ ddi: '55', telefone1: '11 98765-4321', telefone2: '(21) 99876-5432' },
			['+55 11 98765-4321', '+55 (21) 99876-5432'],
		],
		[
			{ ddi: '55', ddd: '11', telefone1: '98765-4321', telefone2: '(21) 99876-5432' },
			['+55 11 98765-4321', '+55 (21) 99876-5432'],
		],
		[
			{ ddi: 55, ddd1: 11, telefone1: '98765-4321', ddd2: 21, telefone2: '99876-5432' },
			['+55 11 98765-4321', '+55 21 99876-5432'],
		],
		[
			{ ddi1: '55', telefone1: '11 98765-4321', ddi2: '44', telefone2: '7700 900123' },
			['+55 11 98765-4321', '+44 7700 900123'],
		],
		[
			{ ddi: '55', telefone1: '+44 7700 900123', telefone2: '11 98765-4321', telefone3: '190' },
			['+44 7700 900123', '+55 11 98765-4321', '190'],
		],
		[
			{
				phone_country_code: '44',
				phone: '07700 900123',
				mobile_country_code: '1',
				mobile: '2015550123',
			},
			['+44 7700 900123', '+1 2015550123'],
		],
		[{ mobile_country_code: '1', phone: '2015550123' }, ['+1 2015550123']],
		[{ ddi: '44', phone: '07700 900123 / 07700 900124' }, ['+44 7700 900123; +44 7700 900124']],
		[{ ddi: '49', phone: '030/23125100' }, ['+49 30/23125100']],
	])('goes to each phone that has none: %j', (row, phones) => {
		const read = readRowAsItem({ nome: 'Ana', ...row }).draft?.phones ?? [];
		expect(read.map(({ phone }) => phone)).toEqual(phones);
	});

	it.each<[string, Record<string, unknown>, string]>([
		['that would get too long', { 'Country Code': '1', Phone: '447700900123' }, '447700900123'],
		[
			'that is whole and could be one of that country',
			{ 'Country Code': '49', WhatsApp: '5512996130832' },
			'5512996130832',
		],
		[
			'beside another country code',
			{ 'Country Code': '44', 'Dial Code': '49', Phone: '0151 12345678' },
			'0151 12345678',
		],
	])('never goes to a number %s', (_what, row, phone) => {
		expect(readRowAsItem({ nome: 'Ana', ...row }).draft?.phones?.[0]?.phone).toBe(phone);
	});

	it('never goes to a number that has one, however many phones there are', () => {
		const national = fc.constantFrom('11 98765-4321', '(21) 99876-5432', '85 3456-7890');
		const international = fc.constantFrom('+44 7700 900123', '+351 912 345 678');
		fc.assert(
			fc.property(fc.array(fc.oneof(national, international), { minLength: 1 }), (phones) => {
				const row: Record<string, unknown> = { nome: 'Ana', ddi: '55' };
				for (const [index, phone] of phones.entries()) row[`telefone${String(index + 1)}`] = phone;
				const read = (readRowAsItem(row).draft?.phones ?? []).map(({ phone }) => phone);
				const wanted = phones.map((phone) => (phone.startsWith('+') ? phone : `+55 ${phone}`));
				expect(read).toEqual([...new Set(wanted)]);
			}),
		);
	});
});

it.each([
	{ company_type: 'person', company_name: 'Acme' },
	{ 'Account Type': 'Customer', 'Account Name': 'Acme' },
	{ 'Tipo de empresa': 'SL', Empresa: 'Acme' },
])('reads no kind of company as its name: %j', (row) => {
	const { draft } = readRowAsItem({ name: 'Ana Lima', phone: '+447700900123', ...row });
	expect(draft?.org).toEqual({ company: 'Acme' });
});

it('names a text under a key for a vCard that is none', () => {
	for (const vcard of ['MECARD:N:Ana;TEL:+447700900124;;', 'https://example.com/ana.vcf']) {
		const { draft, warnings } = readRowAsItem({ name: 'Ana', phone: '+447700900123', vcard });
		expect(draft?.phones).toEqual([{ phone: '+447700900123' }]);
		expect(warnings).toEqual(['vcard has no field of its own in a card and was left out']);
	}
});
