import { ContactCardWuzapiApi } from '../../credentials/ContactCardWuzapiApi.credentials';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget } from '../../nodes/providers/targetParameters';
import { wuzapi } from '../../nodes/providers/wuzapi/wuzapi';
import { account as WUZAPI } from '../../sandbox/providers/wuzapi/account';
import { contactsOf, MESSAGE_ID, RICH_CONTACT } from '../support/contacts';
import { ANA_IN_PARTS, RECIPIENT } from '../support/people';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

const JID = '447700900001@s.whatsapp.net';

const targetOf = (parameters: Record<string, unknown> = {}) =>
	readTarget(wuzapi, { recipient: RECIPIENT, ...parameters });
const bodyOf = (contact: unknown, parameters: Record<string, unknown> = {}) =>
	wuzapi.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, targetOf(parameters)).body;

describe('the request', () => {
	it('holds the contact as a vCard, and an ID of ours', () => {
		const message = { id: MESSAGE_ID, contacts: contactsOf(ANA_IN_PARTS) };
		expect(wuzapi.request(message, targetOf())).toEqual({
			messageId: MESSAGE_ID,
			method: 'POST',
			path: '/chat/send/contact',
			body: {
				Phone: JID,
				Name: 'Ana Lima',
				Vcard:
					'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lima;Ana;;;\r\nFN:Ana Lima\r\nTEL:+5512996130832\r\nEND:VCARD\r\n',
				Id: MESSAGE_ID,
			},
		});
	});

	it('loses nothing of a contact', () => {
		const text = JSON.stringify(bodyOf(RICH_CONTACT));
		for (const part of ['NICKNAME:Johnny', 'NOTE:', 'PHOTO', 'BDAY:1990-05-15', 'waid=5511'])
			expect(text).toContain(part);
	});

	it('replies to the recipient in the chat of a person, and to the given participant in a group', () => {
		expect(bodyOf(ANA_IN_PARTS, { replyTo: '3EB0AA' })).toMatchObject({
			ContextInfo: { StanzaID: '3EB0AA', Participant: JID },
		});
		const options = { replyTo: '3EB0AA', replyToParticipant: '+44 7700 900003' };
		expect(bodyOf(ANA_IN_PARTS, { recipient: WUZAPI.group, ...options })).toMatchObject({
			Phone: WUZAPI.group,
			ContextInfo: { StanzaID: '3EB0AA', Participant: '447700900003@s.whatsapp.net' },
		});
	});

	it('mentions and marks as forwarded', () => {
		const options = { isForwarded: true, mentions: '+44 7700 900002; 98765432109876@lid,' };
		expect(bodyOf(ANA_IN_PARTS, options)?.['ContextInfo']).toEqual({
			MentionedJID: ['447700900002@s.whatsapp.net', '98765432109876@lid'],
			IsForwarded: true,
		});
	});

	it('leaves out what is not set, since old builds crash on a context', () => {
		const options = { isForwarded: false, mentions: ' , ', replyTo: '', replyToParticipant: 'Ana' };
		expect(bodyOf(ANA_IN_PARTS, options)).not.toHaveProperty('ContextInfo');
	});

	it('sends a text to the same place', () => {
		const message = { id: MESSAGE_ID, text: 'Hi\nthere' };
		const options = { replyTo: '3EB0AA', isForwarded: true, mentions: '+44 7700 900002' };
		expect(wuzapi.text?.request(message, targetOf(options))).toEqual({
			messageId: MESSAGE_ID,
			method: 'POST',
			path: '/chat/send/text',
			body: {
				Phone: JID,
				Body: 'Hi\nthere',
				Id: MESSAGE_ID,
				ContextInfo: { StanzaID: '3EB0AA', Participant: JID },
			},
		});
		expect(wuzapi.text?.request(message, targetOf({ isForwarded: true })).body).not.toHaveProperty(
			'ContextInfo',
		);
	});
});

describe('the target', () => {
	it.each([
		['+52 1 555 123 4567', '5215551234567@s.whatsapp.net'],
		['447700900001@c.us', JID],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876:3@lid', '98765432109876@lid'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
	])('reads %s', (recipient, jid) => {
		expect(readTarget(wuzapi, { recipient }).recipient).toBe(jid);
	});

	it.each([
		[{ recipient: 'status@broadcast' }, 'is not a JID that a card can go to', 'recipient'],
		[{ mentions: 'Ana' }, 'Mentions: "Ana" is not a person\'s number or JID', 'mentions'],
		[
			{ recipient: WUZAPI.group, replyTo: 'x' },
			'Reply To Participant is missing',
			'replyToParticipant',
		],
		[
			{ replyTo: 'x', replyToParticipant: WUZAPI.group },
			`Reply To Participant: "${WUZAPI.group}" is not a person's number or JID`,
			'replyToParticipant',
		],
	])('refuses %j', (parameters, message, field) => {
		const refused = refusalOf(() => targetOf(parameters));
		expect(refused).toMatchObject({ field });
		expect(refused.message).toContain(message);
	});
});

describe('receipts', () => {
	it.each([1764300000, '2026-11-28T12:00:00Z'])(
		'are the ID, whatever the time is: %j',
		(Timestamp) => {
			const body = { code: 200, data: { Details: 'Sent', Id: '3EB0', Timestamp }, success: true };
			expect(wuzapi.receipt(answer(200, body))).toEqual({ messageIds: ['3EB0'], chatId: null });
		},
	);

	it.each([{ success: true }, { data: {} }, { data: { Id: '' } }, '', '<html></html>'])(
		'are none in %j',
		(body) => {
			expect(wuzapi.receipt(answer(200, body))).toBeUndefined();
		},
	);
});

describe('refusals', () => {
	const said = (code: number, error: string) => ({ code, error, success: false });
	it.each([
		[400, said(400, 'Missing Phone in Payload'), 'notSent', 'Correct what the provider names'],
		[401, said(401, 'unauthorized'), 'notSent', 'Check the token'],
		[404, '404 page not found', 'notSent', 'Check the Base URL'],
		[500, said(500, 'No session'), 'notSent', 'Connect the session'],
		[500, said(500, 'error sending message: websocket not connected'), 'notSent', 'Connect'],
		[500, said(500, 'Error sending message: server returned error 463'), 'notSent', 'has blocked'],
		[500, said(500, 'error sending message: server returned error 479'), 'notSent', ''],
		[500, said(500, 'error sending message: no LID found for 1'), 'notSent', 'no WhatsApp account'],
		[500, said(500, 'error sending message: timed out'), 'unknown', 'may have arrived'],
		[500, said(500, 'error sending message: no session record'), 'unknown', 'may have arrived'],
		[502, '<html></html>', 'unknown', 'may have arrived'],
	] as const)('%i %j is %s', (status, body, outcome, fix) => {
		const response = answer(status, body);
		const result = resultOfAnswer(wuzapi, { kind: 'response', response }, 0, (text) => text);
		if (result.outcome === 'sent') throw new Error('It was sent');
		expect([result.outcome, result.repeat]).toEqual([outcome, undefined]);
		expect(result.failure.fix).toContain(fix);
	});
});

describe('a look-up', () => {
	it('asks with + and country code, and matches what comes back, however it is written', () => {
		expect(wuzapi.lookUp?.request(['5512996130832'], targetOf())).toEqual({
			method: 'POST',
			path: '/user/check',
			body: { Phone: ['+5512996130832'] },
		});
		const Users = [
			{ Query: '+5531998765432', IsInWhatsapp: true, JID: '553198765432@s.whatsapp.net' },
			{
				Query: '447700900002@s.whatsapp.net',
				IsInWhatsapp: false,
				JID: '447700900002@s.whatsapp.net',
			},
			{ Query: '447700900003', IsInWhatsapp: true, JID: '9876543210@lid' },
			{ Query: '+15550001111', IsInWhatsapp: true, JID: '15550001111@s.whatsapp.net' },
		];
		const numbers = ['5531998765432', '447700900002', '447700900003', '447700900004'];
		const found = wuzapi.lookUp?.found(answer(200, { data: { Users } }), numbers);
		expect(Object.fromEntries(found ?? [])).toEqual({
			'5531998765432': { onWhatsApp: true, waId: '553198765432' },
			'447700900002': { onWhatsApp: false },
			'447700900003': { onWhatsApp: true },
		});
	});

	it('knows nothing where nothing was found, and reads no other answer', () => {
		expect(wuzapi.lookUp?.found(answer(200, { data: { Users: null } }), ['1'])?.size).toBe(0);
		expect(wuzapi.lookUp?.found(answer(200, { success: true }), ['1'])).toBeUndefined();
	});
});

describe('the credential', () => {
	const { authenticate } = new ContactCardWuzapiApi();
	const request = { url: 'http://localhost:8080/session/status', headers: { Accept: '*/*' } };

	it('is the header token, and for ZapperHUB two of them', async () => {
		expect((await authenticate({ token: ' key-1\n' }, { ...request })).headers).toEqual({
			Accept: '*/*',
			token: 'key-1',
		});
		const hosted = await authenticate({ token: 'key-1', server: 'zapperHub' }, { ...request });
		expect(hosted.headers).toEqual({ Accept: '*/*', token: 'key-1', 'X-Api-Key': 'key-1' });
	});
});
