import { account as OPEN_WA, specialNumbers } from '../../sandbox/providers/openWa/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

let now = Date.UTC(2026, 6, 1, 12);
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => now });
	base = sandbox.credentials.openWa.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const key = { 'x-api-key': OPEN_WA.apiKey };
const card = {
	chatId: '447700900001@c.us',
	contactName: 'Citra Barros',
	contactNumber: '+447700900002',
};

function send(
	body: unknown,
	headers: Record<string, string> = key,
	session: string = OPEN_WA.session,
): Promise<Reply> {
	return post(`${base}/api/sessions/${session}/messages/send-contact`, body, headers);
}

it('answers 201 with the ID of the message and shows the card that it built', async () => {
	const { status, json } = await send(card);
	expect([status, json]).toEqual([
		201,
		{ messageId: expect.stringMatching(/^true_447700900001@c\.us_3EB0/), timestamp: now / 1000 },
	]);
	expect(sandbox.deliveries()[0]?.vcards).toEqual([
		'BEGIN:VCARD\nVERSION:3.0\nFN:Citra Barros\nTEL;type=CELL;type=VOICE;waid=447700900002:+447700900002\nEND:VCARD',
	]);
});

it.each([
	['another field', { ...card, quotedMessageId: 'x' }, 'property quotedMessageId should not exist'],
	['no name', { ...card, contactName: '' }, 'contactName should not be empty'],
	['a long name', { ...card, contactName: 'N'.repeat(256) }, 'shorter than or equal to 255'],
	['a long number', { ...card, contactNumber: '1'.repeat(31) }, 'shorter than or equal to 30'],
	['a chat of no form', { ...card, chatId: '447700900001' }, 'Invalid chatId'],
])('refuses %s', async (_name, body, message) => {
	const { status, text } = await send(body);
	expect(status).toBe(400);
	expect(text).toContain(message);
	expect(sandbox.count()).toBe(0);
});

it.each([
	['no key', {}, OPEN_WA.session, 401],
	['a key that may only look', { 'x-api-key': OPEN_WA.viewerKey }, OPEN_WA.session, 403],
	['an unknown session', key, 'nobody', 404],
	['a session that is not started', key, OPEN_WA.stoppedSession, 400],
])('refuses %s', async (_name, headers, session, status) => {
	expect((await send(card, headers, session)).status).toBe(status);
	expect(sandbox.count()).toBe(0);
});

it('sends no cards to channels where the engine cannot, and leaves the key free', async () => {
	const channel = { ...card, chatId: '120363000000000001@newsletter' };
	const headers = { ...key, 'idempotency-key': 'A' };
	expect((await send(channel, headers, OPEN_WA.secondSession)).status).toBe(501);
	expect((await send(card, headers, OPEN_WA.secondSession)).status).toBe(201);
	expect((await send(channel)).status).toBe(201);
});

describe('a request with a key', () => {
	const keyed = (value: string) => ({ ...key, 'idempotency-key': value });

	it('is carried out once, and answered alike', async () => {
		const first = await send(card, keyed('A'));
		const second = await send(card, keyed('A'));
		expect(second.json).toEqual(first.json);
		expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([
			null,
			'true',
		]);
		expect(sandbox.count()).toBe(1);
	});

	it('is another one in another session, and after a day', async () => {
		await send(card, keyed('A'));
		await send(card, keyed('A'), OPEN_WA.secondSession);
		now += 24 * 60 * 60 * 1000;
		await send(card, keyed('A'));
		expect(sandbox.count()).toBe(3);
	});

	it('is refused with another body, or a key of no form', async () => {
		await send(card, keyed('A'));
		const other = await send({ ...card, contactName: 'Ana' }, keyed('A'));
		expect([other.status, other.json]).toMatchObject([422, { code: 'IDEMPOTENCY_KEY_REUSED' }]);
		const long = await send(card, keyed('K'.repeat(256)));
		expect([long.status, long.json]).toMatchObject([400, { code: 'IDEMPOTENCY_KEY_INVALID' }]);
		expect(sandbox.count()).toBe(1);
	});

	it('frees the key where it was refused', async () => {
		await send(card, keyed('A'), OPEN_WA.startingSession);
		expect((await send(card, keyed('A'), OPEN_WA.startingSession)).status).toBe(201);
	});

	it('tells that the first is running, or that nobody knows', async () => {
		const running = { ...card, chatId: `${specialNumbers.inProgress}@c.us` };
		await send(running, keyed('A'));
		expect((await send(running, keyed('A'))).json).toMatchObject({
			code: 'IDEMPOTENCY_KEY_IN_PROGRESS',
		});
		expect((await send(running, keyed('A'))).status).toBe(201);
		const doubtful = { ...card, chatId: `${specialNumbers.inDoubt}@c.us` };
		expect((await send(doubtful, keyed('B'))).status).toBe(503);
		expect((await send(doubtful, keyed('B'))).json).toMatchObject({
			code: 'IDEMPOTENCY_OUTCOME_UNKNOWN',
		});
		expect(sandbox.count()).toBe(2);
	});
});

it('takes texts, looks up numbers, and pages its sessions', async () => {
	const chat = { chatId: card.chatId, text: 'Hello' };
	const url = `${base}/api/sessions/${OPEN_WA.session}`;
	expect((await post(`${url}/messages/send-text`, chat, key)).status).toBe(201);
	expect(
		(await post(`${url}/messages/send-text`, { ...chat, text: 'x'.repeat(4097) }, key)).status,
	).toBe(400);
	expect((await request(`${url}/contacts/check/5531987654321`, { headers: key })).json).toEqual({
		number: '5531987654321',
		exists: true,
		whatsappId: '553187654321@c.us',
	});
	const { json } = await request(`${base}/api/sessions?limit=2&offset=1`, { headers: key });
	expect(json).toMatchObject([{ id: OPEN_WA.secondSession, status: 'ready' }, {}]);
	expect((await request(`${base}/api/health`)).status).toBe(200);
});
