import { NodeHelpers, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import {
	isGroup,
	isList,
	isText,
	KEYS,
	KEYS_BY_RANK,
	listField,
	partsOf,
} from '../../nodes/contact/fields/keys';
import { flatEntryName, flatName } from '../../nodes/contact/flat';
import { readFields } from '../../nodes/contact/read/fields';
import { flatDialect } from '../../nodes/contact/read/flatDialect';
import { COLUMNS } from '../../nodes/contact/rows/columns';
import { contactOptions } from '../../nodes/contact/source/options';
import {
	CONTACT_SOURCES,
	contactSourceProperties,
	type ContactSource,
} from '../../nodes/contact/source/properties';
import { readContactSource, readContacts } from '../../nodes/contact/source/readSource';
import { InputError } from '../../nodes/failures/inputError';
import { dialects } from '../../nodes/providers/dialects';

const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nTEL:12 99613-0832\r\nEND:VCARD\r\n';
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

/** What the readers see of n8n: the parameters of the node and the binary data of the only item. */
function contextOf(
	parameters: Readonly<Record<string, unknown>>,
	files?: Readonly<Record<string, string | Buffer>>,
): IExecuteFunctions {
	const context: IExecuteFunctions = Object.assign(Object.create(null), {
		getNodeParameter: (name: string) => parameters[name],
		getInputData: () => [{ json: {}, ...(files === undefined ? {} : { binary: files }) }],
		helpers: {
			getBinaryDataBuffer: async (_item: number, name: string) => Buffer.from(files?.[name] ?? ''),
		},
	});
	return context;
}

async function read(
	source: ContactSource,
	parameters: Readonly<Record<string, unknown>>,
	options: Readonly<Record<string, unknown>> = {},
	files?: Readonly<Record<string, string | Buffer>>,
) {
	return await readContacts(contextOf(parameters, files), 0, source, options, dialects);
}

async function refusal(...given: Parameters<typeof read>): Promise<InputError> {
	try {
		await read(...given);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('it was read');
}

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

describe('a contact is refused', () => {
	it.each<[ContactSource, Record<string, unknown>, string, string]>([
		['fields', {}, 'There is no contact', 'contacts'],
		[
			'fields',
			{ contacts: { contact: [{}] } },
			'Contact 1 has no name, organization, phone or email',
			'name',
		],
		['flat', { flatParameters: {} }, 'Contact 1 has no name, organization, phone or email', 'name'],
		[
			'flat',
			{ flatParameters: null },
			'Contact 1 has no name, organization, phone or email',
			'name',
		],
		['json', { contactsJson: '' }, 'The JSON is empty', 'contactsJson'],
		[
			'json',
			{
				contactsJson: [
					{ name: ' ', phones: [] },
					{ name: '', phones: [] },
				],
			},
			'Contact 1 has no name, organization, phone or email',
			'name',
		],
		['vcard', { vcardText: ' ' }, 'The vCard text is empty', 'vcardText'],
		['vcard', { vcardText: 7 }, 'The vCard text is empty', 'vcardText'],
		['vcard', { vcardText: 'FN:Ann' }, 'The vCard text contains no vCard', 'vcardText'],
		[
			'vcard',
			{ vcardText: 'MECARD:N:Ann;TEL:1;;' },
			'The vCard text is a MECARD, the text of a QR code, which cannot be read',
			'vcardText',
		],
	])('from %s %j', async (source, parameters, message, field) => {
		expect(await refusal(source, parameters)).toMatchObject({ message, field });
	});

	it.each<[Record<string, string> | undefined, string, string]>([
		[
			undefined,
			'The item has no binary field "data"',
			'Add a node before this one that outputs the .vcf file, such as Read Files from Disk or an email trigger.',
		],
		[
			{ file: CARD, other: CARD },
			'The item has no binary field "data"',
			'It has "file", "other": choose one under Input Binary Field.',
		],
		[
			{ data: '' },
			'The file is empty',
			'A vCard begins with the line BEGIN:VCARD and ends with END:VCARD.',
		],
		[
			{ data: '%PDF-1.7' },
			'The file contains no vCard',
			'A vCard begins with the line BEGIN:VCARD and ends with END:VCARD.',
		],
	])('from a file in %j', async (files, message, fix) => {
		expect(await refusal('file', { binaryPropertyName: 'data' }, {}, files)).toMatchObject({
			message,
			field: 'binaryPropertyName',
			fix,
		});
	});

	it('from a file that only every object has', async () => {
		const files = { data: CARD };
		expect(await refusal('file', { binaryPropertyName: 'constructor' }, {}, files)).toMatchObject({
			message: 'The item has no binary field "constructor"',
		});
	});

	const name = { contactsJson: { name: 'Ann', phones: [] } };

	it.each([
		['Brazil', 'Default Country "Brazil" is not a country code'],
		[55, 'Default Country "55" is not a country code'],
		[{ code: 'BR' }, 'Default Country "{"code":"BR"}" is not a country code'],
	])('with the default country %j', async (defaultCountry, message) => {
		expect(await refusal('json', name, { defaultCountry })).toMatchObject({
			message,
			field: 'defaultCountry',
			fix: 'Use two letters, such as BR or DE.',
		});
	});

	it.each([
		['always', 'WhatsApp ID "always" is not one of the choices'],
		[true, 'WhatsApp ID "true" is not one of the choices'],
	])('with the option WhatsApp ID %j', async (whatsappId, message) => {
		expect(await refusal('json', name, { whatsappId })).toMatchObject({
			message,
			field: 'whatsappId',
			fix: 'Use "fromPhone" or "asGiven".',
		});
	});
});

describe('the source', () => {
	it.each(CONTACT_SOURCES)('may be %s', (contactSource) => {
		expect(readContactSource(contextOf({ contactSource }))).toBe(contactSource);
	});

	it('is one of the list', () => {
		expect(() => readContactSource(contextOf({ contactSource: 'csv' }))).toThrow();
	});

	it('has a parameter of its own each, which only it shows', () => {
		const shown = contactSourceProperties.flatMap(({ name, displayOptions }) =>
			displayOptions === undefined ? [] : [[name, displayOptions.show?.['contactSource']]],
		);
		expect(shown).toEqual([
			['contacts', ['fields']],
			['columns', ['item']],
			['flatParameters', ['flat']],
			['contactsJson', ['json']],
			['vcardText', ['vcard']],
			['binaryPropertyName', ['file']],
		]);
	});

	it('item has a field for each key that a person may name, and none takes an expression', () => {
		const columns = optionsOf('columns');
		expect(columns.map(({ name }) => name).toSorted()).toEqual([...COLUMNS].sort());
		for (const column of columns) expect(column).toMatchObject({ noDataExpression: true });
	});

	it('flat has a field for every text of the table, three entries of each list, and only what is read', () => {
		const names = optionsOf('flatParameters').map(({ name }) => name);
		const places = [1, 2, 3];
		expect(names.toSorted()).toEqual(
			KEYS.flatMap((key) => {
				if (isGroup(key)) return partsOf(key).map((part) => flatName(key, part));
				if (!isList(key)) return [key];
				const { entry } = listField(key);
				return places.flatMap((place) =>
					partsOf(key).map((part) => flatEntryName(entry, place, part)),
				);
			})
				.concat('photoBinaryField')
				.toSorted(),
		);
		for (const name of names.filter((known) => known !== 'photoBinaryField')) {
			expect(flatDialect.read({ [name]: 'x' }, [])[0]?.warnings).toEqual([]);
		}
	});

	it('flat begins with what people need most', () => {
		const shown = optionsOf('flatParameters').map((option) =>
			'displayName' in option ? option.displayName : '',
		);
		expect(shown.slice(0, 16)).toEqual([
			...['Formatted Name', 'First Name', 'Last Name', 'Middle Name', 'Prefix', 'Suffix'],
			...['Phone 1', 'Phone 1: Type', 'Phone 1: WhatsApp ID', 'Email 1', 'Email 1: Type'],
			...['Company', 'Department', 'Job Title', 'URL 1', 'URL 1: Type'],
		]);
	});

	it('fields has every field of a contact, the most useful first', () => {
		expect(contactFields().map(({ name }) => name)).toEqual([
			...['formattedName', 'firstName', 'lastName', 'middleName', 'prefix', 'suffix'],
			...['phones', 'emails', 'company', 'department', 'title', 'urls', 'addresses'],
			...KEYS_BY_RANK.filter(isText),
			'photoBinaryField',
		]);
	});

	it('fields are all read: what is typed into one ends in the contact', () => {
		for (const { name, type, options: lists = [] } of contactFields()) {
			if (name === 'photoBinaryField') continue;
			const [list] = lists;
			const texts = list !== undefined && 'values' in list ? list.values : [];
			const typed =
				type === 'fixedCollection' && list !== undefined
					? texts.map((text) => ({ [name]: { [list.name]: [{ [text.name]: 'Ann' }] } }))
					: [{ [name]: 'Ann' }];
			for (const contact of typed) {
				if (JSON.stringify(contact).includes('customType')) continue;
				const [read] = readFields({ contact: [contact] });
				expect([contact, JSON.stringify(read?.draft)]).toEqual([
					contact,
					expect.stringContaining('"Ann"'),
				]);
			}
		}
	});

	it('fields begins with an empty phone, which is no phone as long as it is empty', async () => {
		const parameters = NodeHelpers.getNodeParameters(
			contactSourceProperties,
			{},
			true,
			false,
			null,
			null,
		);
		expect(parameters?.['contacts']).toMatchObject({
			contact: [{ phones: { phone: [{ phone: '', type: '', waId: '' }] } }],
		});
		expect(await refusal('fields', parameters ?? {})).toMatchObject({
			message: 'Contact 1 has no name, organization, phone or email',
		});
	});

	it.each([
		[{ type: 'CELL' }, 'CELL'],
		[{ type: 'custom', customType: 'Reception' }, 'Reception'],
		[{ type: 'custom', customType: '' }, undefined],
		[{ type: 'custom' }, undefined],
		[{ type: '' }, undefined],
		[{ type: 'Front desk' }, 'Front desk'],
		[{ type: 'WORK', customType: 'Reception' }, 'WORK'],
	])('fields reads the type of %j', async (type, expected) => {
		const { contacts } = await read('fields', {
			contacts: {
				contact: [
					{ formattedName: 'Ann', phones: { phone: [{ phone: '+447700900123', ...type }] } },
				],
			},
		});
		expect(contacts[0]?.contact.phones[0]?.type).toBe(expected);
	});
});

function contactFields(): INodeProperties[] {
	const [entry] = optionsOf('contacts');
	return entry !== undefined && 'values' in entry ? entry.values : [];
}

describe('a photo from a binary field', () => {
	const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
	const PNG_URI = `data:image/png;base64,${PNG.toString('base64')}`;
	const named = (photoBinaryField: unknown, rest: object = {}) => ({
		contacts: { contact: [{ formattedName: 'Ann', photoBinaryField, ...rest }] },
		flatParameters: { name_formatted_name: 'Ann', photoBinaryField, ...rest },
	});

	it.each<[string, Buffer]>([
		['png', PNG],
		['jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
		['gif', Buffer.from('GIF89a\u0001', 'latin1')],
		['webp', Buffer.from('RIFF\u0004\0\0\0WEBPVP8 ', 'latin1')],
		['bmp', Buffer.from('424d3600000000000000', 'hex')],
	])('is a %s by its bytes, in Fields and in Flat', async (format, file) => {
		for (const source of ['fields', 'flat'] as const) {
			const { contacts } = await read(source, named(' data '), {}, { data: file });
			expect(contacts[0]?.contact.photo).toBe(
				`data:image/${format};base64,${file.toString('base64')}`,
			);
		}
	});

	it.each([undefined, null, '', ' '])('is none where %j is named', async (name) => {
		for (const source of ['fields', 'flat'] as const) {
			const { contacts } = await read(source, named(name), {}, { data: PNG });
			expect(contacts[0]?.contact.photo).toBeUndefined();
		}
	});

	it('goes before an address, which is reported', async () => {
		const both = named('data', { photo: 'https://example.com/a.png' });
		for (const source of ['fields', 'flat'] as const) {
			const { contacts } = await read(source, both, {}, { data: PNG });
			expect(contacts[0]?.contact.photo).toBe(PNG_URI);
			expect(contacts[0]?.warnings).toEqual([
				{
					field: 'photo',
					message: 'The photo from the binary field "data" was used; the other one was left out',
				},
			]);
		}
	});

	it.each<[string, unknown, Record<string, string | Buffer> | undefined, string, string]>([
		[
			'no file at all',
			'data',
			undefined,
			'The item has no binary field "data" for the photo',
			'Add a node before this one that outputs the picture, such as Read Files from Disk or HTTP Request.',
		],
		[
			'another file',
			'data',
			{ face: PNG },
			'The item has no binary field "data" for the photo',
			'It has "face": enter one of them in Photo From Binary Field.',
		],
		[
			'a text',
			'data',
			{ data: 'BMW drivers' },
			'The binary field "data" contains no picture that phones can show',
			'Use a JPEG, PNG, GIF, WebP or BMP picture.',
		],
		[
			'a sound',
			'data',
			{ data: 'RIFF....WAVEfmt ' },
			'The binary field "data" contains no picture that phones can show',
			'Use a JPEG, PNG, GIF, WebP or BMP picture.',
		],
		[
			'an empty file',
			'data',
			{ data: '' },
			'The binary field "data" contains no picture that phones can show',
			'Use a JPEG, PNG, GIF, WebP or BMP picture.',
		],
		[
			'more than 5 MB',
			'data',
			{ data: Buffer.concat([PNG, Buffer.alloc(5.5 * 1024 * 1024)]) },
			'The picture in the binary field "data" is 5.5 MB',
			'Use one of at most 5 MB; 500 pixels on each side are enough for any phone.',
		],
	])('is refused where there is %s', async (_, name, files, message, fix) => {
		for (const source of ['fields', 'flat'] as const) {
			expect(await refusal(source, named(name), {}, files)).toMatchObject({
				message,
				field: 'photoBinaryField',
				fix,
			});
		}
	});

	it('is refused where the field is given instead of its name', async () => {
		for (const source of ['fields', 'flat'] as const) {
			const { message } = await refusal(source, named({ data: 'x' }), {}, { data: PNG });
			expect(message).toContain('photoBinaryField must be text');
		}
	});
});

function optionsOf(parameter: string): NonNullable<INodeProperties['options']> {
	return contactSourceProperties.find(({ name }) => name === parameter)?.options ?? [];
}

describe('the options', () => {
	it('offer every country by name and calling code', () => {
		const [country] = contactOptions;
		const names = (country?.options ?? []).map(({ name }) => name);
		expect(country?.name).toBe('defaultCountry');
		expect(names[0]).toBe('None: Numbers Have a Country Code');
		expect(names).toContain('Brazil (+55)');
		expect(names.length).toBeGreaterThan(240);
	});

	it('offer what a WhatsApp ID can come from', () => {
		const choices = contactOptions[1]?.options ?? [];
		expect(choices.flatMap((choice) => ('value' in choice ? [choice.value] : []))).toEqual([
			'asGiven',
			'fromPhone',
		]);
	});
});
