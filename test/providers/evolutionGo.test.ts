import * as fc from 'fast-check';

import { evolutionGo } from '../../nodes/providers/evolutionGo/evolutionGo';
import { readTarget } from '../../nodes/providers/targetParameters';
import { account as EVOLUTION_GO } from '../../sandbox/providers/evolutionGo/account';
import { contactOf, contactsOf, MESSAGE_ID } from '../support/contacts';
import { ANA, RECIPIENT } from '../support/people';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(evolutionGo, { recipient: RECIPIENT, ...parameters });
	return evolutionGo.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, target).body;
}

describe('the request', () => {
	it('is the documented one, to the byte, with an ID of ours and a number that nobody rewrites', () => {
		const contact = { ...ANA, org: { company: 'Acme' } };
		const target = readTarget(evolutionGo, { recipient: RECIPIENT });
		const { method, path, headers, body } = evolutionGo.request(
			{ id: MESSAGE_ID, contacts: contactsOf(contact) },
			target,
		);
		expect({ method, path, headers }).toEqual({
			method: 'POST',
			path: '/send/contact',
			headers: undefined,
		});
		expect(JSON.stringify(body)).toBe(
			'{"number":"+447700900001@s.whatsapp.net","vcard":{"fullName":"Ana Lima","phone":"5512996130832","organization":"Acme"},"id":"0123456789ABCDEF0123456789ABCDEF","formatJid":false}',
		);
	});

	it('has every option of the server', () => {
		const options = {
			recipient: EVOLUTION_GO.group,
			delay: 2,
			mentionAll: true,
			mentions: '+44 7700 900002; 98765432109876@lid,',
			replyTo: '3EB0AA',
			replyToParticipant: '+44 7700 900003',
		};
		expect(bodyOf(ANA, options)).toMatchObject({
			number: EVOLUTION_GO.group,
			delay: 2000,
			mentionAll: true,
			mentionedJid: ['447700900002@s.whatsapp.net', '98765432109876@lid'],
			quoted: { messageId: '3EB0AA', participant: '447700900003@s.whatsapp.net' },
		});
	});

	it('leaves out the options that are not set', () => {
		const options = { delay: 0, mentionAll: false, mentions: ' , ', replyTo: '' };
		expect(Object.keys(bodyOf(ANA, options) ?? {})).toEqual(['number', 'vcard', 'id', 'formatJid']);
	});

	it('replies to the recipient in the chat of a person', () => {
		expect(bodyOf(ANA, { replyTo: '3EB0AA' })).toMatchObject({
			quoted: { messageId: '3EB0AA', participant: '447700900001@s.whatsapp.net' },
		});
	});

	it.each([
		[{}, {}],
		[
			{ delay: 1, replyTo: '3EB0AA', mentionAll: true },
			{
				delay: 1000,
				quoted: { messageId: '3EB0AA', participant: '447700900001@s.whatsapp.net' },
			},
		],
	])('sends a text to the same place, with %j', (options, sent) => {
		const target = readTarget(evolutionGo, { recipient: RECIPIENT, ...options });
		expect(evolutionGo.text?.request({ id: MESSAGE_ID, text: 'Hi\nthere' }, target)).toEqual({
			messageId: MESSAGE_ID,
			method: 'POST',
			path: '/send/text',
			body: {
				number: '+447700900001@s.whatsapp.net',
				text: 'Hi\nthere',
				id: MESSAGE_ID,
				formatJid: false,
				...sent,
			},
		});
	});
});

describe('the target', () => {
	it.each([
		['+52 1 555 123 4567', '5215551234567@s.whatsapp.net', '+5215551234567@s.whatsapp.net'],
		['447700900001@c.us', '447700900001@s.whatsapp.net', '+447700900001@s.whatsapp.net'],
		['120363040000000001@g.us', '120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid', '98765432109876@lid'],
		[
			'120363040000000001@newsletter',
			'120363040000000001@newsletter',
			'120363040000000001@newsletter',
		],
	])('reads %s', (recipient, shown, number) => {
		expect(readTarget(evolutionGo, { recipient })).toMatchObject({ recipient: shown, number });
	});

	it('never lets digits become a group', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\+?\d{18,25}$/), (recipient) => {
				expect(refusalOf(() => readTarget(evolutionGo, { recipient })).field).toBe('recipient');
			}),
		);
	});

	it.each([
		[{ mentions: 'Ana' }, 'Mentions: "Ana" is not a person\'s number or JID', 'mentions'],
		[
			{ recipient: EVOLUTION_GO.group, replyTo: 'x' },
			'Reply To Participant is missing',
			'replyToParticipant',
		],
		[
			{ replyTo: 'x', replyToParticipant: EVOLUTION_GO.group },
			'Reply To Participant: "120363040000000001@g.us" is not a person\'s number or JID',
			'replyToParticipant',
		],
		[{ delay: 30 }, 'Delay must be shorter than Timeout', 'delay'],
		[{ delay: 5, timeout: 5000 }, 'Delay must be shorter than Timeout', 'delay'],
	])('refuses %j', (parameters, message, field) => {
		const action = () => readTarget(evolutionGo, { recipient: RECIPIENT, ...parameters });
		expect(refusalOf(action)).toMatchObject({ message, field });
	});

	it('takes a delay that is shorter than the timeout', () => {
		const parameters = { recipient: RECIPIENT, delay: 59, timeout: '60000' };
		expect(readTarget(evolutionGo, parameters).delay).toBe(59);
	});
});

describe('a contact', () => {
	it.each([
		[{ name: { formatted_name: 'Ana' }, phones: [] }, 'has no phone number'],
		...['0812 345 6789', '1-800-FLOWERS', '+44 7700 900123;900124', '5.513E+12'].map(
			(phone): [unknown, string] => [
				{ name: { formatted_name: 'Ana' }, phones: [phone] },
				`has the phone number "${phone}", which is not clearly one number with country code`,
			],
		),
	])('without a number that can be sent is refused: %j', (contact, problem) => {
		expect(evolutionGo.fit?.(contactOf(contact))).toMatchObject({ problem, field: 'phones' });
	});

	it('may have a short number', () => {
		const contact = { name: { formatted_name: 'Fire brigade' }, phones: ['112'] };
		expect(bodyOf(contact)).toMatchObject({ vcard: { phone: '112' } });
	});

	it('loses the extension of its phone, which has no place', () => {
		const contact = { name: { formatted_name: 'Ana' }, phones: ['+14155551234 ext. 5'] };
		expect(bodyOf(contact)).toMatchObject({ vcard: { phone: '14155551234' } });
	});

	it('keeps every text in its field', () => {
		const contact = { name: { formatted_name: 'Lima; Ana\\n' }, phones: ['+14155551234'] };
		expect(evolutionGo.fit?.(contactOf(contact))).toMatchObject({
			contact: { name: { formatted_name: 'Lima, Ana/n' } },
			warnings: [{ field: 'name' }],
		});
	});
});

describe('a look-up', () => {
	const found = (body: unknown, numbers: string[]) => {
		const map = evolutionGo.lookUp?.found(answer(200, body), numbers);
		return map === undefined ? undefined : Object.fromEntries(map);
	};

	it('asks about the numbers as they are', () => {
		const target = readTarget(evolutionGo, { recipient: RECIPIENT });
		expect(evolutionGo.lookUp?.request(['447700900001', '5531998765432'], target)).toEqual({
			method: 'POST',
			path: '/user/check',
			body: { number: ['+447700900001', '+5531998765432'], formatJid: false },
		});
	});

	it("reads the account's own ID where there is one, and nothing from the rest", () => {
		const Users = [
			{
				Query: '+5531998765432',
				IsInWhatsapp: true,
				JID: '553198765432@s.whatsapp.net',
				RemoteJID: '553198765432@s.whatsapp.net',
			},
			{ Query: '+447700900002', IsInWhatsapp: false, JID: '', RemoteJID: '+447700900002' },
			{ Query: '447700900003@s.whatsapp.net', IsInWhatsapp: true, RemoteJID: '9876543210@lid' },
			{ Query: '+15550001111', IsInWhatsapp: true, RemoteJID: '15550001111@s.whatsapp.net' },
		];
		const numbers = ['5531998765432', '447700900002', '447700900003', '447700900004'];
		expect(found({ message: 'success', data: { Users } }, numbers)).toEqual({
			'5531998765432': { onWhatsApp: true, waId: '553198765432' },
			'447700900002': { onWhatsApp: false },
			'447700900003': { onWhatsApp: true },
		});
	});

	it('knows nothing where WhatsApp did not answer, and reads no other answer', () => {
		expect(found({ message: 'success', data: null }, ['447700900001'])).toEqual({});
		expect(found({ message: 'success', data: { Users: null } }, ['447700900001'])).toEqual({});
		expect(found({ error: 'client disconnected' }, ['447700900001'])).toBeUndefined();
	});
});
