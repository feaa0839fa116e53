import type { ContactDraft } from '../../../nodes/contact/contact';
import { readRowAsJson } from './read';

const PHONES = [{ phone: '+447700900123' }];

/** Header rows as people write them, with the row below. */
const sheets: Array<[string, Record<string, unknown>, ContactDraft]> = [
	[
		'in English',
		{
			'\ufeffFull Name': 'Ana Lima',
			'Mobile #': '+447700900123',
			'E-Mail': 'ana@example.com',
			'Job Title': 'CTO',
			Company: 'Acme',
			'Date of Birth': '1990-05-15',
			'Zip Code': 'LS1 1AA',
		},
		{
			name: { formatted_name: 'Ana Lima' },
			phones: [{ phone: '+447700900123', type: 'CELL' }],
			emails: [{ email: 'ana@example.com' }],
			org: { company: 'Acme', title: 'CTO' },
			birthday: '1990-05-15',
			addresses: [{ zip: 'LS1 1AA' }],
		},
	],
	[
		'in Portuguese',
		{
			Nome: 'Ana',
			Sobrenome: 'Lima',
			Apelido: 'Aninha',
			'Celular/WhatsApp': '+5511987650001',
			'E-mail': 'ana@example.com',
			Empresa: 'Acme',
			Cargo: 'Diretora',
			'Data de nascimento': '15/05/1990',
			Logradouro: 'Rua Augusta',
			Número: '1500',
			Bairro: 'Centro',
			Cidade: 'São Paulo',
			UF: 'SP',
			CEP: '01304-001',
			Observações: 'Ligar à tarde',
		},
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '+5511987650001', type: 'CELL' }],
			emails: [{ email: 'ana@example.com' }],
			org: { company: 'Acme', title: 'Diretora' },
			addresses: [
				{ street: 'Rua Augusta, 1500, Centro', city: 'São Paulo', state: 'SP', zip: '01304-001' },
			],
			birthday: '1990-05-15',
			nickname: 'Aninha',
			note: 'Ligar à tarde',
		},
	],
	[
		'in Portuguese, with the family name as Apelido',
		{ 'Primeiro nome': 'Ana', Apelido: 'Lima', Telemóvel: '+351912345678' },
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '+351912345678', type: 'CELL' }],
		},
	],
	[
		'in Spanish',
		{
			Nombre: 'Ana',
			Apellidos: 'Lima Ruiz',
			'Teléfono móvil': '+34600000000',
			'Correo electrónico': 'ana@example.com',
			Dirección: 'Calle 1',
			'Código postal': '28001',
			Ciudad: 'Madrid',
			Puesto: 'Directora',
			'Fecha de nacimiento': '15/05/1990',
		},
		{
			name: { first_name: 'Ana', last_name: 'Lima Ruiz' },
			phones: [{ phone: '+34600000000', type: 'CELL' }],
			emails: [{ email: 'ana@example.com' }],
			addresses: [{ street: 'Calle 1', city: 'Madrid', zip: '28001' }],
			org: { title: 'Directora' },
			birthday: '1990-05-15',
		},
	],
	[
		'in German',
		{ Name: 'Lima', Vorname: 'Ana', Telefonnummer: '+493012345678', Firma: 'Acme' },
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '+493012345678' }],
			org: { company: 'Acme' },
		},
	],
	[
		'in French',
		{ Nom: 'Lima', Prénom: 'Ana', 'Téléphone portable': '+33612345678', Société: 'Acme' },
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '+33612345678', type: 'CELL' }],
			org: { company: 'Acme' },
		},
	],
	[
		'as questions of a form',
		{
			Timestamp: '5/1/2024 10:00:00',
			"What's your full name?": 'Ana Lima',
			'What is your WhatsApp number?': '+447700900123',
		},
		{ name: { formatted_name: 'Ana Lima' }, phones: PHONES },
	],
	[
		'without any separator',
		{ FIRSTNAME: 'Ana', lastname: 'Lima', mobilephone: '+447700900123', EMAIL1: 'ana@example.com' },
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '+447700900123', type: 'CELL' }],
			emails: [{ email: 'ana@example.com' }],
		},
	],
	[
		"as Google's CSV",
		{
			'First Name': 'Ana',
			'Last Name': 'Lima',
			'Name Prefix': 'Dr.',
			'Organization Name': 'Acme',
			'Organization Title': 'CTO',
			'Phone 1 - Label': 'Mobile',
			'Phone 1 - Value': '+57 300 111 2222 ::: +57 300 333 4444',
			'Phone 2 - Label': '* Work',
			'Phone 2 - Value': '+57 1 234 5678',
			'E-mail 1 - Label': '* Work',
			'E-mail 1 - Value': 'ana@example.com',
			'Address 1 - Label': 'Home',
			'Address 1 - Formatted': 'Calle 1\nBogotá',
			'Address 1 - Street': 'Calle 1',
			'Address 1 - City': 'Bogotá',
			Labels: '* myContacts ::: Team',
		},
		{
			name: { first_name: 'Ana', last_name: 'Lima', prefix: 'Dr.' },
			phones: [
				{ phone: '+57 1 234 5678', type: 'WORK' },
				{ phone: '+57 300 111 2222', type: 'CELL' },
				{ phone: '+57 300 333 4444', type: 'CELL' },
			],
			emails: [{ email: 'ana@example.com', type: 'WORK' }],
			addresses: [{ street: 'Calle 1', city: 'Bogotá', type: 'HOME' }],
			org: { company: 'Acme', title: 'CTO' },
		},
	],
];

describe('a row of a sheet is read', () => {
	it.each(sheets)('%s', (_, row, draft) => {
		expect(readRowAsJson(row)).toEqual({ draft, warnings: [] });
	});
});

describe('a name', () => {
	it.each<[Record<string, unknown>, ContactDraft['name']]>([
		[
			{ Name: 'Ana', 'Last Name': 'Lima' },
			{ first_name: 'Ana', last_name: 'Lima' },
		],
		[
			{ Name: 'Ana Lima', 'Last Name': 'Lima' },
			{ formatted_name: 'Ana Lima', last_name: 'Lima' },
		],
		[{ Name: 'Ana', 'Last Name': '' }, { formatted_name: 'Ana' }],
		[
			{ name: 'Ana Lima', first_name: 'Ana', last_name: 'Lima' },
			{ formatted_name: 'Ana Lima', first_name: 'Ana', last_name: 'Lima' },
		],
		[
			{ Nombre: 'Ana', Apellido: 'Lima' },
			{ first_name: 'Ana', last_name: 'Lima' },
		],
		[{ Contact: 'Ana Lima', Company: 'Acme' }, { formatted_name: 'Ana Lima' }],
		[{ 'File As': 'Lima, Ana' }, { formatted_name: 'Lima, Ana' }],
	])('of %j', (row, name) => {
		expect(readRowAsJson({ ...row, phone: '+447700900123' }).draft?.name).toEqual(name);
	});
});

describe('a phone', () => {
	it.each<[Record<string, unknown>, ContactDraft['phones']]>([
		[{ phone: 447700900123 }, [{ phone: '447700900123' }]],
		[{ phone: '5512996130832.0' }, [{ phone: '5512996130832' }]],
		[{ phone: "'+447700900123" }, PHONES],
		[{ phone: '="+447700900123"' }, PHONES],
		[
			{ phone: '+447700900123', mobile: '07700 900123' },
			[{ phone: '+447700900123', type: 'CELL' }],
		],
		[{ phone: '07700 900123', whatsapp: '+447700900123' }, PHONES],
		[{ phone: '+447700900123', phone_2: '', phone_3: null }, PHONES],
		[{ ddi: '55', ddd: '11', telefone: '98765-0001' }, [{ phone: '+55 11 98765-0001' }]],
		[{ ddi: 55, phone: '5511987650001' }, [{ phone: '+5511987650001' }]],
		[{ country_code: '49', phone: '4917612345678' }, [{ phone: '+4917612345678' }]],
		[{ country_code: '+62', phone: 62811234567 }, [{ phone: '+62811234567' }]],
		[{ country_code: '225', phone: '0707070707' }, [{ phone: '+2250707070707' }]],
		[{ country_code: '36', phone: '06 20 123 4567' }, [{ phone: '+36201234567' }]],
		// A number of Gabon that is somebody else's without its zero
		[{ country_code: '241', phone: '06123456' }, [{ phone: '06123456' }]],
		[{ phone: '447700900123,00' }, [{ phone: '447700900123' }]],
		[
			{ phone: { primary: '+447700900123', backup: '+447700900124' } },
			[{ phone: '+447700900123' }, { phone: '+447700900124', type: 'OTHER' }],
		],
		[{ phone: [{ value: '+447700900123', primary: 'yes' }] }, PHONES],
		[{ ddd: '11', numero: '98765-0001' }, [{ phone: '11 98765-0001' }]],
		[{ 'Country Code': '+44', Phone: '07700 900123' }, [{ phone: '+44 7700 900123' }]],
		[{ 'Country Code': 'GB', Phone: '07700 900123' }, [{ phone: '07700 900123' }]],
		[{ 'Phone Country Code': '+44', Phone: '07700 900123' }, [{ phone: '+44 7700 900123' }]],
		[{ Phone: '+44 20 7946 0958', Ramal: '12' }, [{ phone: '+44 20 7946 0958 ext. 12' }]],
		[
			{ phone_number: '+447700900123', wa_id: '447700900123' },
			[{ phone: '+447700900123', wa_id: '447700900123' }],
		],
		[{ wa_id: '447700900123', phone: null }, [{ phone: '', wa_id: '447700900123' }]],
		[
			{ phones: [{ type: 'wa_id', phone: '447700900123' }, { number: '+447700900123' }] },
			[{ phone: '+447700900123', wa_id: '447700900123' }],
		],
		[{ number: '+447700900123' }, PHONES],
		[{ contact_number: '+447700900123' }, PHONES],
		[{ Phone: 'https://wa.me/447700900123' }, PHONES],
		[
			{ work_phone: '+442079460958', work_phone_ext: '12', mobile: '+447700900123' },
			[
				{ phone: '+442079460958 ext. 12', type: 'WORK' },
				{ phone: '+447700900123', type: 'CELL' },
			],
		],
	])('of %j', (row, phones) => {
		expect(readRowAsJson({ name: 'Ana', ...row }).draft?.phones).toEqual(phones);
	});
});
