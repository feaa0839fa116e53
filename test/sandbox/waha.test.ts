import { account as WAHA } from '../../sandbox/providers/waha/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

const NOON = Date.UTC(2026, 6, 1, 12);
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON });
	base = sandbox.credentials.waha.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const key = { 'x-api-key': WAHA.apiKey };
const fields = {
	fullName: 'Citra Barros',
	organization: 'Sandbox Ltd',
	phoneNumber: '+447700900002',
	whatsappId: '447700900002',
};
const vcard = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Raw\r\nEND:VCARD';
const card = { session: WAHA.session, chatId: '447700900001@c.us', contacts: [fields] };

function send(body: unknown, headers: Record<string, string> = key): Promise<Reply> {
	return post(`${base}/api/sendContactVcard`, body, headers);
}

describe('a card that WAHA takes', () => {
	it('is answered by GOWS with an ID of its own', async () => {
		const { status, json } = await send({ ...card, reply_to: 'false_1@c.us_A' });
		const id = expect.stringMatching(/^true_447700900001@c\.us_3EB0[0-9A-F]{16}$/);
		expect([status, json]).toMatchObject([
			201,
			{ id, _data: { Info: { Chat: '447700900001@s.whatsapp.net', IsFromMe: true } } },
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			account: 'default',
			recipient: '447700900001@c.us',
			options: { replyTo: 'false_1@c.us_A' },
			request: { headers: { 'x-api-key': '***' } },
		});
	});

	it('is answered by NOWEB with the message of its library', async () => {
		const one = await send({ ...card, session: WAHA.nowebSession });
		expect([one.status, one.json]).toMatchObject([
			201,
			{
				key: { remoteJid: '447700900001@s.whatsapp.net', id: expect.stringMatching(/^3EB0/) },
				message: { contactMessage: { vcard: expect.stringContaining('FN:Citra Barros') } },
				messageTimestamp: String(NOON / 1000),
			},
		]);
		const two = await send({ ...card, session: WAHA.nowebSession, contacts: [fields, { vcard }] });
		expect(two.json).toMatchObject({
			message: { contactsArrayMessage: { contacts: { length: 2 } } },
		});
		expect(JSON.stringify([one.json, two.json])).not.toContain('displayName');
	});

	it('is answered by NOWEB of 2024 with nothing', async () => {
		const { status, text } = await send({ ...card, session: WAHA.silentSession });
		expect([status, text, sandbox.count()]).toEqual([201, '', 1]);
	});

	it("has the name beside the vCard through GOWS, and the vCard's own through NOWEB", async () => {
		const contacts = [{ vcard }, { vcard, fullName: 'Beside' }];
		await send({ ...card, contacts });
		await send({ ...card, contacts, session: WAHA.nowebSession });
		const names = sandbox
			.deliveries()
			.map(({ contacts: shown }) => shown.map(({ name }) => name.formatted_name));
		expect(names).toEqual([
			['', 'Beside'],
			['Raw', 'Raw'],
		]);
	});

	it('is a name and one number through WPP, without the reply', async () => {
		const vcards = [
			'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:+44 7700 900003\nTEL;waid=447700900004:+44 7700 900004\nEMAIL:a@example.com\nEND:VCARD',
			'BEGIN:VCARD\nVERSION:3.0\nFN:Ben\nTEL:+44 20 7946 0958;ext=12\nEND:VCARD',
			'BEGIN:VCARD\nVERSION:3.0\nFN:Nobody\nEND:VCARD',
		];
		const contacts = [...vcards.map((text) => ({ vcard: text })), fields];
		const reply = await send({ ...card, session: WAHA.wppSession, contacts, reply_to: 'x' });
		expect([reply.status, reply.json]).toMatchObject([
			201,
			{ id: expect.stringMatching(/^true_447700900001@c\.us_3EB0/) },
		]);
		const [arrived] = sandbox.deliveries();
		expect(arrived?.options).toEqual({});
		expect(arrived?.contacts).toMatchObject([
			{ name: { formatted_name: 'Ana' }, phones: [{ wa_id: '447700900004' }], emails: [] },
			{ name: { formatted_name: 'Ben' }, phones: [{ wa_id: '44207946095812' }] },
			{ name: { formatted_name: 'Citra Barros' }, phones: [{ wa_id: '447700900002' }] },
		]);
	});

	it('is not looked at for what it lacks, nor its chat', async () => {
		const session = WAHA.nowebSession;
		expect((await send({ ...card, session, chatId: 'Ana', contacts: [{}] })).status).toBe(201);
		expect(sandbox.deliveries()[0]).toMatchObject({
			recipient: 'Ana@c.us',
			vcards: [
				'BEGIN:VCARD\nVERSION:3.0\nFN:undefined\nTEL;type=CELL;type=VOICE:undefined\nEND:VCARD',
			],
		});
	});

	it('becomes a vCard of the fields; one that is given stays as it is', async () => {
		await send({ ...card, contacts: [fields, { vcard, fullName: 'Raw' }] });
		expect(sandbox.deliveries()[0]?.vcards).toEqual([
			'BEGIN:VCARD\nVERSION:3.0\nFN:Citra Barros\nORG:Sandbox Ltd;\nTEL;type=CELL;type=VOICE;waid=447700900002:+447700900002\nEND:VCARD',
			vcard,
		]);
	});

	it.each([
		['447700900001', '447700900001@c.us'],
		['447700900001@s.whatsapp.net', '447700900001@c.us'],
		['98765432109876@lid', '98765432109876@lid'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['120363040000000001@newsletter', '120363040000000001@newsletter'],
	])('may go to %s', async (chatId, recipient) => {
		expect((await send({ ...card, chatId })).status).toBe(201);
		expect(sandbox.deliveries()[0]?.recipient).toBe(recipient);
	});
});

describe('what WAHA refuses', () => {
	it.each([
		['no key', {}, WAHA.session, 401],
		['a wrong key', { 'x-api-key': 'x' }, WAHA.session, 401],
		['a key of another session', { 'x-api-key': WAHA.salesKey }, WAHA.session, 403],
		['an unknown session', key, 'nobody', 404],
		['no session', key, undefined, 404],
		['a stopped session', key, WAHA.stoppedSession, 404],
		['an engine that cannot', key, WAHA.webjsSession, 501],
		['an engine that could not', key, WAHA.oldWebjsSession, 422],
	])('%s', async (_name, headers, session, status) => {
		const reply = await send({ ...card, session }, headers);
		expect([reply.status, reply.json]).toMatchObject([
			status,
			{ message: expect.any(String), statusCode: status },
		]);
		expect(sandbox.count()).toBe(0);
	});

	it.each([WAHA.unpairedSession, WAHA.failedSession])('the session %s', async (session) => {
		const { status, json } = await send({ ...card, session });
		expect([status, json]).toMatchObject([422, { session, expected: ['WORKING'] }]);
	});

	it('a session that is starting, until it has', async () => {
		const starting = { ...card, session: WAHA.startingSession };
		expect((await send(starting)).json).toMatchObject({ status: 'STARTING' });
		expect((await send(starting)).status).toBe(201);
	});

	it.each([
		['no contacts', { ...card, contacts: undefined }, /of undefined \(reading 'map'\)$/],
		[
			'contacts that are no list',
			{ ...card, contacts: fields },
			/^contacts\.map is not a function$/,
		],
		['a contact that is null', { ...card, contacts: [null] }, /of null \(reading 'vcard'\)$/],
		[
			'a contact without phone through WPP',
			{ ...card, session: WAHA.wppSession, contacts: [{ vcard }] },
			/^Cannot read properties of undefined \(reading 'id'\)$/,
		],
		['a chat of no form', { ...card, chatId: 'Ana' }, /no LID found for Ana@s\.whatsapp\.net/],
		['a chat of another server', { ...card, chatId: 'a@b' }, /unknown server b$/],
		['a chat that is no text', { ...card, chatId: 5 }, /^chatId\.includes is not a function$/],
		['no chat', { ...card, chatId: undefined }, /of undefined \(reading 'includes'\)$/],
		['a number without WhatsApp', { ...card, chatId: '12025550190@c.us' }, /no LID found/],
		['a locked account', { ...card, chatId: '12025550191@c.us' }, /error 463/],
		['a send without answer', { ...card, chatId: '12025550192@c.us' }, /DEADLINE_EXCEEDED/],
		['a send that fails', { ...card, chatId: '12025550193@c.us' }, /failed to send/],
	])('%s, with an exception', async (_name, body, message) => {
		const { status, json } = await send(body);
		expect([status, json]).toEqual([
			500,
			{
				statusCode: 500,
				timestamp: '2026-07-01T12:00:00.000Z',
				exception: { message: expect.stringMatching(message), code: 2 },
			},
		]);
		expect(sandbox.count()).toBe(0);
	});

	it('malformed JSON, and paths that it does not have', async () => {
		expect((await send('{"session":')).status).toBe(400);
		expect((await request(`${base}/api/x`, { headers: key })).json).toMatchObject({
			message: 'Cannot GET /api/x',
		});
	});
});

describe('the sessions', () => {
	const names = async (query: string, headers: Record<string, string> = key) => {
		const { text } = await request(`${base}/api/sessions${query}`, { headers });
		const sessions: Array<{ name: string }> = JSON.parse(text);
		return sessions.map(({ name }) => name);
	};

	it('are those that run, and all where all are asked for', async () => {
		expect(await names('')).not.toContain(WAHA.stoppedSession);
		expect(await names('?all=true')).toEqual(
			expect.arrayContaining([WAHA.session, WAHA.stoppedSession, 'branch-30']),
		);
	});

	it('name their engines, of which a person can choose', async () => {
		const { text } = await request(`${base}/api/sessions`, { headers: key });
		const sessions: Array<{ engine: { engine: string } }> = JSON.parse(text);
		expect(new Set(sessions.map(({ engine }) => engine.engine))).toEqual(
			new Set(['GOWS', 'NOWEB', 'WPP', 'WEBJS']),
		);
	});

	it('are those of the key', async () => {
		expect(await names('?all=true', { 'x-api-key': WAHA.salesKey })).toEqual(['sales']);
	});
});
