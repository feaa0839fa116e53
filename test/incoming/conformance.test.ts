import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonObject } from '../../nodes/contact/object';
import { incomingReaders } from '../../nodes/incoming/readers';
import { readMessages } from '../../nodes/incoming/readMessages';
import { bodies, bodyOf } from './fixtures';

const names = [...bodies.keys()];
const providerOf = (name: string) => name.replace(/V\d+$/, '');

/** Each service's body as a message that the own account sent. */
const OWN: Record<string, (body: JsonObject) => JsonObject> = {
	chert: (body) => within(body, ['data', 'message'], { direction: 'outbound' }),
	evolution: (body) => within(body, ['data', 'key'], { fromMe: true }),
	evolutionGo: (body) => within(body, ['data', 'Info'], { IsFromMe: true }),
	gowa: (body) => within(body, ['payload'], { is_from_me: true }),
	gowaV7: (body) => ({
		...body,
		from: '12025550100:7@s.whatsapp.net in 12025550143@s.whatsapp.net',
	}),
	greenApi: (body) => ({ ...body, typeWebhook: 'outgoingAPIMessageReceived' }),
	openWa: (body) => within(body, ['data'], { fromMe: true }),
	quepasa: (body) => ({ ...body, fromme: true }),
	ryzeapi: (body) => within(body, ['data', 'message'], { direction: 'outgoing' }),
	telegram: () => ({
		update_id: 1,
		business_message: {
			message_id: 2,
			business_connection_id: 'B',
			chat: { id: 3 },
			from: { id: 4 },
			contact: { first_name: 'Ana' },
		},
	}),
	uazapi: (body) => within(body, ['message'], { fromMe: true }),
	waha: (body) => within(body, ['payload'], { fromMe: true }),
	wawp: (body) => within(body, ['payload'], { fromMe: true }),
	whapi: (body) => ({
		...body,
		messages: [{ id: 'A', from_me: true, chat_id: '12025550143@s.whatsapp.net' }],
	}),
	whatsAppCloud: () => ({
		field: 'smb_message_echoes',
		messaging_product: 'whatsapp',
		message_echoes: [{ from: '12025550100', to: '12025550143', id: 'wamid.E', type: 'contacts' }],
	}),
	wuzapi: (body) => within(body, ['event', 'Info'], { IsFromMe: true }),
	wwebjsApi: (body) => within(body, ['data', 'message'], { fromMe: true }),
	zApi: (body) => ({ ...body, fromMe: true }),
	zapperApi: (body) => within(body, ['key'], { fromMe: true }),
};
/** Services that report nothing of what the account sends. */
const REPORT_NO_OWN = ['infobip'];

/** Each service's bodies about something else. */
const OTHER_EVENTS: Array<[string, JsonObject]> = [
	['chert', { event: 'reaction.added', event_id: 'chert:r:1', data: { chat: { id: 'C' } } }],
	['evolution', { event: 'connection.update', instance: 'shop', data: { state: 'open' } }],
	['evolution', { event: 'messages.set', instance: 'shop', data: { messages: [] } }],
	[
		'evolutionGo',
		{ event: 'Receipt', instanceId: '1', instanceToken: 't', data: { Type: 'read' } },
	],
	['evolutionGo', { event: 'Connected', instanceName: 'shop', data: {} }],
	['gowa', { event: 'message.ack', device_id: '1', payload: { chat_id: 'C', ids: ['A'] } }],
	['greenApi', { typeWebhook: 'stateInstanceChanged', stateInstance: 'authorized' }],
	['infobip', { results: [{ messageId: 'A', to: '12025550143', status: { name: 'DELIVERED' } }] }],
	['openWa', { event: 'message.ack', sessionId: 'S', data: { id: 'A', ack: 3 } }],
	['openWa', { event: 'session.status', sessionId: 'S', data: { status: 'ready' } }],
	['ryzeapi', { event: 'connection.update', instanceData: { instance: 'shop' }, data: {} }],
	['telegram', { update_id: 1, callback_query: { id: '1' } }],
	['uazapi', { EventType: 'connection', instance: { status: 'connected' } }],
	['uazapi', { EventType: 'messages_update', event: { MessageIDs: ['A'] } }],
	['waha', { event: 'session.status', session: 'default', payload: { status: 'WORKING' } }],
	['wawp', { event: 'message.ack', session: 'wawp-1', payload: { id: 'A', ack: 3 } }],
	[
		'whapi',
		{ statuses: [{ id: 'A' }], event: { type: 'statuses', event: 'post' }, channel_id: 'C' },
	],
	['whatsAppCloud', { messaging_product: 'whatsapp', statuses: [{ id: 'wamid.A' }] }],
	['wuzapi', { type: 'ReadReceipt', event: { MessageIDs: ['A'] }, state: 'Read' }],
	[
		'wwebjsApi',
		{ dataType: 'message_ack', data: { message: { id: 'A' }, ack: 3 }, sessionId: 'S' },
	],
	['zApi', { type: 'MessageStatusCallback', phone: '12025550143', ids: ['A'] }],
	['zapperApi', { type: 'connection.update', instanceId: '1', status: 'open' }],
];

function within(body: JsonObject, path: readonly string[], more: JsonObject): JsonObject {
	const copy = structuredClone(body);
	const target = path.reduce<unknown>(
		(value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : value),
		copy,
	);
	if (typeof target !== 'object' || target === null) throw new Error(`No ${path.join('.')}`);
	Object.assign(target, more);
	return copy;
}

it('has a body of every service', () => {
	const providers = incomingReaders.map(({ provider }) => provider).sort();
	expect([...new Set(names.map(providerOf))].sort()).toEqual(providers);
	expect([...new Set(Object.keys(OWN).map(providerOf)), ...REPORT_NO_OWN].sort()).toEqual(
		providers,
	);
});

it.each(incomingReaders.map(({ displayName, provider }) => [displayName, provider]))(
	'%s is in the table of docs/contacts.md and among the words by which n8n finds the node',
	(displayName, provider) => {
		const rows = textOf('docs/contacts.md').match(/^\| .*$/gm) ?? [];
		const row = rows.find((line) => line.includes(` \`${provider}\` `));
		expect(row).toContain(displayName);
		expect(textOf('nodes/ConvertContactCard/ConvertContactCard.node.json')).toContain(
			JSON.stringify(displayName),
		);
	},
);

describe.each(names)('the body of %s', (name) => {
	const body = bodyOf(name);
	const read = readMessages(body);

	it('is recognised by its own reader alone', () => {
		const recognised = incomingReaders.filter((reader) => reader.recognizes(body));
		const [provider] = recognised.map((reader) => reader.provider);
		expect(provider).toBe(providerOf(name));
		// Wawp runs WAHA, so its bodies are WAHA's
		expect(recognised.map((reader) => reader.provider)).toEqual(
			name === 'wawp' ? ['wawp', 'waha'] : [provider],
		);
	});

	it('says who wrote, where and in which message', () => {
		expect(read.messages.length).toBeGreaterThan(0);
		for (const message of read.messages) {
			expect(message).toMatchObject({
				provider: providerOf(name),
				from: expect.stringMatching(/^\+?12025550143|^12025550144|^6001/),
				chatId: expect.any(String),
				messageId: expect.any(String),
				own: false,
			});
		}
		const found = read.messages.flatMap(({ contacts, warnings }) => [...contacts, ...warnings]);
		expect(found.length).toBeGreaterThan(0);
	});

	const webhook = { headers: { host: 'flows.example' }, params: {}, query: {}, webhookUrl: 'u' };
	it.each<[string, unknown, number]>([
		['the output of the Webhook node', { ...webhook, body, executionMode: 'production' }, 1],
		['`body` alone', { body }, 1],
		['an item of n8n', [{ json: { ...webhook, body } }], 1],
		['JSON text', JSON.stringify(body), 1],
		['JSON text in JSON text', JSON.stringify(JSON.stringify(body)), 1],
		['JSON text with a byte-order mark', `\ufeff${JSON.stringify(body)}`, 1],
		['JSON text as the body', { ...webhook, body: JSON.stringify(body) }, 1],
		['a list as the body', { ...webhook, body: [body, body] }, 2],
		['a list of Webhook outputs', [{ ...webhook, body }, { body }, body], 3],
		['a list of lists', [[body], [[body]]], 2],
		['events in a list', { events: [body, { body }] }, 2],
		['records of a queue', { Records: [{ id: 1, body: JSON.stringify(body) }] }, 1],
		['a field beside others', { received: 'now', body, note: 'x' }, 1],
		[
			'a form as text',
			new URLSearchParams({ token: 't', jsonData: JSON.stringify(body) }).toString(),
			1,
		],
		[
			'a form that n8n read',
			{ ...webhook, body: { jsonData: JSON.stringify(body), token: 't' } },
			1,
		],
		['a form with an object', { ...webhook, body: { jsonData: body, userID: '1' } }, 1],
		['a form of its own fields', formOf(body), 1],
	])('gives the same as %s', (_form, given, times) => {
		const { messages, warnings } = readMessages(given);
		expect(messages).toEqual(Array.from({ length: times }, () => read.messages).flat());
		expect(warnings).toEqual([]);
	});

	const own = OWN[name];
	if (own !== undefined) {
		it('is an own message where the account sent it', () => {
			const { messages } = readMessages(own(body));
			expect(messages.length).toBeGreaterThan(0);
			expect(messages.map((message) => message.own)).toEqual(messages.map(() => true));
			expect(messages[0]?.provider).toBe(providerOf(name));
		});
	}
});

it.each(OTHER_EVENTS)('another event of %s gives no message', (provider, body) => {
	const [reader] = incomingReaders.filter((candidate) => candidate.recognizes(body));
	expect(reader?.provider).toBe(provider);
	expect(readMessages(body)).toEqual({ messages: [], warnings: [] });
});

function textOf(file: string): string {
	return readFileSync(join(__dirname, '../..', file), 'utf8');
}

/** Every field as a text of its own, the objects among them as JSON. Numbers and booleans keep their kind. */
function formOf(body: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key,
			typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
		]),
	);
}
