import { account as QUEPASA } from '../../sandbox/providers/quepasa/account';
import { readChatId } from '../../sandbox/providers/quepasa/chatId';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.quepasa.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const CHAT = '447700900001@s.whatsapp.net';
const CARD = { chatId: CHAT, contact: { phone: '+447700900002', name: 'Citra' } };
const send = (body: unknown, token: string = QUEPASA.token): Promise<Reply> =>
	post(`${base}/send`, body, { 'x-quepasa-token': token });
const get = (path: string, token: string = QUEPASA.token) =>
	request(base + path, { headers: { 'x-quepasa-token': token } });

it('passes a vCard on as it is, with the ID of the client in upper case', async () => {
	const vcard = 'BEGIN:VCARD\nVERSION:3.0\nFN:Citra\nEND:VCARD';
	const body = {
		...CARD,
		contact: { name: 'Citra', vcard },
		id: 'abc',
		trackid: 't',
		inreply: 'X',
	};
	expect((await send(body, QUEPASA.token.toUpperCase())).json).toEqual({
		success: true,
		status: 'sended with success',
		message: { id: 'ABC', wid: expect.any(String), chatId: CHAT, trackId: 't' },
	});
	expect(sandbox.deliveries()).toMatchObject([
		{ vcards: [vcard], messageIds: ['ABC'], options: { inreply: 'X', trackid: 't' } },
	]);
});

it('builds one without escaping, and with waid where the number is on WhatsApp', async () => {
	await send({
		CHATID: CHAT,
		Contact: { Phone: '+447700900002', Name: 'A;B\nEMAIL:e@example.com' },
	});
	await send({ ...CARD, contact: { phone: SPECIAL_NUMBERS.notOnWhatsApp, name: 'Nobody' } });
	expect(sandbox.deliveries().map(({ vcards }) => vcards[0])).toEqual([
		'BEGIN:VCARD\nVERSION:3.0\nN:;A;B\nEMAIL:e@example.com;;;\nFN:A;B\nEMAIL:e@example.com\nitem1.TEL;waid=447700900002:+447700900002\nitem1.X-ABLabel:Celular\nEND:VCARD',
		`BEGIN:VCARD\nVERSION:3.0\nN:;Nobody;;;\nFN:Nobody\nitem1.TEL:${SPECIAL_NUMBERS.notOnWhatsApp}\nitem1.X-ABLabel:Celular\nEND:VCARD`,
	]);
});

it.each([
	['+44 7700 900001', { jid: CHAT }],
	['447700900001', { jid: CHAT }],
	['12345678', { jid: '12345678@g.us' }],
	['1234567890123456', { jid: '1234567890123456@g.us' }],
	['somebody', { jid: 'somebody@g.us' }],
	['447700900001-160', { jid: '447700900001-160@g.us' }],
	['x-1234567', { problem: 'contains - but its not a valid group: x-1234567' }],
	['98765432109876@lid', { jid: '98765432109876@lid' }],
	['44770090@c.us', { problem: 'invalid suffix @ recipient 44770090@c.us' }],
	['1234567', { problem: 'invalid chatid length' }],
	['', { problem: 'chat id missing' }],
])('reads the chat %j as the server does', (given, chat) => {
	expect(readChatId(given)).toEqual(chat);
});

describe('what Quepasa refuses', () => {
	it.each([
		[CARD, 'wrong', 400, 'the requested whatsapp server was not found'],
		['{', QUEPASA.token, 400, /^invalid json body: /],
		[{ ...CARD, id: 7 }, QUEPASA.token, 400, /^invalid json body: json: cannot unmarshal number/],
		[{ ...CARD, contact: 'x' }, QUEPASA.token, 400, /WhatsappContact$/],
		[{ ...CARD, contact: { name: 7 } }, QUEPASA.token, 400, /contact\.name of type string$/],
		[{ contact: CARD.contact }, QUEPASA.token, 400, 'chat id missing'],
		[{ chatId: CHAT }, QUEPASA.token, 400, 'text not found, do not send empty messages'],
		[
			{ chatId: CHAT, text: 'poll: lunch?' },
			QUEPASA.token,
			400,
			/^error converting text to json poll: /,
		],
		[CARD, QUEPASA.connectingToken, 503, /not ready yet ! current status: Connecting\.$/],
		[{ ...CARD, chatId: '120363040000000099@g.us' }, QUEPASA.token, 400, /^failed to get group/],
		[
			{ ...CARD, chatId: SPECIAL_NUMBERS.reachoutLock },
			QUEPASA.token,
			400,
			'server returned error 463',
		],
		[{ ...CARD, chatId: SPECIAL_NUMBERS.notOnWhatsApp }, QUEPASA.token, 400, /^no LID found/],
	])('%j with the token %s', async (body, token, status, words) => {
		const reply = await send(body, token);
		expect([reply.status, reply.json]).toEqual([
			status,
			{ success: false, status: typeof words === 'string' ? words : expect.stringMatching(words) },
		]);
		expect(sandbox.count()).toBe(0);
	});
});

it('takes a text, which is no card', async () => {
	const text = 'Hi @447700900003';
	expect((await send({ chatId: CHAT, text, id: 't1' })).json).toMatchObject({
		message: { id: 'T1' },
	});
	expect(sandbox.deliveries()).toMatchObject([
		{ text, contacts: [], vcards: [], messageIds: ['T1'], options: {} },
	]);
});

it.each([
	[' poll:{"question":"Lunch?","options":["Yes"]}', { poll: true }],
	['Choose #Buttons:[a]', { buttons: true }],
	['Hi @447700900003 and @ALL', { mentions: ['447700900003', 'ALL'] }],
	['Hi @447 and @allan', {}],
])('makes more than a text of %j in a group', async (text, options) => {
	await send({ chatId: QUEPASA.group, text });
	expect(sandbox.deliveries()[0]?.options).toEqual(options);
});

describe('what it says about a connection', () => {
	it('nothing by /info, all by /contacts', async () => {
		expect((await get('/info', 'wrong')).status).toBe(204);
		expect((await get('/info', '')).json).toMatchObject({ status: 'application information' });
		expect((await get('/info')).json).toMatchObject({ server: { token: QUEPASA.token } });
		expect((await get('/contacts', 'wrong')).status).toBe(400);
		expect((await get('/contacts', QUEPASA.absentToken)).json).toEqual({
			success: false,
			status: 'invalid client',
		});
		expect((await get('/contacts')).json).toMatchObject({ success: true, total: 120 });
		expect((await get('/groups/getall')).json).toMatchObject({ groups: { length: 4 } });
		expect((await get('/health')).status).toBe(200);
		expect((await get('/nothing')).status).toBe(404);
	});

	it('who is on WhatsApp, of a bare list', async () => {
		const check = (body: unknown) =>
			post(`${base}/isonwhatsapp`, body, { 'x-quepasa-token': QUEPASA.token });
		expect((await check(['+447700900001', `+${SPECIAL_NUMBERS.notOnWhatsApp}`])).json).toEqual({
			success: true,
			total: 1,
			registered: [CHAT],
		});
		expect((await check(['+5531998765432'])).json).toMatchObject({
			registered: ['553198765432@s.whatsapp.net'],
		});
		expect((await check([`+${SPECIAL_NUMBERS.notOnWhatsApp}`])).json).toEqual({
			success: true,
			total: 0,
		});
		expect((await check({ phones: [] })).status).toBe(400);
		expect((await check('')).json).toMatchObject({ status: 'empty body' });
	});
});
