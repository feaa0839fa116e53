import { type ContactSource } from '../../../nodes/contact/source/properties';
import { CARD, read, refusal } from './context';

const BRAZIL = { defaultCountry: 'BR' };
const ANN = {
	contact: {
		name: { formatted_name: 'Ann', first_name: 'Ann' },
		phones: [{ phone: '+5512996130832', wa_id: '5512996130832' }],
		emails: [],
		addresses: [],
		org: {},
		urls: [],
	},
	warnings: [],
	place: 1,
};

describe('a contact is read', () => {
	it.each<[ContactSource, Record<string, unknown>]>([
		[
			'fields',
			{
				contacts: {
					contact: [{ formattedName: 'Ann', phones: { phone: [{ phone: '12 99613-0832' }] } }],
				},
			},
		],
		['flat', { flatParameters: { name_formatted_name: 'Ann', phone_2_phone: '12 99613-0832' } }],
		['json', { contactsJson: { name: 'Ann', phones: ['12 99613-0832'] } }],
		['json', { contactsJson: '[{"full_name":"Ann","phones":["12 99613-0832"]}]' }],
		['json', { contactsJson: CARD }],
		['vcard', { vcardText: CARD }],
	])('from %s %j', async (source, parameters) => {
		expect(await read(source, parameters, BRAZIL)).toEqual({ contacts: [ANN], warnings: [] });
	});

	it('from a file', async () => {
		const parameters = { binaryPropertyName: ' data ' };
		expect(await read('file', parameters, BRAZIL, { data: CARD + CARD })).toEqual({
			contacts: [ANN, { ...ANN, place: 2 }],
			warnings: [],
		});
	});

	it('with what stands outside of its cards', async () => {
		const { contacts, warnings } = await read('vcard', { vcardText: `x\n${CARD}` }, BRAZIL);
		expect(contacts).toEqual([ANN]);
		expect(warnings).toEqual([
			{ field: 'card', message: 'line 1: text outside of a card was left out' },
		]);
	});

	it('with WhatsApp IDs as given', async () => {
		const { contacts } = await read(
			'json',
			{ contactsJson: { phones: ['+5512996130832'] } },
			{ whatsappId: 'asGiven', defaultCountry: '' },
		);
		expect(contacts[0]?.contact.phones).toEqual([{ phone: '+5512996130832' }]);
	});

	it.each([null, undefined, ''])('with the default choice where an option is %j', async (none) => {
		const options = { whatsappId: none, defaultCountry: none };
		const { contacts } = await read(
			'json',
			{ contactsJson: { phones: ['+5512996130832'] } },
			options,
		);
		expect(contacts[0]?.contact.phones).toEqual(ANN.contact.phones);
	});
});

describe('of several contacts, one that says nothing usable', () => {
	const NOBODY = 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:\r\nNOTE:spare key\r\nEND:VCARD\r\n';
	const WARNING = {
		field: 'contacts',
		message: 'Contact 2 has no name, organization, phone or email and was left out',
	};
	const rows: Array<[ContactSource, Record<string, unknown>]> = [
		['vcard', { vcardText: CARD + NOBODY + CARD }],
		['file', { binaryPropertyName: 'data' }],
		[
			'json',
			{
				contactsJson: [{ name: 'Ann', phones: ['12 99613-0832'] }, { name: '', phones: [] }, CARD],
			},
		],
		['json', { contactsJson: { contacts: [CARD, { vcard: NOBODY }, CARD] } }],
		[
			'fields',
			{
				contacts: {
					contact: [
						{ formattedName: 'Ann', phones: { phone: [{ phone: '12 99613-0832' }] } },
						{ note: 'x' },
						{ formattedName: 'Ann', phones: { phone: [{ phone: '12 99613-0832' }] } },
					],
				},
			},
		],
	];
	const files = { data: CARD + NOBODY + CARD };

	it.each(rows)('is left out with a warning, and the others go: %s %j', async (source, given) => {
		expect(await read(source, given, BRAZIL, files)).toEqual({
			contacts: [ANN, { ...ANN, place: 3 }],
			warnings: [WARNING],
		});
	});

	it.each(rows)('is refused where the node is to fail: %s %j', async (source, given) => {
		const options = { ...BRAZIL, onUnsupportedField: 'fail' };
		expect(await refusal(source, given, options, files)).toMatchObject({
			message: 'Contact 2 has no name, organization, phone or email',
		});
	});

	it('is reported with what its reader could not use', async () => {
		const card = 'BEGIN:VCARD\nVERSION:3.0\nX-AIM:ann\nEND:VCARD\n';
		const { warnings } = await read('vcard', { vcardText: card + CARD }, BRAZIL);
		expect(warnings.map(({ message }) => message)).toEqual([
			'Contact 1 has no name, organization, phone or email and was left out (line 3: X-AIM is not a field of a contact card and was left out)',
		]);
	});

	it('is refused where all are so', async () => {
		expect(await refusal('vcard', { vcardText: NOBODY + NOBODY })).toMatchObject({
			message: 'Contact 1 has no name, organization, phone or email',
		});
	});
});

describe('a card of a group', () => {
	const GROUP = 'BEGIN:VCARD\nVERSION:4.0\nFN:Choir\nKIND:group\nEND:VCARD\n';

	it('is left out with a warning', async () => {
		const { contacts, warnings } = await read('vcard', { vcardText: GROUP + CARD }, BRAZIL);
		expect(contacts).toEqual([ANN]);
		expect(warnings.map(({ message }) => message)).toEqual([
			'line 1: "Choir" is a group of contacts, not a person, and was left out',
		]);
	});

	it('is refused alone, and says why', async () => {
		expect(await refusal('vcard', { vcardText: GROUP })).toMatchObject({
			message:
				'There is no contact: line 1: "Choir" is a group of contacts, not a person, and was left out',
		});
	});

	it('is reported in a list of JSON, too', async () => {
		const { contacts, warnings } = await read('json', { contactsJson: [GROUP, CARD] }, BRAZIL);
		expect(contacts).toEqual([{ ...ANN, place: 2 }]);
		expect(warnings.map(({ message }) => message)).toEqual([
			'Contact 1 has no name, organization, phone or email and was left out (line 1: "Choir" is a group of contacts, not a person, and was left out)',
		]);
	});
});
