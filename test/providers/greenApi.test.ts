import { ContactCardGreenApi } from '../../credentials/ContactCardGreenApi.credentials';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers/dialects';
import { greenApi } from '../../nodes/providers/greenApi/greenApi';
import { readTarget } from '../../nodes/providers/targetParameters';
import { account as GREEN_API } from '../../sandbox/providers/greenApi/account';
import { contactOf, contactsOf, MESSAGE_ID } from '../support/contacts';
import { ANA_IN_PARTS } from '../support/people';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}): string {
	const target = readTarget(greenApi, { recipient: '+44 7700 900001', ...parameters });
	const { body } = greenApi.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, target);
	return JSON.stringify(body);
}

describe('the request', () => {
	it('has the phone as an integer, and the parts of the name', () => {
		const contact = { ...ANA_IN_PARTS, org: { company: 'Acme' } };
		expect(bodyOf(contact, { delay: 2, replyTo: 'BAE5' })).toBe(
			'{"chatId":"447700900001@c.us","contact":{"phoneContact":5512996130832,"firstName":"Ana","lastName":"Lima","company":"Acme"},"quotedMessageId":"BAE5","typingTime":2000}',
		);
	});

	it.each([
		[
			{
				formatted_name: 'Ana Maria Lima',
				first_name: 'Ana',
				middle_name: 'Maria',
				last_name: 'Lima',
			},
			'"firstName":"Ana","middleName":"Maria","lastName":"Lima"',
		],
		[
			{ formatted_name: 'Dr. Ana Lima', first_name: 'Ana', last_name: 'Lima', prefix: 'Dr.' },
			'"firstName":"Dr. Ana Lima"',
		],
		[
			{ formatted_name: 'Lima, Ana', first_name: 'Ana', last_name: 'Lima' },
			'"firstName":"Lima, Ana"',
		],
		[{ formatted_name: '陈伟' }, '"firstName":"陈伟"'],
	])('shows the name %j as it is', (name, fields) => {
		expect(bodyOf({ name, phones: ANA_IN_PARTS.phones })).toContain(`5512996130832,${fields}}`);
	});

	it.each([
		[{}, {}],
		[
			{ delay: 2, replyTo: 'BAE5' },
			{ quotedMessageId: 'BAE5', typingTime: 2000 },
		],
	])(
		'leaves the path to the credential, and sends a text to the same place, with %j',
		(options, sent) => {
			const target = readTarget(greenApi, { recipient: GREEN_API.group, ...options });
			expect(greenApi.text?.request({ id: MESSAGE_ID, text: 'Hi' }, target)).toEqual({
				method: 'POST',
				path: '/sendMessage',
				body: { chatId: GREEN_API.group, message: 'Hi', ...sent },
			});
			expect(greenApi.text?.maxLength).toBe(20_000);
		},
	);
});

describe('the credential', () => {
	const { authenticate } = new ContactCardGreenApi();
	const credential = { idInstance: ' 7103000001 ', apiTokenInstance: 'a/b?c' };
	const url = 'https://7103.api.greenapi.com/base/sendContact';
	const DONE = 'https://7103.api.greenapi.com/base/waInstance7103000001/sendContact/a%2Fb%3Fc';

	it('puts instance and token around the method, once', async () => {
		const once = await authenticate(credential, { method: 'POST', url });
		expect(once.url).toBe(DONE);
		expect((await authenticate(credential, once)).url).toBe(DONE);
	});
});

describe('the target', () => {
	it.each([
		['+44 7700 900001', '447700900001@c.us'],
		['447700900001@s.whatsapp.net', '447700900001@c.us'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
	])('reads %s', (recipient, chatId) => {
		expect(readTarget(greenApi, { recipient }).recipient).toBe(chatId);
	});

	it('refuses more typing than the service has', () => {
		const action = () => readTarget(greenApi, { recipient: '+44 7700 900001', delay: 21 });
		expect(refusalOf(action)).toMatchObject({
			message: 'Delay must be at most 20 seconds',
			field: 'delay',
		});
	});
});

describe('a contact', () => {
	it.each([
		[[], 'has no phone number'],
		...['0812 3456', '1-800-FLOWERS', '+44 7700 900123;900124', '5.513E+12'].map(
			(phone): [string[], string] => [
				[phone],
				`has the phone number "${phone}", which is not clearly one number with country code`,
			],
		),
		[['112'], 'has the phone number "112", which has no country code'],
		[['*100#'], 'has the phone number "*100#", which has no country code'],
	])('with the phones %j is refused', (phones, problem) => {
		const contact = contactOf({ name: { formatted_name: 'Ana' }, phones });
		expect(greenApi.fit?.(contact)).toMatchObject({ problem, field: 'phones' });
	});

	it.each([
		[
			'+47 40 61 23 45',
			'4740612345',
			'GREEN-API documents a minimum of 11 digits, so it may reject +4740612345',
		],
		['+44 7700 900001', '447700900001', undefined],
		['+1 415 555 1234 ext. 5', '14155551234', undefined],
	])('with the phone %s goes with its digits', (phone, digits, warning) => {
		const contact = contactOf({ name: { formatted_name: 'Ana' }, phones: [phone] });
		expect(bodyOf(contact)).toContain(`"phoneContact":${digits},`);
		const warnings = warning === undefined ? [] : [{ field: 'phones', message: warning }];
		expect(greenApi.fit?.(contact)).toMatchObject({ warnings });
	});

	it('keeps every text in its field', () => {
		const contact = contactOf({
			name: { formatted_name: 'Lima; Ana' },
			phones: ANA_IN_PARTS.phones,
		});
		expect(greenApi.fit?.(contact)).toMatchObject({
			contact: { name: { formatted_name: 'Lima, Ana' } },
			warnings: [{ field: 'name' }],
		});
	});

	it('is read in the spelling of the service', () => {
		const read = contactOf({ phoneContact: 5512996130832, firstName: 'Ana', lastName: 'Lima' });
		expect(read).toMatchObject({
			name: { formatted_name: 'Ana Lima', first_name: 'Ana', last_name: 'Lima' },
			phones: [{ phone: '+5512996130832' }],
		});
	});

	it('is read with its country code, whatever the Default Country', () => {
		const [read] = readJson({ phoneContact: 4917612345678, firstName: 'Ana' }, dialects);
		expect(read).toMatchObject({ draft: { phones: [{ phone: '+4917612345678' }] }, warnings: [] });
	});
});

it.each([
	[{ idMessage: 'BAE5F4886F6F2D05' }, { messageIds: ['BAE5F4886F6F2D05'], chatId: null }],
	[{ idMessage: '' }, undefined],
	[{ code: 401, description: 'Unauthorized' }, undefined],
	['OK', undefined],
])('reads the receipt %j', (body, receipt) => {
	expect(greenApi.receipt(answer(200, body))).toEqual(receipt);
});

describe('refusals', () => {
	const quota =
		'The quota of this plan is used up: the developer plan allows three chats a month. Change the plan, or send to chats that you have already written to.';

	it.each([
		[
			400,
			{
				statusCode: 400,
				path: '/waInstance7103000001/sendContact/secret',
				message: "Validation failed. Details: 'contact.phoneContact' must be a number",
			},
			{ message: "Validation failed. Details: 'contact.phoneContact' must be a number" },
		],
		[
			400,
			{ message: 'instance account not authorized' },
			{
				message: 'instance account not authorized',
				advice: 'Link the instance to WhatsApp in the GREEN-API console: scan its QR code.',
			},
		],
		[
			400,
			'instance in starting process try later',
			{
				message: 'instance in starting process try later',
				advice: 'The instance is starting: send again in a minute.',
			},
		],
		[
			200,
			{ code: 401, description: 'Unauthorized' },
			{
				message: 'Unauthorized',
				code: '401',
				advice: 'Check the API token in the credential.',
			},
		],
		[
			466,
			{
				invokeStatus: { status: 'QUOTE_ALLOWED', description: '' },
				correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED', description: 'Three.' },
			},
			{ message: 'Three.', code: 'CORRESPONDENTS_QUOTE_EXCEEDED', advice: quota },
		],
		[
			466,
			{ invokeStatus: { status: 'QUOTA_EXCEEDED', description: 'All used' } },
			{ message: 'All used', code: 'QUOTA_EXCEEDED', advice: quota },
		],
		[429, 'Too many requests', { message: 'Too many requests' }],
		[499, '', { message: '', outcome: 'unknown' }],
		[500, '', { message: '' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(greenApi.refusal(answer(status, body))).toEqual(refusal);
	});
});

describe('a look-up', () => {
	const found = (body: unknown) =>
		greenApi.lookUp?.found(answer(200, body), ['447700900001'])?.get('447700900001');

	it('asks about one number, as an integer', () => {
		const target = readTarget(greenApi, { recipient: '+44 7700 900001' });
		expect(greenApi.lookUp?.numbersPerRequest).toBe(1);
		expect(greenApi.lookUp?.request(['447700900001'], target)).toEqual({
			method: 'POST',
			path: '/checkWhatsapp',
			body: { phoneNumber: 447700900001 },
		});
	});

	it.each([
		[{ existsWhatsapp: true }, { onWhatsApp: true }],
		[{ existsWhatsapp: true, chatId: '123456789@lid' }, { onWhatsApp: true }],
		[
			{ existsWhatsapp: true, chatId: '447700900001@c.us' },
			{ onWhatsApp: true, waId: '447700900001' },
		],
		[{ existsWhatsapp: false }, { onWhatsApp: false }],
		[{ code: 401 }, undefined],
	])('reads %j', (body, status) => {
		expect(found(body)).toEqual(status);
	});
});
