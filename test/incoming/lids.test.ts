import { readMessages } from '../../nodes/incoming/readMessages';
import { bodyOf } from './fixtures';

const LID = '81896604192873@lid';
const NUMBER = '12025550143@s.whatsapp.net';
const WEB_NUMBER = '12025550143@c.us';
const GROUP = '120363040000000001@g.us';
const ME = '12025550100@s.whatsapp.net';
const card = {
	contactMessage: {
		displayName: 'Ana',
		vcard: 'BEGIN:VCARD\nFN:Ana\nTEL:+447700900123\nEND:VCARD',
	},
};
const vCards = [card.contactMessage.vcard];

const endsOf = (body: unknown) =>
	readMessages(body).messages.map(({ from, chatId }) => ({ from, chatId }));
const waha = (engine: string, payload: object) => ({
	event: 'message',
	session: 'default',
	engine,
	payload: { id: 'false_A', from: LID, fromMe: false, to: ME, vCards, ...payload },
});
const evolution = (key: object) => ({
	event: 'messages.upsert',
	instance: 'shop',
	data: { key: { remoteJid: LID, fromMe: false, id: 'A', ...key }, message: card },
});
const wuzapi = (info: object) => ({
	type: 'Message',
	event: { Info: { ID: 'A', Chat: LID, Sender: LID, IsFromMe: false, ...info }, Message: card },
});
const evolutionGo = (info: object) => ({
	event: 'Message',
	instanceId: '1',
	data: { Info: { ID: 'A', Chat: LID, Sender: LID, ...info }, Message: card },
});
const uazapi = (message: object, chat: object = {}) => ({
	EventType: 'messages',
	chat,
	message: { messageid: 'A', chatid: LID, sender: LID, content: card.contactMessage, ...message },
});
const openWa = (data: object) => ({
	event: 'message.received',
	sessionId: 'S',
	data: { id: 'A', from: LID, chatId: LID, type: 'contact', body: vCards[0], ...data },
});
const quepasa = (body: object) => ({
	id: 'A',
	type: 'contact',
	chat: { id: LID, phone: '+12025550143' },
	fromme: false,
	...body,
});
const ryzeapi = (data: object) => ({
	event: 'message.exchange',
	instanceData: { instance: 'shop' },
	data: { id: 'A', direction: 'incoming', message: { contact: card.contactMessage }, ...data },
});
const numbered = { from: NUMBER, chatId: NUMBER };

describe('a hidden person whose number stands beside the LID is named by the number', () => {
	it.each<[string, unknown, object]>([
		[
			'WAHA, NOWEB',
			waha('NOWEB', { _data: { key: { remoteJid: LID, remoteJidAlt: NUMBER } } }),
			numbered,
		],
		[
			'WAHA, NOWEB of old',
			waha('NOWEB', { _data: { key: { remoteJid: LID, senderPn: NUMBER } } }),
			numbered,
		],
		[
			'WAHA, NOWEB, a group',
			waha('NOWEB', {
				from: GROUP,
				participant: LID,
				_data: { key: { remoteJid: GROUP, participant: LID, participantAlt: NUMBER } },
			}),
			{ from: NUMBER, chatId: GROUP },
		],
		[
			'WAHA, GOWS',
			waha('GOWS', { _data: { Info: { Chat: LID, Sender: LID, SenderAlt: NUMBER } } }),
			numbered,
		],
		[
			'WAHA, GOWS, a group',
			waha('GOWS', {
				from: GROUP,
				participant: LID,
				_data: { Info: { Chat: GROUP, Sender: LID, SenderAlt: '12025550143:9@s.whatsapp.net' } },
			}),
			{ from: NUMBER, chatId: GROUP },
		],
		[
			'WAHA, WEBJS',
			waha('WEBJS', {
				_data: { type: 'vcard', sender: { phoneNumber: { _serialized: WEB_NUMBER } } },
			}),
			{ from: WEB_NUMBER, chatId: WEB_NUMBER },
		],
		[
			'WAHA, WPP',
			waha('WPP', { _data: { type: 'vcard', sender: { phoneNumber: WEB_NUMBER } } }),
			{ from: WEB_NUMBER, chatId: WEB_NUMBER },
		],
		['Evolution, remoteJidAlt', evolution({ remoteJidAlt: NUMBER }), numbered],
		['Evolution, senderPn', evolution({ senderPn: NUMBER }), numbered],
		[
			'Evolution, a group with participantPn',
			evolution({ remoteJid: GROUP, participant: LID, participantPn: NUMBER }),
			{ from: NUMBER, chatId: GROUP },
		],
		['wuzapi', wuzapi({ SenderAlt: '12025550143:3@s.whatsapp.net' }), numbered],
		[
			'wuzapi, with the source of the message apart',
			{
				type: 'Message',
				event: {
					Info: { ID: 'A', MessageSource: { Chat: LID, Sender: LID, SenderAlt: NUMBER } },
					Message: card,
				},
			},
			numbered,
		],
		[
			'wuzapi, a group',
			wuzapi({ Chat: GROUP, Sender: LID, SenderAlt: NUMBER, IsGroup: true }),
			{ from: NUMBER, chatId: GROUP },
		],
		[
			'wuzapi, an own message',
			wuzapi({ IsFromMe: true, Sender: '999@lid', SenderAlt: ME, RecipientAlt: NUMBER }),
			{ from: ME, chatId: NUMBER },
		],
		['Evolution Go', evolutionGo({ SenderAlt: NUMBER }), numbered],
		[
			'Evolution Go, with the plus of its own JIDs',
			evolutionGo({ SenderAlt: `+${NUMBER}` }),
			numbered,
		],
		['uazapiGO', uazapi({ sender_pn: NUMBER }), numbered],
		['uazapiGO, the chat', uazapi({ sender_pn: NUMBER }, { wa_chatid: NUMBER }), numbered],
		[
			'uazapiGO, an own message',
			uazapi({ fromMe: true, sender: ME }, { wa_chatid: NUMBER }),
			{ from: ME, chatId: NUMBER },
		],
		['OpenWA', openWa({ senderPhone: '12025550143' }), numbered],
		[
			'OpenWA, a group',
			openWa({ from: GROUP, chatId: GROUP, author: LID, senderPhone: '12025550143' }),
			{ from: NUMBER, chatId: GROUP },
		],
		['Quepasa', quepasa({}), numbered],
		[
			'Quepasa, a group',
			quepasa({ chat: { id: GROUP }, participant: { lid: LID, phone: '12025550143' } }),
			{ from: NUMBER, chatId: GROUP },
		],
		[
			'RyzeAPI',
			ryzeapi({ chat: { jid: LID, type: 'private' }, sender: { jid: NUMBER, lid: LID } }),
			numbered,
		],
		[
			'ZapperAPI',
			{
				type: 'messages.upsert',
				instanceId: '1',
				key: { remoteJid: LID, remoteJidAlt: NUMBER, id: 'A' },
				message: card,
			},
			numbered,
		],
		[
			'GOWA',
			{
				event: 'message',
				device_id: 'D',
				payload: {
					id: 'A',
					chat_id: LID,
					from: NUMBER,
					from_lid: LID,
					contact: card.contactMessage,
				},
			},
			numbered,
		],
	])('%s', (_service, body, ends) => {
		expect(endsOf(body)).toEqual([ends]);
	});
});

describe('a lid stays', () => {
	it.each<[string, unknown, object]>([
		[
			'without a number',
			waha('NOWEB', { _data: { key: { remoteJid: LID } } }),
			{ from: LID, chatId: LID },
		],
		['without the engine', waha('NOWEB', {}), { from: LID, chatId: LID }],
		[
			'beside another lid',
			evolution({ remoteJidAlt: '999@lid', senderPn: '' }),
			{ from: LID, chatId: LID },
		],
		['without its device', wuzapi({ Sender: '81896604192873:4@lid' }), { from: LID, chatId: LID }],
		[
			'of an own message, whose sender is not the chat',
			wuzapi({ IsFromMe: true, SenderAlt: ME }),
			{ from: ME, chatId: LID },
		],
		[
			'of an own message of uazapiGO, whose sender is not the chat',
			uazapi({ fromMe: true, sender_pn: ME }),
			{ from: ME, chatId: LID },
		],
	])('%s', (_case, body, ends) => {
		expect(endsOf(body)).toEqual([ends]);
	});
});

it('never takes the number of a person for a group', () => {
	const key = { remoteJid: GROUP, remoteJidAlt: NUMBER, senderPn: NUMBER, participant: LID };
	expect(endsOf(evolution(key))).toEqual([{ from: LID, chatId: GROUP }]);
});

it('reads the chat and the person of a body with a lid alone, in both layouts of RyzeAPI', () => {
	const live = ryzeapi({ chat: { jid: GROUP }, sender: { jid: NUMBER, lid: LID } });
	expect(endsOf(live)).toEqual([{ from: NUMBER, chatId: GROUP }]);
	expect(endsOf(bodyOf('ryzeapi'))).toEqual([{ from: NUMBER, chatId: GROUP }]);
});
