import * as fc from 'fast-check';

import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget } from '../../nodes/providers/targetParameters';
import { uazapi } from '../../nodes/providers/uazapi/uazapi';
import { account as UAZAPI } from '../../sandbox/providers/uazapi/account';
import { contactOf, contactsOf, MESSAGE_ID } from '../support/contacts';
import { ANA, RECIPIENT } from '../support/people';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

const targetOf = (parameters: Record<string, unknown> = {}) =>
	readTarget(uazapi, { recipient: RECIPIENT, ...parameters });
const bodyOf = (contact: unknown, parameters: Record<string, unknown> = {}) =>
	uazapi.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, targetOf(parameters)).body;
const fitted = (contact: unknown) => uazapi.fit?.(contactOf(contact));

describe('the request', () => {
	it('has every field of a card, its numbers with commas', () => {
		const contact = {
			...ANA,
			phones: ['+5512996130832', '+44 7700 900002'],
			org: { company: 'Acme' },
			emails: [{ email: 'ana@example.com' }],
			urls: [{ url: 'https://example.com' }],
		};
		const message = { id: MESSAGE_ID, contacts: contactsOf(contact) };
		expect(uazapi.request(message, targetOf())).toEqual({
			method: 'POST',
			path: '/send/contact',
			body: {
				number: '447700900001',
				fullName: 'Ana Lima',
				phoneNumber: '5512996130832,447700900002',
				organization: 'Acme',
				email: 'ana@example.com',
				url: 'https://example.com',
			},
		});
	});

	it('has every option of the service', () => {
		const options = {
			recipient: UAZAPI.group,
			delay: 2,
			isForwarded: true,
			mentions: '+44 7700 900002; +44 7700 900003,',
			readChat: true,
			readMessages: true,
			inBackground: true,
			replyTo: '447700900930:3EB0AA',
			trackId: 'lead-7',
			trackSource: 'n8n',
		};
		expect(bodyOf(ANA, options)).toMatchObject({
			number: UAZAPI.group,
			delay: 2000,
			forward: true,
			mentions: '447700900002,447700900003',
			readchat: true,
			readmessages: true,
			async: true,
			replyid: '447700900930:3EB0AA',
			track_id: 'lead-7',
			track_source: 'n8n',
		});
		expect(bodyOf(ANA, { ...options, mentionAll: true })).toMatchObject({ mentions: 'all' });
	});

	it('leaves out the options that are not set', () => {
		const options = { delay: 0, isForwarded: false, mentions: ' ', readChat: false, replyTo: '' };
		expect(Object.keys(bodyOf(ANA, options) ?? {})).toEqual(['number', 'fullName', 'phoneNumber']);
	});
});

describe('placeholders of the server', () => {
	it('are closed in a contact, with a warning', () => {
		const contact = {
			name: { formatted_name: 'Ana {{name}}' },
			phones: ['+5512996130832'],
			org: { company: '{{{a}}}' },
			urls: [{ url: 'https://example.com/{{name}}' }],
		};
		expect(fitted(contact)).toMatchObject({
			contact: {
				name: { formatted_name: 'Ana { {name}}' },
				org: { company: '{ { {a}}}' },
				urls: [{ url: 'https://example.com/%7B{name}}' }],
			},
			warnings: [
				{
					field: 'name',
					message: 'uazapiGO replaces text in {{ }}: "Ana {{name}}" was sent as "Ana { {name}}"',
				},
				{ field: 'urls' },
				{ field: 'org' },
			],
		});
	});

	it('are closed in a text, unseen', () => {
		const message = { id: MESSAGE_ID, text: 'Hi {{name}}' };
		const options = { replyTo: '3EB0', isForwarded: true, mentionAll: true };
		expect(uazapi.text?.request(message, targetOf(options))).toEqual({
			method: 'POST',
			path: '/send/text',
			body: { number: '447700900001', replyid: '3EB0', text: 'Hi {\u2060{name}}' },
		});
	});

	it('never open, whatever is sent', () => {
		const part = fc.constantFrom('{', '{{', '}', '}}', 'name', ' ', 'A', ',', ';', '\\');
		const text = fc.array(part, { minLength: 1 }).map((parts) => `x${parts.join('')}`);
		fc.assert(
			fc.property(text, text, (name, company) => {
				const contact = {
					name,
					phones: ['+5512996130832'],
					org: { company },
					urls: [{ url: name }],
				};
				const fit = fitted(contact);
				if (fit === undefined || 'problem' in fit) throw new Error('It was refused');
				const card = uazapi.request({ id: MESSAGE_ID, contacts: [fit.contact] }, targetOf());
				const message = uazapi.text?.request({ id: MESSAGE_ID, text: name }, targetOf());
				expect(
					JSON.stringify([Object.values(card.body ?? {}), message?.body?.['text']]),
				).not.toContain('{{');
			}),
		);
	});
});

describe('a contact', () => {
	it.each([
		[{ name: 'Ana', phones: [] }, 'has no phone number'],
		[
			{ name: 'Ana', phones: ['+5512996130832', '0812 345 6789'] },
			'has the phone number "0812 345 6789", which is not clearly one number with country code',
		],
		[
			{ name: 'Ana', phones: ['ask for 12, 13'] },
			'has the phone number "ask for 12, 13", which is not clearly one number with country code',
		],
	])('without a number that can be sent is refused: %j', (contact, problem) => {
		expect(fitted(contact)).toMatchObject({ problem, field: 'phones' });
	});

	it('may have a short number, with a warning', () => {
		expect(fitted({ name: 'Fire brigade', phones: ['112'] })).toMatchObject({
			warnings: [
				{
					field: 'phones',
					message:
						'uazapiGO builds the card itself, usually with + before every number: the phone shows "+112"',
				},
			],
		});
	});

	it.each([
		[{ fullName: 'Ana', phoneNumber: '447700900001, +447700900002' }],
		// The body of a request: `number` is the recipient.
		[{ fullName: 'Ana', phoneNumber: '447700900001,447700900002', number: '5512996130832' }],
		[
			{
				...{ fullName: 'Ana', phoneNumber: '447700900001,447700900002', url: 'https://a.example' },
				...{ number: '5512996130832', email: 'ana@example.com', delay: 1000 },
			},
		],
	])('is read as the service spells it: %j', (contact) => {
		expect(contactOf(contact).phones).toMatchObject([
			{ phone: '+447700900001' },
			{ phone: '+447700900002' },
		]);
	});

	it.each(['447700900001, 12', '447700900001,', 'ask for 12,13'])(
		'is not one of two phones by a comma in %j',
		(phoneNumber) => {
			expect(contactOf({ fullName: 'Ana', phoneNumber }).phones).toHaveLength(1);
		},
	);
});

describe('the target', () => {
	it.each([
		[RECIPIENT, '447700900001'],
		['447700900001@s.whatsapp.net', '447700900001'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
	])('reads %s', (recipient, number) => {
		expect(readTarget(uazapi, { recipient }).recipient).toBe(number);
	});

	it.each([
		[{ mentions: 'Ana' }, 'Mentions: "Ana" is not a person\'s number or JID', 'mentions'],
		[
			{ mentions: '98765432109876@lid' },
			'Mentions: 98765432109876@lid is a hidden user',
			'mentions',
		],
		[{ delay: 30 }, 'Delay must be shorter than Timeout', 'delay'],
		[{ delay: 5, timeout: 5000 }, 'Delay must be shorter than Timeout', 'delay'],
	])('refuses %j', (parameters, message, field) => {
		expect(refusalOf(() => targetOf(parameters))).toMatchObject({ message, field });
	});

	it('takes a long delay in the background, where the answer does not wait', () => {
		expect(targetOf({ delay: 300, inBackground: true }).delay).toBe(300);
	});
});

describe('answers', () => {
	it('are receipts with the ID of WhatsApp', () => {
		const body = { id: 'r1', messageid: '3EB0', chatid: '1@g.us', status: 'Queued' };
		expect(uazapi.receipt(answer(200, body))).toEqual({ messageIds: ['3EB0'], chatId: '1@g.us' });
		expect(uazapi.receipt(answer(200, { messageid: '3EB0' }))).toMatchObject({ chatId: null });
	});

	it.each([{ id: 'r1' }, { messageid: '' }, { messageid: '3EB0', status: 'Canceled' }, ''])(
		'are no receipts: %j',
		(body) => {
			expect(uazapi.receipt(answer(200, body))).toBeUndefined();
		},
	);

	const lock = {
		error: 'locked',
		provider_code: 463,
		error_key: 'WHATSAPP_REACHOUT_TIMELOCK',
		details: { reachout_timelock: { until: '2026-07-02T12:00:00Z' } },
	};
	it.each([
		[200, { messageid: '3EB0', status: 'Canceled' }, 'notSent', undefined, ''],
		[
			400,
			{ error: 'Missing required fields' },
			'notSent',
			undefined,
			'Correct what the provider names',
		],
		[401, { error: 'Invalid token' }, 'notSent', undefined, 'Check the token'],
		[401, { error: 'No session' }, 'notSent', undefined, 'Connect the instance'],
		[404, { error: 'not found' }, 'notSent', undefined, 'Check the Base URL'],
		[429, { error: 'Rate limit exceeded' }, 'notSent', { pause: 'run' }, ''],
		[500, lock, 'notSent', undefined, 'until 2026-07-02T12:00:00Z'],
		[500, { provider_code: '463' }, 'notSent', undefined, 'do not send the card again'],
		[
			500,
			{ error: 'the number 1 is not on WhatsApp' },
			'notSent',
			undefined,
			'no WhatsApp account',
		],
		[500, { error: 'Failed to send contact card' }, 'unknown', undefined, 'may have arrived'],
		[502, '<html></html>', 'unknown', undefined, 'may have arrived'],
	] as const)('%i %j is %s', (status, body, outcome, repeat, fix) => {
		const response = answer(status, body);
		const result = resultOfAnswer(uazapi, { kind: 'response', response }, 0, (text) => text);
		if (result.outcome === 'sent') throw new Error('It was sent');
		expect([result.outcome, result.repeat]).toEqual([outcome, repeat]);
		expect(result.failure.fix).toContain(fix);
	});
});

describe('a look-up', () => {
	it('believes neither an entry with an error, nor a JID where there is no account', () => {
		expect(uazapi.lookUp?.request(['5512996130832'], targetOf())).toEqual({
			method: 'POST',
			path: '/chat/check',
			body: { numbers: ['5512996130832'] },
		});
		const body = [
			{ query: '5531998765432', isInWhatsapp: true, jid: '553198765432@s.whatsapp.net' },
			{ query: '447700900002', isInWhatsapp: false, jid: '447700900002@s.whatsapp.net' },
			{ query: '447700900003', isInWhatsapp: false, error: 'timed out' },
			{ query: '447700900004', isInWhatsapp: true, jid: '1234567890@lid' },
		];
		const found = uazapi.lookUp?.found(
			answer(200, body),
			body.map(({ query }) => query),
		);
		expect(Object.fromEntries(found ?? [])).toEqual({
			'5531998765432': { onWhatsApp: true, waId: '553198765432' },
			'447700900002': { onWhatsApp: false },
			'447700900004': { onWhatsApp: true },
		});
		expect(uazapi.lookUp?.found(answer(200, { error: 'x' }), ['1'])).toBeUndefined();
	});
});
