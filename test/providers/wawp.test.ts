import { readTarget } from '../../nodes/providers/targetParameters';
import { wawp } from '../../nodes/providers/wawp/wawp';
import { contactsOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

function requestOf(contacts: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(wawp, { recipient: '201234567890', ...parameters });
	return wawp.request({ id: MESSAGE_ID, contacts: contactsOf(contacts) }, target);
}

function bodyOf(contacts: unknown, parameters: Record<string, unknown> = {}): string {
	return JSON.stringify(requestOf(contacts, parameters).body);
}

const SUPPORT = {
	fullName: 'Wawp Support',
	organization: 'Wawp HQ',
	phoneNumber: '+201111111111',
	whatsappId: '201111111111',
};

describe("the documents' examples, to the byte", () => {
	it('sends the sample', () => {
		expect(bodyOf([SUPPORT], { replyTo: 'false_111...AAAA' })).toBe(
			'{"chatId":"201234567890","contacts":[{"fullName":"Wawp Support","organization":"Wawp HQ","phoneNumber":"+201111111111","whatsappId":"201111111111"}],"reply_to":"false_111...AAAA"}',
		);
	});

	it('sends a directory of three contacts in one message', () => {
		const contacts = [
			{ fullName: 'Billing Support', phoneNumber: '+201111111112' },
			{ fullName: 'Technical Desk', phoneNumber: '+201111111113' },
			{ fullName: 'Human Resources', phoneNumber: '+201111111114' },
		];
		expect(bodyOf(contacts)).toBe(
			'{"chatId":"201234567890","contacts":[{"fullName":"Billing Support","phoneNumber":"+201111111112"},{"fullName":"Technical Desk","phoneNumber":"+201111111113"},{"fullName":"Human Resources","phoneNumber":"+201111111114"}]}',
		);
	});
});

describe('the request', () => {
	it('is a POST that leaves the credentials to the credential', () => {
		const { method, path, headers, query } = requestOf(SUPPORT);
		expect({ method, path, headers, query }).toEqual({
			method: 'POST',
			path: '/v2/send/contact',
			headers: undefined,
			query: undefined,
		});
	});

	it('names the instance of the options', () => {
		expect(bodyOf(SUPPORT, { instanceId: ' ABC123 ' })).toMatch(
			/^\{"instance_id":"ABC123","chatId":"201234567890",/,
		);
	});

	it('sends a contact that the fields cannot hold as one vCard', () => {
		expect(requestOf(RICH_CONTACT).body).toEqual({
			chatId: '201234567890',
			contacts: [{ vcard: expect.stringMatching(/^BEGIN:VCARD\r\n[^]*END:VCARD\r\n$/) }],
		});
	});

	it.each([
		['a second phone', { phones: ['+14155551234', '+14155551235'] }],
		['no phone', { phones: [], emails: ['ana@example.com'] }],
		['an email', { phones: ['+14155551234'], emails: ['ana@example.com'] }],
		['a last name', { name: { first_name: 'Ana', last_name: 'Lima' }, phones: ['+14155551234'] }],
		['a type', { phones: [{ phone: '+14155551234', type: 'WORK' }] }],
		['an extension', { phones: ['+14155551234 ext. 5'] }],
		['a semicolon', { name: { formatted_name: 'Lima; Ana' }, phones: ['+14155551234'] }],
		['a backslash', { org: { company: 'A\\nB' }, phones: ['+14155551234'] }],
	])('sends a vCard for %s', (_what, contact) => {
		expect(requestOf({ name: { formatted_name: 'Ana' }, ...contact }).body?.['contacts']).toEqual([
			{ vcard: expect.stringContaining('BEGIN:VCARD') },
		]);
	});

	it('keeps the fields for a mobile phone with a WhatsApp ID of its own', () => {
		const contact = {
			name: { formatted_name: 'Ana' },
			phones: [{ phone: '+14155551234', type: 'CELL', wa_id: '14155559999' }],
		};
		expect(requestOf(contact).body?.['contacts']).toEqual([
			{ fullName: 'Ana', phoneNumber: '+14155551234', whatsappId: '14155559999' },
		]);
	});
});

describe('the target', () => {
	it.each([
		['+20 123 456 7890', '201234567890'],
		['201234567890@c.us', '201234567890'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
	])('reads %s', (recipient, chatId) => {
		expect(readTarget(wawp, { recipient }).recipient).toBe(chatId);
	});

	it.each([
		[{ recipient: '' }, 'Recipient is empty', 'recipient'],
		[{ instanceId: [] }, 'Instance ID must be text', 'instanceId'],
		[{ replyTo: true }, 'Reply To Message ID must be text', 'replyTo'],
	])('refuses %j', (parameters, message, field) => {
		expect(
			refusalOf(() => readTarget(wawp, { recipient: '201234567890', ...parameters })),
		).toMatchObject({ message, field });
	});
});

describe('receipts', () => {
	it("reads the documents' message object", () => {
		const id = {
			fromMe: true,
			remote: '000000000000@c.us',
			id: 'MSG_ID_123456',
			_serialized: 'true_000000000000@c.us_MSG_ID_123456',
		};
		expect(wawp.receipt(answer(200, { _data: { id }, id, ack: 0, type: 'image' }))).toEqual({
			messageIds: ['true_000000000000@c.us_MSG_ID_123456'],
			chatId: '000000000000@c.us',
		});
	});

	it.each([
		[{ id: 'true_1@c.us_AAAA' }, 'true_1@c.us_AAAA'],
		[{ id: { _serialized: 'true_1@c.us_AAAA' } }, 'true_1@c.us_AAAA'],
		[{ result: true, message_id: '3EB0' }, '3EB0'],
	])('reads %j of other engines', (body, id) => {
		expect(wawp.receipt(answer(200, body))).toEqual({ messageIds: [id], chatId: null });
	});

	it.each([
		{ code: 'invalid_session', message: 'Session is not available' },
		{ code: 'invalid_session', id: 'x' },
		{ result: false, message_id: 'x' },
		{ status: 200, message: 'OK' },
		{ id: '' },
		'<html></html>',
		'',
	])('finds none in %j', (body) => {
		expect(wawp.receipt(answer(200, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	const number = 'Check the recipient and the contact’s phone number.';
	const token = 'Check the access token and the instance ID in the credential.';
	const session = 'Check the instance ID, and that its session is started in Wawp.';
	const xml = '<?xml version="1.0"?><error><message>Bad Request</message></error>';

	it.each([
		[
			400,
			{ status: 400, message: 'Invalid Number (Egypt)', error: 'Bad Request' },
			{ message: 'Invalid Number (Egypt)', advice: number },
		],
		[
			400,
			{ status: 400, error: 'Invalid Number (Saudi Arabia)' },
			{ message: 'Invalid Number (Saudi Arabia)', advice: number },
		],
		[400, xml, { message: xml, advice: number }],
		[
			400,
			'Bad Request - Missing Required Parameter(s)',
			{ message: 'Bad Request - Missing Required Parameter(s)', advice: number },
		],
		[
			401,
			{ status: 401, message: 'Invalid or Missing Access Token', error: 'Unauthorized' },
			{ message: 'Invalid or Missing Access Token', advice: token },
		],
		[401, xml, { message: xml, advice: token }],
		[
			404,
			{ code: 'invalid_session', message: 'Session Does Not Exist' },
			{ code: 'invalid_session', message: 'Session Does Not Exist', advice: session },
		],
		[404, xml, { message: xml, advice: session }],
		[
			422,
			{ error: 'Session status is not as expected', status: 'SCAN_QR_CODE' },
			{
				message: 'Session status is not as expected',
				advice: 'Scan the QR code of the instance in Wawp, or restart its session.',
			},
		],
		[
			429,
			{ status: 429, message: 'Rate Limit Exceeded', error: 'Too Many Requests' },
			{ message: 'Rate Limit Exceeded' },
		],
		[
			500,
			{ status: 500, message: 'Unexpected Failure', error: 'Internal Server Error' },
			{ message: 'Unexpected Failure' },
		],
		[500, '<html>500</html>', { message: '<html>500</html>' }],
		[
			502,
			{ status: 502, message: null, error: 'Connection Failed to Upstream' },
			{ message: 'Connection Failed to Upstream' },
		],
		[502, xml, { message: xml }],
		[200, { code: 17, message: 'gone' }, { code: '17', message: 'gone' }],
		[200, { code: null, message: 'odd' }, { message: 'odd' }],
		[500, { error: { message: 'x' } }, { message: '{"error":{"message":"x"}}' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(wawp.refusal(answer(status, body))).toEqual(refusal);
	});
});

it('advises names of at most 40 characters', () => {
	expect(wawp.limits).toEqual({ contactsPerCard: undefined, nameLength: 40 });
});
