import { readRowAsItem } from './read';
import { EMAIL, expectReadAsItem, PHONE, SHOWN } from './records';

/*
 * What people filled into forms, as the forms' services send it to a webhook and as n8n's nodes give it; made smaller.
 * Invented people.
 */

const ANA = { first_name: 'Ana', last_name: 'Lima' };
const TYPEFORM = {
	definition: {
		fields: [
			{ id: 'a', title: 'What is your name?', type: 'short_text' },
			{ id: 'b', title: 'Phone', type: 'phone_number' },
			{ id: 'd', title: 'Plan', type: 'multiple_choice' },
		],
	},
	answers: [
		{ type: 'text', text: 'Ana Lima', field: { id: 'a', type: 'short_text', ref: 'x1' } },
		{ type: 'phone_number', phone_number: PHONE.phone, field: { id: 'b', type: 'phone_number' } },
		{ type: 'choice', choice: { label: 'Gold' }, field: { id: 'd', type: 'multiple_choice' } },
	],
};

expectReadAsItem([
	[
		'Typeform, whose questions stand beside the answers',
		TYPEFORM,
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Typeform, in a webhook',
		{ body: { event_type: 'form_response', form_response: { form_id: 'x', ...TYPEFORM } } },
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Jotform, with questions in the keys',
		{
			q3_name: { first: 'Ana', last: 'Lima' },
			q4_phoneNumber: { full: PHONE.phone },
			q5_email: EMAIL.email,
		},
		{ name: ANA, phones: [PHONE], emails: [EMAIL] },
	],
	[
		'Jotform, as JSON in a field',
		{
			formID: '1',
			rawRequest: `{"q3_name":{"first":"Ana","last":"Lima"},"q4_phone":{"full":"${PHONE.phone}"}}`,
		},
		{ name: ANA, phones: [PHONE] },
	],
	[
		'Jotform, with entries under numbers',
		{
			id: '1',
			answers: {
				1: { name: 'heading', text: 'Sign up', type: 'control_head' },
				3: {
					name: 'name',
					text: 'Full Name',
					type: 'control_fullname',
					answer: { first: 'Ana', last: 'Lima' },
				},
				4: {
					name: 'phoneNumber',
					text: 'Phone',
					type: 'control_phone',
					answer: { full: PHONE.phone },
				},
			},
		},
		{ name: ANA, phones: [PHONE] },
	],
	[
		'WPForms',
		{
			form_id: '1',
			fields: {
				0: { name: 'Name', value: 'Ana Lima', id: 0, type: 'name', first: 'Ana', last: 'Lima' },
				1: { name: 'Phone', value: PHONE.phone, id: 1, type: 'phone' },
			},
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		"Elementor, beside the form's own name",
		{
			form: { id: 'x', name: 'Contact form' },
			fields: {
				name: { id: 'name', type: 'text', title: 'Nome', value: 'Ana Lima', required: '1' },
				field_a1: { id: 'field_a1', type: 'tel', title: 'WhatsApp', value: PHONE.phone },
			},
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		"Webflow, beside the form's own name",
		{
			payload: {
				name: 'Contact form',
				formId: 'z',
				data: { 'First Name': 'Ana', 'Last Name': 'Lima', Phone: PHONE.phone },
			},
		},
		{ name: ANA, phones: [PHONE] },
	],
	[
		'Google Ads',
		{
			lead_id: 'x',
			user_column_data: [
				{ column_name: 'Full Name', string_value: 'Ana Lima', column_id: 'FULL_NAME' },
				{ column_name: 'User Phone', string_value: PHONE.phone, column_id: 'PHONE_NUMBER' },
			],
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Fillout',
		{
			submissionId: 'x',
			questions: [
				{ id: 'a', name: 'What is your name?', type: 'ShortAnswer', value: 'Ana Lima' },
				{ id: 'b', name: 'Phone', type: 'PhoneNumber', value: PHONE.phone },
			],
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Sympla, with a list of its own fields',
		{
			first_name: 'Ana',
			last_name: 'Lima',
			email: EMAIL.email,
			custom_form: [
				{ id: 1, name: 'Telefone', value: PHONE.phone },
				{ id: 2, name: 'CPF', value: '529.982.247-25' },
			],
		},
		{ name: ANA, phones: [PHONE], emails: [EMAIL] },
	],
	[
		'Cognito, with the whole name beside its parts',
		{ Name: { First: 'Ana', Last: 'Lima', FirstAndLast: 'Ana Lima' }, Phone: PHONE.phone },
		{ name: { ...ANA, formatted_name: 'Ana Lima' }, phones: [PHONE] },
	],
	[
		'Kommo, as a posted form',
		{
			'contacts[add][0][id]': '1',
			'contacts[add][0][name]': 'Ana Lima',
			'contacts[add][0][custom_fields][0][name]': 'Phone',
			'contacts[add][0][custom_fields][0][code]': 'PHONE',
			'contacts[add][0][custom_fields][0][values][0][value]': PHONE.phone,
			'account[subdomain]': 'acme',
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'a posted form that is shipped to somebody else',
		{
			'billing[first_name]': 'Ana',
			'billing[last_name]': 'Lima',
			'billing[phone]': PHONE.phone,
			'shipping[first_name]': 'Bo',
			'shipping[phone]': '+447700900999',
		},
		{ name: ANA, phones: [PHONE] },
		["shipping is somebody else's and was left out"],
	],
	[
		'Notion, whose name and number change their style in the middle',
		{
			id: 'x',
			properties: {
				Name: { type: 'title', title: [{ plain_text: 'Ana ' }, { plain_text: 'Lima' }] },
				Phone: {
					type: 'rich_text',
					rich_text: [{ plain_text: '+4477009' }, { plain_text: '00123' }],
				},
			},
		},
		{ name: SHOWN, phones: [PHONE] },
	],
	[
		'Bitrix24, whose second name is the middle one',
		{ NAME: 'Ana', SECOND_NAME: 'Maria', LAST_NAME: 'Lima', PHONE: [{ VALUE: PHONE.phone }] },
		{ name: { ...ANA, middle_name: 'Maria' }, phones: [PHONE] },
	],
	[
		"Zendesk, with a record's address in the photo",
		{
			id: 1,
			name: 'Ana Lima',
			phone: PHONE.phone,
			photo: {
				url: 'https://acme.example/api/1.json',
				content_url: 'https://example.com/ana.png',
				thumbnails: [{ content_url: 'https://example.com/ana_80.png' }],
			},
		},
		{ name: SHOWN, phones: [PHONE], photo: 'https://example.com/ana.png' },
	],
]);

describe('a list of names and values', () => {
	const ROW = { Name: 'Ana Lima', Phone: PHONE.phone };

	it.each([
		{
			options: [
				{ name: 'phone', value: 'required' },
				{ name: 'email', value: 'optional' },
			],
		},
		{
			line_items: [
				{ name: 'Phone', value: '10' },
				{ name: 'Email course', value: 'x' },
			],
		},
	])('is no form without a number or an address: %j', (more) => {
		expect(readRowAsItem({ ...ROW, ...more })).toEqual({
			draft: { name: SHOWN, phones: [PHONE] },
			warnings: [],
		});
	});

	it("is no note, so that nobody else's number gets into it", () => {
		const note_attributes = [
			{ name: 'Recipient phone', value: '+447700900999' },
			{ name: 'Phone', value: PHONE.phone },
		];
		expect(readRowAsItem({ ...ROW, note_attributes })).toEqual({
			draft: { name: SHOWN, phones: [PHONE] },
			warnings: ['note_attributes["Recipient phone"] is somebody else\'s and was left out'],
		});
	});
});
