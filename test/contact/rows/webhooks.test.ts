import { readRowAsItem } from './read';
import { EMAIL, expectReadAsItem, NAMED, PHONE, SHOWN } from './records';

/*
 * Records with the contact in a list of fields, in an order or in an event, as services send them to webhooks and as
 * n8n's nodes give them; made smaller. Invented people.
 */

const UUID = 'b55c9c91-384d-452b-81db-d1ef79372b75';

expectReadAsItem([
	[
		'Tally, whose keys say nothing',
		{
			eventType: 'FORM_RESPONSE',
			data: {
				formName: 'Contact',
				fields: [
					{ key: 'question_1', label: 'Full name', type: 'INPUT_TEXT', value: 'Ana Lima' },
					{ key: 'question_2', label: 'Phone', type: 'INPUT_PHONE_NUMBER', value: PHONE.phone },
				],
			},
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Calendly, without the address of the record',
		{
			event: 'invitee.created',
			payload: {
				name: 'Ana Lima',
				email: EMAIL.email,
				questions_and_answers: [{ question: 'Phone Number', answer: PHONE.phone, position: 0 }],
				uri: 'https://api.calendly.com/scheduled_events/1',
			},
		},
		{ name: SHOWN, phones: [PHONE], emails: [EMAIL] },
	],
	[
		'Cal.com, whose title is the meeting',
		{
			triggerEvent: 'BOOKING_CREATED',
			payload: {
				title: '30min between Bo Reis and Ana Lima',
				organizer: { name: 'Bo Reis', email: 'bo@example.com' },
				responses: {
					name: { label: 'your_name', value: 'Ana Lima' },
					attendeePhoneNumber: { label: 'phone_number', value: PHONE.phone },
				},
			},
		},
		{ name: SHOWN, phones: [PHONE] },
		["payload.organizer is somebody else's and was left out"],
	],
	[
		'Stripe, in an event',
		{
			id: 'evt_1',
			type: 'checkout.session.completed',
			data: {
				object: {
					object: 'checkout.session',
					customer_details: {
						name: 'Ana Lima',
						phone: PHONE.phone,
						address: { line1: '1 Low St' },
					},
				},
			},
		},
		{ name: SHOWN, phones: [PHONE], addresses: [{ street: '1 Low St' }] },
	],
	[
		'Shopify, an order that goes to somebody else',
		{
			id: 450789469,
			name: '#1001',
			total_price: '10.00',
			shipping_address: { name: 'Bo Reis', phone: '+447700900999', address1: '2 Low St' },
			billing_address: { name: 'Ana Lima', phone: PHONE.phone, address1: '1 Low St' },
			customer: { first_name: 'Ana', last_name: 'Lima', phone: null },
		},
		{ name: NAMED, phones: [PHONE], addresses: [{ street: '1 Low St' }] },
		[
			'name "#1001" is not a name; it was left out',
			"shipping_address is somebody else's and was left out",
		],
	],
	[
		'Telegram, a contact that somebody shared',
		{
			update_id: 1,
			message: {
				from: { id: 99, first_name: 'Bo' },
				chat: { id: 99, first_name: 'Bo', type: 'private' },
				contact: { phone_number: PHONE.phone, first_name: 'Ana', last_name: 'Lima' },
			},
		},
		{ name: { first_name: 'Ana', last_name: 'Lima' }, phones: [PHONE] },
		['from and chat are not fields of a contact and were left out'],
	],
	[
		'Airtable, with the columns of a linked table',
		{
			id: 'rec8xPq2LmN4oRtYz',
			fields: {
				Company: ['recAbCdEfGhIjKlMn'],
				'Company Name (from Company)': ['Acme'],
				'Name (from Client)': ['Ana Lima'],
				'Phone (from Client)': [PHONE.phone],
				'Phone (from Account Manager)': ['+447700900999'],
			},
		},
		{ name: SHOWN, phones: [PHONE], org: { company: 'Acme' } },
		['fields["Phone (from Account Manager)"] is somebody else\'s and was left out'],
	],
	[
		'Notion, with a relation',
		{ id: UUID, name: 'Ana Lima', property_phone: PHONE.phone, property_company: [UUID] },
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Jotform, with an area code',
		{
			Name: { first: 'Ana', last: 'Lima' },
			'Phone Number': { area: '11', phone: '98765-4321' },
			Address: { addr_line1: '1 Low St', city: 'Leeds', postal: 'LS1 1AA' },
		},
		{
			name: { first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '11 98765-4321' }],
			addresses: [{ street: '1 Low St', city: 'Leeds', zip: 'LS1 1AA' }],
		},
	],
	[
		'Supabase',
		{
			id: UUID,
			role: 'authenticated',
			phone: PHONE.phone,
			raw_user_meta_data: { full_name: 'Ana Lima' },
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Twilio',
		{
			SmsMessageSid: 'SM12',
			ProfileName: 'Ana Lima',
			WaId: '447700900123',
			From: 'whatsapp:+447700900123',
		},
		{ name: SHOWN, phones: [{ phone: '', wa_id: '447700900123' }] },
		["From is somebody else's and was left out"],
	],
	[
		'Outlook as CSV, without a birthday',
		{
			'First Name': 'Ana',
			'Mobile Phone': PHONE.phone,
			Birthday: '0/0/00',
			'E-mail Type': 'SMTP',
			'E-mail Address': EMAIL.email,
		},
		{ name: { first_name: 'Ana' }, phones: [{ ...PHONE, type: 'CELL' }], emails: [EMAIL] },
	],
	[
		'Excel, with a day as a number',
		{ Nome: 'Ana', Telefone: 5511987654321, 'Data Nasc.': 32874 },
		{
			name: { formatted_name: 'Ana' },
			phones: [{ phone: '5511987654321' }],
			birthday: '1990-01-01',
		},
	],
	[
		'a form that says how to type',
		{
			Nome: 'Ana',
			'Número de celular (10 dígitos)': '55 1234 5678',
			'WhatsApp (Ex: 11 99999-9999)': '11 98765-4321',
		},
		{
			name: { formatted_name: 'Ana' },
			phones: [{ phone: '55 1234 5678', type: 'CELL' }, { phone: '11 98765-4321' }],
		},
	],
]);

it('says what it leaves beside the contacts of a message', () => {
	const { warnings } = readRowAsItem({
		contacts: [{ profile: { name: 'Bo Reis' }, wa_id: '447700900999' }],
		messages: [{ type: 'contacts', contacts: [{ name: SHOWN, phones: [PHONE] }] }],
	});
	expect(warnings).toEqual(['messages is not a field of a contact and was left out']);
});
