import { ContactCardEvolutionApi } from '../../credentials/ContactCardEvolutionApi.credentials';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers/dialects';
import { evolution } from '../../nodes/providers/evolution/evolution';
import { readTarget } from '../../nodes/providers/targetParameters';
import { contactOf, contactsOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { ANA_AS_TYPED } from '../support/people';
import { refusalOf } from '../support/refusal';

const TARGET = { recipient: '+55 31 9829-6801', instanceName: 'sales' };

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(evolution, { ...TARGET, ...parameters });
	return evolution.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, target).body ?? {};
}

describe('the request', () => {
	it("is the documents' example, to the byte", () => {
		const target = readTarget(evolution, { ...TARGET, recipient: '553198296801' });
		const contact = {
			fullName: 'Contact Name',
			wuid: '559999999999',
			phoneNumber: '+55 99 9999-9999',
			organization: 'Company Name',
			email: 'email@example.com',
			url: 'https://example.com',
		};
		const { method, path, body } = evolution.request(
			{ id: MESSAGE_ID, contacts: contactsOf(contact) },
			target,
		);
		expect([method, path, JSON.stringify(body)]).toEqual([
			'POST',
			'/message/sendContact/sales',
			'{"number":"553198296801","contact":[{"fullName":"Contact Name","wuid":"559999999999","phoneNumber":"+559999999999","organization":"Company Name","email":"email@example.com","url":"https://example.com"}]}',
		]);
	});

	it('has several contacts in one card, each with its first phone, email and URL', () => {
		expect(bodyOf([ANA_AS_TYPED, RICH_CONTACT])).toEqual({
			number: '553198296801',
			contact: [
				{ fullName: 'Ana Lima', wuid: '5512996130832', phoneNumber: '+5512996130832' },
				{
					fullName: 'Dr. John A. Doe Jr.',
					wuid: '5512996130832',
					phoneNumber: '+5512996130832',
					organization: 'Acme',
					email: 'john@example.com',
					url: 'https://example.com',
				},
			],
		});
	});

	it.each([
		[{ phone: '+447700900123', wa_id: '447700900999' }, '447700900999', '+447700900123'],
		[{ phone: '+14155551234;ext=89' }, '14155551234', '+14155551234'],
		[{ phone: '+376 123456' }, '0000000000', '+376123456'],
		[{ phone: 'by the door, 0770 090 0123' }, '0000000000', 'by the door, 0770 090 0123'],
	])('has the WhatsApp ID of %j as digits, always', (phone, wuid, phoneNumber) => {
		expect(bodyOf({ name: 'Ana', phones: [phone] })['contact']).toEqual([
			{ fullName: 'Ana', wuid, phoneNumber },
		]);
	});

	it('has delay in milliseconds, and the message that it replies to', () => {
		expect(bodyOf(ANA_AS_TYPED, { delay: '2', replyTo: ' 3EB0A1 ' })).toMatchObject({
			delay: 2000,
			quoted: { key: { id: '3EB0A1' } },
		});
		expect(Object.keys(bodyOf(ANA_AS_TYPED, { delay: null, replyTo: '' }))).toEqual([
			'number',
			'contact',
		]);
	});

	it('keeps the name of the instance in its part of the path', () => {
		const target = readTarget(evolution, { ...TARGET, instanceName: 'a/b ?#' });
		expect(
			evolution.request({ id: MESSAGE_ID, contacts: contactsOf(ANA_AS_TYPED) }, target).path,
		).toBe('/message/sendContact/a%2Fb%20%3F%23');
	});
});

describe('the target', () => {
	it.each([
		['+62 812-3456-7890', '6281234567890'],
		['6281234567890@s.whatsapp.net', '6281234567890'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
	])('reads the recipient %j', (recipient, number) => {
		expect(readTarget(evolution, { ...TARGET, recipient }).recipient).toBe(number);
	});

	it('refuses a newsletter, of which the server would make a group', () => {
		const recipient = '120363040000000001@newsletter';
		expect(refusalOf(() => readTarget(evolution, { ...TARGET, recipient })).message).toBe(
			'Recipient "120363040000000001@newsletter" is a newsletter (…@newsletter), which Evolution API does not send to',
		);
	});

	it("does not use another provider's instance as its own", () => {
		expect(
			refusalOf(() => readTarget(evolution, { recipient: '+6281234567890', instance: 'sales' })),
		).toMatchObject({ message: 'Instance is missing', field: 'instanceName' });
	});

	it.each([
		[{ delay: -1 }, 'Delay must be a whole number of seconds, 0 or more'],
		[{ replyTo: {} }, 'Reply To Message ID must be text'],
		[{ instanceName: 7.5 }, 'Instance must be text'],
	])('refuses %j', (option, message) => {
		expect(refusalOf(() => readTarget(evolution, { ...TARGET, ...option })).message).toBe(message);
	});
});

describe('a contact that has to fit', () => {
	const fit = (contact: unknown) => evolution.fit?.(contactOf(contact));

	it.each([
		[{ name: 'Ana', emails: ['a@example.com'] }, 'has no phone number'],
		[{ name: 'Ana', phones: [';'] }, 'has no phone number'],
		[
			{ name: 'Ana', phones: ['112'] },
			'has the phone number "112", which is too short for Evolution API',
		],
	])('is refused: %j', (contact, problem) => {
		expect(fit(contact)).toMatchObject({ problem, field: 'phones' });
	});

	it('goes as it is', () => {
		expect(fit(RICH_CONTACT)).toEqual({ contact: contactOf(RICH_CONTACT), warnings: [] });
	});

	it('gets a warning where its card has no button', () => {
		expect(fit({ name: 'Ana', phones: ['+376 123456'] })).toMatchObject({
			warnings: [
				{
					field: 'phones',
					message:
						'Evolution API needs a WhatsApp ID of at least 10 digits, and "+376123456" has fewer; the card has no button to write to it',
				},
			],
		});
	});

	it('loses what would leave its field in the unescaped vCard', () => {
		const fitted = fit({
			fullName: 'Doe; John\\n',
			wuid: '5512996130832',
			phoneNumber: '+5512996130832',
			organization: 'Doe; Sons',
			email: 'a\\nb@example.com',
			url: 'https://example.com/a\\nb',
		});
		expect(fitted).toMatchObject({
			contact: {
				name: { formatted_name: 'Doe, John/n' },
				org: { company: 'Doe, Sons' },
				emails: [{ email: 'a/nb@example.com' }],
				urls: [{ url: 'https://example.com/a%5Cnb' }],
			},
			warnings: [{ field: 'name' }, { field: 'emails' }, { field: 'org' }, { field: 'urls' }],
		});
		expect(fitted).toMatchObject({
			warnings: expect.arrayContaining([
				{
					field: 'org',
					message:
						'Evolution API does not escape companies: "Doe; Sons" was sent as "Doe, Sons", so that it stays in its field',
				},
			]),
		});
	});
});

it("Evolution API's own spelling of a contact is distinguished from Wawp's", () => {
	const read = (contact: object) => readJson(contact, dialects)[0];
	const base = { fullName: 'Ana', phoneNumber: '+447700900123' };
	for (const more of [{ wuid: '447700900123' }, { email: 'a@example.com' }, { url: 'https://a' }]) {
		expect(read({ ...base, ...more })?.warnings).toEqual([]);
	}
	expect(read({ ...base, whatsappId: '447700900123' })).toMatchObject({
		draft: { phones: [{ wa_id: '447700900123' }] },
		warnings: [],
	});
});

it('the credential is the header apikey', async () => {
	const { headers } = await new ContactCardEvolutionApi().authenticate(
		{ apiKey: ' key-1\n' },
		{ url: 'https://example.com', headers: { a: 'b' } },
	);
	expect(headers).toEqual({ a: 'b', apikey: 'key-1' });
});
