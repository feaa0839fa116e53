import type { IDataObject } from 'n8n-workflow';

import evolution from './fixtures/evolution.json';
import gowa from './fixtures/gowa.json';
import gowaV7 from './fixtures/gowaV7.json';
import waha from './fixtures/waha.json';
import whatsAppCloud from './fixtures/whatsAppCloud.json';
import wuzapi from './fixtures/wuzapi.json';
import zApi from './fixtures/zApi.json';
import { read, named, expected, inGroup, ana, bo, READ_OWN } from './receivedMessages';
import { CONVERT, hintsOf, jsonOf, runConvert } from './workflow';

describe('options', () => {
	const { contact: _contact, ...withoutContact } = zApi.body;
	const text = { ...withoutContact, text: { message: 'hello' } };

	it('drops a message without contact', async () => {
		expect(jsonOf(await read(text))).toEqual([]);
	});

	it('passes the input item as it came, with a contact that is null, and its files', async () => {
		const binary = { photo: { data: 'AAAA', mimeType: 'image/png' } };
		const run = await read(text, { withoutContact: 'pass' }, { items: [{ json: text, binary }] });
		expect(run.items(CONVERT)).toEqual([
			{ json: { ...text, contact: null }, binary, pairedItem: { item: 0 } },
		]);
	});

	it('passes nothing beside the contacts of an item that has some', async () => {
		expect(jsonOf(await read(whatsAppCloud.body, { withoutContact: 'pass' }))).toHaveLength(3);
		const run = await read(text, { withoutContact: 'pass' });
		expect(jsonOf(run)).toEqual([{ ...text, contact: null }]);
	});

	it('reads national numbers and leaves WhatsApp IDs alone', async () => {
		const vCard = 'BEGIN:VCARD\nFN:Ana\nTEL:(11) 98765-0001\nEND:VCARD';
		const body = { ...zApi.body, contact: { displayName: 'Ana', vCard } };
		const run = await read(body, { defaultCountry: 'BR', whatsappId: 'asGiven' });
		expect(jsonOf(run)[0]?.['contact']).toEqual({
			...named('Ana'),
			phones: [{ phone: '+5511987650001' }],
		});
	});

	it('shows what could not be kept as a hint', async () => {
		const body = { ...zApi.body, contact: { displayName: 'Ana', vCard: 'no card' } };
		const run = await read(body);
		expect(jsonOf(run)[0]?.['contact']).toEqual({ ...named('Ana') });
		expect(hintsOf(run)).toEqual([
			'Not everything could be kept as it was given (1 warning):<br>' +
				'Contact 1, card [item 0]: line 1: text outside of a card was left out',
		]);
	});

	it('takes a list of bodies', async () => {
		const run = await runConvert({
			operation: 'fromMessage',
			message: JSON.stringify([gowa.body, zApi.body]),
		});
		expect(jsonOf(run)).toEqual([...expected.gowa, ...expected.zApi]);
	});

	it('leaves out of a list what no service sends, and says so', async () => {
		const run = await runConvert({
			operation: 'fromMessage',
			message: JSON.stringify([gowa.body, { a: 1 }, 7]),
		});
		expect(jsonOf(run)).toEqual(expected.gowa);
		expect(hintsOf(run).join()).toContain(
			'Entry 2 of the list is not from a known service (it has 1 key: a) and was left out',
		);
		expect(hintsOf(run).join()).toContain(
			'Entry 3 of the list is not from a known service (it is not a JSON object) and was left out',
		);
	});

	it('reads the text of a form', async () => {
		const form = new URLSearchParams({ token: 'secret', jsonData: JSON.stringify(wuzapi.body) });
		const run = await runConvert({ operation: 'fromMessage', message: form.toString() });
		expect(jsonOf(run)).toEqual(inGroup('wuzapi', '3EB0E1', [ana, bo]));
	});

	it('counts the contacts of an item over all of its messages', async () => {
		const nameless = { ...zApi.body, contact: { vCard: 'BEGIN:VCARD\nNOTE:x\nEND:VCARD' } };
		const run = await runConvert({
			operation: 'fromMessage',
			message: JSON.stringify([gowa.body, nameless, zApi.body]),
		});
		expect(jsonOf(run)).toEqual([...expected.gowa, ...expected.zApi]);
		expect(hintsOf(run)[0]).toContain(
			'Contact 2 has no name, organization, phone or email and was left out',
		);
	});
});

describe('messages that the own account sent', () => {
	const key = { remoteJid: '12025550143@s.whatsapp.net', fromMe: true, id: 'A' };
	const business = { message_id: 2, business_connection_id: 'B', chat: { id: 3 } };
	const contact = { first_name: 'Ana' };
	const own: Array<[string, IDataObject]> = [
		['Evolution API', { ...evolution.body, data: { ...evolution.body.data, key } }],
		['GOWA', { ...gowa.body, payload: { ...gowa.body.payload, is_from_me: true } }],
		[
			'GOWA up to v7',
			{ ...gowaV7.body, from: '12025550100:7@s.whatsapp.net in 12025550143@s.whatsapp.net' },
		],
		[
			'a Telegram business account',
			{ update_id: 1, business_message: { ...business, from: { id: 4 }, contact } },
		],
		[
			'WAHA',
			{
				...waha.body,
				event: 'message.any',
				payload: { ...waha.body.payload, fromMe: true },
			},
		],
		['Z-API', { ...zApi.body, fromMe: true }],
	];

	it.each(own)('are dropped: %s', async (_service, body) => {
		expect(jsonOf(await read(body))).toEqual([]);
		expect(jsonOf(await read(body, { withoutContact: 'pass' }))).toEqual([]);
	});

	it.each(own)('are read with the option Own Messages: %s', async (_service, body) => {
		const [first] = jsonOf(await read(body, READ_OWN));
		expect(first).toMatchObject({ contact: { name: { first_name: 'Ana' } } });
		expect(Object.keys(first!)).toEqual(['provider', 'from', 'chatId', 'messageId', 'contact']);
	});

	it('do not take messages of others with them', async () => {
		const ownBody = { ...zApi.body, fromMe: true };
		const message = JSON.stringify([ownBody, zApi.body]);
		expect(jsonOf(await runConvert({ operation: 'fromMessage', message }))).toEqual(expected.zApi);
	});

	it('are no messages of the customer of a Telegram business account', async () => {
		const update = { update_id: 1, business_message: { ...business, from: { id: 3 }, contact } };
		expect(jsonOf(await read(update))).toHaveLength(1);
		const withoutSender = { update_id: 1, business_message: { ...business, contact } };
		expect(jsonOf(await read(withoutSender))).toHaveLength(1);
	});

	it('refuses an option that there is not', async () => {
		const { error } = await read(zApi.body, { ownMessages: 'keep' });
		expect(error?.message).toContain('Own Messages');
	});
});
