import { EMAIL, expectReadAsItem, PHONE, SHOWN } from './records';

expectReadAsItem([
	[
		'Kommo',
		{
			id: 1234,
			name: 'Ana Lima',
			custom_fields_values: [
				{
					field_id: 3,
					field_name: 'Telefon',
					field_code: 'PHONE',
					values: [{ value: PHONE.phone, enum_code: 'WORK' }],
				},
				{ field_id: 5, field_name: 'Cargo', field_code: 'POSITION', values: [{ value: 'CTO' }] },
			],
		},
		{ name: SHOWN, phones: [{ ...PHONE, type: 'WORK' }], org: { title: 'CTO' } },
	],
	[
		'Monday, with the text of a value beside its object',
		{
			id: '1234567890',
			name: 'Ana Lima',
			column_values: [
				{
					id: 'phone_1',
					text: '447700900123',
					column: { title: 'Phone' },
					value: '{"phone":"447700900123","countryShortName":"GB"}',
				},
			],
		},
		{ name: SHOWN, phones: [{ phone: '447700900123' }] },
	],
	[
		'Chatwoot, whose account is the one of the helpdesk',
		{
			event: 'contact_created',
			account: { id: 1, name: 'Acme' },
			name: 'Ana Lima',
			phone_number: PHONE.phone,
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Bitrix24, whose title is the lead',
		{
			NAME: 'Ana',
			LAST_NAME: 'Lima',
			POST: 'CTO',
			COMPANY_TITLE: 'Acme',
			TITLE: 'Website lead',
			PHONE: [{ VALUE_TYPE: 'WORK', VALUE: PHONE.phone }],
		},
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ ...PHONE, type: 'WORK' }],
			org: { company: 'Acme', title: 'CTO' },
		},
		['TITLE has no field of its own in a card and was left out'],
	],
	[
		'Odoo, which shows the company before the name',
		{
			id: 14,
			name: 'Ana Lima',
			display_name: 'Acme, Ana Lima',
			phone: PHONE.phone,
			mobile: false,
			city: 'Leeds',
			country_id: [231, 'United Kingdom'],
			is_company: false,
			user_id: [2, 'Bo Reis'],
		},
		{
			name: SHOWN,
			phones: [PHONE],
			addresses: [{ city: 'Leeds', country: 'United Kingdom' }],
			org: { company: 'Acme' },
		},
	],
	[
		'Apollo, whose headline is no title',
		{
			first_name: 'Ana',
			last_name: 'Lima',
			title: 'CTO',
			headline: 'CTO at Acme',
			phone: PHONE.phone,
		},
		{ name: { first_name: 'Ana', last_name: 'Lima' }, phones: [PHONE], org: { title: 'CTO' } },
	],
	[
		'HubSpot, with the number as HubSpot reads it and a count of notes',
		{
			properties: {
				firstname: 'Ana',
				phone: '07700 900123',
				hs_calculated_phone_number: PHONE.phone,
				num_notes: '3',
			},
		},
		{ name: { first_name: 'Ana' }, phones: [PHONE] },
	],
	[
		'Intercom, with a location',
		{
			type: 'contact',
			role: 'user',
			name: 'Ana Lima',
			phone: PHONE.phone,
			location: { type: 'location', country: 'United Kingdom', city: 'Leeds' },
		},
		{ name: SHOWN, phones: [PHONE], addresses: [{ city: 'Leeds', country: 'United Kingdom' }] },
	],
	[
		'Brevo, whose external ID is no extension',
		{
			email: EMAIL.email,
			attributes: { FIRSTNAME: 'Ana', LASTNAME: 'Lima', SMS: '447700900123', EXT_ID: '99' },
		},
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '447700900123' }],
			emails: [EMAIL],
		},
	],
	[
		'Klaviyo, whose location has a street',
		{
			attributes: {
				first_name: 'Ana',
				phone_number: PHONE.phone,
				location: { address1: '1 Low St', city: 'Leeds', latitude: '1', timezone: 'Europe/London' },
			},
		},
		{
			name: { first_name: 'Ana' },
			phones: [PHONE],
			addresses: [{ street: '1 Low St', city: 'Leeds' }],
		},
	],
	[
		'Agendor, with a phone under its label alone',
		{
			id: 1,
			name: 'Ana Lima',
			role: 'Diretora',
			contact: { work: '1133334444', mobile: '11987654321' },
		},
		{
			name: SHOWN,
			phones: [
				{ phone: '1133334444', type: 'WORK' },
				{ phone: '11987654321', type: 'CELL' },
			],
			org: { title: 'Diretora' },
		},
	],
	[
		'SAP, with a date of OData',
		{ FirstName: 'Ana', LastName: 'Lima', Phone: PHONE.phone, BirthDate: '/Date(643507200000)/' },
		{ name: { first_name: 'Ana', last_name: 'Lima' }, phones: [PHONE], birthday: '1990-05-24' },
	],
]);
