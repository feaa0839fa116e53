import type { Field, TypeChoice } from './field';

const PHONE_TYPES: readonly TypeChoice[] = [
	{ label: 'Mobile', value: 'CELL' },
	{ label: 'Work', value: 'WORK' },
	{ label: 'Home', value: 'HOME' },
	{ label: 'Main', value: 'MAIN' },
	{ label: 'Fax', value: 'FAX' },
	{ label: 'Other', value: 'OTHER' },
];

const PLACE_TYPES: readonly TypeChoice[] = [
	{ label: 'Work', value: 'WORK' },
	{ label: 'Home', value: 'HOME' },
	{ label: 'Other', value: 'OTHER' },
];

/**
 * Every field of a contact, once: Meta's contacts object
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages) plus what vCard adds.
 * The types of a contact, the readers and writers, the form, the warnings and the docs follow from this table; what
 * cannot follow from it is a record over its keys, so that a missing field does not compile.
 */
export const FIELDS = {
	name: {
		kind: 'group',
		label: 'Name',
		singular: 'name',
		plural: 'names',
		rank: 1,
		isMeta: true,
		vcard: ['N', 'FN'],
		main: 'formatted_name',
		parts: {
			formatted_name: {
				label: 'Full Name',
				metaLabel: 'Formatted Name',
				example: 'Dr. John A. Doe Jr.',
				description: 'The name that the card shows. Built from the parts when empty.',
			},
			first_name: { label: 'First Name', example: 'John', isRare: true },
			last_name: { label: 'Last Name', example: 'Doe', isRare: true },
			middle_name: { label: 'Middle Name', example: 'Albert', isRare: true },
			prefix: { label: 'Prefix', example: 'Dr.', isRare: true },
			suffix: { label: 'Suffix', example: 'Jr.', isRare: true },
		},
	},
	phones: {
		kind: 'list',
		label: 'Phones',
		singular: 'phone',
		plural: 'phones',
		rank: 2,
		isMeta: true,
		vcard: ['TEL'],
		entry: 'phone',
		main: 'phone',
		parts: {
			phone: {
				label: 'Phone',
				example: '+5512996130832',
				description:
					'With + and the country code (E.164), or as dialled in the country set as Default Country',
			},
			type: { label: 'Type', example: 'CELL', types: PHONE_TYPES },
			wa_id: {
				label: 'WhatsApp ID',
				example: '5512996130832',
				description:
					'The number of the WhatsApp account, country code first (wa_id). Taken from the phone when empty.',
				holds: 'whatsappId',
				isRare: true,
			},
		},
	},
	emails: {
		kind: 'list',
		label: 'Emails',
		singular: 'email',
		plural: 'emails',
		rank: 3,
		isMeta: true,
		vcard: ['EMAIL'],
		entry: 'email',
		main: 'email',
		parts: {
			email: { label: 'Email', example: 'john@example.com' },
			type: { label: 'Type', example: 'WORK', types: PLACE_TYPES },
		},
	},
	addresses: {
		kind: 'list',
		label: 'Addresses',
		singular: 'address',
		plural: 'addresses',
		rank: 6,
		isMeta: true,
		vcard: ['ADR', 'LABEL'],
		entry: 'address',
		isRare: true,
		main: undefined,
		parts: {
			street: { label: 'Street', example: 'Rua Augusta, 1500' },
			city: { label: 'City', example: 'São Paulo' },
			state: { label: 'State', example: 'SP' },
			zip: { label: 'ZIP', example: '01304-001' },
			country: { label: 'Country', example: 'Brazil' },
			country_code: {
				label: 'Country Code',
				example: 'BR',
				description: 'Two letters (ISO 3166-1)',
				holds: 'countryCode',
			},
			type: { label: 'Type', example: 'WORK', types: PLACE_TYPES },
		},
	},
	org: {
		kind: 'group',
		label: 'Organization',
		singular: 'organization',
		plural: 'organizations',
		rank: 4,
		isMeta: true,
		vcard: ['ORG', 'TITLE', 'ROLE'],
		main: undefined,
		parts: {
			company: { label: 'Company', example: 'Acme' },
			department: { label: 'Department', example: 'Sales', isRare: true },
			title: { label: 'Job Title', example: 'Account Manager', isRare: true },
		},
	},
	urls: {
		kind: 'list',
		label: 'URLs',
		singular: 'URL',
		plural: 'URLs',
		rank: 5,
		isMeta: true,
		vcard: ['URL'],
		entry: 'url',
		isRare: true,
		main: 'url',
		parts: {
			url: { label: 'URL', example: 'https://example.com' },
			type: { label: 'Type', example: 'WORK', types: PLACE_TYPES },
		},
	},
	birthday: {
		kind: 'text',
		label: 'Birthday',
		singular: 'birthday',
		plural: 'birthdays',
		rank: 7,
		isMeta: true,
		vcard: ['BDAY'],
		example: '1990-05-15',
		description: 'Year, month and day: YYYY-MM-DD, or --MM-DD without the year',
		holds: 'birthday',
		isRare: true,
	},
	nickname: {
		kind: 'text',
		label: 'Nickname',
		singular: 'nickname',
		plural: 'nicknames',
		rank: 8,
		isMeta: false,
		vcard: ['NICKNAME'],
		example: 'Jack',
		isRare: true,
	},
	note: {
		kind: 'text',
		label: 'Note',
		singular: 'note',
		plural: 'notes',
		rank: 9,
		isMeta: false,
		vcard: ['NOTE'],
		example: 'Call after noon',
		holds: 'paragraph',
		isRare: true,
	},
	photo: {
		kind: 'text',
		label: 'Photo',
		singular: 'photo',
		plural: 'photos',
		rank: 10,
		isMeta: false,
		vcard: ['PHOTO'],
		example: 'https://example.com/john.jpg',
		description:
			'The web address of a picture, or the picture itself as a data URI (data:image/png;base64,…)',
		holds: 'photo',
		isRare: true,
	},
} as const satisfies Readonly<Record<string, Field>>;

type Table = typeof FIELDS;

/** The key of a field, as warnings and errors name it. */
export type ContactField = keyof Table;

type KeyOfKind<Kind extends Field['kind']> = {
	[Key in ContactField]: Table[Key]['kind'] extends Kind ? Key : never;
}[ContactField];

export type GroupKey = KeyOfKind<'group'>;
export type ListKey = KeyOfKind<'list'>;
export type TextKey = KeyOfKind<'text'>;

/** The key of a text within a group or within the entries of a list: `first_name`, `wa_id`. */
export type PartOf<Key extends GroupKey | ListKey> = Extract<keyof Table[Key]['parts'], string>;

/** The part that is always there, if one is. */
export type MainPart<Key extends GroupKey | ListKey> = Extract<Table[Key]['main'], string>;
