import { assert, constantFrom, jsonValue, property, string, uint8Array } from 'fast-check';

import { isObject, type JsonObject } from '../../nodes/contact/object';
import { InputError } from '../../nodes/failures/inputError';
import { readMessages } from '../../nodes/incoming/readMessages';
import { bodies, bodyOf } from './fixtures';

const providersIn = (given: unknown) =>
	readMessages(given).messages.map(({ provider }) => provider);
const contentsOf = (given: unknown) =>
	readMessages(given).messages.flatMap(({ contacts }) => contacts.map(({ draft }) => draft));

function problemOf(given: unknown): string {
	try {
		readMessages(given);
	} catch (error) {
		if (error instanceof InputError) return `${error.message}. ${error.fix}`;
		throw error;
	}
	return 'read';
}

describe('a body that could be of two services', () => {
	const info = { ID: 'A', Chat: '1@s.whatsapp.net', Sender: '1@s.whatsapp.net' };
	const key = { remoteJid: '1@s.whatsapp.net', id: 'A' };
	it.each<[string, JsonObject]>([
		['evolutionGo', { event: 'Message', instance: 'shop', data: { Info: info } }],
		['evolutionGo', { event: 'Message', instanceName: 'shop', data: { Info: info } }],
		[
			'evolutionGo',
			{ event: 'Message', instance: 'shop', instanceToken: 't', data: [{ Info: info }] },
		],
		['evolution', { event: 'messages.upsert', instance: 'shop', instanceId: '1', data: { key } }],
		[
			'evolution',
			{ event: 'messages.upsert', instance: 'shop', instanceName: 's', data: [{ key }] },
		],
		['wuzapi', { event: { Info: info }, instanceName: 'shop' }],
		['wuzapi', { type: 'Message', event: { Info: info }, instanceId: '1' }],
		['zapperApi', { type: 'messages.upsert', instanceId: '1', key }],
		['zApi', { type: 'ReceivedCallback', instanceId: '1', phone: '1' }],
		[
			'waha',
			{
				event: 'message',
				session: 'default',
				payload: { id: 'A', from: '1@c.us' },
				device_id: '1',
			},
		],
		['wawp', { event: 'message', session: 'wawp-1', payload: { id: 'A', from: '1@c.us' } }],
		['wawp', { event: 'message', instance_id: '1', payload: { id: 'A', from: '1@c.us' } }],
		['gowa', { event: 'message', device_id: '1', payload: { id: 'A', from: '1@s.whatsapp.net' } }],
		['openWa', { event: 'message.received', sessionId: '1', event_id: '2', data: { id: 'A' } }],
		['chert', { event: 'message.received', event_id: '2', data: { message: { id: 'A' } } }],
		['whapi', { messages: [{ id: 'A' }], event: { type: 'messages' }, channel_id: '1' }],
		['whatsAppCloud', { messages: [{ id: 'A' }], messaging_product: 'whatsapp' }],
		['telegram', { update_id: 1, message: { message_id: 1, chat: { id: 1 } } }],
		['telegram', { message_id: 1, chat: { id: 1 }, id: 'A' }],
		['quepasa', { id: 'A', chat: { id: '1@s.whatsapp.net' }, fromme: false }],
	])('is read as %s: %j', (provider, body) => {
		expect(providersIn(body)).toEqual([provider]);
	});
});

describe('what no service sends', () => {
	const services =
		'Pass the whole body that the webhook received, as Chert, Evolution API, Evolution Go, GOWA, GREEN-API, Infobip, OpenWA, Quepasa, RyzeAPI, Telegram, uazapiGO, WAHA, Wawp, Whapi.Cloud, WhatsApp Cloud API, WuzAPI, WWebJS API, Z-API or ZapperAPI sends it.';
	it.each<[string, unknown, string]>([
		[
			'an object',
			{ a: 1, b: 2 },
			'The message is not from a known service (it has 2 keys: a and b)',
		],
		[
			'an empty body',
			{ headers: {}, query: {}, body: {} },
			'The message is not from a known service (it is empty)',
		],
		['an empty list', [], 'The message is an empty list'],
		['a list of nothing', [{}, 7], 'The message is not from a known service (it is empty)'],
		['a number', 7, 'The message is not a JSON object'],
		['null', null, 'The message is not a JSON object'],
		['plain text', 'hello', 'The message is not a JSON object'],
		[
			'a form without body',
			'a=1&b=2',
			'The message is not from a known service (it has 2 keys: a and b)',
		],
		['a body of text', { body: 'hello' }, 'The message is not a JSON object'],
	])('is refused by name: %s', (_kind, given, problem) => {
		expect(problemOf(given)).toBe(`${problem}. ${services}`);
	});

	it('is refused where it is nested without end', () => {
		let given: unknown = bodyOf('waha');
		for (let depth = 0; depth < 20; depth++) given = [given];
		expect(problemOf(given)).toContain(services);
	});
});

describe('WWebJS API', () => {
	it('reports a received message twice, and is read once', () => {
		const body = bodyOf('wwebjsApi');
		expect(providersIn([body, { ...body, dataType: 'message_create' }])).toEqual(['wwebjsApi']);
	});
});

describe('WhatsApp Cloud API', () => {
	const contacts = [{ name: { formatted_name: 'Ana' }, phones: [{ phone: '+447700900123' }] }];

	it('is read from what the business sends by phone', () => {
		const echo = {
			from: '12025550100',
			to: '12025550143',
			id: 'wamid.E',
			type: 'contacts',
			contacts,
		};
		const value = { messaging_product: 'whatsapp', message_echoes: [echo] };
		const entry = [{ changes: [{ field: 'smb_message_echoes', value }] }];
		expect(readMessages({ object: 'whatsapp_business_account', entry }).messages).toMatchObject([
			{ from: '12025550100', chatId: '12025550143', messageId: 'wamid.E', own: true },
		]);
	});

	it("is read from a request of n8n's WhatsApp node, whose WhatsApp ID is no second phone", () => {
		const request = {
			messaging_product: 'whatsapp',
			type: 'contacts',
			to: '12025550143',
			contacts: [
				{
					name: { formatted_name: 'Ana', first_name: 'Ana' },
					phones: [
						{ type: 'wa_id', phone: '447700900123' },
						{ type: 'CELL', phone: '+44 7700 900123' },
						{ type: 'wa_id', phone: '447700900124' },
					],
				},
			],
		};
		expect(readMessages(request).messages[0]?.chatId).toBe('12025550143');
		expect(contentsOf(request)[0]?.phones).toEqual([
			{ type: 'CELL', phone: '+44 7700 900123', wa_id: '447700900123' },
			{ phone: '+447700900124', wa_id: '447700900124' },
		]);
	});

	it('leaves out a contact that is none in its spelling, and says so', () => {
		const broken = { name: { formatted_name: {} }, phones: [{ phone: '+1' }] };
		const message = { from: '1', id: 'wamid.A', type: 'contacts', contacts: [broken, ...contacts] };
		const [read] = readMessages({ messaging_product: 'whatsapp', messages: [message] }).messages;
		expect(read?.contacts).toHaveLength(1);
		expect(read?.warnings).toEqual([
			{
				field: 'contacts',
				message: 'A contact was left out: contacts[0].name.formatted_name must be text',
			},
		]);
	});
});

describe('any body', () => {
	it('is read or refused, and nothing else', () => {
		assert(property(jsonValue(), (given) => void problemOf(given)));
		assert(property(string(), (given) => void problemOf(given)));
	});

	it('is read or refused with anything in the place of one of its parts', () => {
		assert(
			property(
				constantFrom(...bodies.values()),
				uint8Array({ minLength: 1, maxLength: 4 }),
				jsonValue(),
				(body, path, value) => void problemOf(withPart(body, path, value)),
			),
			{ numRuns: 2000 },
		);
	});
});

/** The body with another value at a place that the numbers choose. */
function withPart(body: JsonObject, path: Uint8Array, value: unknown): unknown {
	const copy: unknown = structuredClone(body);
	let target: unknown = copy;
	for (const [index, step] of path.entries()) {
		if (!isObject(target) && !Array.isArray(target)) break;
		const keys = Object.keys(target);
		const key = keys[step % Math.max(keys.length, 1)];
		if (key === undefined) break;
		const next: unknown = Reflect.get(target, key);
		if (index === path.length - 1 || typeof next !== 'object' || next === null) {
			Reflect.set(target, key, value);
			break;
		}
		target = next;
	}
	return copy;
}
