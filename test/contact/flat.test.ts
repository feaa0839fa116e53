import fc from 'fast-check';

import { completeContact } from '../../nodes/contact/complete';
import type { ContactDraft } from '../../nodes/contact/contact';
import { flatParameters } from '../../nodes/contact/flat';
import type { JsonObject } from '../../nodes/contact/object';
import { flatDialect } from '../../nodes/contact/read/flatDialect';
import { draft } from './arbitrary';

const SEED = 20265;

function read(flat: JsonObject): ContactDraft | undefined {
	return flatDialect.read(flat, [])[0]?.draft;
}

/** The full example of Chatvolt's documentation, without agent and conversation. */
const FULL = {
	name_formatted_name: 'John Doe',
	name_first_name: 'John',
	name_last_name: 'Doe',
	phone_1_phone: '+5512996130832',
	phone_1_type: 'Mobile',
	phone_1_wa_id: '5512996130832',
	phone_2_phone: '+5511999998888',
	phone_2_type: 'Work',
	email_1_email: 'john@example.com',
	email_1_type: 'Work',
	address_1_street: 'Rua Augusta, 1500',
	address_1_city: 'São Paulo',
	address_1_state: 'SP',
	address_1_zip: '01304-001',
	address_1_country: 'Brazil',
	address_1_country_code: 'BR',
	address_1_type: 'Work',
	org_company: 'Chatvolt',
	org_department: 'Engineering',
	org_title: 'Developer',
	url_1_url: 'https://chatvolt.ai',
	url_1_type: 'Company',
	birthday: '1990-05-15',
};

describe('flat parameters', () => {
	it('are read as the contact that they spell', () => {
		expect(read(FULL)).toEqual({
			name: { formatted_name: 'John Doe', first_name: 'John', last_name: 'Doe' },
			phones: [
				{ phone: '+5512996130832', type: 'Mobile', wa_id: '5512996130832' },
				{ phone: '+5511999998888', type: 'Work' },
			],
			emails: [{ email: 'john@example.com', type: 'Work' }],
			addresses: [
				{
					street: 'Rua Augusta, 1500',
					city: 'São Paulo',
					state: 'SP',
					zip: '01304-001',
					country: 'Brazil',
					country_code: 'BR',
					type: 'Work',
				},
			],
			org: { company: 'Chatvolt', department: 'Engineering', title: 'Developer' },
			urls: [{ url: 'https://chatvolt.ai', type: 'Company' }],
			birthday: '1990-05-15',
		});
	});

	it('are written as they were read', () => {
		const result = completeContact(flatDialect.read(FULL, [])[0]!, { whatsappId: 'asGiven' });
		expect('contact' in result ? flatParameters(result.contact) : result).toEqual(FULL);
	});

	it('hold all other fields, too', () => {
		const flat = {
			name_middle_name: 'A.',
			name_prefix: 'Dr.',
			name_suffix: 'Jr.',
			nickname: 'Johnny',
			note: 'one\ntwo',
			photo: 'https://a.example/b.png',
		};
		expect(read(flat)).toEqual({
			name: { middle_name: 'A.', prefix: 'Dr.', suffix: 'Jr.' },
			phones: [],
			emails: [],
			addresses: [],
			org: {},
			urls: [],
			nickname: 'Johnny',
			note: 'one\ntwo',
			photo: 'https://a.example/b.png',
		});
	});

	it('have any numbers, in their order and without gaps', () => {
		const flat = {
			phone_12_phone: '12',
			phone_3_phone: '3',
			phone_0_phone: '0',
			email_7_email: 'a@b.c',
			url_100_url: 'https://a.b',
			address_2_city: 'X',
		};
		expect(read(flat)).toEqual({
			name: {},
			org: {},
			phones: [{ phone: '0' }, { phone: '3' }, { phone: '12' }],
			emails: [{ email: 'a@b.c' }],
			addresses: [{ city: 'X' }],
			urls: [{ url: 'https://a.b' }],
		});
	});

	it('may be numbers or empty', () => {
		const flat = {
			name_first_name: 7,
			phone_1_phone: 5512996130832,
			phone_2_type: 'WORK',
			note: null,
		};
		expect(read({ ...flat, email_1_type: 'x', url_1_type: 'y' })).toEqual({
			name: { first_name: '7' },
			org: {},
			phones: [{ phone: '5512996130832' }, { phone: '', type: 'WORK' }],
			emails: [{ email: '', type: 'x' }],
			addresses: [],
			urls: [{ url: '', type: 'y' }],
		});
	});

	it.each([
		['name_full', 1],
		['phone_1_email', 1],
		['phone_x_phone', 1],
		['phone__phone', 1],
		['xphone_1_phone', 1],
		['phone_1_phone ', 1],
		['org_name', 1],
		['birthday_1', 1],
	])('do not have the key %s', (key, value) => {
		const [contact] = flatDialect.read({ name_first_name: 'A', [key]: value }, []);
		const shown = key.endsWith(' ') ? '["phone_1_phone"]' : key;
		expect(contact?.warnings).toEqual([
			{ field: shown, message: `${shown} is not a field of a contact and was left out` },
		]);
	});

	it.each([
		[{ name_formatted_name: 'A' }, true],
		[{ phone_4_wa_id: '1' }, true],
		[{ org_title: 'x' }, true],
		[{ birthday: '1990-05-15', nickname: 'x' }, false],
		[{ name: 'x', phone: '1' }, false],
		[{}, false],
	])('are recognised in %j: %s', (value, recognised) => {
		expect(flatDialect.recognizes(value)).toBe(recognised);
	});

	it(`hold a whole contact (seed ${SEED})`, () => {
		fc.assert(
			fc.property(draft, (given) => {
				const result = completeContact({ draft: given, warnings: [] }, { whatsappId: 'asGiven' });
				if ('problem' in result) return;
				const [again] = flatDialect.read(flatParameters(result.contact), []);
				expect(again?.warnings).toEqual([]);
				expect(completeContact(again!, { whatsappId: 'asGiven' })).toMatchObject({
					contact: result.contact,
				});
			}),
			{ seed: SEED, numRuns: 1000 },
		);
	});
});
