import { gowa } from '../../nodes/providers/gowa/gowa';
import { readTarget } from '../../nodes/providers/targetParameters';
import { contactOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

const RECIPIENT = '6289685024992@s.whatsapp.net';

function requestOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(gowa, { recipient: RECIPIENT, ...parameters });
	return gowa.request({ id: MESSAGE_ID, contacts: [contactOf(contact)] }, target);
}

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}): string {
	return JSON.stringify(requestOf(contact, parameters).body);
}

describe("the documents' examples, to the byte", () => {
	it.each([
		['John Doe', '6281234567890'],
		['Customer Support - 24/7', '6281234567890'],
		['Michael Chen - Sales Manager', '6289876543210'],
		['Dr. Emily Roberts - Dentist', '6285551234567'],
		['Event Coordinator - Annual Conference', '6281234567890'],
		['Emergency Hotline', '112'],
		['Aldino Kemal', '6289685024992'],
	])('sends %s', (contact_name, contact_phone) => {
		expect(bodyOf({ contact_name, contact_phone })).toBe(
			`{"phone":"6289685024992@s.whatsapp.net","contact_name":"${contact_name}","contact_phone":"${contact_phone}"}`,
		);
	});
});

describe('the request', () => {
	it('is a POST of the documented path', () => {
		const { method, path, query, headers } = requestOf(RICH_CONTACT);
		expect({ method, path, query, headers }).toEqual({
			method: 'POST',
			path: '/send/contact',
			query: undefined,
			headers: {},
		});
	});

	it('has the name to show and the first phone of a contact, as digits', () => {
		expect(bodyOf(RICH_CONTACT)).toBe(
			'{"phone":"6289685024992@s.whatsapp.net","contact_name":"Dr. John A. Doe Jr.","contact_phone":"5512996130832"}',
		);
	});

	it('leaves out an extension, and keeps a short number and one that cannot be read', () => {
		expect(bodyOf({ contact_name: 'Ana', contact_phone: '+14155551234 ext. 5' })).toContain(
			'"contact_phone":"14155551234"',
		);
		expect(bodyOf({ contact_name: 'Ana', contact_phone: '*100#' })).toContain('"*100#"');
		expect(bodyOf({ contact_name: 'Ana', contact_phone: 'by the door' })).toContain(
			'"by the door"',
		);
	});

	it.each([
		[true, ',"is_forwarded":true}'],
		[false, ',"is_forwarded":false}'],
		[null, '"6281234567890"}'],
	])('marks the card as forwarded: %j', (isForwarded, end) => {
		const card = { contact_name: 'John Doe', contact_phone: '6281234567890' };
		expect(bodyOf(card, { isForwarded }).endsWith(end)).toBe(true);
	});

	it.each([
		[0, ',"duration":0}'],
		[86400, ',"duration":86400}'],
		['604800', ',"duration":604800}'],
		[7776000, ',"duration":7776000}'],
		['', '"6281234567890"}'],
		[undefined, '"6281234567890"}'],
	])('lets the card disappear after %j', (duration, end) => {
		const card = { contact_name: 'John Doe', contact_phone: '6281234567890' };
		expect(bodyOf(card, { duration }).endsWith(end)).toBe(true);
	});

	it.each([
		['my-device', 'my-device'],
		['office 2+1', 'office%202%2B1'],
		['628@s.whatsapp.net', '628%40s.whatsapp.net'],
		['x\r\nAuthorization: y', 'x%0D%0AAuthorization%3A%20y'],
		['câmara/../?#\ud800', 'c%C3%A2mara%2F..%2F%3F%23%EF%BF%BD'],
	])('names the device %j in a header that nothing can leave', (deviceId, header) => {
		expect(requestOf(RICH_CONTACT, { deviceId }).headers).toEqual({ 'X-Device-Id': header });
	});
});

describe('the target', () => {
	it.each([
		['+62 896-8502-4992', '6289685024992@s.whatsapp.net'],
		['6289685024992@c.us', '6289685024992@s.whatsapp.net'],
		['6289685024992:12@s.whatsapp.net', '6289685024992@s.whatsapp.net'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
		['98765432109876@lid', '98765432109876@lid'],
		[6289685024992, '6289685024992@s.whatsapp.net'],
	])('reads %j', (recipient, jid) => {
		expect(readTarget(gowa, { recipient }).recipient).toBe(jid);
	});

	it('never gives a text without @, which GOWA would take for a group', () => {
		for (const recipient of ['+628968502499', '+62 896 8502 4992', '6289685024992']) {
			expect(readTarget(gowa, { recipient }).recipient).toMatch(/^\d+@s\.whatsapp\.net$/);
		}
	});

	it('reads a national number of the default country', () => {
		expect(readTarget(gowa, { recipient: '0896-8502-4992', defaultCountry: 'ID' }).recipient).toBe(
			'6289685024992@s.whatsapp.net',
		);
	});

	it.each([
		['', 'Recipient is empty'],
		[null, 'Recipient is empty'],
		['0896-8502-4992', expect.stringContaining('Recipient "0896-8502-4992" ')],
		['6289685024992, 6281234567890', expect.stringContaining('is more than one phone number')],
		['6289685024992@example.com', expect.stringContaining('is not a JID')],
		['6289685024992 6281234567890', expect.stringContaining('Recipient ')],
		['112', expect.stringContaining('is a short number')],
		['+14155551234 ext 5', expect.stringContaining('Recipient ')],
		[{ phone: '+62' }, 'Recipient must be text'],
	])('refuses the recipient %j', (recipient, message) => {
		expect(refusalOf(() => readTarget(gowa, { recipient }))).toMatchObject({
			message,
			field: 'recipient',
		});
	});

	it.each([
		[
			{ duration: 3600 },
			'Disappears After must be one of 0, 86400, 604800, 7776000 seconds',
			'duration',
		],
		[
			{ duration: 86400.5 },
			'Disappears After must be one of 0, 86400, 604800, 7776000 seconds',
			'duration',
		],
		[{ duration: 'a day' }, 'Disappears After must be a number, not text', 'duration'],
		[{ duration: true }, 'Disappears After must be a number, not a boolean', 'duration'],
		[{ isForwarded: 'true' }, 'Mark as Forwarded must be true or false, not text', 'isForwarded'],
		[{ deviceId: { id: 'x' } }, 'Device must be text', 'deviceId'],
		[
			{ defaultCountry: 'Indonesia' },
			'Default Country "Indonesia" is not a country code',
			'defaultCountry',
		],
	])('refuses the option %j', (option, message, field) => {
		expect(refusalOf(() => readTarget(gowa, { recipient: RECIPIENT, ...option }))).toMatchObject({
			message,
			field,
		});
	});
});

describe('a contact that has to fit', () => {
	const fit = (contact: unknown) => gowa.fit?.(contactOf(contact));

	it.each([
		[{ name: { formatted_name: 'Ana' }, phones: [] }, 'has no phone number'],
		[{ name: { formatted_name: 'Ana' }, phones: [';'] }, 'has no phone number'],
		[
			{ name: { formatted_name: 'Ana' }, phones: ['0812 3456'] },
			'has the phone number "0812 3456", which is not clearly one number with country code',
		],
		...[
			...[';0812', '+0812', '912 345 678', '(201) 555-0123', '1-800-FLOWERS', '12996130832'],
			...['+44 7700 900123;900124', '+49 30 1234567/8', '555;type=HOME:+1,2', '5.513E+12'],
		].map((phone): [object, string] => [
			{ name: { formatted_name: 'Ana' }, phones: [phone] },
			`has the phone number "${phone}", which is not clearly one number with country code`,
		]),
	])('is refused: %j', (contact, problem) => {
		expect(fit(contact)).toMatchObject({ problem, field: 'phones' });
	});

	it('goes as it is', () => {
		expect(fit(RICH_CONTACT)).toEqual({ contact: contactOf(RICH_CONTACT), warnings: [] });
	});

	it('loses what would shift the parts of the name in the unescaped vCard', () => {
		expect(fit({ contact_name: 'Doe; John\\n', contact_phone: '+14155551234' })).toMatchObject({
			contact: { name: { formatted_name: 'Doe, John/n' } },
			warnings: [
				{
					field: 'name',
					message:
						'GOWA does not escape names: "Doe; John\\n" was sent as "Doe, John/n", so that it stays in its field',
				},
			],
		});
	});

	it.each(['112', '*100#'])('warns of what the phone shows of the short number %s', (phone) => {
		expect(fit({ contact_name: 'Ana', contact_phone: phone })).toMatchObject({
			contact: { phones: [{ phone }] },
			warnings: [
				{
					field: 'phones',
					message: `GOWA puts + before every number: the phone shows "+${phone}"`,
				},
			],
		});
	});
});

describe('receipts', () => {
	it('reads the success of v9', () => {
		const status =
			'Contact sent to 6289685024992@s.whatsapp.net (server timestamp: 2026-08-22 13:47:59 +0000 UTC)';
		expect(
			gowa.receipt(
				answer(200, {
					code: 'SUCCESS',
					message: status,
					results: { message_id: '3EB0B430B6F8F1D0E053AC120E0A9E5C', status },
				}),
			),
		).toEqual({ messageIds: ['3EB0B430B6F8F1D0E053AC120E0A9E5C'], chatId: null });
	});

	it("reads the documents' example", () => {
		expect(
			gowa.receipt(
				answer(200, {
					code: 'SUCCESS',
					message: 'Success',
					results: {
						message_id: '3EB0B430B6F8F1D0E053AC120E0A9E5C',
						status: 'Contact sent successfully',
					},
				}),
			),
		).toEqual({ messageIds: ['3EB0B430B6F8F1D0E053AC120E0A9E5C'], chatId: null });
	});

	it.each([
		{ code: 'SUCCESS', results: null },
		{ code: 'INVALID_JID', results: { message_id: 'x' } },
		{ success: false, error: { message: 'no' } },
		'<html></html>',
	])('finds none in %j', (body) => {
		expect(gowa.receipt(answer(200, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	const relogin = 'Log the device in to WhatsApp again in GOWA.';
	it.each([
		[
			400,
			{ code: 'VALIDATION_ERROR', message: 'contact_name: cannot be blank.' },
			{ code: 'VALIDATION_ERROR', message: 'contact_name: cannot be blank.' },
		],
		[
			400,
			{ code: 'INVALID_JID', message: 'Phone 1@s.whatsapp.net is not on whatsapp' },
			{
				code: 'INVALID_JID',
				message: 'Phone 1@s.whatsapp.net is not on whatsapp',
				advice: 'Check the number: it has no WhatsApp account.',
			},
		],
		[
			400,
			{ code: 'DEVICE_ID_REQUIRED', message: 'device_id is required' },
			{
				code: 'DEVICE_ID_REQUIRED',
				message: 'device_id is required',
				advice:
					'The server has several devices: set the Device ID in the credential, or choose a Device in the options.',
			},
		],
		[
			404,
			{ code: 'DEVICE_NOT_FOUND', message: 'device not found', results: { device_id: 'x' } },
			{
				code: 'DEVICE_NOT_FOUND',
				message: 'device not found',
				advice: 'Check the Device ID in the credential, and the Device in the options.',
			},
		],
		[
			401,
			'Unauthorized',
			{
				message: 'Unauthorized',
				advice: 'Check the username and password in the credential.',
			},
		],
		[
			401,
			{ code: 'AUTHENTICATION_ERROR', message: 'you are not logged in' },
			{
				code: 'AUTHENTICATION_ERROR',
				message: 'you are not logged in',
				outcome: 'notSent',
				advice: relogin,
			},
		],
		[
			500,
			{ code: 'INVALID_WA_CLI', message: 'your WhatsApp CLI is invalid or empty' },
			{
				code: 'INVALID_WA_CLI',
				message: 'your WhatsApp CLI is invalid or empty',
				outcome: 'notSent',
				advice: relogin,
			},
		],
		[
			503,
			{ code: 'DEVICE_MANAGER_UNAVAILABLE', message: 'Device manager is not initialized' },
			{
				code: 'DEVICE_MANAGER_UNAVAILABLE',
				message: 'Device manager is not initialized',
				outcome: 'notSent',
				advice: 'GOWA has not finished starting: try again in a minute.',
			},
		],
		[
			429,
			{ code: 'WA_REACHOUT_TIMELOCK', message: 'error 463' },
			{
				code: 'WA_REACHOUT_TIMELOCK',
				message: 'error 463',
				retry: false,
				advice:
					'WhatsApp has blocked this account from writing to people who have never written to it. Wait, and do not send the card again.',
			},
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'bind from body: unexpected end of JSON input' },
			{
				code: 'INTERNAL_SERVER_ERROR',
				message: 'bind from body: unexpected end of JSON input',
				outcome: 'notSent',
			},
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'bind "contact_phone" from body: json' },
			{
				code: 'INTERNAL_SERVER_ERROR',
				message: 'bind "contact_phone" from body: json',
				outcome: 'notSent',
			},
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'Unprocessable Entity' },
			{ code: 'INTERNAL_SERVER_ERROR', message: 'Unprocessable Entity', outcome: 'notSent' },
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'invalid JID x: no server' },
			{ code: 'INTERNAL_SERVER_ERROR', message: 'invalid JID x: no server', outcome: 'notSent' },
		],
		[
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'failed to send message' },
			{ code: 'INTERNAL_SERVER_ERROR', message: 'failed to send message' },
		],
		[
			504,
			{ code: 'GATEWAY_TIMEOUT', message: 'Request timed out' },
			{ code: 'GATEWAY_TIMEOUT', message: 'Request timed out' },
		],
		[500, { code: 7, message: 'odd' }, { message: '{"code":7,"message":"odd"}' }],
		[500, { code: 'NO_WORDS' }, { code: 'NO_WORDS', message: '{"code":"NO_WORDS"}' }],
		[502, '<html>Bad Gateway</html>', { message: '<html>Bad Gateway</html>' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(gowa.refusal(answer(status, body))).toEqual(refusal);
	});
});

describe('the list of devices', () => {
	const devices = gowa.lists!['searchGowaDevices']!;

	it('asks without a device', () => {
		expect(devices.request(undefined, undefined)).toEqual({ method: 'GET', path: '/devices' });
	});

	it('shows names and states, and finds in IDs, names and JIDs', () => {
		const response = answer(200, {
			code: 'SUCCESS',
			results: [
				{ id: 'd1', display_name: 'Office', jid: '628@s.whatsapp.net', state: 'logged_in' },
				{ id: 'd2' },
			],
		});
		expect(devices.page(response, '')).toEqual({
			results: [
				{ name: 'Office (+628, logged_in)', value: 'd1' },
				{ name: 'd2 (unknown)', value: 'd2' },
			],
		});
		expect(devices.page(response, '628@')?.results).toHaveLength(1);
		expect(devices.page(response, 'office')?.results).toHaveLength(1);
		expect(devices.page(response, 'zz')?.results).toEqual([]);
	});

	it('is empty without devices, and none where the answer is something else', () => {
		expect(devices.page(answer(200, { results: null }), '')).toEqual({ results: [] });
		expect(devices.page(answer(200, 'OK'), '')).toBeUndefined();
	});
});

describe('the list of recipients', () => {
	const recipients = gowa.lists!['searchRecipients']!;
	const chats = (data: unknown, pagination: { offset: number; total: number }) =>
		answer(200, { code: 'SUCCESS', results: { data, pagination: { limit: 50, ...pagination } } });
	const contacts = (data: unknown) => answer(200, { code: 'SUCCESS', results: { data } });

	it('asks for chats, then for contacts, of the chosen device', () => {
		expect(recipients.request('Ana', undefined, { deviceId: 'office 2+1' })).toEqual({
			method: 'GET',
			path: '/chats',
			query: { limit: '50', offset: '0', search: 'Ana' },
			headers: { 'X-Device-Id': 'office%202%2B1' },
		});
		expect(recipients.request(undefined, '50').query).toEqual({ limit: '50', offset: '50' });
		expect(recipients.request('Ana', 'contacts:0')).toEqual({
			method: 'GET',
			path: '/user/my/contacts',
			headers: {},
		});
	});

	it('looks for a number itself, since GOWA finds names only', () => {
		expect(recipients.request('+62 812', undefined).query).toEqual({ limit: '50', offset: '0' });
	});

	it('shows name and number, or what kind of chat it is, and drops what takes no card', () => {
		const page = recipients.page(
			chats(
				[
					{ jid: '6281234567890@s.whatsapp.net', name: 'Ana' },
					{ jid: '6281234567891@s.whatsapp.net', name: '+62 812-3456-7891' },
					{ jid: '6281234567892@s.whatsapp.net', name: null },
					{ jid: '120363040000000001@g.us', name: 'Sales team' },
					{ jid: '120363040000000002@newsletter', name: 'News' },
					{ jid: '66778899001122@lid', name: '' },
					{ jid: 'status@broadcast', name: 'Status' },
				],
				{ offset: 0, total: 7 },
			),
			undefined,
		);
		expect(page).toEqual({
			results: [
				{ name: 'Ana (+6281234567890)', value: '+6281234567890' },
				{ name: '+6281234567891', value: '+6281234567891' },
				{ name: '+6281234567892', value: '+6281234567892' },
				{ name: 'Sales team (group 120363040000000001)', value: '120363040000000001@g.us' },
				{
					name: 'News (newsletter 120363040000000002)',
					value: '120363040000000002@newsletter',
				},
				{ name: 'hidden user 66778899001122', value: '66778899001122@lid' },
			],
			paginationToken: 'contacts:0',
		});
	});

	it('goes through all chats before the contacts', () => {
		const page = (offset: number) => recipients.page(chats([], { offset, total: 101 }), undefined);
		expect(page(0)?.paginationToken).toBe('50');
		expect(page(50)?.paginationToken).toBe('100');
		expect(page(100)?.paginationToken).toBe('contacts:0');
		expect(recipients.page(chats(null, { offset: 0, total: 0 }), undefined)).toEqual({
			results: [],
			paginationToken: 'contacts:0',
		});
	});

	it('gives 50 contacts at a time, and ends with the last', () => {
		const all = contacts(
			Array.from({ length: 60 }, (_, index) => ({
				jid: `628123456${String(7000 + index)}@s.whatsapp.net`,
				name: `Ana ${String(index)}`,
			})),
		);
		const first = recipients.page(all, undefined, 'contacts:0');
		expect(first?.results).toHaveLength(50);
		expect(first?.paginationToken).toBe('contacts:50');
		const last = recipients.page(all, undefined, 'contacts:50');
		expect(last?.results.map(({ name }) => name).at(-1)).toBe('Ana 59 (+6281234567059)');
		expect(last?.paginationToken).toBeUndefined();
	});

	it('finds contacts by name and by number, however it is written', () => {
		const two = contacts([
			{ jid: '6281234567890@s.whatsapp.net', name: 'Ana' },
			{ jid: '6281234567000@s.whatsapp.net', name: 'Bruno' },
		]);
		const found = (filter: string) =>
			recipients.page(two, filter, 'contacts:0')?.results.map(({ name }) => name);
		expect(found('bru')).toEqual(['Bruno (+6281234567000)']);
		expect(found('812-3456-78')).toEqual(['Ana (+6281234567890)']);
		expect(found('nobody')).toEqual([]);
	});

	it('is none where the answer is something else', () => {
		expect(recipients.page(answer(200, 'OK'), undefined)).toBeUndefined();
		expect(recipients.page(answer(200, 'OK'), undefined, 'contacts:0')).toBeUndefined();
	});
});
