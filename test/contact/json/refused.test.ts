import { readJson } from '../../../nodes/contact/read/json';
import { InputError } from '../../../nodes/failures/inputError';
import { dialects } from '../../../nodes/providers/dialects';

const EXAMPLE =
	'{"name":{"formatted_name":"John Doe","first_name":"John"},"phones":[{"phone":"+5512996130832","type":"CELL"}]}';
const GIVE =
	'Include a name and a phone or email, such as {"name":"John Doe","phone":"+5512996130832"}, or vCard text.';
const NAME_KEYS =
	'Name the keys after what they contain, such as {"name":"John Doe","phone":"+5512996130832"}.';

function refusal(json: unknown): InputError {
	try {
		readJson(json, dialects);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('it was read');
}

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
