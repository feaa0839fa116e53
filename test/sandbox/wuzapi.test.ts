import { account as WUZAPI } from '../../sandbox/providers/wuzapi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request } from './client';

const NOON = Date.UTC(2026, 6, 1, 12);
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON });
	base = sandbox.credentials.wuzapi.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const auth = { token: WUZAPI.token };
const Vcard = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Raw\r\nNOTE:kept\r\nEND:VCARD\r\n';
const card = { Phone: '447700900001@s.whatsapp.net', Name: 'Citra', Vcard };
const send = (body: unknown, headers: Record<string, string> = auth) =>
	post(`${base}/chat/send/contact`, body, headers);

describe('a card that WuzAPI takes', () => {
	it('arrives with the vCard as it came and the ID that the client chose', async () => {
		const ContextInfo = { StanzaID: '3EB0AA', Participant: card.Phone, IsForwarded: true };
		const { status, json } = await send({ ...card, Id: 'MINE', ContextInfo });
		expect([status, json]).toEqual([
			200,
			{ code: 200, data: { Details: 'Sent', Id: 'MINE', Timestamp: NOON / 1000 }, success: true },
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			recipient: card.Phone,
			vcards: [Vcard],
			messageIds: ['MINE'],
			contacts: [{ name: { formatted_name: 'Citra' }, note: 'kept' }],
			options: { replyTo: '3EB0AA', replyToParticipant: card.Phone, isForwarded: true },
			request: { headers: { token: '***' } },
		});
	});

	it('may have keys in any case, a number without server, and the token in the query', async () => {
		const body = { phone: '+447700900001', NAME: 'Citra', vcard: Vcard };
		const { status, json } = await post(`${base}/chat/send/contact?token=${WUZAPI.token}`, body);
		expect([status, json]).toMatchObject([200, { data: { Id: expect.stringMatching(/^3EB0/) } }]);
		expect(sandbox.deliveries()[0]?.recipient).toBe('447700900001@s.whatsapp.net');
	});
});

describe('what WuzAPI refuses', () => {
	it.each([
		[{}, 'missing Phone in Payload'],
		[{ ...card, Name: '' }, 'missing Name in Payload'],
		[{ ...card, Vcard: undefined }, 'missing Vcard in Payload'],
		[{ ...card, Name: 7 }, 'could not decode Payload'],
		[[], 'could not decode Payload'],
		[{ ...card, Phone: '@g.us' }, 'could not parse Phone'],
		[{ ...card, ContextInfo: { StanzaID: 'x' } }, 'missing Participant in ContextInfo'],
		[{ ...card, ContextInfo: { Participant: 'x' } }, 'missing StanzaID in ContextInfo'],
		[{ ...card, ContextInfo: { MentionedJID: 'x' } }, 'could not decode Payload'],
	])('%j with 400', async (body, error) => {
		const { status, json } = await send(body);
		expect([status, json]).toEqual([400, { code: 400, error, success: false }]);
		expect(sandbox.deliveries()).toEqual([]);
	});

	it.each([
		[{}, 401, 'unauthorized'],
		[{ token: WUZAPI.adminToken }, 401, 'unauthorized'],
		[{ Authorization: WUZAPI.token }, 401, 'unauthorized'],
		[{ token: WUZAPI.sleepingToken }, 500, 'no session'],
		[
			{ token: WUZAPI.loggedOutToken },
			500,
			"error sending message: the store doesn't contain a device JID",
		],
	])('the headers %j', async (headers: Record<string, string>, status, error) => {
		expect(await send(card, headers)).toMatchObject({ status, json: { code: status, error } });
	});

	it.each([
		[SPECIAL_NUMBERS.reachoutLock, 'server returned error 463'],
		[SPECIAL_NUMBERS.neverConfirms, 'timed out waiting for message send response'],
		[SPECIAL_NUMBERS.sendFails, 'websocket not connected'],
	])('a send to %s with 500', async (Phone, words) => {
		const { status, json } = await send({ ...card, Phone });
		expect([status, json]).toMatchObject([500, { error: `error sending message: ${words}` }]);
	});
});

describe('beside cards', () => {
	it('takes texts', async () => {
		const to = `${base}/chat/send/text`;
		expect(await post(to, { Phone: card.Phone, Body: 'Hi', Id: 'T1' }, auth)).toMatchObject({
			status: 200,
			json: { data: { Details: 'Sent', Id: 'T1' } },
		});
		expect(sandbox.deliveries()).toMatchObject([
			{ recipient: card.Phone, text: 'Hi', contacts: [], messageIds: ['T1'] },
		]);
		expect(await post(to, { Phone: card.Phone }, auth)).toMatchObject({
			status: 400,
			json: { error: 'missing Body in Payload' },
		});
	});

	it('says who is on WhatsApp, and leaves out what is no number or gets no answer', async () => {
		const { neverConfirms, notOnWhatsApp } = SPECIAL_NUMBERS;
		const numbers = ['447700900001', '5531987654321', notOnWhatsApp, neverConfirms];
		const Phone = [...numbers.map((number) => `+${number}`), 'Ana'];
		const { json } = await post(`${base}/user/check`, { Phone }, auth);
		expect(json).toMatchObject({
			data: {
				Users: [
					{ Query: '+447700900001', IsInWhatsapp: true, JID: '447700900001@s.whatsapp.net' },
					{ Query: '+5531987654321', IsInWhatsapp: true, JID: '553187654321@s.whatsapp.net' },
					{ Query: '+12025550190', IsInWhatsapp: false },
				],
			},
		});
		const none = await post(`${base}/user/check`, { Phone: ['Ana'] }, auth);
		expect(none.json).toMatchObject({ data: { Users: null } });
	});

	it('wants the key in two headers where it is ZapperHUB', async () => {
		const { baseUrl } = sandbox.otherCredentials.wuzapi.zapperHub;
		const url = `${baseUrl}/session/status`;
		expect((await request(url, { headers: auth })).status).toBe(401);
		const both = { Token: WUZAPI.token, 'X-Api-Key': WUZAPI.token };
		expect((await request(url, { headers: both })).status).toBe(200);
	});
});
