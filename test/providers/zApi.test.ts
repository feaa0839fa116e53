import { ContactCardZApi } from '../../credentials/ContactCardZApi.credentials';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget } from '../../nodes/providers/targetParameters';
import { zApi } from '../../nodes/providers/zApi/zApi';
import { contactOf, contactsOf, MESSAGE_ID } from '../support/contacts';
import { ANA, RECIPIENT } from '../support/people';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

const targetOf = (parameters: Record<string, unknown> = {}) =>
	readTarget(zApi, { recipient: RECIPIENT, ...parameters });
const requestOf = (contacts: unknown, parameters: Record<string, unknown> = {}) =>
	zApi.request({ id: MESSAGE_ID, contacts: contactsOf(contacts) }, targetOf(parameters));

describe('the request', () => {
	it('of one contact with one phone is the simple one', () => {
		const options = { replyTo: 'D241', delayMessage: 5 };
		expect(requestOf({ ...ANA, org: { company: 'Acme' } }, options)).toEqual({
			method: 'POST',
			path: '/send-contact',
			body: {
				phone: '447700900001',
				messageId: 'D241',
				delayMessage: 5,
				contactName: 'Ana Lima',
				contactPhone: '5512996130832',
				contactBusinessDescription: 'Acme',
			},
		});
	});

	it('of several contacts, or of several phones, is one', () => {
		const ben = { name: 'Ben', phones: ['+447700900002', '112'], org: { company: 'Acme' } };
		expect(requestOf([ANA, ben], { recipient: '120363040000000001@g.us' })).toEqual({
			method: 'POST',
			path: '/send-contacts',
			body: {
				phone: '120363040000000001-group',
				contacts: [
					{ name: 'Ana Lima', phones: ['5512996130832'] },
					{ name: 'Ben', phones: ['447700900002', '112'], businessDescription: 'Acme' },
				],
			},
		});
		expect(requestOf(ben).path).toBe('/send-contacts');
	});

	it('of a text closes what the service would take for a line break', () => {
		const message = { id: MESSAGE_ID, text: '100%0A\nok' };
		expect(zApi.text?.request(message, targetOf())).toEqual({
			method: 'POST',
			path: '/send-text',
			body: { phone: '447700900001', message: '100%\u20600A\nok' },
		});
	});
});

describe('the target', () => {
	it.each([
		[RECIPIENT, '447700900001'],
		['447700900001@c.us', '447700900001'],
		['120363040000000001@g.us', '120363040000000001-group'],
		['120363040000000001-group', '120363040000000001-group'],
		['447700900001-1600000000@g.us', '447700900001-1600000000'],
		['98765432109876@lid', '98765432109876@lid'],
	])('reads %s', (recipient, phone) => {
		expect(readTarget(zApi, { recipient }).recipient).toBe(phone);
	});

	it.each([
		[{ recipient: '1@newsletter' }, 'recipient'],
		[{ recipient: '120363040000000001@newsletter' }, 'recipient'],
		[{ recipient: '447700900001-447700900002' }, 'recipient'],
		[{ delayMessage: 16 }, 'delayMessage'],
		[{ delayMessage: 1.5 }, 'delayMessage'],
	])('refuses %j', (parameters, field) => {
		expect(refusalOf(() => targetOf(parameters))).toMatchObject({ field });
	});
});

describe('a contact', () => {
	it('keeps its texts in their fields, with warnings', () => {
		const contact = {
			name: 'Ana;%0aTEL:1',
			phones: ['+5512996130832'],
			org: { company: '5%0Doff' },
		};
		expect(zApi.fit?.(contactOf(contact))).toMatchObject({
			contact: { name: { formatted_name: 'Ana,% 0aTEL:1' }, org: { company: '5% 0Doff' } },
			warnings: [{ field: 'name' }, { field: 'name' }, { field: 'org' }],
		});
	});

	it.each([
		[{ name: 'Ana', phones: [] }, 'has no phone number'],
		[
			{ name: 'Ana', phones: ['0812 345 6789'] },
			'has the phone number "0812 345 6789", which is not clearly one number with country code',
		],
	])('without a number that can be sent is refused: %j', (contact, problem) => {
		expect(zApi.fit?.(contactOf(contact))).toMatchObject({ problem, field: 'phones' });
	});

	it('is read as the service spells it', () => {
		const spelled = {
			contactName: 'Ana',
			contactPhone: '447700900001',
			contactBusinessDescription: 'A',
		};
		expect(contactOf(spelled)).toMatchObject({
			name: { formatted_name: 'Ana' },
			phones: [{ phone: '+447700900001' }],
			org: { company: 'A' },
		});
	});

	it('is read from the body of a request, without its recipient', () => {
		const one = { phone: '5512996130832', contactName: 'Ana', contactPhone: '447700900001' };
		expect(contactsOf(one)).toMatchObject([{ phones: [{ phone: '+447700900001' }] }]);
		const several = {
			phone: '5512996130832',
			contacts: [
				{ name: 'Ana', phones: ['447700900001', '447700900002'], businessDescription: 'A' },
				{ name: 'Ben', phones: ['447700900003'] },
			],
		};
		expect(
			contactsOf(several).map(({ name, phones, org }) => [
				name.formatted_name,
				phones.map(({ phone }) => phone),
				org.company,
			]),
		).toEqual([
			['Ana', ['+447700900001', '+447700900002'], 'A'],
			['Ben', ['+447700900003'], undefined],
		]);
	});

	it('keeps what else a row of the same keys has', () => {
		const row = { contactName: 'Ana', contactPhone: '+447700900001', email: 'ana@example.com' };
		expect(contactOf({ ...row, phone: '+447700900002' })).toMatchObject({
			phones: expect.arrayContaining([expect.objectContaining({ phone: '+447700900002' })]),
			emails: [{ email: 'ana@example.com' }],
		});
	});

	it('may have a short number, with a warning', () => {
		expect(zApi.fit?.(contactOf({ name: 'Fire brigade', phones: ['112'] }))).toMatchObject({
			contact: { phones: [{ phone: '112' }] },
			warnings: [{ message: expect.stringContaining('the phone shows "+112"') }],
		});
	});
});

describe('answers', () => {
	it('are receipts with a message ID only', () => {
		const body = { zaapId: '39', messageId: 'D241', id: 'D241' };
		expect(zApi.receipt(answer(200, body))).toEqual({ messageIds: ['D241'], chatId: null });
		for (const none of [{ zaapId: '39' }, { messageId: '' }, { ...body, value: false }, ''])
			expect(zApi.receipt(answer(200, none))).toBeUndefined();
	});

	const said = (error: string) => ({ error });
	it.each([
		[200, { value: false }, 'notSent', 'Connect the instance'],
		[200, said('You are not connected.'), 'notSent', 'Connect the instance'],
		[200, { zaapId: '39' }, 'unknown', 'may have arrived'],
		[400, said('your client-token is not configured'), 'notSent', 'Set the Client Token'],
		[403, said('null not allowed'), 'notSent', 'Set the Client Token'],
		[403, said('Client-Token abc not allowed'), 'notSent', 'Check the Client Token'],
		[403, said('[192.0.2.7] not allowed'), 'notSent', 'allowed addresses'],
		[400, said('… you must subscribe to this instance again'), 'notSent', 'Subscribe'],
		[404, said('Instance not found'), 'notSent', 'belong to the same instance'],
		[404, 'Not Found', 'notSent', 'Check the Base URL'],
		[405, said('Method not allowed'), 'notSent', ''],
		[400, said('Invalid phone'), 'notSent', 'Check the number'],
		[500, said('Internal server error'), 'unknown', 'may have arrived'],
	] as const)('%i %j is %s', (status, body, outcome, fix) => {
		const response = answer(status, body);
		const result = resultOfAnswer(zApi, { kind: 'response', response }, 0, (text) => text);
		if (result.outcome === 'sent') throw new Error('It was sent');
		expect([result.outcome, result.repeat]).toEqual([outcome, undefined]);
		expect(result.failure.fix).toContain(fix);
	});
});

describe('a look-up', () => {
	it('reads booleans and texts, and a number only where there is an account', () => {
		expect(zApi.lookUp?.request(['5512996130832'], targetOf())).toEqual({
			method: 'POST',
			path: '/phone-exists-batch',
			body: { phones: ['5512996130832'] },
		});
		const body = [
			{ exists: true, inputPhone: '5531998765432', outputPhone: '553198765432', lid: '1@lid' },
			{ exists: 'false', inputPhone: '447700900002', outputPhone: '447700900002', lid: null },
			{ exists: 'true', inputPhone: '447700900003', outputPhone: null },
			{ exists: 'maybe', inputPhone: '447700900004' },
		];
		const numbers = body.map(({ inputPhone }) => inputPhone);
		expect(Object.fromEntries(zApi.lookUp?.found(answer(200, body), numbers) ?? [])).toEqual({
			'5531998765432': { onWhatsApp: true, waId: '553198765432' },
			'447700900002': { onWhatsApp: false },
			'447700900003': { onWhatsApp: true },
		});
		expect(zApi.lookUp?.found(answer(200, { error: 'x' }), ['1'])).toBeUndefined();
	});
});

describe('the credential', () => {
	const { authenticate } = new ContactCardZApi();
	const data = { instanceId: ' 3A/B ', token: 'T?1', clientToken: 'C1' };

	it('puts instance and token into the path, once, where they cannot leave it', async () => {
		const signed = await authenticate(data, { url: 'https://api.z-api.io/base/status' });
		const url = 'https://api.z-api.io/base/instances/3A%2FB/token/T%3F1/status';
		expect(signed).toMatchObject({ url, headers: { 'Client-Token': 'C1' } });
		expect((await authenticate(data, signed)).url).toBe(url);
	});

	it('leaves out a Client-Token that there is not, and knows HubMessage', async () => {
		const open = await authenticate(
			{ ...data, clientToken: '' },
			{ url: 'https://x.example/status' },
		);
		expect(open.headers).toBeUndefined();
		const hub = await authenticate(
			{ ...data, server: 'hubMessage' },
			{ url: 'https://x.example/status' },
		);
		expect(hub).toMatchObject({
			url: 'https://x.example/channels/3A%2FB/token/T%3F1/status',
			headers: { Authorization: 'Bearer C1' },
		});
	});

	it("never gives HubMessage's secrets to Z-API, whose address stands there by default", async () => {
		const hub = await authenticate(
			{ ...data, server: 'hubMessage' },
			{ url: 'https://api.z-api.io/status' },
		);
		expect(hub.url).toBe('https://zapi.hubmessage.io/channels/3A%2FB/token/T%3F1/status');
	});
});
