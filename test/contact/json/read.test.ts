import { completeContact } from '../../../nodes/contact/complete';
import type { Contact, ContactDraft } from '../../../nodes/contact/contact';
import { pathText } from '../../../nodes/contact/read/dialect';
import { parseJson, readJson } from '../../../nodes/contact/read/json';
import { dialects } from '../../../nodes/providers/dialects';
import { refusalOf } from '../../support/refusal';
import { META, read, warnings, CARD } from './read';

const NEUTRAL = { ...META, nickname: 'Johnny', note: 'one\ntwo', photo: 'https://a.example/b.png' };

describe('JSON is read', () => {
	it.each<[string, unknown, ContactDraft[]]>([
		['as a Meta contacts object', META, [META]],
		['as a neutral contact', NEUTRAL, [NEUTRAL]],
		['as a list of Meta contacts objects', [META, NEUTRAL], [META, NEUTRAL]],
		['as Meta contacts wrapped in contacts', { contacts: [META] }, [META]],
		['as text of JSON', JSON.stringify([META]), [META]],
		['as text of JSON with a byte-order mark', `\ufeff${JSON.stringify(META)}`, [META]],
		[
			'with texts in the place of objects',
			{
				name: 'John Doe',
				phones: '+5512996130832',
				emails: ['a@b.c'],
				org: 'Acme',
				addresses: 'Rua',
			},
			[
				{
					name: { formatted_name: 'John Doe' },
					phones: [{ phone: '+5512996130832' }],
					emails: [{ email: 'a@b.c' }],
					org: { company: 'Acme' },
					addresses: [{ street: 'Rua' }],
				},
			],
		],
		['as phones alone', { phones: ['112'] }, [{ phones: [{ phone: '112' }] }]],
		['as one phone object', { phones: { phone: '112' } }, [{ phones: [{ phone: '112' }] }]],
		['as emails alone', { emails: [{ email: 'a@b.c' }] }, [{ emails: [{ email: 'a@b.c' }] }]],
		['as a URL alone', { urls: ['https://a.b'] }, [{ urls: [{ url: 'https://a.b' }] }]],
		['as an organization alone', { org: { company: 'Acme' } }, [{ org: { company: 'Acme' } }]],
		[
			'with numbers where text is expected',
			{
				name: { formatted_name: 7 },
				phones: [{ phone: 5512996130832, wa_id: 5512996130832 }, 112],
			},
			[
				{
					name: { formatted_name: '7' },
					phones: [{ phone: '5512996130832', wa_id: '5512996130832' }, { phone: '112' }],
				},
			],
		],
		[
			'with null where there is nothing',
			{
				name: { formatted_name: 'A', last_name: null },
				phones: [{ phone: null, type: null }],
				emails: null,
				org: null,
				birthday: null,
				addresses: [],
			},
			[{ name: { formatted_name: 'A' }, phones: [{ phone: '' }] }],
		],
		['without a name', { name: null, org: { company: 'Acme' } }, [{ org: { company: 'Acme' } }]],
		[
			'as flat Meta parameters',
			{ name_formatted_name: 'John Doe', phone_1_phone: '+5512996130832' },
			[{ name: { formatted_name: 'John Doe' }, phones: [{ phone: '+5512996130832' }] }],
		],
		[
			'as a RyzeAPI contact',
			{
				fullName: 'João Silva',
				phone: '5511888888888',
				organization: 'Acme',
				email: 'joao@example.com',
				url: 'https://example.com',
			},
			[
				{
					name: { formatted_name: 'João Silva' },
					phones: [{ phone: '+5511888888888' }],
					org: { company: 'Acme' },
					emails: [{ email: 'joao@example.com' }],
					urls: [{ url: 'https://example.com' }],
				},
			],
		],
		[
			"as RyzeAPI's vcard list",
			{
				vcard: [
					{ fullName: 'A', phone: '1' },
					{ fullName: 'B', phone: '2' },
				],
			},
			[
				{ name: { formatted_name: 'A' }, phones: [{ phone: '1' }] },
				{ name: { formatted_name: 'B' }, phones: [{ phone: '2' }] },
			],
		],
		[
			"as RyzeAPI's single vcard",
			{ vcard: { fullName: 'A', phone: '1' } },
			[{ name: { formatted_name: 'A' }, phones: [{ phone: '1' }] }],
		],
		[
			'as a Wawp contact',
			{
				fullName: 'Wawp Support',
				organization: 'Wawp HQ',
				phoneNumber: '+201111111111',
				whatsappId: '201111111111',
			},
			[
				{
					name: { formatted_name: 'Wawp Support' },
					phones: [{ phone: '+201111111111', wa_id: '201111111111' }],
					org: { company: 'Wawp HQ' },
				},
			],
		],
		[
			'as a Chert contact',
			{
				contact: {
					full_name: 'John Doe',
					given_name: 'John',
					family_name: 'Doe',
					organization: 'Acme',
					phones: [{ value: '+14155551234', label: 'mobile' }],
					emails: [{ value: 'john@example.com' }],
				},
			},
			[
				{
					name: { formatted_name: 'John Doe', first_name: 'John', last_name: 'Doe' },
					phones: [{ phone: '+14155551234', type: 'mobile' }],
					emails: [{ email: 'john@example.com' }],
					org: { company: 'Acme' },
				},
			],
		],
		[
			'as a GOWA contact',
			{ contact_name: 'Aldino Kemal', contact_phone: '6289685024992' },
			[{ name: { formatted_name: 'Aldino Kemal' }, phones: [{ phone: '+6289685024992' }] }],
		],
	])('%s', (_, json, drafts) => {
		expect(read(json)).toEqual(drafts);
		expect(warnings(json)).toEqual([]);
	});

	it.each<[string, unknown, number]>([
		['alone', CARD, 1],
		['two in one text', CARD + CARD, 2],
		['as a JSON string', JSON.stringify(CARD), 1],
		['in a list', [CARD, CARD], 2],
		['under vcard', { vcard: CARD }, 1],
		['under vcard_text', { vcard_text: CARD }, 1],
		['under vCard', { vCard: CARD }, 1],
		['under contact', { contact: CARD }, 1],
		['in a list under contacts', { contacts: [{ vcard: CARD }, CARD] }, 2],
		['in a list under vcard', { vcard: [CARD] }, 1],
	])('as vCard text %s', (_, json, many) => {
		const john = { name: { formatted_name: 'John Doe' }, phones: [{ phone: '+5512996130832' }] };
		expect(read(json)).toEqual(Array.from({ length: many }, () => john));
		expect(warnings(json)).toEqual([]);
	});

	it('as a list of all spellings', () => {
		const mixed = [
			META,
			{ name_formatted_name: 'Flat' },
			{ fullName: 'Ryze', phone: '1' },
			{ fullName: 'Wawp', phoneNumber: '1' },
			{ full_name: 'Chert' },
			{ contact_name: 'GOWA', contact_phone: '1' },
			CARD,
			{ contacts: [{ vcard: CARD }] },
			[{ name: { formatted_name: 'Nested' } }],
		];
		expect(read(mixed).map(({ name }) => name?.formatted_name)).toEqual([
			'Dr. John A. Doe Jr.',
			'Flat',
			'Ryze',
			'Wawp',
			'Chert',
			'GOWA',
			'John Doe',
			'John Doe',
			'Nested',
		]);
	});

	it.each(dialects.map(({ name, example }) => [name, example] as const))(
		'as the example of %s',
		(_, example) => {
			const [contact] = readJson(example, dialects);
			expect(contact?.warnings).toEqual([]);
			expect(completeContact(contact!, { whatsappId: 'asGiven' })).toMatchObject({ warnings: [] });
		},
	);

	it('as the contact that was given out, unchanged', () => {
		const contact: Contact = NEUTRAL;
		const [again] = readJson(JSON.stringify(contact), dialects);
		expect(completeContact(again!, { whatsappId: 'asGiven' })).toEqual({ contact, warnings: [] });
	});
});

describe('a path', () => {
	it('is written as in JavaScript', () => {
		expect(pathText([])).toBe('The JSON');
		expect(pathText(['contacts', 1, 'phones', 0, 'wa_id'])).toBe('contacts[1].phones[0].wa_id');
		expect(pathText([2, 'a.b', 'c'])).toBe('[2]["a.b"].c');
		expect(pathText(['x'.repeat(70)])).toBe(`["${'x'.repeat(59)}…"]`);
	});
});

describe('JSON text', () => {
	it('is parsed to its value', () => {
		expect(parseJson('\ufeff {"a": [1, null]}')).toEqual({ a: [1, null] });
	});

	it.each(['', '{'])('that is none (%j) is the fault of the parameter that holds it', (json) => {
		expect(refusalOf(() => parseJson(json)).field).toBe('contactsJson');
		expect(refusalOf(() => parseJson(json, 'message')).field).toBe('message');
	});
});
