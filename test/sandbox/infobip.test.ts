import { account as INFOBIP, specialNumbers } from '../../sandbox/providers/infobip/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.infobip.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const key = { authorization: `App ${INFOBIP.apiKey}` };
const contact = { name: { firstName: 'Citra', formattedName: 'Citra Barros' } };
const card = { from: INFOBIP.sender, to: '447700900001', content: { contacts: [contact] } };
const send = (body: unknown, headers: Record<string, string> = key): Promise<Reply> =>
	post(`${base}/whatsapp/1/message/contact`, body, headers);

it('answers with an ID, its own or the one that is given', async () => {
	const first = await send(card);
	expect([first.status, first.json]).toMatchObject([
		200,
		{
			to: '447700900001',
			messageCount: 1,
			messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			status: { groupName: 'PENDING' },
		},
	]);
	expect((await send({ ...card, messageId: 'mine' })).json).toMatchObject({ messageId: 'mine' });
	expect(sandbox.count()).toBe(2);
});

const withContact = (more: object) => ({
	...card,
	content: { contacts: [{ ...contact, ...more }] },
});
it.each([
	['no contacts', { ...card, content: { contacts: [] } }, 'content.contacts'],
	[
		'no first name',
		withContact({ name: { firstName: '', formattedName: 'A' } }),
		'content.contacts[0].name.firstName',
	],
	[
		'a type in small letters',
		withContact({ phones: [{ phone: '1', type: 'cell' }] }),
		'content.contacts[0].phones[0].type',
	],
	[
		'a place of no kind',
		withContact({ urls: [{ url: 'x', type: 'OTHER' }] }),
		'content.contacts[0].urls[0].type',
	],
	['a day that is none', withContact({ birthday: '--05-15' }), 'content.contacts[0].birthday'],
	['a long ID', { ...card, messageId: 'M'.repeat(51) }, 'messageId'],
	['a recipient with +', { ...card, to: '+447700900001' }, 'to'],
	['no sender', { ...card, from: '' }, 'from'],
	['an unknown sender', { ...card, from: '447700900999' }, 'from'],
])('refuses %s', async (_name, body, place) => {
	const { status, json } = await send(body);
	expect([status, json]).toMatchObject([
		400,
		{ requestError: { serviceException: { messageId: 'BAD_REQUEST' } } },
	]);
	expect(json).toHaveProperty(['requestError', 'serviceException', 'validationErrors', place]);
	expect(sandbox.count()).toBe(0);
});

it('refuses keys, and answers some numbers otherwise', async () => {
	expect((await send(card, {})).status).toBe(401);
	expect((await send(card, { authorization: `App ${INFOBIP.powerlessKey}` })).status).toBe(403);
	expect((await send({ ...card, to: specialNumbers.rejected })).json).toMatchObject({
		status: { groupName: 'REJECTED' },
	});
	expect((await send({ ...card, to: specialNumbers.newForm })).json).toMatchObject({
		errorCode: 'E400',
	});
	expect(sandbox.count()).toBe(0);
});

it('takes texts, and reports the balance', async () => {
	const text = (words: string) =>
		post(`${base}/whatsapp/1/message/text`, { ...card, content: { text: words } }, key);
	expect((await text('Hello')).status).toBe(200);
	expect((await text('x'.repeat(4097))).status).toBe(400);
	expect((await request(`${base}/account/1/balance`, { headers: key })).json).toMatchObject({
		currency: 'EUR',
	});
});
