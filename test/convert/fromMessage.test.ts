import type { IDataObject, INodeParameters } from 'n8n-workflow';

import chert from './fixtures/chert.json';
import evolution from './fixtures/evolution.json';
import evolutionGo from './fixtures/evolutionGo.json';
import gowa from './fixtures/gowa.json';
import gowaV7 from './fixtures/gowaV7.json';
import greenApi from './fixtures/greenApi.json';
import infobip from './fixtures/infobip.json';
import openWa from './fixtures/openWa.json';
import quepasa from './fixtures/quepasa.json';
import ryzeapi from './fixtures/ryzeapi.json';
import telegram from './fixtures/telegram.json';
import uazapi from './fixtures/uazapi.json';
import waha from './fixtures/waha.json';
import wawp from './fixtures/wawp.json';
import whapi from './fixtures/whapi.json';
import whatsAppCloud from './fixtures/whatsAppCloud.json';
import wuzapi from './fixtures/wuzapi.json';
import wwebjsApi from './fixtures/wwebjsApi.json';
import zApi from './fixtures/zApi.json';
import zapperApi from './fixtures/zapperApi.json';
import { CONVERT, hintsOf, jsonOf, runConvert, type Settings } from './workflow';

const ana = {
	name: { formatted_name: 'Ana Souza', first_name: 'Ana', last_name: 'Souza' },
	phones: [{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' }],
	org: { company: 'Padaria Aurora' },
};
const bo = {
	name: { formatted_name: 'Bo Berg', first_name: 'Bo', last_name: 'Berg' },
	phones: [{ phone: '+447700900002', type: 'Celular', wa_id: '447700900002' }],
};
const named = (name: string) => ({
	name: { formatted_name: name, first_name: name },
});

const read = async (body: IDataObject, options: INodeParameters = {}, settings: Settings = {}) =>
	await runConvert({ operation: 'fromMessage', options }, { items: [{ json: body }], ...settings });

const READ_OWN = { ownMessages: 'read' };

const contactsIn = async (body: IDataObject) =>
	jsonOf(await read(body)).map(({ contact }) => contact);

const GROUP = '120363040000000001@g.us';
/** What a message of Mara in the group gives. */
const inGroup = (
	provider: string,
	messageId: string,
	contacts: IDataObject[],
	from = '12025550143@s.whatsapp.net',
) => contacts.map((contact) => ({ provider, from, chatId: GROUP, messageId, contact }));

const expected = {
	whatsAppCloud: [
		{
			provider: 'whatsAppCloud',
			from: '12025550143',
			chatId: '12025550143',
			messageId: 'wamid.CARDS',
			contact: {
				name: { formatted_name: 'Ana Souza', first_name: 'Ana', last_name: 'Souza' },
				phones: [
					{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' },
					{ phone: '+447700900009', wa_id: '447700900009' },
				],
				emails: [{ email: 'ana@example.com', type: 'WORK' }],
				addresses: [
					{
						street: 'Rua das Flores, 12',
						city: 'São Paulo',
						state: 'SP',
						zip: '01310-000',
						country: 'Brazil',
						country_code: 'BR',
						type: 'WORK',
					},
				],
				org: { company: 'Padaria Aurora', department: 'Kitchen', title: 'Baker' },
				urls: [{ url: 'https://aurora.example', type: 'WORK' }],
				birthday: '1988-02-29',
			},
		},
		{
			provider: 'whatsAppCloud',
			from: '12025550143',
			chatId: '12025550143',
			messageId: 'wamid.CARDS',
			contact: { ...named('Bo Berg') },
		},
		{
			provider: 'whatsAppCloud',
			from: '12025550144',
			chatId: 'GROUP1',
			messageId: 'wamid.MORE',
			contact: {
				...named('Chi Ito'),
				phones: [{ phone: '+81312345678', wa_id: '81312345678' }],
			},
		},
	],
	telegram: [
		{
			provider: 'telegram',
			from: '6001',
			chatId: '-100200300',
			messageId: '57',
			contact: {
				...ana,
				phones: [...ana.phones, { phone: '+551133330000', type: 'WORK', wa_id: '551133330000' }],
				emails: [{ email: 'ana@example.com', type: 'HOME' }],
				org: { company: 'Padaria Aurora', title: 'Baker' },
			},
		},
	],
	evolution: [ana, bo].map((contact) => ({
		provider: 'evolution',
		from: '12025550143@s.whatsapp.net',
		chatId: '120363040000000001@g.us',
		messageId: '3EB0A1',
		contact,
	})),
	waha: [ana, bo].map((contact) => ({
		provider: 'waha',
		from: '12025550143@c.us',
		chatId: '120363040000000001@g.us',
		messageId: 'false_120363040000000001@g.us_3EB0B2_12025550143@c.us',
		contact,
	})),
	gowa: [
		{
			provider: 'gowa',
			from: '12025550143@s.whatsapp.net',
			chatId: '12025550143@s.whatsapp.net',
			messageId: '3EB0C3',
			contact: ana,
		},
	],
	zApi: [
		{
			provider: 'zApi',
			from: '12025550143',
			chatId: '12025550143',
			messageId: '3EB0D4',
			contact: ana,
		},
	],
};

describe.each([
	['whatsAppCloud', whatsAppCloud.body, expected.whatsAppCloud],
	['telegram', telegram.body, expected.telegram],
	['evolution', evolution.body, expected.evolution],
	['waha', waha.body, expected.waha],
	['gowa', gowa.body, expected.gowa],
	[
		'gowa up to v7',
		gowaV7.body,
		expected.gowa.map((output) => ({ ...output, messageId: '3EB0C7' })),
	],
	['zApi', zApi.body, expected.zApi],
	['evolutionGo', evolutionGo.body, inGroup('evolutionGo', '3EB0E2', [ana, bo])],
	['greenApi', greenApi.body, inGroup('greenApi', '3EB0E6', [ana, bo], '12025550143@c.us')],
	[
		'infobip',
		infobip.body,
		[
			{
				provider: 'infobip',
				from: '12025550143',
				chatId: '12025550143',
				messageId: 'ABEGVUGWh3gEAgo-sLTvmjMKSFj1',
				contact: {
					name: {
						formatted_name: 'Dr. Ana Souza',
						first_name: 'Ana',
						last_name: 'Souza',
						prefix: 'Dr.',
					},
					phones: [{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' }],
					emails: [{ email: 'ana@example.com', type: 'WORK' }],
					addresses: [
						{
							street: 'Rua das Flores, 12',
							city: 'São Paulo',
							zip: '01310-000',
							country: 'Brazil',
							country_code: 'BR',
							type: 'WORK',
						},
					],
					org: { company: 'Padaria Aurora', department: 'Kitchen', title: 'Baker' },
					urls: [{ url: 'https://aurora.example', type: 'WORK' }],
					birthday: '1988-02-29',
				},
			},
		],
	],
	[
		'openWa',
		openWa.body,
		inGroup('openWa', 'false_120363040000000001@g.us_3EB0E8_81896604192873@lid', [ana]),
	],
	['ryzeapi', ryzeapi.body, inGroup('ryzeapi', '3EB0EA', [ana])],
	['uazapi', uazapi.body, inGroup('uazapi', '3EB0E4', [ana])],
	[
		'wawp',
		wawp.body,
		[
			{
				provider: 'wawp',
				from: '12025550143@c.us',
				chatId: '12025550143@c.us',
				messageId: 'false_12025550143@c.us_3EB0EB',
				contact: ana,
			},
		],
	],
	['whapi', whapi.body, inGroup('whapi', 'PsqIaXmRbSQ-wKgGNQM', [ana, bo], '12025550143')],
	['wuzapi', wuzapi.body, inGroup('wuzapi', '3EB0E1', [ana, bo])],
	[
		'wwebjsApi',
		wwebjsApi.body,
		inGroup(
			'wwebjsApi',
			'false_120363040000000001@g.us_3EB0E9_12025550143@c.us',
			[ana, bo],
			'12025550143@c.us',
		),
	],
	['zapperApi', zapperApi.body, inGroup('zapperApi', '3EB0E3', [ana, bo])],
])('a message of %s', (_provider, body, outputs) => {
	it('gives its contacts, from the body itself', async () => {
		const run = await read(body);
		expect(jsonOf(run)).toEqual(outputs);
		expect(run.items(CONVERT).map(({ pairedItem }) => pairedItem)).toEqual(
			outputs.map(() => ({ item: 0 })),
		);
		expect(hintsOf(run)).toEqual([]);
	});

	it('gives the same from the output of the Webhook node', async () => {
		const webhook = { headers: { host: 'flows.example' }, params: {}, query: {}, body };
		expect(jsonOf(await read(webhook))).toEqual(outputs);
	});

	it('gives the same from JSON text', async () => {
		const run = await runConvert({ operation: 'fromMessage', message: JSON.stringify(body) });
		expect(jsonOf(run)).toEqual(outputs);
	});
});

describe('a contact that the service keeps for itself', () => {
	it.each([
		[
			'Quepasa',
			quepasa.body,
			'Quepasa does not include the shared contact in the message: get its .vcf file from GET /download/3EB0E7 with an HTTP Request node, and read that as Contact Source File (.vcf)',
		],
		[
			'Chert',
			chert.body,
			'Chert does not include the shared contact in the message: get its .vcf file from GET /api/v1/attachments/in_0c0ffee0/content with an HTTP Request node, and read that as Contact Source File (.vcf)',
		],
		[
			'OpenWA with its engine Baileys',
			{ ...openWa.body, data: { ...openWa.body.data, body: '' } },
			'OpenWA did not include the shared contact in the message: its engine Baileys leaves it out. The engine whatsapp-web.js includes it',
		],
	])('is reported: %s', async (_service, body, hint) => {
		const run = await read(body);
		expect(jsonOf(run)).toEqual([]);
		expect(hintsOf(run).join()).toContain(hint);
		const passed = await read(body, { withoutContact: 'pass' });
		expect(jsonOf(passed)).toEqual([{ ...body, contact: null }]);
		expect(hintsOf(passed).join()).toContain(hint);
	});
});

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

describe('WhatsApp Cloud API', () => {
	it('is read from the output of the WhatsApp Trigger', async () => {
		const outputs = whatsAppCloud.body.entry.flatMap(({ changes }) =>
			changes.map(({ value, field }) => ({ ...value, field })),
		);
		const run = await runConvert(
			{ operation: 'fromMessage' },
			{ items: outputs.map((json) => ({ json })) },
		);
		expect(jsonOf(run)).toEqual(expected.whatsAppCloud);
		expect(run.items(CONVERT).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
		]);
	});

	it('names a sender who hides the number by the user ID, and reads the vCard that such a person gives', async () => {
		const message = {
			from_user_id: 'US.13491208655302741918',
			id: 'wamid.A',
			type: 'contacts',
			contacts: [
				{ vcard: 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD', phones: [{ phone: '+1' }] },
				{ vcard: 'no card', phones: [{ phone: '+12025550143' }] },
			],
		};
		const run = await read({ messaging_product: 'whatsapp', messages: [message] });
		expect(jsonOf(run)).toMatchObject([
			{
				from: 'US.13491208655302741918',
				chatId: 'US.13491208655302741918',
				contact: { name: { formatted_name: 'Ana' } },
			},
			{ contact: { phones: [{ phone: '+12025550143' }] } },
		]);
	});

	it('has no contact in other fields, in a change without value, and in a contact without number', async () => {
		expect(jsonOf(await read({ field: 'account_update', event: 'VERIFIED_ACCOUNT' }))).toEqual([]);
		const body = { object: 'whatsapp_business_account', entry: [{ changes: [{ value: 3 }] }] };
		expect(jsonOf(await read(body))).toEqual([]);
		const messages = [{ id: 1, contacts: [{ name: { formatted_name: 'Ana' }, phones: [{}] }] }];
		expect(jsonOf(await read({ messaging_product: 'whatsapp', messages }))).toEqual([
			{
				provider: 'whatsAppCloud',
				from: null,
				chatId: null,
				messageId: '1',
				contact: { ...named('Ana') },
			},
		]);
	});
});

describe('Telegram', () => {
	const update = (contact: IDataObject, more: IDataObject = {}) => ({
		update_id: 1,
		message: { message_id: 2, chat: { id: 3 }, from: { id: 4 }, contact, ...more },
	});

	it('needs no vCard', async () => {
		const contact = { phone_number: '+12025550143', first_name: 'Ana', last_name: 'Souza' };
		expect(await contactsIn(update(contact))).toEqual([
			{ name: ana.name, phones: [{ phone: '+12025550143', wa_id: '12025550143' }] },
		]);
		expect(await contactsIn(update({ first_name: 'Ana' }))).toEqual([named('Ana')]);
	});

	it('completes a vCard without name and number', async () => {
		const vcard = 'BEGIN:VCARD\nORG:Aurora\nEND:VCARD';
		const contact = { phone_number: '12025550143', first_name: 'Ana', vcard };
		expect(await contactsIn(update(contact))).toEqual([
			{
				...named('Ana'),
				phones: [{ phone: '+12025550143', wa_id: '12025550143' }],
				org: { company: 'Aurora' },
			},
		]);
	});

	it('keeps the number of the vCard where Telegram names none, the same, or a short one', async () => {
		const vcard = 'BEGIN:VCARD\nFN:Ana\nTEL:+1 202 555 0143\nEND:VCARD';
		const phones = async (contact: IDataObject) =>
			await contactsIn(update({ first_name: 'Ana', vcard, ...contact }));
		const own = { phone: '+12025550143', wa_id: '12025550143' };
		expect(await phones({})).toMatchObject([{ phones: [own] }]);
		expect(await phones({ phone_number: '' })).toMatchObject([{ phones: [own] }]);
		expect(await phones({ phone_number: '+12025550143' })).toMatchObject([{ phones: [own] }]);
		expect(await phones({ phone_number: '143' })).toMatchObject([
			{ phones: [{ phone: '143' }, own] },
		]);
	});

	it('is read from a channel post, and from a message alone', async () => {
		const post = {
			message_id: 9,
			chat: { id: -7 },
			sender_chat: { id: -7 },
			contact: { first_name: 'Ana' },
		};
		const output = {
			provider: 'telegram',
			from: '-7',
			chatId: '-7',
			messageId: '9',
			contact: { ...named('Ana') },
		};
		expect(jsonOf(await read({ update_id: 1, channel_post: post }))).toEqual([output]);
		expect(jsonOf(await read(post))).toEqual([output]);
	});

	it('has no contact in other updates and in quoted messages', async () => {
		expect(jsonOf(await read({ update_id: 1, callback_query: { id: '1' } }))).toEqual([]);
		const reply = {
			message_id: 2,
			chat: { id: 3 },
			text: 'thanks',
			reply_to_message: { message_id: 1, chat: { id: 3 }, contact: { first_name: 'Ana' } },
		};
		expect(jsonOf(await read({ update_id: 1, message: reply }))).toEqual([]);
	});
});

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
