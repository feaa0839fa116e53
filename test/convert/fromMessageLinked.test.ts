import type { IDataObject } from 'n8n-workflow';

import evolution from './fixtures/evolution.json';
import gowa from './fixtures/gowa.json';
import gowaV7 from './fixtures/gowaV7.json';
import waha from './fixtures/waha.json';
import zApi from './fixtures/zApi.json';
import { named, read, READ_OWN, contactsIn, ana } from './receivedMessages';
import { jsonOf } from './workflow';

describe('Evolution API', () => {
	const vcard = 'BEGIN:VCARD\nVERSION:3.0\nTEL;waid=5511987650001:+55 11 98765-0001\nEND:VCARD';
	const message = { contactMessage: { displayName: 'Ana', vcard } };
	const event = (data: IDataObject | IDataObject[]) => ({ ...evolution.body, data });
	const contact = {
		...named('Ana'),
		phones: [{ phone: '+5511987650001', wa_id: '5511987650001' }],
	};

	it('reads one contact, named by the chat where its vCard has no name, also in wrapped messages', async () => {
		const key = { remoteJid: '12025550143@s.whatsapp.net', fromMe: false, id: 'A' };
		const output = {
			provider: 'evolution',
			from: '12025550143@s.whatsapp.net',
			chatId: '12025550143@s.whatsapp.net',
			messageId: 'A',
			contact,
		};
		expect(jsonOf(await read(event({ key, message })))).toEqual([output]);
		expect(
			jsonOf(await read(event([{ key, message: { ephemeralMessage: { message } } }]))),
		).toEqual([output]);
		const upsert = { messages: [{ key, message }], type: 'notify' };
		expect(jsonOf(await read({ ...event(upsert), event: 'MESSAGES_UPSERT' }))).toEqual([output]);
	});

	it('names the instance as the sender of its own messages', async () => {
		const key = {
			remoteJid: '999@lid',
			senderPn: '12025550143@s.whatsapp.net',
			fromMe: true,
			id: 'A',
		};
		expect(jsonOf(await read(event({ key, message }), READ_OWN))).toEqual([
			{
				provider: 'evolution',
				from: '12025550100@s.whatsapp.net',
				chatId: '12025550143@s.whatsapp.net',
				messageId: 'A',
				contact,
			},
		]);
		const { sender: _sender, ...unknown } = event({ key, message });
		expect(jsonOf(await read(unknown, READ_OWN))[0]?.['from']).toBeNull();
	});

	it('keeps a hidden user without number', async () => {
		const key = { remoteJid: '999@lid', fromMe: false, id: 'A' };
		expect(jsonOf(await read(event({ key, message })))[0]).toMatchObject({
			from: '999@lid',
			chatId: '999@lid',
		});
	});

	it('has no contact in other events and messages', async () => {
		expect(jsonOf(await read({ ...evolution.body, event: 'connection.update' }))).toEqual([]);
		const key = { remoteJid: '12025550143@s.whatsapp.net', fromMe: false, id: 'A' };
		const others = [{ conversation: 'hello' }, null, { contactMessage: { displayName: ' ' } }];
		for (const other of others) {
			expect(jsonOf(await read(event({ key, message: other })))).toEqual([]);
		}
	});
});

describe('WAHA', () => {
	const event = (payload: IDataObject) => ({
		...waha.body,
		payload: { ...waha.body.payload, vCards: null, ...payload },
	});
	const [vcard = ''] = waha.body.payload.vCards;

	it.each([
		['NOWEB', { message: { contactMessage: { displayName: 'Ana', vcard } } }],
		['GOWS', { Info: {}, Message: { contactMessage: { displayName: 'Ana', vcard } } }],
		['WEBJS', { type: 'vcard', body: vcard }],
		['WEBJS, several', { type: 'multi_vcard', vcardList: [{ displayName: 'Ana', vcard }] }],
	])('reads the own message of %s where it lists no vCards', async (_engine, data) => {
		expect(await contactsIn(event({ _data: data }))).toEqual([ana]);
	});

	it('tells the chat of an own message, and the author that older versions name', async () => {
		const [own] = jsonOf(
			await read(
				{
					...event({
						vCards: [vcard],
						fromMe: true,
						to: '1@c.us',
						participant: null,
						author: '2@c.us',
					}),
					event: 'message.any',
				},
				READ_OWN,
			),
		);
		expect(own).toMatchObject({ from: '2@c.us', chatId: '1@c.us' });
	});

	it('falls back to the chat that it knows', async () => {
		const [own] = jsonOf(
			await read(
				event({ vCards: [vcard], fromMe: true, to: null, participant: null, from: '1@c.us' }),
				READ_OWN,
			),
		);
		expect(own).toMatchObject({ from: '1@c.us', chatId: '1@c.us' });
	});

	it('has no contact in other events and messages', async () => {
		expect(jsonOf(await read({ ...waha.body, event: 'message.ack' }))).toEqual([]);
		expect(jsonOf(await read(event({ _data: null })))).toEqual([]);
		expect(jsonOf(await read(event({ _data: { type: 'chat', body: vcard } })))).toEqual([]);
	});
});

describe('GOWA', () => {
	const event = (payload: IDataObject) => ({
		...gowa.body,
		payload: { id: 'A', chat_id: 'C', from: 'F', ...payload },
	});

	it('reads several contacts', async () => {
		const { vcard } = gowa.body.payload.contact;
		const contacts = [
			{ displayName: 'Ana Souza', vcard },
			{ displayName: 'Bo', vcard: '', phone_number: '447700900002' },
			'nothing',
		];
		expect(await contactsIn(event({ contacts_array: contacts }))).toEqual([
			ana,
			{ ...named('Bo'), phones: [{ phone: '+447700900002', wa_id: '447700900002' }] },
		]);
	});

	it('has no contact in other events and messages', async () => {
		expect(jsonOf(await read({ ...gowa.body, event: 'message.ack' }))).toEqual([]);
		expect(jsonOf(await read(event({ body: 'hello' })))).toEqual([]);
	});

	it('tells the person and the group up to v7, without the number of the device', async () => {
		const group = {
			...gowaV7.body,
			chat_id: '120363040000000001',
			from: '12025550143:12@s.whatsapp.net in 120363040000000001@g.us',
		};
		expect(jsonOf(await read(group))).toMatchObject([
			{ from: '12025550143@s.whatsapp.net', chatId: '120363040000000001@g.us' },
		]);
	});

	it('has no contact in other messages and events up to v7', async () => {
		const { contact: _contact, ...text } = gowaV7.body;
		expect(jsonOf(await read(text))).toEqual([]);
		expect(jsonOf(await read({ ...text, action: 'message_revoked', message: null }))).toEqual([]);
		const ack = { event: 'message.ack', timestamp: '2025-07-18T22:44:20Z' };
		const payload = { chat_id: '120363040000000001@g.us', ids: ['3EB0C7'] };
		expect(jsonOf(await read({ ...ack, payload }))).toEqual([]);
	});
});

describe('Z-API', () => {
	it('reads several contacts, and one that has numbers only', async () => {
		const { contact, ...body } = zApi.body;
		const contacts = [contact, { displayName: 'Bo', phones: ['447700900002', ''] }];
		expect(await contactsIn({ ...body, contacts })).toEqual([
			ana,
			{ ...named('Bo'), phones: [{ phone: '+447700900002', wa_id: '447700900002' }] },
		]);
	});

	it('tells the person in a group, and oneself', async () => {
		const group = { ...zApi.body, phone: '120363-group', participantPhone: '12025550143' };
		expect(jsonOf(await read(group))[0]).toMatchObject({
			from: '12025550143',
			chatId: '120363-group',
		});
		const own = { ...zApi.body, fromMe: true };
		expect(jsonOf(await read(own, READ_OWN))[0]).toMatchObject({
			from: '12025550100',
			chatId: '12025550143',
		});
		expect(jsonOf(await read({ ...own, connectedPhone: '' }, READ_OWN))[0]).toMatchObject({
			from: '12025550143',
		});
	});

	it('has no contact in other callbacks', async () => {
		const status = { type: 'MessageStatusCallback', phone: '12025550143', ids: ['3EB0D4'] };
		expect(jsonOf(await read(status))).toEqual([]);
	});
});
