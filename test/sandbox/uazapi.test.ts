import { account as UAZAPI, specialNumbers } from '../../sandbox/providers/uazapi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post } from './client';

let sandbox: Sandbox;
let base: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.uazapi.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const auth = { token: UAZAPI.token };
const card = {
	number: '447700900001',
	fullName: 'Citra',
	phoneNumber: '447700900002,447700900003',
};
const send = (body: unknown, headers: Record<string, string> = auth) =>
	post(`${base}/send/contact`, body, headers);

describe('a card that uazapiGO takes', () => {
	it('has a phone for each number between commas', async () => {
		const { status, json } = await send({ ...card, email: 'c@example.com', forward: true });
		expect([status, json]).toMatchObject([
			200,
			{
				messageid: expect.stringMatching(/^3EB0/),
				chatid: '447700900001@s.whatsapp.net',
				response: { status: 'success' },
			},
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			contacts: [
				{
					phones: [{ phone: '+447700900002' }, { phone: '+447700900003' }],
					emails: [{ email: 'c@example.com' }],
				},
			],
			options: { forward: true },
			request: { headers: { token: '***' } },
		});
	});

	it('has its placeholders replaced by what the server knows', async () => {
		await send({ ...card, fullName: 'For {{ name }} and {{lead_x}}, not { {name} }' });
		expect(sandbox.deliveries()[0]?.contacts[0]?.name.formatted_name).toBe(
			'For Sam Reader and , not { {name} }',
		);
	});

	it('is queued where it goes in the background', async () => {
		expect((await send({ ...card, async: true, delay: 60_000 })).json).toMatchObject({
			status: 'Queued',
		});
	});
});

describe('what uazapiGO refuses', () => {
	it.each([
		{},
		[],
		{ ...card, fullName: '' },
		{ ...card, mentions: ['all'] },
		{ ...card, delay: '1' },
	])('%j with 400', async (body) => {
		const { status, json } = await send(body);
		expect([status, json]).toEqual([400, { error: 'Missing required fields' }]);
		expect(sandbox.deliveries()).toEqual([]);
	});

	it.each([
		[{}, 401, 'missing token'],
		[{ token: UAZAPI.adminToken }, 401, 'Invalid token'],
		[{ token: UAZAPI.offlineToken }, 500, 'WhatsApp client is not connected'],
	])('the headers %j', async (headers: Record<string, string>, status, error) => {
		expect(await send(card, headers)).toMatchObject({ status, json: { error } });
	});

	it.each([
		[SPECIAL_NUMBERS.notOnWhatsApp, 500, /is not on WhatsApp$/],
		[SPECIAL_NUMBERS.reachoutLock, 500, /may not start new chats/],
		[SPECIAL_NUMBERS.neverConfirms, 500, /^Failed to send contact card$/],
		[specialNumbers.tooMany, 429, /^Rate limit exceeded$/],
	])('a send to %s with %i', async (number, status, error) => {
		expect(await send({ ...card, number })).toMatchObject({
			status,
			json: { error: expect.stringMatching(error) },
		});
	});
});

describe('beside cards', () => {
	it('takes texts, and replaces placeholders there too', async () => {
		const body = { number: card.number, text: 'Hi {{first_name}}' };
		expect(await post(`${base}/send/text`, body, auth)).toMatchObject({
			status: 200,
			json: { messageType: 'ExtendedTextMessage' },
		});
		expect(sandbox.deliveries()).toMatchObject([{ text: 'Hi Sam', contacts: [], options: {} }]);
	});

	it('says who is on WhatsApp, and of what it knows nothing', async () => {
		const { neverConfirms, notOnWhatsApp } = SPECIAL_NUMBERS;
		const numbers = ['447700900001', '5531987654321', notOnWhatsApp, neverConfirms, 'Ana'];
		const { json } = await post(`${base}/chat/check`, { numbers }, auth);
		expect(json).toMatchObject([
			{ isInWhatsapp: true, jid: '447700900001@s.whatsapp.net', error: '' },
			{ query: '5531987654321', isInWhatsapp: true, jid: '553187654321@s.whatsapp.net' },
			{ isInWhatsapp: false, jid: '', error: '' },
			{ isInWhatsapp: false, error: 'timed out' },
			{ isInWhatsapp: false, error: 'invalid number' },
		]);
		expect(await post(`${base}/chat/check`, {}, auth)).toMatchObject({ status: 400 });
	});
});
