import { account as WHAPI, specialNumbers } from '../../sandbox/providers/whapi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => Date.UTC(2026, 6, 1, 12) });
	base = sandbox.credentials.whapi.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const VCARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Citra\nTEL;waid=447700900002:+447700900002\nEND:VCARD';
const CARD = { to: '447700900001', name: 'Citra', vcard: VCARD };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const send = (
	body: unknown,
	path = '/messages/contact',
	token: string = WHAPI.token,
): Promise<Reply> => post(base + path, body, bearer(token));
const get = (path: string, token: string = WHAPI.token) =>
	request(base + path, { headers: bearer(token) });

it('sends the vCard as it is', async () => {
	const { status, json } = await send(CARD);
	expect([status, json]).toMatchObject([
		200,
		{
			sent: true,
			message: {
				type: 'contact',
				chat_id: '447700900001@s.whatsapp.net',
				contact: { name: 'Citra', vcard: VCARD },
			},
		},
	]);
	expect(sandbox.deliveries()).toMatchObject([{ vcards: [VCARD] }]);
});

it('sends several contacts in one message, also with the token in the query', async () => {
	const list = [CARD, { ...CARD, name: 'Ben' }].map(({ name, vcard }) => ({ name, vcard }));
	const url = `${base}/messages/contact_list?token=${WHAPI.token}`;
	const { json } = await post(url, { to: WHAPI.group, list, quoted: 'PsI1.abcd-wA4X' });
	expect(json).toMatchObject({ message: { type: 'contact_list', contact_list: { list } } });
	expect(sandbox.deliveries()).toMatchObject([
		{ recipient: WHAPI.group, vcards: [VCARD, VCARD], options: { quoted: 'PsI1.abcd-wA4X' } },
	]);
});

describe('what Whapi.Cloud refuses', () => {
	it.each([
		['[]', 'body must be object'],
		[{ ...CARD, to: undefined }, "body must have required property 'to'"],
		[{ ...CARD, to: 44 }, 'body/to must be string'],
		[{ ...CARD, to: '+447700900001' }, /^body\/to must match pattern/],
		[{ ...CARD, to: '12345678' }, /^body\/to must match pattern/],
		[{ ...CARD, quoted: '3EB0' }, /^body\/quoted must match pattern/],
		[{ ...CARD, name: undefined }, "body must have required property 'name'"],
		[{ ...CARD, vcard: 1 }, 'body/vcard must be string'],
	])('%j', async (body, details) => {
		const { status, json } = await send(body);
		expect([status, json]).toEqual([
			400,
			{
				error: {
					code: 400,
					message: 'Wrong request parameters',
					details: typeof details === 'string' ? details : expect.stringMatching(details),
				},
			},
		]);
	});

	it('a list that is none, and entries that are no contacts', async () => {
		for (const [list, details] of [
			['x', 'body/list must be array'],
			[[{ name: 'x' }], "body/list/0 must have required property 'vcard'"],
			[['x'], 'body/list/0 must be object'],
		]) {
			const { json } = await send({ to: CARD.to, list }, '/messages/contact_list');
			expect(json).toMatchObject({ error: { details } });
		}
	});

	it.each([
		['nobody', 401, 'Unauthorized'],
		[WHAPI.unlinkedToken, 401, 'Need channel authorization for send message'],
		[WHAPI.trialToken, 402, 'Trial version limit exceeded'],
	])('the token %s', async (token, code, message) => {
		const { status, json } = await send(CARD, '/messages/contact', token);
		expect([status, json]).toEqual([code, { error: { code, message } }]);
	});

	it.each([
		[WHAPI.closedGroup, 403],
		['120363040000000099@g.us', 404],
		[SPECIAL_NUMBERS.notOnWhatsApp, 404],
		[SPECIAL_NUMBERS.sendFails, 500],
	])('the recipient %s', async (to, status) => {
		expect((await send({ ...CARD, to })).status).toBe(status);
		expect(sandbox.count()).toBe(0);
	});

	it('a card under status 200', async () => {
		const { status, json } = await send({ ...CARD, to: specialNumbers.isNotSent });
		expect([status, json]).toMatchObject([200, { sent: false }]);
		expect(sandbox.count()).toBe(0);
	});
});

it('takes a text', async () => {
	const { json } = await send({ to: CARD.to, body: 'Hi' }, '/messages/text');
	expect(json).toMatchObject({ sent: true, message: { type: 'text', text: { body: 'Hi' } } });
	expect(sandbox.deliveries()).toMatchObject([{ text: 'Hi', contacts: [], vcards: [] }]);
	expect((await send({ to: CARD.to }, '/messages/text')).status).toBe(400);
});

describe('what it says about a channel', () => {
	it('its state, which a check wakes up unless wakeup is false', async () => {
		const state = async (query: string, token: string) =>
			(await get(`/health${query}`, token)).json;
		expect(await state('?wakeup=false', WHAPI.token)).toMatchObject({ status: { text: 'AUTH' } });
		expect(await state('?wakeup=false', WHAPI.stoppedToken)).toMatchObject({
			status: { text: 'NOT_INIT' },
		});
		expect(await state('', WHAPI.stoppedToken)).toMatchObject({ status: { text: 'LAUNCH' } });
	});

	it('its chats and contacts, by the page', async () => {
		expect((await get('/chats?count=10&offset=120')).json).toMatchObject({
			chats: { length: 5 },
			count: 5,
			total: 125,
			offset: 120,
		});
		expect((await get('/contacts?count=500')).json).toMatchObject({ contacts: { length: 150 } });
		expect((await get('/contacts?count=0')).status).toBe(400);
		expect((await get('/nothing')).status).toBe(404);
	});

	it('who is on WhatsApp', async () => {
		const contacts = [
			'+44 7700 900001',
			'5531998765432',
			SPECIAL_NUMBERS.notOnWhatsApp,
			specialNumbers.isLookedUpLater,
		];
		expect((await send({ contacts, blocking: 'wait' }, '/contacts')).json).toEqual({
			contacts: [
				{ input: '+44 7700 900001', status: 'valid', wa_id: '447700900001' },
				{ input: '5531998765432', status: 'valid', wa_id: '553198765432' },
				{ input: SPECIAL_NUMBERS.notOnWhatsApp, status: 'invalid' },
				{ input: specialNumbers.isLookedUpLater, status: 'processing' },
			],
		});
		expect((await send({}, '/contacts')).status).toBe(400);
	});
});
