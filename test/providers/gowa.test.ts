import { gowa } from '../../nodes/providers/gowa/gowa';
import { readTarget } from '../../nodes/providers/targetParameters';
import { contactOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';

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
