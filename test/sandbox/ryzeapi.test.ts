import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

const START = 1_750_000_000_000;
let time = START;
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => time });
	base = sandbox.credentials.ryzeapi.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => {
	time = START;
	sandbox.reset();
});

const card = {
	number: '5511999999999',
	vcard: [{ fullName: 'João Silva', phone: '5511888888888' }],
};

function send(
	body: unknown,
	instance = 'sales',
	headers: Record<string, string> = { token: 'sandbox-token' },
): Promise<Reply> {
	return post(`${base}/api/message/contact/${instance}`, body, headers);
}

describe('a card that RyzeAPI takes', () => {
	it('is answered with its message id and the contact as it was sent', async () => {
		const { status, json } = await send({ ...card, delay: 2, replyTo: 'A1', source: 'n8n' });
		expect([status, json]).toMatchObject([
			200,
			{
				success: true,
				message: 'Message sent successfully',
				status: 'sent',
				data: {
					messageId: expect.stringMatching(/^3EB0[0-9A-F]{16}$/),
					direction: 'outgoing',
					vcard: card.vcard,
				},
			},
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			account: 'sales',
			recipient: '5511999999999@s.whatsapp.net',
			options: { delay: 2, replyTo: 'A1', source: 'n8n' },
		});
	});

	it('may hold several contacts, or one that stands alone', async () => {
		const several = await send({
			...card,
			vcard: [
				card.vcard[0],
				{
					fullName: 'B',
					phone: '1',
					organization: 'Org',
					email: 'b@example.com',
					url: 'https://example.com',
				},
			],
		});
		const single = await send({ number: '120363040000010000@g.us', vcard: card.vcard[0] });
		expect(several.json).toMatchObject({ message: '2 contacts sent successfully in one message' });
		expect(single.status).toBe(200);
		expect(sandbox.deliveries()[0]?.contacts[1]).toMatchObject({
			org: { company: 'Org' },
			emails: [{ email: 'b@example.com' }],
			urls: [{ url: 'https://example.com' }],
		});
	});
});

describe('what RyzeAPI refuses', () => {
	it.each([
		['malformed JSON', '{"number":', 400, 'Invalid JSON format: unexpected end of JSON input'],
		[
			'a number that is no text',
			{ ...card, number: 55 },
			400,
			'Invalid JSON format: json: cannot unmarshal number into Go struct field .number of type string',
		],
		[
			'a delay that is not a whole number',
			{ ...card, delay: 1.5 },
			400,
			'Invalid JSON format: json: cannot unmarshal number 1.5 into Go struct field .delay of type int',
		],
		['no number', { vcard: [] }, 400, 'Number is required'],
		['no contact', { ...card, vcard: [] }, 400, 'At least one contact (vcard) is required'],
		[
			'a second contact without a name',
			{ ...card, vcard: [card.vcard[0], { phone: '1' }] },
			400,
			'Contact full name is required for contact 2',
		],
		[
			'a contact without a phone',
			{ ...card, vcard: { fullName: 'A', phone: ' ' } },
			400,
			'Contact phone number is required for contact 1',
		],
		[
			'a number that is none',
			{ ...card, number: '11 9999' },
			400,
			'Invalid phone number format: 11 9999',
		],
		[
			'a send that fails',
			{ ...card, number: '12025550193' },
			500,
			'Failed to send message: server returned error 479',
		],
	])('%s', async (_name, body, status, message) => {
		const reply = await send(body);
		expect([reply.status, reply.json]).toEqual([status, { success: false, error: { message } }]);
	});

	it.each([
		['an unknown instance', 'nowhere', {}, 404, 'Instance not found'],
		[
			'an instance that is not connected',
			'offline',
			{},
			503,
			'Instance is not connected to WhatsApp',
		],
		['no instance', '', {}, 400, 'Instance name is required'],
		[
			'no token',
			'sales',
			{ token: '' },
			401,
			'Missing token in header, Authorization header, or query parameter',
		],
		['a wrong token', 'sales', { token: 'x' }, 401, 'Invalid token'],
		[
			"another instance's token",
			'support',
			{ token: 'sandbox-token-sales' },
			403,
			'Instance token does not match the requested instance',
		],
	])('%s', async (_name, instance, headers, status, message) => {
		const reply = await send(card, instance, { token: 'sandbox-token', ...headers });
		expect([reply.status, reply.json]).toEqual([status, { success: false, error: { message } }]);
	});

	it('takes the token from Authorization and from the query too', async () => {
		expect((await send(card, 'sales', { authorization: 'Bearer sandbox-token' })).status).toBe(200);
		expect((await send(card, 'sales?token=sandbox-token', {})).status).toBe(200);
		expect(sandbox.deliveries()[1]?.request.url).toBe(
			'/ryzeapi/api/message/contact/sales?token=***',
		);
	});
});

describe("RyzeAPI's rate limit", () => {
	it('lets 100 requests a minute through per token and tells it on every response', async () => {
		const first = await send(card, 'nowhere');
		expect(first.headers.get('x-ratelimit-limit')).toBe('100');
		expect(first.headers.get('x-ratelimit-remaining')).toBe('99');
		expect(first.headers.get('x-ratelimit-reset')).toBe('1750000060');

		const statuses = await Promise.all(
			Array.from({ length: 99 }, async () => (await send(card)).status),
		);
		expect(new Set(statuses)).toEqual(new Set([200]));
		time = START + 59_999;
		const refused = await send(card);
		expect([refused.status, refused.json]).toEqual([
			429,
			{ success: false, error: { message: 'Rate limit exceeded. Try again later.' } },
		]);
		expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
		expect(refused.headers.get('retry-after')).toBeNull();
		expect((await send(card, 'sales', { token: 'sandbox-token-sales' })).status).toBe(200);

		time = START + 60_000;
		expect((await send(card)).status).toBe(200);
		expect(sandbox.count()).toBe(101);
	});
});

describe("RyzeAPI's lists", () => {
	it('gives the instances of the account, of a filter, of an instance token', async () => {
		const list = (query: string, token = 'sandbox-token') =>
			request(`${base}/api/instance/list${query}`, { headers: { token } });
		expect((await list('')).json).toMatchObject({
			success: true,
			message: '32 Instances found',
			instances: { length: 32, 0: { name: 'sales', connection: { state: 'connected' } } },
		});
		expect((await list('?instanceName=sales,offline')).json).toMatchObject({
			message: '2 Instances found',
		});
		expect((await list('?instanceName=support', 'sandbox-token-sales')).json).toMatchObject({
			message: '1 Instance found',
			instances: [{ name: 'sales' }],
		});
		expect((await list('?instanceName=nowhere')).status).toBe(404);
	});

	it('gives the groups of an instance', async () => {
		const { json } = await request(`${base}/api/group/list/sales`, {
			headers: { token: 'sandbox-token' },
		});
		expect(json).toMatchObject({ success: true, groups: { length: 3 } });
	});
});
