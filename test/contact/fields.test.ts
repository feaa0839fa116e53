import { completeContact } from '../../nodes/contact/complete';
import { readFields } from '../../nodes/contact/read/fields';
import { InputError } from '../../nodes/failures/inputError';

function refusal(parameter: unknown): InputError {
	try {
		readFields(parameter);
	} catch (error) {
		if (error instanceof InputError) return error;
	}
	throw new Error('it was read');
}

describe('the fields of the node', () => {
	it('are read as the contact that they spell', () => {
		const contact = {
			formattedName: 'Dr. John A. Doe Jr.',
			firstName: 'John',
			lastName: 'Doe',
			middleName: 'A.',
			prefix: 'Dr.',
			suffix: 'Jr.',
			nickname: 'Johnny',
			company: 'Acme',
			department: 'Sales',
			title: 'Account Manager',
			birthday: '1990-05-15',
			note: 'one\ntwo',
			phones: {
				phone: [
					{ phone: '+5512996130832', type: 'CELL', waId: '5512996130832' },
					{ phone: '+5511999998888', type: '', waId: '' },
				],
			},
			emails: { email: [{ email: 'john@example.com', type: 'WORK' }] },
			addresses: {
				address: [
					{
						street: 'Rua Augusta, 1500',
						city: 'São Paulo',
						state: 'SP',
						zip: '01304-001',
						country: 'Brazil',
						countryCode: 'BR',
						type: 'WORK',
					},
				],
			},
			urls: { url: [{ url: 'https://example.com', type: 'WORK' }] },
		};
		expect(readFields({ contact: [contact] })).toEqual([
			{
				draft: {
					name: {
						formatted_name: 'Dr. John A. Doe Jr.',
						first_name: 'John',
						last_name: 'Doe',
						middle_name: 'A.',
						prefix: 'Dr.',
						suffix: 'Jr.',
					},
					phones: [
						{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' },
						{ phone: '+5511999998888', type: '', wa_id: '' },
					],
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
					org: { company: 'Acme', department: 'Sales', title: 'Account Manager' },
					urls: [{ url: 'https://example.com', type: 'WORK' }],
					birthday: '1990-05-15',
					nickname: 'Johnny',
					note: 'one\ntwo',
				},
				warnings: [],
			},
		]);
	});

	it('may be left out, empty, null or numbers', () => {
		const [contact] = readFields({
			contact: [
				{
					formattedName: 'Ann',
					lastName: null,
					phones: { phone: [{ phone: 5512996130832 }, {}] },
					emails: { email: [{}] },
					urls: { url: [{ type: 'WORK' }] },
					addresses: {},
					nickname: '',
				},
			],
		});
		expect(completeContact(contact!, { whatsappId: 'asGiven' })).toEqual({
			contact: {
				name: { formatted_name: 'Ann', first_name: 'Ann' },
				phones: [{ phone: '+5512996130832' }],
				emails: [],
				addresses: [],
				org: {},
				urls: [],
			},
			warnings: [],
		});
	});

	it('may be dates, as expressions make them', () => {
		const [contact] = readFields({
			contact: [{ formattedName: 'Ann', birthday: new Date('1990-05-15T00:00:00Z') }],
		});
		expect(contact?.draft.birthday).toBe('1990-05-15T00:00:00.000Z');
		expect(completeContact(contact!, { whatsappId: 'asGiven' })).toMatchObject({
			contact: { birthday: '1990-05-15' },
		});
	});

	it('give contacts in their order', () => {
		const contacts = readFields({ contact: [{ firstName: 'A' }, {}, { firstName: 'C' }] });
		expect(contacts.map(({ draft }) => draft.name?.first_name)).toEqual(['A', undefined, 'C']);
	});

	it.each([[undefined], [null], [''], [{}], [{ contact: [] }]])(
		'are missing in %j',
		(parameter) => {
			expect(refusal(parameter)).toMatchObject({
				message: 'There is no contact',
				field: 'contacts',
				fix: 'Add one under Contacts, or choose another Contact Source.',
			});
		},
	);

	it.each<[unknown, string]>([
		['x', 'Contacts must be an object'],
		[{ contact: {} }, 'Contacts must be a list'],
		[{ contact: [{}, 'x'] }, 'Contact 2 must be an object'],
		[{ contact: [{ formattedName: true }] }, 'Contact 1: formattedName must be text'],
		[{ contact: [{ note: {} }] }, 'Contact 1: note must be text'],
		[
			{ contact: [{ firstName: 0.5 }] },
			'Contact 1: firstName must be text: put the number in quotes',
		],
		[
			{ contact: [{}, { phones: { phone: [{}, { type: [] }] } }] },
			'Contact 2: phones[1].type must be text',
		],
		[{ contact: [{ phones: [] }] }, 'Contact 1: phones must be an object'],
		[{ contact: [{ emails: { email: 'x' } }] }, 'Contact 1: emails must be a list'],
		[{ contact: [{ urls: { url: [null] } }] }, 'Contact 1: urls[0] must be an object'],
	])('do not fit in %j', (parameter, message) => {
		expect(refusal(parameter)).toMatchObject({
			message,
			field: 'contacts',
			fix: 'Make the expression return text or a number.',
		});
	});
});
