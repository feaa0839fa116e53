import { unknownKeyWarnings } from '../../../nodes/contact/read/dialect';
import { readJson } from '../../../nodes/contact/read/json';
import { dialects } from '../../../nodes/providers/dialects';
import { META, CARD, warnings, read } from './read';

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

describe('an entry that is not a contact, among others', () => {
	it.each<[string, unknown, string]>([
		['a hole', null, '[1] is not a contact'],
		['a number', 42, '[1] is not a contact'],
		[
			'a row about nobody',
			{ foo: 1 },
			'[1] is not a contact: it has no key for a name, a phone or an email (it has 1 key: foo)',
		],
	])('keeps its place and the reason: %s', (_, entry, problem) => {
		expect(readJson([META, entry, META], dialects).map(({ refusal: why }) => why?.problem)).toEqual(
			[undefined, problem, undefined],
		);
	});
});
