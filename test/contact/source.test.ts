import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

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
};

/** What the readers see of n8n: the parameters of the node and the binary data of the only item. */
function contextOf(
	parameters: Readonly<Record<string, unknown>>,
	files?: Readonly<Record<string, string>>,
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
	files?: Readonly<Record<string, string>>,
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
			contacts: [ANN, ANN],
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

describe('a contact is refused', () => {
	it.each<[ContactSource, Record<string, unknown>, string, string]>([
		['fields', {}, 'There is no contact', 'contacts'],
		['fields', { contacts: { contact: [{}] } }, 'Contact 1 has nothing to name it by', 'name'],
		['flat', { flatParameters: {} }, 'Contact 1 has nothing to name it by', 'name'],
		['flat', { flatParameters: null }, 'Contact 1 has nothing to name it by', 'name'],
		['json', { contactsJson: '' }, 'The JSON is empty', 'contactsJson'],
		[
			'json',
			{
				contactsJson: [
					{ name: 'Ann', phones: [] },
					{ name: '', phones: [] },
				],
			},
			'Contact 2 has nothing to name it by',
			'name',
		],
		['vcard', { vcardText: ' ' }, 'The vCard text is empty', 'vcardText'],
		['vcard', { vcardText: 7 }, 'The vCard text is empty', 'vcardText'],
		['vcard', { vcardText: 'FN:Ann' }, 'The vCard text holds no vCard', 'vcardText'],
	])('from %s %j', async (source, parameters, message, field) => {
		expect(await refusal(source, parameters)).toMatchObject({ message, field });
	});

	it.each<[Record<string, string> | undefined, string, string]>([
		[
			undefined,
			'The item has no binary field "data"',
			'Let a node before this one give the .vcf file, such as Read Files from Disk or an e-mail trigger.',
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
			'The file holds no vCard',
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
			fix: 'Give two letters, such as BR or DE.',
		});
	});

	it.each([
		['always', 'WhatsApp ID "always" is no choice'],
		[true, 'WhatsApp ID "true" is no choice'],
	])('with the option WhatsApp ID %j', async (whatsappId, message) => {
		expect(await refusal('json', name, { whatsappId })).toMatchObject({
			message,
			field: 'whatsappId',
			fix: 'Give "fromPhone" or "asGiven".',
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

	it('flat has a field for every key of three entries, and only for keys that are read', () => {
		const names = optionsOf('flatParameters').map(({ name }) => name);
		expect(names).toHaveLength(12 + 3 * (3 + 2 + 7 + 2));
		for (const name of names) {
			expect(flatDialect.read({ [name]: 'x' }, [])[0]?.warnings).toEqual([]);
		}
	});

	it('fields has every field of a contact that a person types', () => {
		const [entry] = optionsOf('contacts');
		const fields = entry !== undefined && 'values' in entry ? entry.values : [];
		expect(fields.map(({ name }) => name).toSorted()).toEqual(
			[
				...['formattedName', 'firstName', 'lastName', 'middleName', 'prefix', 'suffix'],
				...['nickname', 'company', 'department', 'title', 'birthday', 'note'],
				...['phones', 'emails', 'addresses', 'urls'],
			].toSorted(),
		);
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
