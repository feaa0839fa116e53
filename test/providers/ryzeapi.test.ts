import { ryzeapi } from '../../nodes/providers/ryzeapi/ryzeapi';
import { readTarget } from '../../nodes/providers/targetParameters';
import { contactsOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

function requestOf(contacts: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(ryzeapi, {
		instance: 'my-instance',
		recipient: '5511999999999',
		...parameters,
	});
	return ryzeapi.request({ id: MESSAGE_ID, contacts: contactsOf(contacts) }, target);
}

function bodyOf(contacts: unknown, parameters: Record<string, unknown> = {}): string {
	return JSON.stringify(requestOf(contacts, parameters).body);
}

const GROUP = '120363040000000001@g.us';
const JOAO = { fullName: 'João Silva', phone: '5511888888888' };

describe("the documents' examples, to the byte", () => {
	it('sends a single contact', () => {
		expect(bodyOf(JOAO)).toBe(
			'{"number":"5511999999999","vcard":[{"fullName":"João Silva","phone":"5511888888888"}],"source":"n8n"}',
		);
	});

	it('sends several contacts in one message', () => {
		const contacts = [
			JOAO,
			{ fullName: 'Maria Souza', phone: '5511777777777' },
			{ fullName: 'Pedro Lima', phone: '5511666666666' },
		];
		expect(bodyOf(contacts)).toBe(
			'{"number":"5511999999999","vcard":[{"fullName":"João Silva","phone":"5511888888888"},{"fullName":"Maria Souza","phone":"5511777777777"},{"fullName":"Pedro Lima","phone":"5511666666666"}],"source":"n8n"}',
		);
	});

	it('sends organization, email and website', () => {
		const contact = {
			...JOAO,
			organization: 'Acme',
			email: 'joao@example.com',
			url: 'https://example.com',
		};
		expect(bodyOf({ vcard: contact })).toBe(
			'{"number":"5511999999999","vcard":[{"fullName":"João Silva","phone":"5511888888888","organization":"Acme","email":"joao@example.com","url":"https://example.com"}],"source":"n8n"}',
		);
	});
});

describe('the request', () => {
	it('is a POST with the instance in its path', () => {
		const { method, path, headers, query } = requestOf(JOAO);
		expect({ method, path, headers, query }).toEqual({
			method: 'POST',
			path: '/api/message/contact/my-instance',
			headers: undefined,
			query: undefined,
		});
	});

	it('has the first phone, email and URL and the company of a contact', () => {
		expect(bodyOf(RICH_CONTACT)).toBe(
			'{"number":"5511999999999","vcard":[{"fullName":"Dr. John A. Doe Jr.","phone":"5512996130832","organization":"Acme","email":"john@example.com","url":"https://example.com"}],"source":"n8n"}',
		);
	});

	it('leaves out an extension', () => {
		expect(bodyOf({ fullName: 'Ana', phone: '+14155551234 ext. 5' })).toContain(
			'"phone":"14155551234"}',
		);
	});

	it('has every option, in the order of the documents', () => {
		expect(
			bodyOf(JOAO, { delay: 3, replyTo: ' 3EB0B430 ', replyPrivate: true, source: 'crm' }),
		).toBe(
			'{"number":"5511999999999","vcard":[{"fullName":"João Silva","phone":"5511888888888"}],"delay":3,"replyTo":"3EB0B430","replyPrivate":true,"source":"crm"}',
		);
	});

	it('has texts that stay in the chat of the card', () => {
		const options = { replyTo: '3EB0B430', replyPrivate: true };
		const target = readTarget(ryzeapi, { instance: 'my-instance', recipient: GROUP, ...options });
		expect(ryzeapi.text?.request({ id: MESSAGE_ID, text: 'Hi' }, target)).toEqual({
			method: 'POST',
			path: '/api/message/text/my-instance',
			body: { number: GROUP, message: 'Hi', replyTo: '3EB0B430', source: 'n8n' },
		});
	});

	it.each([
		[{ delay: 0 }, '"delay":0,"source":"n8n"'],
		[{ delay: '5' }, '"delay":5,"source":"n8n"'],
		[{ delay: ' ' }, '],"source":"n8n"'],
		[{ replyPrivate: false }, '"replyPrivate":false,"source":"n8n"'],
		[{ source: '  ' }, '],"source":"n8n"'],
		[{ replyTo: 42 }, '"replyTo":"42","source":"n8n"'],
		[{ delay: null, replyTo: null, replyPrivate: null, source: null }, '],"source":"n8n"'],
	])('reads the options %j', (options, text) => {
		expect(bodyOf(JOAO, options)).toContain(text);
	});

	it.each([
		['a/b', 'a%2Fb'],
		['../admin', '..%2Fadmin'],
		['a?token=x#y', 'a%3Ftoken%3Dx%23y'],
		['my instance', 'my%20instance'],
		['câmara 📇', 'c%C3%A2mara%20%F0%9F%93%87'],
		['%2e%2e', '%252e%252e'],
		['a\\b', 'a%5Cb'],
		['half \ud83d', 'half%20%EF%BF%BD'],
	])('keeps the instance %j in its place', (instance, part) => {
		const { path } = requestOf(JOAO, { instance });
		expect(path).toBe(`/api/message/contact/${part}`);
		expect(new URL(`https://ryzeapi.cloud${path}`).pathname).toBe(path);
	});
});

describe('the target', () => {
	it.each([
		['+55 11 99999-9999', '5511999999999'],
		['5511999999999@s.whatsapp.net', '5511999999999'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
	])('reads %s', (recipient, number) => {
		expect(readTarget(ryzeapi, { instance: 'sales', recipient }).recipient).toBe(number);
	});

	it.each([
		[{ instance: '' }, 'Instance is missing', 'instance'],
		[{ instance: '.' }, 'Instance is not an ID', 'instance'],
		[{ instance: '..' }, 'Instance is not an ID', 'instance'],
		[{ instance: 'a\r\nb' }, 'Instance is not an ID', 'instance'],
		[{ instance: {} }, 'Instance must be text', 'instance'],
		[{ recipient: '' }, 'Recipient is empty', 'recipient'],
		[{ delay: 1.5 }, 'Delay must be a whole number of seconds, 0 or more', 'delay'],
		[{ delay: -1 }, 'Delay must be a whole number of seconds, 0 or more', 'delay'],
		[{ delay: 'soon' }, 'Delay must be a number, not text', 'delay'],
		[{ delay: true }, 'Delay must be a number, not a boolean', 'delay'],
		[{ replyPrivate: 'yes' }, 'Reply Privately must be true or false, not text', 'replyPrivate'],
		[{ replyTo: ['x'] }, 'Reply To Message ID must be text', 'replyTo'],
		[{ source: {} }, 'Source must be text', 'source'],
	])('refuses %j', (parameters, message, field) => {
		expect(
			refusalOf(() =>
				readTarget(ryzeapi, { instance: 'sales', recipient: '5511999999999', ...parameters }),
			),
		).toMatchObject({ message, field });
	});
});

it('refuses a contact without a phone number', () => {
	const [ana] = contactsOf({ name: { formatted_name: 'Ana' }, emails: ['ana@example.com'] });
	expect(ryzeapi.fit?.(ana)).toEqual({
		problem: 'has no phone number',
		field: 'phones',
		fix: 'RyzeAPI needs a name and a phone number for every contact: add one.',
	});
	const [joao] = contactsOf(JOAO);
	expect(ryzeapi.fit?.(joao)).toEqual({ contact: joao, warnings: [] });
});

it.each(['912 345 678', '0812 3456', '12996130832', '+49 30 1234567/8'])(
	'refuses a contact with the number %s, which would become a stranger',
	(phone) => {
		const [contact] = contactsOf({ fullName: 'Ana', phone });
		expect(ryzeapi.fit?.(contact)).toMatchObject({
			problem: `has the phone number "${phone}", which is not clearly one number with country code`,
			fix: expect.stringMatching(/^Write it with \+ and country code, or set Default Country: /),
		});
	},
);

it('sends a short number as it is', () => {
	const [contact] = contactsOf({ fullName: 'Ana', phone: '112' });
	expect(ryzeapi.fit?.(contact)).toEqual({ contact, warnings: [] });
});

describe('receipts', () => {
	it('reads the documented success', () => {
		expect(
			ryzeapi.receipt(
				answer(200, {
					success: true,
					message: '2 contacts sent successfully in one message',
					status: 'sent',
					data: { messageId: '3EB0B430B6F8F1D0E053', direction: 'outgoing' },
				}),
			),
		).toEqual({ messageIds: ['3EB0B430B6F8F1D0E053'], chatId: null });
	});

	it.each([
		{ success: true, status: 'sent', data: {} },
		{ success: true, status: 'sent', data: null },
		{ success: true },
	])('takes %j as a success without an id', (body) => {
		expect(ryzeapi.receipt(answer(200, body))).toEqual({ messageIds: [], chatId: null });
	});

	it.each([{ success: false, error: { message: 'no' } }, { data: { messageId: 'x' } }, 'OK'])(
		'finds none in %j',
		(body) => {
			expect(ryzeapi.receipt(answer(200, body))).toBeUndefined();
		},
	);
});

describe('refusals', () => {
	const failed = (message: string) => ({ success: false, error: { message } });

	it.each([
		'Instance name is required',
		'Invalid JSON format: unexpected end of JSON input',
		'Failed to read request body: EOF',
		'Number is required',
		'At least one contact (vcard) is required',
		'Contact full name is required for contact 1',
		'Contact phone number is required for contact 2',
		'Invalid phone number format: 12',
	])('reads 400 %s', (message) => {
		expect(ryzeapi.refusal(answer(400, failed(message)))).toEqual({ message });
	});

	it.each([
		[401, failed('Invalid token'), { advice: 'Check the token in the credential.' }],
		[
			403,
			failed('Instance token does not match'),
			{
				advice:
					'The token belongs to another instance: use this instance’s token, or the account token.',
			},
		],
		[
			404,
			failed('Instance not found'),
			{ advice: 'Check the instance: this account has none with that name.' },
		],
		[409, failed('Duplicate'), {}],
		[
			429,
			failed('Rate limit exceeded. Try again later.'),
			{ advice: 'Wait a minute, or lower Messages per Minute.' },
		],
		[
			500,
			failed('Failed to send message: server returned error 479'),
			{
				outcome: 'notSent',
				retry: false,
				advice: 'WhatsApp rejected it. Restart the session on the server, then send again.',
			},
		],
		[500, failed('Failed to send message: context deadline exceeded'), {}],
		[
			400,
			failed('Instance is not connected to WhatsApp'),
			{ advice: 'Connect the instance to WhatsApp in RyzeAPI.' },
		],
		[
			400,
			failed('Number is not on WhatsApp'),
			{ advice: 'Check the number: it has no WhatsApp account.' },
		],
		[501, failed('Not supported'), { outcome: 'notSent' }],
		[
			503,
			failed('Instance is not connected to WhatsApp'),
			{ outcome: 'notSent', advice: 'Connect the instance to WhatsApp in RyzeAPI.' },
		],
		[200, failed('The message was not sent'), {}],
	])('reads %i %j', (status, body, rest) => {
		expect(ryzeapi.refusal(answer(status, body))).toEqual({
			message: body.error.message,
			...rest,
		});
	});

	it('reads an error that is only text, and a page of a proxy', () => {
		expect(ryzeapi.refusal(answer(400, { error: 'Number is required' }))).toEqual({
			message: 'Number is required',
		});
		expect(ryzeapi.refusal(answer(503, '<html>503</html>'))).toEqual({
			message: '<html>503</html>',
		});
	});
});
