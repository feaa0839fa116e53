import type { ContactDraft } from '../../../nodes/contact/contact';
import { readRowAsItem } from './read';

/*
 * Records as n8n's nodes of these services give them, made smaller; see their `__schema__` folders. Invented people.
 */

const ANA = { first_name: 'Ana', last_name: 'Lima' };
const SHOWN = { formatted_name: 'Ana Lima', ...ANA };
const PHONE = { phone: '+447700900123' };
const EMAIL = { email: 'ana@example.com' };

type Row = [
	service: string,
	row: Record<string, unknown>,
	draft: ContactDraft,
	warnings?: string[],
];

const rows: Row[] = [
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
			name: SHOWN,
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
		{ name: SHOWN, phones: [{ ...PHONE, type: 'WORK' }], birthday: '1990-05-15' },
	],
	[
		'HubSpot, one contact',
		{
			vid: 1,
			properties: {
				firstname: { value: 'Ana' },
				lastname: { value: 'Lima' },
				phone: { value: '+447700900123' },
				jobtitle: { value: 'CTO' },
				company: { value: 'Acme' },
				createdate: { value: '1700000000000' },
			},
			'identity-profiles': [
				{
					identities: [
						{ type: 'EMAIL', value: 'ana@example.com' },
						{ type: 'LEAD_GUID', value: 'g-1' },
					],
				},
			],
			'merge-audits': [{ 'first-name': 'Old', merged_from_email: { value: 'old@example.com' } }],
		},
		{ name: ANA, phones: [PHONE], emails: [EMAIL], org: { company: 'Acme', title: 'CTO' } },
		["merge-audits is somebody else's and was left out"],
	],
	[
		'HubSpot, search',
		{
			id: '1',
			properties: { firstname: 'Ana', lastname: 'Lima', phone: '+447700900123', mobilephone: null },
			url: 'https://app.hubspot.example/1',
		},
		{ name: ANA, phones: [PHONE] },
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
			name: { ...SHOWN, prefix: 'Dr.' },
			phones: [{ ...PHONE, type: 'WORK' }],
			emails: [EMAIL],
			org: { title: 'CTO' },
		},
		["spouseName and assistantName are somebody else's and were left out"],
	],
	[
		'Pipedrive v1',
		{
			id: 1,
			name: 'Ana Lima',
			phone: [{ label: 'work', value: '+447700900123', primary: true }],
			email: [{ value: 'ana@example.com', primary: true }],
			org_id: { name: 'Acme', owner_name: 'Bo', cc_email: 'cc@example.com' },
			owner_id: { name: 'Bo', email: 'bo@example.com' },
			cc_email: 'cc@example.com',
			open_deals_count: 2,
		},
		{
			name: { formatted_name: 'Ana Lima' },
			phones: [{ ...PHONE, type: 'WORK' }],
			emails: [EMAIL],
			org: { company: 'Acme' },
		},
		[
			"org_id.owner_name, org_id.cc_email, owner_id and cc_email are somebody else's and were left out",
		],
	],
	[
		'Pipedrive, without a phone',
		{
			id: 1,
			name: 'Ana Lima',
			phone: [{ value: '', primary: true }],
			email: [{ value: 'ana@example.com' }],
		},
		{ name: { formatted_name: 'Ana Lima' }, emails: [EMAIL] },
	],
	[
		'Salesforce',
		{
			attributes: { type: 'Contact', url: '/services/data' },
			Id: '003',
			Name: 'Ana Lima',
			FirstName: 'Ana',
			LastName: 'Lima',
			Salutation: 'Ms.',
			Fax: '+447700900129',
			Phone: '+447700900123',
			Title: 'CTO',
			MailingCity: 'Leeds',
			AssistantPhone: '+447700900555',
		},
		{
			name: { ...SHOWN, prefix: 'Ms.' },
			phones: [PHONE, { phone: '+447700900129', type: 'FAX' }],
			addresses: [{ city: 'Leeds' }],
			org: { title: 'CTO' },
		},
		["AssistantPhone is somebody else's and was left out"],
	],
	[
		'Mailchimp',
		{
			email_address: 'ana@example.com',
			full_name: 'Ana Lima',
			merge_fields: { FNAME: 'Ana', LNAME: 'Lima', PHONE: '+447700900123', BIRTHDAY: '05/15' },
			location: { country_code: 'GB', latitude: 1 },
			email_type: 'html',
			status: 'subscribed',
		},
		{ name: SHOWN, phones: [PHONE], emails: [EMAIL], birthday: '--05-15' },
	],
	[
		'Brevo',
		{
			email: 'ana@example.com',
			attributes: { FIRSTNAME: 'Ana', LASTNAME: 'Lima', SMS: '+447700900123' },
			smsBlacklisted: false,
		},
		{ name: ANA, phones: [PHONE], emails: [EMAIL] },
	],
	[
		'ActiveCampaign',
		{
			contact: {
				email: 'ana@example.com',
				firstName: 'Ana',
				lastName: 'Lima',
				phone: '+447700900123',
				id: '1',
			},
		},
		{ name: ANA, phones: [PHONE], emails: [EMAIL] },
	],
	[
		'Keap',
		{
			given_name: 'Ana',
			family_name: 'Lima',
			phone_numbers: [{ field: 'PHONE1', number: '07700 900123', number_e164: '+447700900123' }],
			email_addresses: [{ email: 'ana@example.com', field: 'EMAIL1' }],
			addresses: [
				{ field: 'BILLING', line1: '1 High Street', locality: 'Leeds', postal_code: 'LS1 1AA' },
			],
		},
		{
			name: ANA,
			phones: [PHONE],
			emails: [EMAIL],
			addresses: [{ street: '1 High Street', city: 'Leeds', zip: 'LS1 1AA' }],
		},
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
		'Odoo',
		{
			id: 1,
			name: 'Ana Lima',
			display_name: 'Acme, Ana Lima',
			company_name: 'Acme',
			phone: false,
			mobile: '+447700900123',
			function: 'CTO',
			is_company: false,
		},
		{
			name: { formatted_name: 'Ana Lima' },
			phones: [{ ...PHONE, type: 'CELL' }],
			org: { company: 'Acme', title: 'CTO' },
		},
	],
	[
		'Dynamics',
		{
			contactid: 'x',
			fullname: 'Ana Lima',
			firstname: 'Ana',
			lastname: 'Lima',
			telephone1: '+447700900123',
			address1_line1: '1 High Street',
			address1_city: 'Leeds',
			assistantname: 'Bo',
		},
		{ name: SHOWN, phones: [PHONE], addresses: [{ street: '1 High Street', city: 'Leeds' }] },
		["assistantname is somebody else's and was left out"],
	],
	[
		'Copper',
		{
			id: 1,
			name: 'Ana Lima',
			phone_numbers: [{ number: '+447700900123', category: 'mobile' }],
			emails: [{ email: 'ana@example.com', category: 'work' }],
			websites: [{ url: 'https://example.com', category: 'work' }],
			company_name: 'Acme',
			assignee_id: 7,
		},
		{
			name: { formatted_name: 'Ana Lima' },
			phones: [{ ...PHONE, type: 'CELL' }],
			emails: [{ ...EMAIL, type: 'WORK' }],
			org: { company: 'Acme' },
			urls: [{ url: 'https://example.com', type: 'WORK' }],
		},
	],
	[
		'Agile CRM',
		{
			id: 1,
			properties: [
				{ type: 'SYSTEM', name: 'first_name', value: 'Ana' },
				{ type: 'SYSTEM', name: 'last_name', value: 'Lima' },
				{ type: 'SYSTEM', name: 'phone', subtype: 'mobile', value: '+447700900123' },
			],
			owner: { name: 'Bo', email: 'bo@example.com' },
		},
		{ name: ANA, phones: [PHONE] },
		["owner is somebody else's and was left out"],
	],
	[
		'Action Network',
		{
			given_name: 'Ana',
			family_name: 'Lima',
			phone_numbers: [
				{ primary: true, number: '+447700900123', number_type: 'Mobile', status: 'subscribed' },
			],
			postal_addresses: [{ address_lines: ['1 High Street'], locality: 'Leeds', country: 'GB' }],
		},
		{
			name: ANA,
			phones: [{ ...PHONE, type: 'CELL' }],
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
		{ name: SHOWN, phones: [PHONE], org: { title: 'CTO' }, photo: 'https://example.com/512' },
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
];

describe('a record is read as the input item', () => {
	it.each(rows)('of %s', (_service, row, draft, warnings = []) => {
		expect(readRowAsItem(row)).toEqual({ draft, warnings });
	});
});
