import { NodeHelpers, type INodeProperties } from 'n8n-workflow';

import {
	isGroup,
	isList,
	isText,
	KEYS,
	KEYS_BY_RANK,
	listField,
	partsOf,
} from '../../../nodes/contact/fields/keys';
import { flatEntryName, flatName } from '../../../nodes/contact/flat';
import { readFields } from '../../../nodes/contact/read/fields';
import { flatDialect } from '../../../nodes/contact/read/flatDialect';
import { COLUMNS } from '../../../nodes/contact/rows/columns';
import { contactOptions } from '../../../nodes/contact/source/options';
import { CONTACT_SOURCES, contactSourceProperties } from '../../../nodes/contact/source/properties';
import { readContactSource } from '../../../nodes/contact/source/readSource';
import { contextOf, read, refusal } from './context';

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
