import { chert } from '../../nodes/providers/chert/chert';
import { readTarget } from '../../nodes/providers/targetParameters';
import { contactOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

const BY_PHONE = { addressBy: 'phone', recipient: '+14155551234' };

function requestOf(contact: unknown, parameters: Record<string, unknown> = BY_PHONE) {
	return chert.request(
		{ id: MESSAGE_ID, contacts: [contactOf(contact)] },
		readTarget(chert, parameters),
	);
}

function bodyOf(contact: unknown, parameters?: Record<string, unknown>): string {
	return JSON.stringify(requestOf(contact, parameters).body);
}

describe('the request', () => {
	it('goes to a chat that exists, without `to`', () => {
		const contact = {
			full_name: 'John Doe',
			given_name: 'John',
			family_name: 'Doe',
			organization: 'Acme',
			phones: [{ value: '+14155551234', label: 'mobile' }],
			emails: [{ value: 'john@example.com', label: 'work' }],
		};
		const request = requestOf(contact, { addressBy: 'chat', chatId: 'ch_01HZX3' });
		expect(request.method).toBe('POST');
		expect(request.path).toBe('/chats/ch_01HZX3/send-contact');
		expect(JSON.stringify(request.body)).toBe(
			'{"contact":{"full_name":"John Doe","given_name":"John","family_name":"Doe","organization":"Acme","phones":[{"value":"+14155551234","label":"mobile"}],"emails":[{"value":"john@example.com","label":"work"}]}}',
		);
	});

	it('goes to a person without a chat yet', () => {
		const request = requestOf({ full_name: 'John Doe', phones: ['+14155551234'] });
		expect(request.path).toBe('/chats/send-contact');
		expect(JSON.stringify(request.body)).toBe(
			'{"to":"+14155551234","contact":{"full_name":"John Doe","phones":[{"value":"+14155551234"}]}}',
		);
	});

	it.each([
		['CELL', 'mobile'],
		['Mobile', 'mobile'],
		['WORK', 'work'],
		['home', 'home'],
		['Ski hut', 'Ski hut'],
	])('labels a phone of type %s as %s', (type, label) => {
		expect(
			bodyOf({ name: { formatted_name: 'Ana' }, phones: [{ phone: '+14155551234', type }] }),
		).toContain(`"label":"${label}"`);
	});

	it('needs no phone: an organization or an email names a contact', () => {
		expect(bodyOf({ org: { company: 'Acme' } })).toBe(
			'{"to":"+14155551234","contact":{"full_name":"Acme","organization":"Acme"}}',
		);
		expect(bodyOf({ emails: [{ email: 'ana@example.com' }] })).toBe(
			'{"to":"+14155551234","contact":{"full_name":"ana@example.com","emails":[{"value":"ana@example.com"}]}}',
		);
	});

	it('sends a contact that the fields cannot hold as one vCard, and only that', () => {
		const { body } = requestOf(RICH_CONTACT);
		expect(Object.keys(body ?? {})).toEqual(['to', 'vcard_text']);
		expect(body?.['vcard_text']).toMatch(/^BEGIN:VCARD\r\n[^]*\r\nEND:VCARD\r\n$/);
	});

	it.each([
		['a middle name', { name: { formatted_name: 'Ana B. Lima', middle_name: 'B.' } }],
		['a prefix', { name: { formatted_name: 'Dr. Ana', prefix: 'Dr.' } }],
		['a suffix', { name: { formatted_name: 'Ana Jr.', suffix: 'Jr.' } }],
		['a short number', { phones: ['112'] }],
		['an extension', { phones: ['+14155551234 ext. 5'] }],
		['a number that is too long', { phones: ['+1234567890123456789'] }],
		['a department', { org: { company: 'Acme', department: 'Sales' } }],
		['a URL', { urls: ['https://example.com'] }],
		['a birthday', { birthday: '1990-05-15' }],
		['a note', { note: 'Call in the morning' }],
	])('sends a vCard for %s', (_what, contact) => {
		expect(bodyOf({ name: { formatted_name: 'Ana' }, ...contact })).toContain(
			'"vcard_text":"BEGIN:VCARD',
		);
	});

	it.each([
		['a/b', 'a%2Fb'],
		['../../tenants', '..%2F..%2Ftenants'],
		['ch?x=1#y', 'ch%3Fx%3D1%23y'],
		['ch 1', 'ch%201'],
		['چت', '%DA%86%D8%AA'],
		['half \udc00', 'half%20%EF%BF%BD'],
	])('keeps the chat %j in its place', (chatId, part) => {
		const { path } = requestOf(RICH_CONTACT, { addressBy: 'chat', chatId });
		expect(path).toBe(`/chats/${part}/send-contact`);
		expect(new URL(`https://console.trychert.com${path}`).pathname).toBe(path);
	});
});

describe('the target', () => {
	it('names the person in E.164', () => {
		expect(readTarget(chert, { addressBy: 'phone', recipient: '+1 (415) 555-1234' })).toEqual({
			recipient: '+14155551234',
			to: { phone: '+14155551234' },
		});
	});

	it('names the chat, whatever the other parameter holds', () => {
		expect(
			readTarget(chert, { addressBy: 'chat', chatId: ' ch_01HZX3 ', recipient: null }),
		).toEqual({ recipient: 'ch_01HZX3', to: { chatId: 'ch_01HZX3' } });
	});

	it.each([
		[
			{ addressBy: 'email', recipient: '+14155551234' },
			'Address By must be "chat" or "phone"',
			'addressBy',
		],
		[{ addressBy: 'phone', recipient: '' }, 'Recipient is empty', 'recipient'],
		[{ addressBy: 'phone' }, 'Recipient is empty', 'recipient'],
		[
			{ addressBy: 'phone', recipient: '120363040000000001@g.us' },
			'Recipient "120363040000000001@g.us" is a group (…@g.us), which Chert does not send to',
			'recipient',
		],
		[{ addressBy: 'chat', chatId: '' }, 'Chat ID is missing', 'chatId'],
		[{ addressBy: 'chat', chatId: { id: 'x' } }, 'Chat ID must be text', 'chatId'],
		[{ addressBy: 'chat', chatId: '..' }, 'Chat ID is not an ID', 'chatId'],
		[{ addressBy: 'chat', chatId: 'ch\n1' }, 'Chat ID is not an ID', 'chatId'],
	])('refuses %j', (parameters, message, field) => {
		expect(refusalOf(() => readTarget(chert, parameters))).toMatchObject({ message, field });
	});
});

describe('receipts', () => {
	it('reads the chat; there is no message id', () => {
		expect(chert.receipt(answer(200, { chat_id: 'ch_01H', status: 'sent' }))).toEqual({
			messageIds: [],
			chatId: 'ch_01H',
		});
	});

	it.each([{ chat_id: 'ch_01H', status: 'failed' }, { status: 'sent' }, { success: false }, ''])(
		'finds none in %j',
		(body) => {
			expect(chert.receipt(answer(200, body))).toBeUndefined();
		},
	);
});

describe('refusals', () => {
	const refused = (status: number, code: number, message: string, rest = {}) =>
		answer(status, {
			success: false,
			error: { status, code, message, retryable: false, ...rest },
			trace_id: 'a1b2c3d4e5f6',
		});

	it.each([
		[400, 1001, 'Missing required field: contact', {}],
		[400, 1002, 'contact has no identifying field', {}],
		[
			400,
			1003,
			'Invalid phone number',
			{ advice: 'Write the phone number with + and country code: Chert accepts only E.164.' },
		],
		[400, 1004, 'Invalid JSON body', {}],
		[404, 2001, 'Tenant not found', { advice: 'Check the tenant in the credential.' }],
		[
			404,
			2002,
			'Chat not found',
			{
				advice: 'Check the chat ID. For someone without a chat, address by phone number.',
			},
		],
		[401, 2004, 'Invalid', { advice: 'Check the signing secret in the credential.' }],
		[
			403,
			2005,
			'Forbidden',
			{ advice: 'Ask Chert for the permission: this account is not allowed to do this.' },
		],
		[
			401,
			2012,
			'Missing',
			{ advice: 'Check the credential: Chert received no authentication, or no tenant.' },
		],
		[
			401,
			2013,
			'Skew',
			{
				advice: 'Correct the clock of the machine that runs n8n: it is more than five minutes off.',
			},
		],
		[500, 3003, 'Internal error', {}],
		[400, 4098, 'Unsupported', { outcome: 'notSent' }],
		[
			501,
			4099,
			'No pinned line',
			{
				outcome: 'notSent',
				advice:
					'Ask Chert to pin an iMessage line to the chat: this line cannot send contact cards.',
			},
		],
		[
			422,
			4099,
			'No contact bubbles',
			{
				outcome: 'notSent',
				advice:
					'Ask Chert to pin an iMessage line to the chat: this line cannot send contact cards.',
			},
		],
	])('reads %i with code %i', (status, code, message, rest) => {
		expect(chert.refusal(refused(status, code, message))).toEqual({
			message,
			code: String(code),
			retry: false,
			...rest,
		});
	});

	it.each([
		[500, 3001],
		[502, 3004],
	])('does not treat %i with code %i as not sent, although it is retryable', (status, code) => {
		const refusal = chert.refusal(refused(status, code, 'Try again', { retryable: true }));
		expect(refusal).toEqual({ message: 'Try again', code: String(code), retry: true });
	});

	it.each([
		[503, 3002],
		[502, 4001],
	])("takes Chert's word that %i with code %i may be repeated", (status, code) => {
		expect(chert.refusal(refused(status, code, 'Try again', { retryable: true }))).toEqual({
			message: 'Try again',
			code: String(code),
			outcome: 'notSent',
			retry: true,
		});
	});

	it.each([
		[429, 1007, { advice: 'Wait, or lower Messages per Minute.' }],
		[503, 4002, { outcome: 'notSent' }],
	])('reads the seconds to wait of %i with code %i', (status, code, rest) => {
		const response = refused(status, code, 'Busy', { retryable: true, retry_after: 2 });
		expect(chert.refusal(response)).toEqual({
			message: 'Busy',
			code: String(code),
			retry: true,
			retryAfter: 2,
			...rest,
		});
	});

	it('takes an error under 200 as one', () => {
		expect(chert.refusal(answer(200, { success: false, error: { message: 'No' } }))).toEqual({
			message: 'No',
		});
	});

	it('keeps the text of a code without words, and of what is no envelope', () => {
		expect(chert.refusal(answer(500, { error: { code: 'X1' } }))).toEqual({
			message: '{"error":{"code":"X1"}}',
			code: 'X1',
		});
		expect(chert.refusal(answer(502, '<html>502</html>'))).toEqual({
			message: '<html>502</html>',
		});
	});
});
