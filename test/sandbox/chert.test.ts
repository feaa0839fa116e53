import { createHmac } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

const SECONDS = 1_700_000_000;
const SECRET = '0123456789abcdef0123456789abcdef';
const TENANT = 'sandbox-tenant';
const CHAT = 'ch_01HSANDBOX000000000000001';
const contact = {
	full_name: 'Citra Barros',
	phones: [{ value: '+447700900002', label: 'mobile' }],
};

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => SECONDS * 1000 });
	base = sandbox.credentials.chert.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

function send(
	chat: string,
	body: unknown,
	headers: Record<string, string> = { authorization: `Bearer ${SECRET}` },
): Promise<Reply> {
	return post(`${base}/chats/${chat}send-contact`, body, headers);
}

function signature(seconds: number, body: string, secret = SECRET): string {
	return `v1,${String(seconds)},${createHmac('sha256', secret)
		.update(`${String(seconds)}.${body}`)
		.digest('hex')}`;
}

describe('a card that Chert takes', () => {
	it('is answered with the chat and no message id', async () => {
		const { status, json, headers } = await send(`${CHAT}/`, { contact });
		expect([status, json]).toEqual([200, { chat_id: CHAT, status: 'sent' }]);
		expect(headers.get('x-trace-id')).toMatch(/^[0-9a-f]{12}$/);
		expect(sandbox.deliveries()[0]).toMatchObject({
			account: TENANT,
			recipient: CHAT,
			messageIds: [],
			contacts: [
				{
					name: { formatted_name: 'Citra Barros' },
					phones: [{ phone: '+447700900002', type: 'mobile' }],
				},
			],
		});
	});

	it('opens a chat by phone, the same for the same phone', async () => {
		const first = await send('', { to: '+14155551234', contact });
		const second = await send('', { to: '+14155551234', contact: { organization: 'Sandbox Ltd' } });
		expect(first.json).toEqual(second.json);
		expect(sandbox.count({ recipient: '14155551234' })).toBe(2);
	});

	it('ignores `to` when the path has a chat, and takes a chat id in any form', async () => {
		const { json } = await send('0f2d3c1a-8b4e-4f6a-90d2-1a3b4c5d6e7f/', {
			to: 'nonsense',
			contact,
		});
		expect(json).toEqual({ chat_id: '0f2d3c1a-8b4e-4f6a-90d2-1a3b4c5d6e7f', status: 'sent' });
	});

	it('may be vCard text', async () => {
		await send(`${CHAT}/`, {
			vcard_text:
				'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Barros;Citra;;;\r\nFN:Citra Barros\r\nEMAIL;TYPE=WORK:citra@example.com\r\nEND:VCARD\r\n',
		});
		expect(sandbox.deliveries()[0]?.contacts).toEqual([
			{
				name: { formatted_name: 'Citra Barros', last_name: 'Barros', first_name: 'Citra' },
				phones: [],
				emails: [{ email: 'citra@example.com', type: 'WORK' }],
				addresses: [],
				urls: [],
			},
		]);
	});
});

describe('what Chert refuses', () => {
	it.each([
		['neither contact nor vcard_text', `${CHAT}/`, {}, 400, 1001],
		['no recipient', '', { contact }, 400, 1001],
		['no identifying field', `${CHAT}/`, { contact: { full_name: ' ', phones: [] } }, 400, 1002],
		['an unsupported shape', `${CHAT}/`, { contact: { full_name: 'A', phones: '+1' } }, 400, 1002],
		['both contact and vcard_text', `${CHAT}/`, { contact, vcard_text: 'BEGIN:VCARD' }, 400, 1002],
		['text that is no vCard', `${CHAT}/`, { vcard_text: 'FN:A' }, 400, 1002],
		[
			'a contact phone that is no E.164',
			`${CHAT}/`,
			{ contact: { phones: [{ value: '112' }] } },
			400,
			1003,
		],
		['a recipient that is no E.164', '', { to: '4155551234', contact }, 400, 1003],
		['malformed JSON', `${CHAT}/`, '{', 400, 1004],
		['an unknown chat', 'ch_unknown/', { contact }, 404, 2002],
		['a chat without a line', 'ch_no_line/', { contact }, 501, 4099],
		['a line without bubbles', 'ch_no_bubble/', { contact }, 422, 4099],
		['an internal error', '', { to: '+12025550193', contact }, 500, 3003],
	])('%s', async (_name, chat, body, status, code) => {
		const reply = await send(chat, body);
		expect([reply.status, reply.json]).toEqual([
			status,
			{
				success: false,
				error: { status, code, message: expect.any(String), retryable: false },
				trace_id: reply.headers.get('x-trace-id'),
			},
		]);
		expect(sandbox.count()).toBe(0);
	});

	it('marks what may be repeated, and says when', async () => {
		const failed = await send('ch_failing/', { contact });
		const busy = await send('ch_line_busy/', { contact });
		expect(failed.json).toMatchObject({ error: { status: 502, code: 4001, retryable: true } });
		expect(busy.json).toMatchObject({
			error: { status: 503, code: 4002, retryable: true, retry_after: 2 },
		});
		expect(busy.headers.get('retry-after')).toBe('2');
	});
});

describe("Chert's authentication", () => {
	const body = String.raw`{"to":"+14155551234","vcard_text":"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD"}`;

	it('takes the signature of the known POST and GET', async () => {
		const posted = await send('', body, {
			'x-chert-tenant': TENANT,
			'x-chert-signature':
				'v1,1700000000,55bf3676c8ca76c5a0e4b472935fa385018f5e2c1b43fb017afb7f890ade3136',
		});
		const got = await request(`${base}/phone-numbers`, {
			headers: {
				'x-chert-tenant': TENANT,
				'x-chert-signature':
					'v1,1700000000,6d033471ca61b72c721ec8c18ea70b31ea9ee2c7aab01ae0fa01bc68c1579648',
			},
		});
		expect([posted.status, got.status]).toEqual([200, 200]);
		expect(got.json).toMatchObject({
			phone_numbers: { length: 3, 0: { service: 'imessage', is_active: true } },
		});
	});

	it('takes a signature up to five minutes old or early', async () => {
		const signed = (seconds: number) =>
			send('', body, { 'x-chert-tenant': TENANT, 'x-chert-signature': signature(seconds, body) });
		expect((await signed(SECONDS - 300)).status).toBe(200);
		expect((await signed(SECONDS + 300)).status).toBe(200);
		expect((await signed(SECONDS - 301)).json).toMatchObject({
			error: { status: 401, code: 2013 },
		});
		expect((await signed(SECONDS + 301)).json).toMatchObject({
			error: { status: 401, code: 2013 },
		});
	});

	it.each([
		['nothing', {}, 401, 2012],
		['a wrong secret', { authorization: 'Bearer 0000' }, 401, 2004],
		[
			'a signature of other bytes',
			{ 'x-chert-tenant': TENANT, 'x-chert-signature': signature(SECONDS, `${body} `) },
			401,
			2004,
		],
		[
			'a signature in capitals',
			{ 'x-chert-tenant': TENANT, 'x-chert-signature': signature(SECONDS, body).toUpperCase() },
			401,
			2004,
		],
		[
			'a wrong signature beside a good secret',
			{
				'x-chert-tenant': TENANT,
				'x-chert-signature': 'v1,1,0',
				authorization: `Bearer ${SECRET}`,
			},
			401,
			2004,
		],
		['a signature without tenant', { 'x-chert-signature': signature(SECONDS, body) }, 401, 2012],
		[
			'an unknown tenant',
			{ 'x-chert-tenant': 'nobody', authorization: `Bearer ${SECRET}` },
			404,
			2001,
		],
		[
			"someone else's tenant",
			{ 'x-chert-tenant': 'sandbox-north', authorization: `Bearer ${SECRET}` },
			403,
			2005,
		],
		[
			'several tenants and none named',
			{ authorization: 'Bearer fedcba9876543210fedcba9876543210' },
			401,
			2012,
		],
	])('refuses %s', async (_name, headers, status, code) => {
		const reply = await send('', body, { ...headers });
		expect([reply.status, reply.json]).toMatchObject([
			status,
			{ success: false, error: { status, code } },
		]);
	});

	it('takes one of several tenants when it is named', async () => {
		const { signingSecret, tenant } = sandbox.otherCredentials.chert.multiTenant;
		const { status } = await send('', body, {
			'x-chert-tenant': tenant,
			authorization: `Bearer ${signingSecret}`,
		});
		expect([status, sandbox.deliveries()[0]?.account]).toEqual([200, 'sandbox-north']);
	});
});
