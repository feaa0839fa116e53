import { ANA, EMAIL, expectReadAsItem, NAMED, PHONE } from './records';

/*
 * Records as n8n's nodes of these services give them, made smaller; see their `__schema__` folders. Invented people.
 */

expectReadAsItem([
	[
		'Google Contacts, simplified',
		{
			names: {
				displayName: 'Ana Lima',
				givenName: 'Ana',
				familyName: 'Lima',
				displayNameLastFirst: 'Lima, Ana',
			},
			phoneNumbers: { mobile: ['+44 7700 900123'], undefined: ['+44 7700 900124'] },
			emailAddresses: { work: ['ana@example.com'] },
			organizations: [{ name: 'Acme', title: 'CTO', current: true, domain: 'acme.example' }],
			birthdays: '5/15/undefined',
			photos: ['https://example.com/ana.jpg'],
			relations: { spouse: ['Bo'] },
			resourceName: 'people/c1',
			etag: 'x',
		},
		{
			name: NAMED,
			phones: [{ phone: '+44 7700 900123', type: 'CELL' }, { phone: '+44 7700 900124' }],
			emails: [{ ...EMAIL, type: 'WORK' }],
			org: { company: 'Acme', title: 'CTO' },
			birthday: '--05-15',
			photo: 'https://example.com/ana.jpg',
		},
	],
	[
		'Google Contacts, raw',
		{
			resourceName: 'people/c1',
			names: [
				{
					displayName: 'Ana Lima',
					givenName: 'Ana',
					familyName: 'Lima',
					metadata: { primary: true },
				},
			],
			phoneNumbers: [{ value: '07700 900123', canonicalForm: '+447700900123', type: 'work' }],
			photos: [{ url: 'https://example.com/a.png', default: true }],
			birthdays: [{ date: { month: 5, day: 15, year: 1990 } }],
		},
		{ name: NAMED, phones: [{ ...PHONE, type: 'WORK' }], birthday: '1990-05-15' },
	],
	[
		'Outlook',
		{
			displayName: 'Ana Lima',
			givenName: 'Ana',
			surname: 'Lima',
			title: 'Dr.',
			jobTitle: 'CTO',
			emailAddresses: [{ name: 'Ana Lima', address: 'ana@example.com' }],
			businessPhones: ['+447700900123'],
			mobilePhone: null,
			homeAddress: {},
			spouseName: 'Bo Berg',
			assistantName: 'Cy Dahl',
			id: 'AA',
		},
		{
			name: { ...NAMED, prefix: 'Dr.' },
			phones: [{ ...PHONE, type: 'WORK' }],
			emails: [EMAIL],
			org: { title: 'CTO' },
		},
		["spouseName and assistantName are somebody else's and were left out"],
	],
	[
		'Xero',
		{
			ContactID: 'x',
			Name: 'Ana Lima',
			EmailAddress: 'ana@example.com',
			Phones: [
				{
					PhoneType: 'DEFAULT',
					PhoneNumber: '7700 900123',
					PhoneAreaCode: '',
					PhoneCountryCode: '44',
				},
				{ PhoneType: 'MOBILE', PhoneNumber: '', PhoneAreaCode: '', PhoneCountryCode: '' },
			],
			IsCustomer: true,
		},
		{
			name: { formatted_name: 'Ana Lima' },
			phones: [{ phone: '+44 7700 900123' }],
			emails: [EMAIL],
		},
	],
	[
		'QuickBooks',
		{
			DisplayName: 'Ana Lima',
			PrimaryPhone: { FreeFormNumber: '+447700900123' },
			PrimaryEmailAddr: { Address: 'ana@example.com' },
			BillAddr: { Id: '1', Line1: '1 High Street', City: 'Leeds' },
			WebAddr: { URI: 'https://example.com' },
		},
		{
			name: { formatted_name: 'Ana Lima' },
			phones: [PHONE],
			emails: [EMAIL],
			addresses: [{ street: '1 High Street', city: 'Leeds' }],
			urls: [{ url: 'https://example.com' }],
		},
	],
	[
		'WooCommerce, shipped to somebody else',
		{
			id: 1,
			first_name: 'Ana',
			last_name: 'Lima',
			billing: { first_name: 'Ana', last_name: 'Lima', phone: '+447700900123', city: 'Leeds' },
			shipping: { first_name: 'Bo', last_name: 'Berg', phone: '+447700900555' },
		},
		{ name: ANA, phones: [PHONE], addresses: [{ city: 'Leeds' }] },
		["shipping is somebody else's and was left out"],
	],
	[
		'Shopify, an order',
		{
			id: 1,
			name: '#1001',
			order_number: 1001,
			phone: '+447700900123',
			customer: { id: 2, first_name: 'Ana', last_name: 'Lima', phone: '+447700900123' },
			line_items: [{ name: 'Shirt' }],
		},
		{ name: ANA, phones: [PHONE] },
		['name "#1001" is not a name; it was left out'],
	],
	[
		'Stripe',
		{
			id: 'cus_1',
			object: 'customer',
			name: 'Ana Lima',
			phone: '+447700900123',
			address: { city: 'Leeds', country: 'GB', line1: '1 High Street', line2: null },
			balance: 0,
		},
		{
			name: { formatted_name: 'Ana Lima' },
			phones: [PHONE],
			addresses: [{ street: '1 High Street', city: 'Leeds', country_code: 'GB' }],
		},
	],
	[
		'Slack',
		{
			real_name: 'Ana Lima',
			profile: {
				first_name: 'Ana',
				last_name: 'Lima',
				phone: '+447700900123',
				title: 'CTO',
				image_24: 'https://example.com/24',
				image_512: 'https://example.com/512',
			},
		},
		{ name: NAMED, phones: [PHONE], org: { title: 'CTO' }, photo: 'https://example.com/512' },
	],
	[
		'Airtable',
		{ id: 'rec1', createdTime: 'x', fields: { Name: 'Ana Lima', Phone: '+447700900123' } },
		{ name: { formatted_name: 'Ana Lima' }, phones: [PHONE] },
	],
	[
		'Notion',
		{ id: 'x', name: 'Ana Lima', url: 'https://notion.example/x', property_phone: '+447700900123' },
		{ name: { formatted_name: 'Ana Lima' }, phones: [PHONE] },
	],
	[
		'Notion, raw',
		{
			id: 'x',
			properties: {
				Name: { id: 'title', type: 'title', title: [{ plain_text: 'Ana Lima' }] },
				Phone: { id: 'a', type: 'phone_number', phone_number: '+447700900123' },
			},
		},
		{ name: { formatted_name: 'Ana Lima' }, phones: [PHONE] },
	],
	[
		'a Webhook',
		{
			headers: { host: 'x' },
			params: {},
			query: {},
			body: { name: 'Ana', phone: '+447700900123' },
		},
		{ name: { formatted_name: 'Ana' }, phones: [PHONE] },
	],
]);
