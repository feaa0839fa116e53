import type { INodeProperties, INodePropertyOptions, INodePropertyTypeOptions } from 'n8n-workflow';

/** The forms in which a person may have a contact. */
export const CONTACT_SOURCES = ['fields', 'item', 'flat', 'json', 'vcard', 'file'] as const;

export type ContactSource = (typeof CONTACT_SOURCES)[number];

const sourceOptions: INodePropertyOptions[] = [
	{
		name: 'Fields',
		value: 'fields',
		description: 'Fill in one or more contacts here',
	},
	{
		name: 'File (.vcf)',
		value: 'file',
		description: 'A vCard file in a binary field, with one or more contacts',
	},
	{
		name: 'Flat Parameters',
		value: 'flat',
		description: "Meta's flat parameters, such as name_formatted_name and phone_1_phone",
	},
	{
		name: 'Input Item',
		value: 'item',
		description:
			'The input item itself: a row of a sheet, a record of a CRM, the answers of a form. Needs no expression.',
	},
	{
		name: 'JSON',
		value: 'json',
		description:
			"One or more contacts as JSON, in Meta's or any provider's spelling, or with keys such as name, phone and email",
	},
	{
		name: 'vCard Text',
		value: 'vcard',
		description: 'One or more vCards as text, version 2.1, 3.0 or 4.0',
	},
];

const showOnlyFor = (source: ContactSource) => ({ show: { contactSource: [source] } });

const typeField = (example: string): INodeProperties => ({
	displayName: 'Type',
	name: 'type',
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
});

const field = (displayName: string, name: string, placeholder = ''): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...(placeholder === '' ? {} : { placeholder: `e.g. ${placeholder}` }),
});

/** The title of an entry in the editor: one of its values, or its number where that is empty. */
const titledBy = (value: string, entryName: string): INodePropertyTypeOptions => ({
	fixedCollection: {
		itemTitle: `={{ $collection.item.value.${value} || "${entryName} " + ($collection.item.index + 1) }}`,
	},
});

/** Of an entry's fields, those that {@link shownFirst} does not name are added with a button. */
const restByButton = (entryName: string): INodePropertyTypeOptions => ({
	hideOptionalFields: true,
	addOptionalFieldButtonText: `Add ${entryName} Field`,
});

/** A list of which each entry begins with what matters. */
const withMore = (property: INodeProperties, entryName: string): INodeProperties => ({
	...property,
	typeOptions: { ...property.typeOptions, ...restByButton(entryName) },
});

/** What the editor shows from the start; the rest is added with a button. */
const shownFirst = (property: INodeProperties): INodeProperties => ({
	...property,
	typeOptions: { ...property.typeOptions, showEvenWhenOptional: true },
});

const list = (
	displayName: string,
	name: string,
	entry: string,
	entryName: string,
	values: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, ...titledBy(entry, entryName) },
	placeholder: `Add ${entryName}`,
	default: {},
	options: [{ displayName: entryName, name: entry, values }],
});

const whatsAppId: INodeProperties = {
	displayName: 'WhatsApp ID',
	name: 'waId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5512996130832',
	description: 'Digits with country code. Taken from the phone number when empty.',
};

const contactFields: INodeProperties[] = [
	shownFirst({
		...field('Full Name', 'formattedName', 'Dr. John A. Doe Jr.'),
		description: 'The name that the card shows. Put together from the parts when empty.',
	}),
	field('First Name', 'firstName', 'John'),
	field('Middle Name', 'middleName', 'Albert'),
	field('Last Name', 'lastName', 'Doe'),
	field('Prefix', 'prefix', 'Dr.'),
	field('Suffix', 'suffix', 'Jr.'),
	field('Nickname', 'nickname', 'Jack'),
	shownFirst(
		withMore(
			list('Phones', 'phones', 'phone', 'Phone', [
				shownFirst({
					...field('Phone', 'phone', '+5512996130832'),
					description: 'With country code, or as a national number of the option Default Country',
				}),
				shownFirst(typeField('CELL or WORK')),
				whatsAppId,
			]),
			'Phone',
		),
	),
	list('Emails', 'emails', 'email', 'Email', [
		field('Email', 'email', 'john@example.com'),
		typeField('WORK or HOME'),
	]),
	field('Company', 'company', 'Acme'),
	field('Department', 'department', 'Sales'),
	field('Job Title', 'title', 'Account Manager'),
	list('URLs', 'urls', 'url', 'URL', [
		field('URL', 'url', 'https://example.com'),
		typeField('WORK'),
	]),
	list('Addresses', 'addresses', 'address', 'Address', [
		field('Street', 'street', 'Rua Augusta, 1500'),
		field('City', 'city', 'São Paulo'),
		field('State', 'state', 'SP'),
		field('ZIP', 'zip', '01304-001'),
		field('Country', 'country', 'Brazil'),
		{ ...field('Country Code', 'countryCode', 'BR'), description: 'Two letters (ISO 3166-1)' },
		typeField('WORK or HOME'),
	]),
	{
		...field('Birthday', 'birthday', '1990-05-15'),
		description: 'Year, month and day: YYYY-MM-DD',
	},
	{ ...field('Note', 'note'), typeOptions: { rows: 2 } },
];

/** Entries of each list that the editor offers as flat parameters; JSON takes any number. */
const FLAT_PLACES = 3;

const FLAT_LISTS: ReadonlyArray<{ list: string; label: string; keys: Array<[string, string]> }> = [
	{
		list: 'phone',
		label: 'Phone',
		keys: [
			['phone', ''],
			['type', 'Type'],
			['wa_id', 'WhatsApp ID'],
		],
	},
	{
		list: 'email',
		label: 'Email',
		keys: [
			['email', ''],
			['type', 'Type'],
		],
	},
	{
		list: 'address',
		label: 'Address',
		keys: [
			['street', 'Street'],
			['city', 'City'],
			['state', 'State'],
			['zip', 'ZIP'],
			['country', 'Country'],
			['country_code', 'Country Code'],
			['type', 'Type'],
		],
	},
	{
		list: 'url',
		label: 'URL',
		keys: [
			['url', ''],
			['type', 'Type'],
		],
	},
];

const flatFields: INodeProperties[] = [
	field('Name: Full', 'name_formatted_name'),
	field('Name: First', 'name_first_name'),
	field('Name: Last', 'name_last_name'),
	field('Name: Middle', 'name_middle_name'),
	field('Name: Prefix', 'name_prefix'),
	field('Name: Suffix', 'name_suffix'),
	field('Organization: Company', 'org_company'),
	field('Organization: Department', 'org_department'),
	field('Organization: Title', 'org_title'),
	field('Birthday', 'birthday', '1990-05-15'),
	field('Nickname', 'nickname'),
	field('Note', 'note'),
	...FLAT_LISTS.flatMap(({ list: listName, label, keys }) =>
		Array.from({ length: FLAT_PLACES }, (_, index) => String(index + 1)).flatMap((place) =>
			keys.map(([key, suffix]) =>
				field(
					suffix === '' ? `${label} ${place}` : `${label} ${place}: ${suffix}`,
					`${listName}_${place}_${key}`,
				),
			),
		),
	),
].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));

/** Keys of the input item; they are the same for all items, so they are names and no expressions. */
const columnFields: INodeProperties[] = (
	[
		['Company', 'company', 'Customer'],
		['Email', 'email', 'Contact address'],
		['First Name', 'firstName', 'Given'],
		['Job Title', 'title', 'Role'],
		['Last Name', 'lastName', 'Family'],
		['Name', 'name', 'Buyer'],
		['Phone', 'phone', 'Line 1'],
		['Photo', 'photo', 'Picture link'],
		['WhatsApp ID', 'waId', 'wa_id'],
	] as const
).map(([displayName, name, example]) => ({
	displayName,
	name,
	type: 'string',
	noDataExpression: true,
	default: '',
	placeholder: `e.g. ${example}`,
	description: `The key of the item that holds the ${displayName === 'WhatsApp ID' ? displayName : displayName.toLowerCase()}`,
}));

/** Contact Source and the parameter of each source, for every node that takes contacts. */
export const contactSourceProperties: INodeProperties[] = [
	{
		displayName: 'Contact Source',
		name: 'contactSource',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: sourceOptions,
		description: 'The form in which you have the contact',
	},
	{
		displayName: 'Contacts',
		name: 'contacts',
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			...titledBy('formattedName', 'Contact'),
			...restByButton('Contact'),
		},
		placeholder: 'Add Contact',
		default: { contact: [{}] },
		options: [{ displayName: 'Contact', name: 'contact', values: contactFields }],
		displayOptions: showOnlyFor('fields'),
	},
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'collection',
		placeholder: 'Add Column',
		default: {},
		options: columnFields,
		description:
			'Which keys of the item hold what, where their names do not tell. Keys such as Name, Phone, WhatsApp, Email or Company are found by themselves.',
		displayOptions: showOnlyFor('item'),
	},
	{
		displayName: 'Flat Parameters',
		name: 'flatParameters',
		type: 'collection',
		placeholder: 'Add Parameter',
		default: {},
		options: flatFields,
		displayOptions: showOnlyFor('flat'),
	},
	{
		displayName: 'Contacts (JSON)',
		name: 'contactsJson',
		type: 'json',
		required: true,
		default: '',
		placeholder:
			'{ "name": { "formatted_name": "John Doe" }, "phones": [{ "phone": "+5512996130832" }] }',
		description:
			"One contact or a list: Meta's contacts objects, flat parameters, the spelling of any provider, or vCard text",
		displayOptions: showOnlyFor('json'),
	},
	{
		displayName: 'vCard Text',
		name: 'vcardText',
		type: 'string',
		typeOptions: { rows: 6 },
		required: true,
		default: '',
		placeholder: 'BEGIN:VCARD…',
		description: 'One or more vCards, version 2.1, 3.0 or 4.0',
		displayOptions: showOnlyFor('vcard'),
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the input binary field containing the .vcf file',
		displayOptions: showOnlyFor('file'),
	},
];
