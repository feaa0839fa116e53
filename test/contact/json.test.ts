import { completeContact } from '../../nodes/contact/complete';
import type { Contact, ContactDraft } from '../../nodes/contact/contact';
import { pathText, unknownKeyWarnings } from '../../nodes/contact/read/dialect';
import { parseJson, readJson } from '../../nodes/contact/read/json';
import { InputError } from '../../nodes/failures/inputError';
import { dialects } from '../../nodes/providers/dialects';
import { refusalOf } from '../support/refusal';

const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:John Doe\r\nTEL:+5512996130832\r\nEND:VCARD\r\n';
const EXAMPLE =
	'{"name":{"formatted_name":"John Doe","first_name":"John"},"phones":[{"phone":"+5512996130832","type":"CELL"}]}';
const GIVE =
	'Include a name and a phone or email, such as {"name":"John Doe","phone":"+5512996130832"}, or vCard text.';
const NAME_KEYS =
	'Name the keys after what they contain, such as {"name":"John Doe","phone":"+5512996130832"}.';

/** The drafts without their empty parts. */
function read(json: unknown): ContactDraft[] {
	return readJson(json, dialects).map(({ draft }) => filled(draft));
}

function filled(draft: ContactDraft): ContactDraft {
	const fields = Object.entries(draft).map(([key, value]): [string, unknown] => [
		key,
		isGroup(value) ? filledGroup(value) : value,
	]);
	return Object.fromEntries(
		fields.filter(([, value]) => typeof value !== 'object' || Object.keys(value ?? {}).length > 0),
	);
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function filledGroup(group: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined));
}

function warnings(json: unknown): string[] {
	return readJson(json, dialects).flatMap((contact) => contact.warnings.map((it) => it.message));
}

function refusal(json: unknown): InputError {
	try {
		readJson(json, dialects);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('it was read');
}

const META = {
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
	addresses: [
		{
			street: 'Rua Augusta, 1500',
			city: 'São Paulo',
			state: 'SP',
			zip: '01304-001',
			country: 'Brazil',
			country_code: 'BR',
			type: 'WORK',
		},
	],
	org: { company: 'Acme', department: 'Engineering', title: 'Developer' },
	urls: [{ url: 'https://example.com', type: 'WORK' }],
	birthday: '1990-05-15',
};
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

describe('keys that no field is made of become one warning', () => {
	it.each<[string, unknown, string]>([
		['one', { ...META, x: 1 }, 'x is not a field of a contact and was left out'],
		[
			'several, at every depth',
			{
				name: { formatted_name: 'A', x: 1 },
				phones: [
					{ phone: '112', y: 2 },
					{ phone: '113', y: 2 },
				],
				'an odd.thought': 1,
			},
			'name.x, phones[0].y, phones[1].y and ["an odd.thought"] are not fields of a contact and were left out',
		],
		[
			'of one object in the place of a list',
			{ phones: { phone: '112', y: 'x' } },
			'phones.y is not a field of a contact and was left out',
		],
		[
			"of Chatvolt's request",
			{ agentId: 'a', conversationId: 'c', name_formatted_name: 'A', colour: '1' },
			'agentId, conversationId and colour are not fields of a contact and were left out',
		],
		[
			"of RyzeAPI's request",
			{ number: '1', vcard: [{ fullName: 'A', phone: '1' }], delay: 2 },
			'number and delay are not fields of a contact and were left out',
		],
		[
			"of Wawp's request",
			{ instance_id: 'i', access_token: 't', chatId: '1', contacts: [{ vcard: CARD }] },
			'instance_id, access_token and chatId are not fields of a contact and were left out',
		],
		[
			"of GOWA's request",
			{ phone: '1@s.whatsapp.net', contact_name: 'A', contact_phone: '1', is_forwarded: true },
			'phone and is_forwarded are not fields of a contact and were left out',
		],
		[
			"of Chert's request",
			{ to: '+14155551234', vcard_text: CARD },
			'to is not a field of a contact and was left out',
		],
		[
			"of Meta's request",
			{ messaging_product: 'whatsapp', to: '1', type: 'contacts', contacts: [META] },
			'messaging_product, to and type are not fields of a contact and were left out',
		],
		[
			'of text outside of vCards',
			[`${CARD}trailing`],
			'line 6: text outside of a card was left out',
		],
	])('%s', (_, json, message) => {
		expect(warnings(json)).toEqual([message]);
	});

	it('with the first of several contacts', () => {
		const contacts = readJson({ to: '1', contacts: [META, META] }, dialects);
		expect(contacts.map((contact) => contact.warnings.length)).toEqual([1, 0]);
	});

	it('and are not followed into prototypes', () => {
		const json = '{"name":{"formatted_name":"A","__proto__":1},"__proto__":{"phones":[1]}}';
		expect(warnings(json)).toEqual([
			'name.__proto__ and __proto__ are not fields of a contact and were left out',
		]);
		expect(read(json)).toEqual([{ name: { formatted_name: 'A' } }]);
	});

	it('and only ten of them are named', () => {
		const [warning] = unknownKeyWarnings(Array.from({ length: 12 }, (_, index) => `k${index}`));
		expect(warning).toEqual({
			field: 'k0',
			message:
				'k0, k1, k2, k3, k4, k5, k6, k7, k8, k9 and 2 more are not fields of a contact and were left out',
		});
		expect(unknownKeyWarnings([])).toEqual([]);
	});
});

describe('JSON is refused', () => {
	it.each<[string, unknown, string]>([
		['a number', 7, 'The JSON is not a contact'],
		['null', null, 'The JSON is not a contact'],
		['a text that is no vCard', '"John"', 'The JSON is not a contact'],
		['an empty list', [], 'The JSON contains no contact'],
		['an empty list of contacts', { contacts: [] }, 'The JSON contains no contact'],
		['a list of holes', [null, null], '[0] is not a contact'],
		[
			'lists in lists in lists',
			'['.repeat(20_000) + ']'.repeat(20_000),
			'[0][0][0][0][0][0] is nested too deeply',
		],
	])('that is %s', (_, json, message) => {
		expect(refusal(json)).toMatchObject({ message, field: 'contactsJson', fix: GIVE });
	});

	it.each<[string, unknown, string]>([
		['an empty object', {}, 'The JSON is not a contact: NO_KEY (it is empty)'],
		[
			'an object of other keys',
			{ foo: 1 },
			'The JSON is not a contact: NO_KEY (it has 1 key: foo)',
		],
		[
			'an object of many other keys',
			{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 },
			'The JSON is not a contact: NO_KEY (it has 7 keys: a, b, c, d, e and 2 more)',
		],
		[
			'a list of something else',
			{ contacts: [{ foo: 1, 'a\nb': 2 }, 7] },
			'contacts[0] is not a contact: NO_KEY (it has 2 keys: foo and "a b")',
		],
		[
			'a name that is a list',
			{ name: [], phones: [] },
			'The JSON is not a contact: NO_KEY (it has 2 keys: name and phones)',
		],
	])('that is %s', (_, json, message) => {
		expect(refusal(json)).toMatchObject({
			message: message.replace('NO_KEY', 'it has no key for a name, a phone or an email'),
			field: 'contactsJson',
			fix: NAME_KEYS,
		});
	});

	it.each<[string, unknown, string]>([
		[
			'a text that is a truth value',
			{ name: { formatted_name: true } },
			'name.formatted_name must be text',
		],
		['a main text that is a list', { phones: [{ phone: [] }] }, 'phones[0].phone must be text'],
		[
			'a number that is not whole',
			{ phones: [{ phone: 1.5 }] },
			'phones[0].phone must be text: put the number in quotes',
		],
		[
			'a number with more digits than JSON keeps',
			'{"phones": [{"phone": "1", "wa_id": 12345678901234567890}]}',
			'phones[0].wa_id must be text: put the number in quotes',
		],
	])('where %s', (_, json, message) => {
		const place = message.split(' ')[0];
		expect(refusal(json)).toMatchObject({
			message,
			field: place,
			fix: `It was read as a Meta contacts object. An example: ${EXAMPLE}`,
		});
	});

	it.each<[string, unknown, string, string]>([
		[
			'flat',
			{ name_formatted_name: {} },
			'name_formatted_name must be text',
			'flat Meta parameters',
		],
		[
			'flat in a list',
			[{ phone_1_phone: 1.5 }],
			'[0].phone_1_phone must be text: put the number in quotes',
			'flat Meta parameters',
		],
		[
			'Wawp',
			{ contacts: [{ fullName: 'A', whatsappId: '1' }] },
			'contacts[0].phoneNumber is missing',
			'a Wawp contact',
		],
		[
			'vCard',
			{ contacts: [{ vcard: 'FN:A' }] },
			'contacts[0].vcard must begin with BEGIN:VCARD',
			'vCard text in an object',
		],
	])('where it does not fit the spelling of %s', (_, json, message, spelling) => {
		const error = refusal(json);
		expect(error.message).toBe(message);
		const example = dialects.find(({ name }) => name === spelling)?.example;
		expect(error.fix).toBe(`It was read as ${spelling}. An example: ${JSON.stringify(example)}`);
	});

	it.each([
		['', 'The JSON is empty'],
		[' \ufeff\n', 'The JSON is empty'],
		['John', 'The JSON is malformed at line 1, column 1 (invalid symbol)'],
		[
			'MECARD:N:Lima,Ana;TEL:+447700900123;;',
			'This is a MECARD, the text of a QR code, which cannot be read',
		],
		[
			'BIZCARD:N:Ana;B:+447700900123;;',
			'This is a BIZCARD, the text of a QR code, which cannot be read',
		],
		['["vcard",[["fn",{},"text","Ana"]]]', 'This is a jCard (RFC 7095), which cannot be read'],
		['[["vcard",[["fn",{},"text","Ana"]]]]', 'This is a jCard (RFC 7095), which cannot be read'],
		[
			'<?xml version="1.0"?><vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard/></vcards>',
			'This is an xCard (RFC 6351), which cannot be read',
		],
		[
			'<div class="person h-card"><b>Ana</b></div>',
			'This is an hCard of a web page, which cannot be read',
		],
		['QkVHSU46VkNBUkQKVkVSU0lPTjozLjA=', 'This is a vCard in base64, which cannot be read'],
		[
			'<p>BEGIN:VCARD<br>VERSION:3.0<br></p>',
			'This is a vCard encoded for a web page, which cannot be read',
		],
		["{'name': 1}", 'The JSON is malformed at line 1, column 2 (invalid symbol)'],
		['{"a": 1 "b": 2}', 'The JSON is malformed at line 1, column 9 (comma expected)'],
		['{\n  "a": 1,\n  "b": [,]\n}', 'The JSON is malformed at line 3, column 9 (value expected)'],
		['{\r\n"a": 1,\r\n}', 'The JSON is malformed at line 3, column 1 (property name expected)'],
		['[1,]', 'The JSON is malformed at line 1, column 4 (value expected)'],
		['{"a": "😀" x}', 'The JSON is malformed at line 1, column 11 (invalid symbol)'],
		['{"a": "x\ny"}', 'The JSON is malformed at line 1, column 7 (unexpected end of string)'],
		['{"a": 1', 'The JSON is malformed at line 1, column 8 (close brace expected)'],
		['{"a": 1} x', 'The JSON is malformed at line 1, column 10 (invalid symbol)'],
		['// x\n{}', 'The JSON is malformed at line 1, column 1 (invalid comment token)'],
		['['.repeat(100_000), 'The JSON is malformed'],
	])('that is malformed: %j', (json, message) => {
		const error = refusal(json);
		expect(error.message).toBe(message);
		expect(error.field).toBe('contactsJson');
	});

	it('that is malformed, with what helps', () => {
		expect(refusal('{').fix).toBe(
			'Correct it there, or build the JSON with an expression that quotes text for you: {{ JSON.stringify(…) }}.',
		);
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

describe('an entry that is not a contact, among others', () => {
	it.each<[string, unknown, string]>([
		['a hole', null, '[1] is not a contact'],
		['a number', 42, '[1] is not a contact'],
		[
			'a row that tells of nobody',
			{ foo: 1 },
			'[1] is not a contact: it has no key for a name, a phone or an email (it has 1 key: foo)',
		],
	])('keeps its place and the reason: %s', (_, entry, problem) => {
		expect(readJson([META, entry, META], dialects).map(({ refusal: why }) => why?.problem)).toEqual(
			[undefined, problem, undefined],
		);
	});
});
