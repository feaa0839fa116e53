import { account as ZAPPER, specialNumbers } from '../../sandbox/providers/zapperApi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	base = `${sandbox.credentials.zapperApi.baseUrl}/${ZAPPER.instanceId}`;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const key = { 'x-api-key': ZAPPER.apiKey };
const vcard = { fn: 'Citra Barros', tel: [{ value: '+447700900002', type: ['CELL'] }] };
const card = { jid: '447700900001@s.whatsapp.net', vcard };
const send = (body: unknown, headers: Record<string, string> = key): Promise<Reply> =>
	post(`${base}/messages/contact`, body, headers);

it('answers with the key of the message, and keeps the card', async () => {
	const { status, json } = await send(card);
	expect([status, json]).toEqual([
		200,
		{ key: { remoteJid: card.jid, fromMe: true, id: expect.stringMatching(/^3EB0/) } },
	]);
	expect(sandbox.deliveries()[0]?.vcards).toEqual([
		'BEGIN:VCARD\nVERSION:3.0\nFN:Citra Barros\nTEL;type=CELL:+447700900002\nEND:VCARD',
	]);
});

it.each([
	['a field of its own', { ...card, quoted: 'x' }, 'body'],
	['a field in the vCard', { ...card, vcard: { ...vcard, waid: '1' } }, 'body/vcard'],
	[
		'a field in a phone',
		{ ...card, vcard: { ...vcard, tel: [{ value: '1', waid: '1' }] } },
		'body/vcard/tel/0',
	],
	['no shown name', { ...card, vcard: {} }, 'body/vcard/fn'],
	['half a name', { ...card, vcard: { ...vcard, n: { firstName: 'A' } } }, 'body/vcard/n/lastName'],
	[
		'an email that is none',
		{ ...card, vcard: { ...vcard, email: [{ value: 'x' }] } },
		'body/vcard/email/0/value',
	],
	['a URL that is none', { ...card, vcard: { ...vcard, url: 'example.com' } }, 'body/vcard/url'],
	['an expiration of its own', { ...card, expiration: '1h' }, 'body/expiration'],
	['no jid', { vcard }, 'body/jid'],
])('refuses %s', async (_name, body, place) => {
	const { status, json } = await send(body);
	expect([status, json]).toMatchObject([
		400,
		{ error: 'Bad Request', message: expect.stringContaining(`${place} `) },
	]);
	expect(sandbox.count()).toBe(0);
});

it('refuses a wrong key and an unknown instance', async () => {
	expect((await send(card, {})).status).toBe(401);
	expect((await post(`${base}x/messages/contact`, card, key)).status).toBe(404);
});

it('answers some numbers otherwise', async () => {
	expect((await send({ ...card, jid: specialNumbers.noAnswer })).text).toBe('');
	expect((await send({ ...card, jid: specialNumbers.bareKey })).json).toEqual({
		key: expect.any(String),
	});
});

it('takes texts, checks numbers, and lists its groups', async () => {
	expect(
		(await post(`${base}/messages/text`, { jid: card.jid, message: 'Hello' }, key)).status,
	).toBe(200);
	const toNobody = { jid: 'nobody', message: 'Hello' };
	expect((await post(`${base}/messages/text`, toNobody, key)).status).toBe(400);
	const unanswered = { jid: `${specialNumbers.noAnswer}@s.whatsapp.net`, message: 'Hello' };
	expect((await post(`${base}/messages/text`, unanswered, key)).text).toBe('');
	expect((await post(`${base}/messages/text`, { jid: card.jid, text: 'Hello' }, key)).status).toBe(
		400,
	);
	const { json } = await post(
		`${base}/contacts/check-numbers`,
		{ numbers: ['+5531987654321', '12025550190'] },
		key,
	);
	expect(json).toMatchObject({
		numbers: [{ exists: true, jid: '553187654321@s.whatsapp.net' }, { exists: false }],
	});
	expect((await request(`${base}/groups`, { headers: key })).json).toMatchObject({
		groups: expect.arrayContaining([{ id: ZAPPER.group, subject: 'Team' }]),
	});
});
