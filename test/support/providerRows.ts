import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { account as CHATVOLT } from '../../sandbox/providers/chatvolt/account';
import { account as CHERT } from '../../sandbox/providers/chert/account';
import { account as EVOLUTION } from '../../sandbox/providers/evolution/account';
import { account as EVOLUTION_GO } from '../../sandbox/providers/evolutionGo/account';
import { account as GOWA } from '../../sandbox/providers/gowa/account';
import { account as GREEN_API } from '../../sandbox/providers/greenApi/account';
import { account as INFOBIP } from '../../sandbox/providers/infobip/account';
import { account as OPEN_WA } from '../../sandbox/providers/openWa/account';
import { account as RYZEAPI } from '../../sandbox/providers/ryzeapi/account';
import { account as TELEGRAM } from '../../sandbox/providers/telegram/account';
import { account as WAHA } from '../../sandbox/providers/waha/account';
import { account as WUZAPI } from '../../sandbox/providers/wuzapi/account';
import { account as WWEBJS_API } from '../../sandbox/providers/wwebjsApi/account';
import { account as ZAPPER } from '../../sandbox/providers/zapperApi/account';
import type { ProviderId } from '../../sandbox/registry';

/** What the shared tests need to know about a provider. */
export interface ProviderRow {
	/** Parameters of the node that say where to send, for the sandbox's credential. */
	parameters: INodeParameters;
	/** The recipient as outputs name it. */
	recipient: string;
	/** The recipient as the sandbox shows it. */
	arrivesAt: string;
	/** Parameters that must be rejected before any request. */
	refused: readonly INodeParameters[];
	/** Names of the parameters that the editor shows only for some providers, this one included. */
	shown: readonly string[];
	/** Names of its own options. */
	options: readonly string[];
	/** Fields of its credential that hold secrets. */
	secrets: readonly string[];
	/** The status that rejects a wrong secret, by field; 401 by default. */
	wrongSecret?: Readonly<Record<string, number>>;
	/** The default base URL of its credential. */
	baseUrl: string;
	/** The request that tests its credential, as the sandbox logs it. */
	credentialTest: string;
	/** Changes to the credential that send the secret in another way. */
	credentials?: readonly ICredentialDataDecryptedObject[];
	/** A receipt with this text as its message ID, or in another field if it has none. */
	receipt(id: string): unknown;
}

/** A resource locator with a typed ID, as the editor saves it. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** An expression with an empty result; n8n itself rejects a parameter that is left empty. */
const EMPTY = "={{ '' }}";
const NO_NUMBERS = [EMPTY, '112', '0812 3456', '+62 896, +62 897', 'Ana', 'ana@example.com'];
const noNumbers = NO_NUMBERS.map((recipient): INodeParameters => ({ recipient }));
const NUMBER = '+62 812-3456-7890';

/** A row for each provider, by ID. */
export const PROVIDER_ROWS: Readonly<Record<ProviderId, ProviderRow>> = {
	chatvolt: {
		parameters: {
			agentId: byId(CHATVOLT.agentId),
			conversationId: byId(CHATVOLT.conversationId),
		},
		recipient: 'conv-001',
		arrivesAt: 'conv-001',
		refused: [
			{ agentId: byId(EMPTY) },
			{ agentId: byId('..') },
			{ conversationId: byId(EMPTY) },
			{ conversationId: byId('a\r\nb') },
		],
		shown: ['agentId', 'conversationId'],
		options: [],
		secrets: ['apiKey'],
		baseUrl: 'https://api.chatvolt.ai',
		credentialTest: 'GET /chatvolt/conversation?limit=1',
		receipt: (id) => ({ success: true, messages: [{ id }] }),
	},
	chert: {
		parameters: { addressBy: 'phone', recipient: NUMBER },
		recipient: '+6281234567890',
		arrivesAt: '+6281234567890',
		refused: [
			...noNumbers,
			{ recipient: GOWA.group },
			{ addressBy: 'chat', chatId: EMPTY },
			{ addressBy: 'chat', chatId: '..' },
			{ addressBy: 'post', chatId: CHERT.chatId },
		],
		shown: ['addressBy', 'chatId', 'recipient'],
		options: [],
		secrets: ['signingSecret'],
		baseUrl: 'https://console.trychert.com/api/v1',
		credentialTest: 'GET /chert/api/v1/phone-numbers',
		credentials: [{ authentication: 'bearer' }, { authentication: 'hmac' }],
		receipt: (id) => ({ chat_id: id, status: 'sent' }),
	},
	custom: {
		parameters: {
			recipient: NUMBER,
			customPath: '/fork/contacts',
			customBody: '{ "to": "[[recipient]]", "contact": "[[contact]]", "vcard": "[[vcard]]" }',
			customTextBody: '{ "to": "[[recipient]]", "text": "[[text]]" }',
			customAnswer: { messageIdPath: 'data.messageId' },
		},
		recipient: '+6281234567890',
		arrivesAt: '+6281234567890',
		refused: [
			...noNumbers,
			{ customPath: EMPTY },
			{ customPath: '/a/../b' },
			{ customPath: 'https://example.com/send' },
			{ customPath: '/send/[[vcard]]' },
			{ customBody: '{ "to": "[[recipient]]" }' },
			{ customBody: '{ "vcard": "[[vcart]]" }' },
			{ customBody: '{ "vcard": [[vcard]] }' },
			{ customHeaders: { header: [{ name: 'Content-Type', value: 'text/plain' }] } },
			{ customTextBody: '{ "text": "x" }' },
			{ customAnswer: { successValue: 'sent' } },
		],
		shown: [
			'customAnswer',
			'customBody',
			'customBodyAs',
			'customForm',
			'customHeaders',
			'customMethod',
			'customPath',
			'customRecipient',
			'customTextBody',
			'customTextPath',
			'recipient',
		],
		options: [],
		secrets: ['secret'],
		baseUrl: '',
		credentialTest: 'GET /custom/status',
		credentials: [
			{ authentication: 'bearer' },
			{ authentication: 'header' },
			{ authentication: 'basic' },
			{ authentication: 'query' },
		],
		receipt: (id) => ({ id }),
	},
	evolution: {
		parameters: { instanceName: byId(EVOLUTION.instance), recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [
			...noNumbers,
			{ recipient: '120363040000000001@newsletter' },
			{ instanceName: byId(EMPTY) },
			{ instanceName: byId('..') },
			{ options: { delay: 0.5 } },
		],
		shown: ['instanceName', 'recipient'],
		options: ['delay', 'replyTo'],
		secrets: ['apiKey'],
		baseUrl: 'http://localhost:8080',
		credentialTest: 'GET /evolution/instance/fetchInstances',
		receipt: (id) => ({ key: { id, remoteJid: id, fromMe: true }, status: 'PENDING' }),
	},
	evolutionGo: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890@s.whatsapp.net',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [
			...noNumbers,
			{ options: { delay: 0.5 } },
			{ options: { mentionAll: 'yes' } },
			{ options: { mentions: '+44 7700 900001, Ana' } },
			{ options: { replyTo: '3EB0', replyToParticipant: '112' } },
			{ recipient: EVOLUTION_GO.group, options: { replyTo: '3EB0' } },
		],
		shown: ['recipient'],
		options: ['delay', 'mentionAll', 'mentions', 'replyTo', 'replyToParticipant'],
		secrets: ['apiKey'],
		baseUrl: 'http://localhost:8080',
		credentialTest: 'GET /evolutionGo/instance/status',
		receipt: (id) => ({ message: 'success', data: { Info: { ID: id, Chat: id } } }),
	},
	gowa: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890@s.whatsapp.net',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [...noNumbers, { options: { duration: 3600 } }],
		shown: ['recipient'],
		options: ['deviceId', 'duration', 'isForwarded'],
		secrets: ['password'],
		baseUrl: 'http://localhost:3000',
		credentialTest: 'GET /gowa/devices',
		receipt: (id) => ({ code: 'SUCCESS', results: { message_id: id } }),
	},
	greenApi: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890@c.us',
		arrivesAt: '6281234567890@c.us',
		refused: [
			...noNumbers,
			{ recipient: '120363040000000001@newsletter' },
			{ options: { delay: 21 } },
		],
		shown: ['recipient'],
		options: ['delay', 'replyTo'],
		secrets: ['apiTokenInstance'],
		baseUrl: 'https://api.green-api.com',
		credentialTest: `GET /greenApi/waInstance${GREEN_API.idInstance}/getStateInstance/***`,
		receipt: (id) => ({ idMessage: id }),
	},
	infobip: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890',
		refused: [
			...noNumbers,
			{ recipient: GOWA.group },
			{ options: { notifyUrl: 'reports' } },
			{ options: { callbackData: 'x'.repeat(4001) } },
			{ options: { sender: [INFOBIP.sender] } },
		],
		shown: ['recipient'],
		options: ['applicationId', 'callbackData', 'entityId', 'notifyUrl', 'replyTo', 'sender'],
		secrets: ['apiKey'],
		baseUrl: 'https://api.infobip.com',
		credentialTest: 'GET /infobip/account/1/balance',
		receipt: (id) => ({ messageId: id, to: id, status: { groupName: 'PENDING' } }),
	},
	openWa: {
		parameters: { openWaSession: byId(OPEN_WA.session), recipient: NUMBER },
		recipient: '6281234567890@c.us',
		arrivesAt: '6281234567890@c.us',
		refused: [...noNumbers, { openWaSession: byId(EMPTY) }, { openWaSession: byId('..') }],
		shown: ['openWaSession', 'recipient'],
		options: [],
		secrets: ['apiKey'],
		baseUrl: 'http://localhost:2785',
		credentialTest: 'GET /openWa/api/sessions?limit=1',
		receipt: (id) => ({ messageId: id, timestamp: 1_764_300_000 }),
	},
	quepasa: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890@s.whatsapp.net',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [
			...noNumbers,
			{ recipient: '120363040000000001@newsletter' },
			{ options: { trackId: ['x'] } },
		],
		shown: ['recipient'],
		options: ['replyTo', 'trackId'],
		secrets: ['token'],
		baseUrl: 'http://localhost:31000',
		credentialTest: 'GET /quepasa/contacts',
		wrongSecret: { token: 400 },
		receipt: (id) => ({ success: true, message: { id, chatId: id } }),
	},
	ryzeapi: {
		parameters: { instance: byId(RYZEAPI.instance), recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [...noNumbers, { instance: byId(EMPTY) }, { options: { delay: -1 } }],
		shown: ['instance', 'recipient'],
		options: ['delay', 'replyPrivate', 'replyTo', 'source'],
		secrets: ['token'],
		baseUrl: 'https://ryzeapi.cloud',
		credentialTest: 'GET /ryzeapi/api/instance/list',
		receipt: (id) => ({ success: true, data: { messageId: id } }),
	},
	telegram: {
		parameters: { chatId: TELEGRAM.chatId },
		recipient: '6001',
		arrivesAt: '6001',
		refused: [
			...[EMPTY, NUMBER, '6281234567890', '0', '1.5', '..', 'Ana', '@ana', GOWA.group].map(
				(chatId): INodeParameters => ({ chatId }),
			),
			{ options: { replyTo: '3EB0B430B6F8' } },
			{ options: { messageThreadId: 1.5 } },
			{ options: { protectContent: 'yes' } },
		],
		shown: ['chatId'],
		options: [
			'businessConnectionId',
			'directMessagesTopicId',
			'disableNotification',
			'messageThreadId',
			'protectContent',
			'replyTo',
		],
		secrets: ['botToken'],
		baseUrl: 'https://api.telegram.org',
		credentialTest: 'GET /telegram/bot***/getMe',
		receipt: (id) => ({
			ok: true,
			result: { message_id: 57, chat: { id: 6001 }, contact: { first_name: id } },
		}),
	},
	uazapi: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [
			...noNumbers,
			{ options: { delay: 30 } },
			{ options: { isForwarded: 'yes' } },
			{ options: { mentions: '98765432109876@lid' } },
			{ options: { replyTo: {} } },
		],
		shown: ['recipient'],
		options: [
			'delay',
			'inBackground',
			'isForwarded',
			'mentionAll',
			'mentions',
			'readChat',
			'readMessages',
			'replyTo',
			'trackId',
			'trackSource',
		],
		secrets: ['token'],
		baseUrl: 'https://free.uazapi.com',
		credentialTest: 'GET /uazapi/instance/status',
		receipt: (id) => ({ messageid: id, chatid: id, status: 'Pending' }),
	},
	waha: {
		parameters: { session: byId(WAHA.session), recipient: NUMBER },
		recipient: '6281234567890@c.us',
		arrivesAt: '6281234567890@c.us',
		refused: [...noNumbers, { session: byId(EMPTY) }, { options: { replyTo: false } }],
		shown: ['recipient', 'session'],
		options: ['replyTo'],
		secrets: ['apiKey'],
		baseUrl: 'http://localhost:3000',
		credentialTest: 'GET /waha/api/sessions',
		receipt: (id) => ({ id }),
	},
	wawp: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890@c.us',
		refused: [...noNumbers, { options: { replyTo: { id: 'x' } } }],
		shown: ['recipient'],
		options: ['instanceId', 'replyTo'],
		secrets: ['accessToken'],
		baseUrl: 'https://api.wawp.net',
		credentialTest: 'GET /wawp/v2/session/info?instance_id=SANDBOX00001&access_token=***',
		receipt: (id) => ({ id: { _serialized: id, remote: id } }),
	},
	whapi: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [
			...noNumbers,
			{ recipient: '+290 2222' },
			{ recipient: '98765432109876@lid' },
			{ options: { replyTo: ['x'] } },
		],
		shown: ['recipient'],
		options: ['replyTo'],
		secrets: ['token'],
		baseUrl: 'https://gate.whapi.cloud',
		credentialTest: 'GET /whapi/health?wakeup=false',
		receipt: (id) => ({ sent: true, message: { id, chat_id: id } }),
	},
	whatsAppCloud: {
		parameters: { recipient: NUMBER },
		recipient: '+6281234567890',
		arrivesAt: '6281234567890',
		refused: [
			...noNumbers,
			{ recipient: GOWA.group },
			{ options: { phoneNumberId: byId('+15550100') } },
			{ options: { replyTo: ['x'] } },
		],
		shown: ['recipient'],
		options: ['phoneNumberId', 'replyTo'],
		secrets: ['accessToken'],
		baseUrl: 'https://graph.facebook.com',
		credentialTest: 'GET /whatsAppCloud/v26.0/100000000000001',
		credentials: [
			{ authentication: 'bearer' },
			{ authentication: 'd360' },
			{ authentication: 'kapso' },
		],
		receipt: (id) => ({ messages: [{ id }], contacts: [{ wa_id: id }] }),
	},
	wuzapi: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890@s.whatsapp.net',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [
			...noNumbers,
			{ options: { isForwarded: 'yes' } },
			{ options: { mentions: '+44 7700 900001, Ana' } },
			{ options: { replyTo: '3EB0', replyToParticipant: '112' } },
			{ recipient: WUZAPI.group, options: { replyTo: '3EB0' } },
		],
		shown: ['recipient'],
		options: ['isForwarded', 'mentions', 'replyTo', 'replyToParticipant'],
		secrets: ['token'],
		baseUrl: 'http://localhost:8080',
		credentialTest: 'GET /wuzapi/session/status',
		credentials: [{ server: 'wuzapi' }, { server: 'zapperHub' }],
		receipt: (id) => ({ code: 200, data: { Details: 'Sent', Id: id }, success: true }),
	},
	wwebjsApi: {
		parameters: { sessionId: byId(WWEBJS_API.session), recipient: NUMBER },
		recipient: '6281234567890@c.us',
		arrivesAt: '6281234567890@c.us',
		refused: [
			...noNumbers,
			{ recipient: '120363040000000001@newsletter' },
			{ sessionId: byId(EMPTY) },
			{ sessionId: byId('..') },
			{ sessionId: byId('a_b') },
			{ options: { mentions: 'Ana' } },
		],
		shown: ['recipient', 'sessionId'],
		options: ['mentions', 'replyTo', 'sendSeen'],
		secrets: ['apiKey'],
		wrongSecret: { apiKey: 403 },
		baseUrl: 'http://localhost:3000',
		credentialTest: 'GET /wwebjsApi/session/getSessions',
		receipt: (id) => ({
			success: true,
			message: { id: { _serialized: id, remote: id }, type: 'vcard' },
		}),
	},
	zApi: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890',
		refused: [
			...noNumbers,
			{ recipient: '120363040000000001@newsletter' },
			{ options: { delayMessage: 16 } },
			{ options: { replyTo: {} } },
		],
		shown: ['recipient'],
		options: ['delayMessage', 'replyTo'],
		secrets: ['token', 'clientToken'],
		wrongSecret: { token: 404, clientToken: 403 },
		baseUrl: 'https://api.z-api.io',
		credentialTest: 'GET /zApi/instances/SANDBOX01/token/***/status',
		receipt: (id) => ({ zaapId: id, messageId: id, id }),
	},
	zapperApi: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890@s.whatsapp.net',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [
			...noNumbers,
			{ recipient: '120363040000000001@newsletter' },
			{ options: { expiration: '3600' } },
		],
		shown: ['recipient'],
		options: ['expiration'],
		secrets: ['apiKey'],
		baseUrl: 'https://api.zapperapi.com',
		credentialTest: `GET /zapperApi/${ZAPPER.instanceId}/connection`,
		receipt: (id) => ({ key: { id, remoteJid: id, fromMe: true } }),
	},
};
