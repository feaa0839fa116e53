import fc from 'fast-check';

import { readRowAsItem, readRowAsJson } from './read';

describe('a row is refused', () => {
	it.each<[Record<string, unknown>, string]>([
		[
			{ id: 7, name: 'Blue Shirt', price: 10, sku: 'X1' },
			'The JSON is not a contact: it has no key for a name, a phone or an email (it has 4 keys: id, name, price and sku)',
		],
		[
			{ id: 1, name: 'Weekly list' },
			'The JSON is not a contact: it has no key for a name, a phone or an email (it has 2 keys: id and name)',
		],
		[
			{ title: 'Deal', cc_email: 'cc@example.com' },
			"The JSON is not a contact: it has no key for a name, a phone or an email (it has 2 keys: title and cc_email; cc_email is somebody else's)",
		],
		[
			{ name: 'Ana', phone: '5.513E+12' },
			'phone "5.513E+12" is a number that a spreadsheet rounded: format the column as text and type the number again, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: '#ERROR!' },
			'phone "#ERROR!" is a formula error: in the sheet, type an apostrophe before the number, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: 5512996130832.5 },
			'phone 5512996130832.5 is not a whole number, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: 1e22 },
			'phone 1e+22 has more digits than a number can keep: pass it as text, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: '2024-05-01T10:00:00Z' },
			'phone "2024-05-01T10:00:00Z" is a date or time, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: 1714557600000 },
			'phone 1714557600000 is a date or time, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: '5f3a9c1b2d4e5f3a9c1b2d4e' },
			'phone "5f3a9c1b2d4e5f3a9c1b2d4e" is an ID, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: 'call me' },
			'phone "call me" is not a phone number, and there is no other phone number',
		],
		[
			{ name: 'Ana', phone: 'ana@example.com' },
			'phone "ana@example.com" is an email address, and there is no other phone number',
		],
		[
			{ name: true, phone: '+447700900123' },
			'name true is an answer, not a name, and there is no other name',
		],
		[
			{ name: 'Ana', 'Clinic phone': '+447700900123' },
			'["Clinic phone"] contains a phone number, but it may not be this contact\'s, and there is no other',
		],
		[
			{ name: 'Ana', number: '447700900123' },
			"number contains a phone number, but it may not be this contact's, and there is no other",
		],
		[
			{ phone: '+447700900999', contact: { name: 'Ana' } },
			"phone is outside contact, so it may not be this contact's, and there is no other phone number",
		],
		[
			{ name: 'Deal', person: { name: 'Ana', phone: '+447700900123' } },
			"person contains a phone number, but it may not be this contact's, and there is no other",
		],
	])('%j', (row, refused) => {
		expect(readRowAsJson(row).refused).toBe(refused);
	});
});

describe('what is no value', () => {
	it.each<[Record<string, unknown>, string[]]>([
		[{ phone_verified: true, email_verified: false, phone_count: 2 }, []],
		[{ phone_verified_at: 1700000000000, phone_id: '12345678', created_at: 1700000000 }, []],
		[{ mobile: true }, ['mobile true is an answer, not a phone number; it was left out']],
		[{ WhatsApp: 'Sim' }, ['WhatsApp "Sim" is an answer, not a phone number; it was left out']],
		[{ mobile: false, fax: '-', phone2: 'n/a', phone3: 0, phones: [null, '', {}] }, []],
	])('is no phone: %j', (row, warnings) => {
		expect(readRowAsJson({ name: 'Ana', email: 'ana@example.com', ...row })).toEqual({
			draft: { name: { formatted_name: 'Ana' }, emails: [{ email: 'ana@example.com' }] },
			warnings,
		});
	});

	it('warns of a number that a sheet seems to have rounded', () => {
		expect(readRowAsJson({ name: 'Ana', phone: 5513000000000 }).warnings).toEqual([
			'phone 5513000000000 looks as if a spreadsheet rounded it: check it',
		]);
	});
});

const OTHERS = [
	'owner',
	'Contact owner',
	'assistant',
	'spouse',
	'manager',
	'account manager',
	'emergency contact',
	'mother',
	'father',
	'parent',
	'guardian',
	'next of kin',
	'referred by',
	'created by',
	'sales rep',
	'cc',
	'reply to',
	'sender',
	'supervisor',
	'cônjuge',
	'mãe',
	'pai',
	'responsável',
	'vendedor',
	'contato de emergência',
	'indicado por',
	'cónyuge',
	'madre',
	'asesor',
	'contacto de emergencia',
	'doctor',
	'coach',
	'driver',
	'landlord',
	'husband',
	'wife',
	'partner',
];
const CASES = [
	(words: string) => words,
	(words: string) => words.toUpperCase(),
	(words: string) => words.replace(/ /g, '_'),
	(words: string) => words.replace(/ (.)/g, (_all, letter: string) => letter.toUpperCase()),
	(words: string) => words.replace(/ /g, '-'),
];

it("reads no name, phone or email of somebody else's, and names the key", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...OTHERS),
			fc.constantFrom('name', 'phone', 'phone number', 'mobile', 'email', 'e-mail'),
			fc.constantFrom(...CASES),
			(role, what, written) => {
				const key = written(`${role} ${what}`);
				const theirs = what.includes('mail')
					? 'theirs@example.com'
					: what === 'name'
						? 'Theirs'
						: '+447700900999';
				const { draft, warnings } = readRowAsJson({
					name: 'Ana',
					phone: '+447700900123',
					[key]: theirs,
				});
				expect(draft).toEqual({
					name: { formatted_name: 'Ana' },
					phones: [{ phone: '+447700900123' }],
				});
				expect(warnings?.join()).toContain(key);
			},
		),
	);
});

const value = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		'',
		true,
		false,
		0,
		1,
		7,
		1700000000000,
		5.5,
		'yes',
		'n/a',
		'2024-01-01',
		'Ana',
		'+447700900123',
		'ana@example.com',
		'x',
	),
	fc.array(fc.constantFrom<unknown>(null, '', {}, 'Ana', '+447700900124'), { maxLength: 3 }),
	fc.record({
		value: fc.constantFrom<unknown>('+447700900125', null, 3),
		label: fc.constantFrom('work', 'owner'),
	}),
);
const key = fc.oneof(
	fc.constantFrom(
		'name',
		'Nome',
		'phone',
		'phones',
		'Celular',
		'email',
		'Clinic phone',
		'Pet name',
		'phone_id',
		'owner_email',
		'id',
		'contact',
		'properties',
		'data',
		'company',
		'wa_id',
		'number',
	),
	fc.string({ maxLength: 8 }),
);

it('drops no name, phone or email without a word', () => {
	fc.assert(
		fc.property(fc.dictionary(key, value, { maxKeys: 6 }), (row) => {
			const read = readRowAsItem(row);
			if (read.refused !== undefined) return;
			const result = JSON.stringify(read);
			for (const sign of ['+447700900123', 'ana@example.com']) {
				for (const [name, held] of Object.entries(row)) {
					if (held !== sign || !/phone|email|celular/i.test(name) || name === 'phone_id') continue;
					const quoted = JSON.stringify(name).slice(1, -1);
					expect([row, result.includes(sign) || result.includes(quoted)]).toEqual([row, true]);
				}
			}
		}),
		{ numRuns: 500 },
	);
});

it('reads no boolean, count or time as a phone', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('phone', 'mobile', 'whatsapp', 'phones', 'Telefone'),
			fc.constantFrom<unknown>(
				true,
				false,
				'yes',
				'Não',
				1,
				3,
				'7',
				'2024-05-01',
				'10:30',
				new Date(0),
				[true],
				{ value: true },
				'a1b2c3d4-0000-4000-8000-000000000000',
			),
			(name, held) => {
				const { draft } = readRowAsJson({ name: 'Ana', email: 'ana@example.com', [name]: held });
				expect(draft?.phones ?? []).toEqual([]);
			},
		),
	);
});
