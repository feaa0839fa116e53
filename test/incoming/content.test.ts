import { readMessages } from '../../nodes/incoming/readMessages';

const vcard = (name: string) =>
	`BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL:+447700900123\nEND:VCARD`;
const card = (name: string) => ({ displayName: name, vcard: vcard(name) });
const ana = { contactMessage: card('Ana') };

const evolution = (message: unknown) => ({
	event: 'messages.upsert',
	instance: 'shop',
	data: { key: { remoteJid: '12025550143@s.whatsapp.net', fromMe: false, id: 'A' }, message },
});
const wuzapi = (message: unknown) => ({
	type: 'Message',
	event: {
		Info: { ID: 'A', Chat: '1@s.whatsapp.net', Sender: '1@s.whatsapp.net' },
		Message: message,
	},
});
const evolutionGo = (Message: unknown) => ({
	event: 'Message',
	instanceId: '1',
	data: { Info: { ID: 'A', Chat: '1@s.whatsapp.net' }, Message },
});
const zapperApi = (message: unknown) => ({
	type: 'messages.upsert',
	instanceId: '1',
	key: { remoteJid: '1@s.whatsapp.net', id: 'A' },
	message,
});
const waha = (_data: object) => ({
	event: 'message',
	session: 'default',
	payload: { id: 'A', from: '1@c.us', vCards: null, _data },
});
const namesIn = (body: unknown) =>
	readMessages(body).messages.flatMap(({ contacts }) =>
		contacts.map(({ draft }) => draft.name?.formatted_name),
	);

describe.each<[string, (message: unknown) => unknown]>([
	['Evolution API', evolution],
	['wuzapi', wuzapi],
	['Evolution Go', evolutionGo],
	['ZapperAPI', zapperApi],
	['WAHA, NOWEB', (message) => waha({ message })],
	['WAHA, GOWS', (Message) => waha({ Message })],
])('the content of a message of %s', (_service, body) => {
	it.each<[string, unknown, string[]]>([
		['one contact', ana, ['Ana']],
		[
			'several',
			{ contactsArrayMessage: { displayName: '2 contacts', contacts: [card('Ana'), card('Bo')] } },
			['Ana', 'Bo'],
		],
		['a chat with disappearing messages', { ephemeralMessage: { message: ana } }, ['Ana']],
		['view once', { viewOnceMessage: { message: ana } }, ['Ana']],
		['view once, version 2', { viewOnceMessageV2: { message: ana } }, ['Ana']],
		[
			'both',
			{ ephemeralMessage: { message: { viewOnceMessageV2Extension: { message: ana } } } },
			['Ana'],
		],
		[
			'another device',
			{ deviceSentMessage: { destinationJid: '1@s.whatsapp.net', message: ana } },
			['Ana'],
		],
		[
			'several in a wrapper',
			{
				ephemeralMessage: {
					message: { contactsArrayMessage: { contacts: [card('Ana'), card('Bo')] } },
				},
			},
			['Ana', 'Bo'],
		],
		[
			'forwarded',
			{
				contactMessage: { ...card('Ana'), contextInfo: { isForwarded: true, forwardingScore: 5 } },
			},
			['Ana'],
		],
		[
			'an answer that is a contact itself',
			{
				contactMessage: {
					...card('Ana'),
					contextInfo: { quotedMessage: { contactMessage: card('Bo') } },
				},
			},
			['Ana'],
		],
		[
			'an answer to a contact',
			{ extendedTextMessage: { text: 'thanks', contextInfo: { quotedMessage: ana } } },
			[],
		],
		['a text', { conversation: 'hello' }, []],
		['no content', null, []],
		['an empty card', { contactMessage: { displayName: ' ', vcard: '' } }, []],
	])('%s', (_kind, message, names) => {
		expect(namesIn(body(message))).toEqual(names);
	});
});

it('reads the whole message of whatsmeow where its bare one contains no contact', () => {
	const { type, event } = wuzapi(undefined);
	expect(
		namesIn({ type, event: { ...event, RawMessage: { ephemeralMessage: { message: ana } } } }),
	).toEqual(['Ana']);
});

it('reads no endless wrappers', () => {
	let message: object = ana;
	for (let depth = 0; depth < 50; depth++) message = { ephemeralMessage: { message } };
	expect(namesIn(evolution(message))).toEqual([]);
});

describe('several contacts', () => {
	it.each<[string, object]>([
		[
			'uazapiGO',
			{
				EventType: 'messages',
				message: { chatid: 'C', messageid: 'A', content: { contacts: [card('Ana'), card('Bo')] } },
			},
		],
		[
			'uazapiGO, with the content as JSON text',
			{
				EventType: 'messages',
				message: { chatid: 'C', content: JSON.stringify({ contacts: [card('Ana'), card('Bo')] }) },
			},
		],
		[
			'uazapiGO, several messages',
			{
				EventType: 'messages',
				data: { messages: [card('Ana'), card('Bo')].map((content) => ({ chatid: 'C', content })) },
			},
		],
		[
			'Z-API',
			{
				type: 'ReceivedCallback',
				phone: '1',
				contacts: [
					{ displayName: 'Ana', vCard: vcard('Ana') },
					{ displayName: 'Bo', vCard: vcard('Bo') },
				],
			},
		],
		[
			'Z-API, as a list in its field for one',
			{
				type: 'ReceivedCallback',
				phone: '1',
				contact: [{ vCard: vcard('Ana') }, { vCard: vcard('Bo') }],
			},
		],
		[
			'GREEN-API',
			{
				typeWebhook: 'incomingMessageReceived',
				senderData: { chatId: '1@c.us', sender: '1@c.us' },
				messageData: {
					typeMessage: 'contactsArrayMessage',
					messageData: { contacts: [card('Ana'), card('Bo')] },
				},
			},
		],
		[
			'RyzeAPI',
			{
				event: 'message.exchange',
				instanceData: {},
				data: { message: { id: 'A', contacts: [{ display_name: 'Ana' }, { vcard: vcard('Bo') }] } },
			},
		],
		[
			'WAHA, WEBJS',
			waha({ type: 'multi_vcard', vcardList: [{ vcard: vcard('Ana') }, { displayName: 'Bo' }] }),
		],
		[
			'one text with two vCards',
			evolution({ contactMessage: { vcard: `${vcard('Ana')}\n${vcard('Bo')}` } }),
		],
	])('%s', (_service, body) => {
		expect(namesIn(body)).toEqual(['Ana', 'Bo']);
	});
});

describe('a quoted card is no card of the message', () => {
	it.each<[string, object]>([
		[
			'GREEN-API',
			{
				typeWebhook: 'incomingMessageReceived',
				senderData: { chatId: '1@c.us' },
				messageData: {
					typeMessage: 'quotedMessage',
					extendedTextMessageData: { text: 'thanks' },
					quotedMessage: { typeMessage: 'contactMessage', contact: card('Ana') },
				},
			},
		],
		[
			'uazapiGO',
			{
				EventType: 'messages',
				message: {
					chatid: 'C',
					content: { text: 'thanks', contextInfo: { quotedMessage: ana } },
					quoted: '3EB0',
				},
			},
		],
	])('%s', (_service, body) => {
		expect(namesIn(body)).toEqual([]);
	});
});

describe('a card beside its vCard', () => {
	it('fills in the numbers that the vCard does not have', () => {
		const body = {
			type: 'ReceivedCallback',
			phone: '1',
			contact: {
				displayName: 'Ana',
				vCard: 'BEGIN:VCARD\nFN:Ana\nEND:VCARD',
				phones: ['447700900123'],
			},
		};
		expect(readMessages(body).messages[0]?.contacts[0]?.draft.phones).toEqual([
			{ phone: '+447700900123' },
		]);
	});

	it('is reported where it cannot be read', () => {
		const [message] = readMessages(
			evolution({ contactMessage: { vcard: 'BEGIN:VCARD' } }),
		).messages;
		expect(message).toMatchObject({
			contacts: [],
			warnings: [{ field: 'card', message: 'line 1: the card that begins here is empty' }],
		});
	});
});
