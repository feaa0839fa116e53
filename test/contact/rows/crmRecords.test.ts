import { ANA, EMAIL, expectReadAsItem, NAMED, PHONE } from './records';

/*
 * Records as n8n's nodes of these services give them, made smaller; see their `__schema__` folders. Invented people.
 */

expectReadAsItem([
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
			name: { ...NAMED, prefix: 'Ms.' },
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
		{ name: NAMED, phones: [PHONE], emails: [EMAIL], birthday: '--05-15' },
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
		{ name: NAMED, phones: [PHONE], addresses: [{ street: '1 High Street', city: 'Leeds' }] },
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
]);
