import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.chatvolt.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const headers = { authorization: 'Bearer sandbox-chatvolt-key' };
const card = {
	agentId: 'agent-001',
	conversationId: 'conv-001',
	name_formatted_name: 'John Doe',
	phone_1_phone: '+5512996130832',
};

function send(body: unknown): Promise<Reply> {
	return post(`${base}/messages/interactive/send-contact`, body, headers);
}

describe('a card that Chatvolt takes', () => {
	it("is answered with Meta's receipt", async () => {
		const { status, json } = await send(card);
		expect([status, json]).toEqual([
			200,
			{
				success: true,
				messaging_product: 'whatsapp',
				contacts: [{ input: '+447700900000', wa_id: '447700900000' }],
				messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/=]+$/) }],
			},
		]);
	});

	it('is put together from flat keys of any index; unknown ones are kept aside', async () => {
		await send({
			...card,
			name_last_name: 'Doe',
			phone_1_type: 'Mobile',
			phone_1_wa_id: '5512996130832',
			phone_12_phone: '+1',
			phone_2_phone: '+2',
			email_3_email: 'john@example.com',
			address_1_city: 'São Paulo',
			org_title: 'Developer',
			url_1_url: 'https://example.com',
			birthday: '1990-05-15',
			nickname: 'Johnny',
		});
		expect(sandbox.deliveries()[0]).toMatchObject({
			account: 'agent-001',
			recipient: 'conv-001',
			chatName: 'Amara Albers',
			options: { unknown: { nickname: 'Johnny' } },
			contacts: [
				{
					name: { formatted_name: 'John Doe', first_name: 'John Doe', last_name: 'Doe' },
					phones: [
						{ phone: '+5512996130832', type: 'Mobile', wa_id: '5512996130832' },
						{ phone: '+2' },
						{ phone: '+1' },
					],
					emails: [{ email: 'john@example.com' }],
					addresses: [{ city: 'São Paulo' }],
					org: { title: 'Developer' },
					urls: [{ url: 'https://example.com' }],
					birthday: '1990-05-15',
				},
			],
		});
	});
});

describe('what Chatvolt refuses', () => {
	it.each([
		['malformed JSON', '{', 400, 'INVALID_REQUEST'],
		['no name', { ...card, name_formatted_name: '' }, 400, 'INVALID_REQUEST'],
		['no phone', { ...card, phone_1_phone: undefined }, 400, 'INVALID_REQUEST'],
		['a value that is no text', { ...card, phone_2_phone: 5 }, 400, 'INVALID_REQUEST'],
		['another form of birthday', { ...card, birthday: '15.05.1990' }, 400, 'INVALID_REQUEST'],
		[
			'a channel without cards',
			{ ...card, conversationId: 'conv-website' },
			400,
			'INVALID_REQUEST',
		],
		['a spent plan', { ...card, agentId: 'agent-no-credit' }, 402, 'USAGE_LIMIT'],
		["another organization's agent", { ...card, agentId: 'agent-foreign' }, 403, 'UNAUTHORIZED'],
		['an unknown agent', { ...card, agentId: 'agent-999' }, 404, 'NOT FOUND'],
		['an unknown conversation', { ...card, conversationId: 'conv-999' }, 404, 'NOT FOUND'],
		[
			'a window of 24 hours that is over',
			{ ...card, conversationId: 'conv-expired' },
			406,
			'ERR_META_SESSION_EXPIRED_24H',
		],
		[
			'a message that Meta rejects',
			{ ...card, conversationId: 'conv-meta-rejected' },
			500,
			'(#131026) Message undeliverable',
		],
	])('%s', async (_name, body, status, error) => {
		const reply = await send(body);
		expect([reply.status, reply.json]).toEqual([status, { error }]);
		expect(sandbox.count()).toBe(0);
	});

	it('no key in plain text, a wrong one in JSON', async () => {
		const none = await post(`${base}/messages/interactive/send-contact`, card);
		const wrong = await post(`${base}/messages/interactive/send-contact`, card, {
			authorization: 'Bearer x',
		});
		expect([none.status, none.text, wrong.status, wrong.json]).toEqual([
			401,
			'UNAUTHORIZED',
			401,
			{ error: 'UNAUTHORIZED' },
		]);
	});
});

describe("Chatvolt's lists", () => {
	const get = (path: string) => request(`${base}${path}`, { headers });
	const ids = ({ json }: Reply) =>
		Array.isArray(json) ? json.map((entry: { id: string }) => entry.id) : [];

	it('pages conversations by cursor', async () => {
		const first = await get('/conversation?limit=2');
		expect(ids(first)).toEqual(['conv-001', 'conv-002']);
		const { createdAt, id } = (first.json as Array<{ createdAt: string; id: string }>)[1]!;
		const cursor = encodeURIComponent(JSON.stringify({ lastCreatedAt: createdAt, lastId: id }));
		expect(ids(await get(`/conversation?limit=2&cursor=${cursor}`))).toEqual([
			'conv-003',
			'conv-004',
		]);
		expect(ids(await get('/conversation'))).toHaveLength(25);
		expect(ids(await get('/conversation?limit=100')).length).toBeGreaterThanOrEqual(60);
	});

	it('filters conversations, and refuses a bad limit or cursor', async () => {
		expect(ids(await get('/conversation?agentId=agent-002&limit=2'))).toEqual([
			'conv-002',
			'conv-072',
		]);
		expect((await get('/conversation?agentId=null')).json).toMatchObject({ 0: { agentId: null } });
		expect((await get('/conversation?limit=101')).status).toBe(400);
		expect((await get('/conversation?cursor=x')).status).toBe(400);
		expect((await request(`${base}/conversation`)).status).toBe(401);
	});

	it('gives agents, one by id or handle, a public one without a key', async () => {
		expect(ids(await get('/agents?limit=3&offset=69'))).toEqual(['agent-070', 'agent-no-credit']);
		expect((await get('/agents/@sandbox-agent-003')).json).toMatchObject({
			id: 'agent-003',
			name: 'Billing 1',
		});
		expect((await request(`${base}/agents/agent-010`)).status).toBe(200);
		expect((await request(`${base}/agents/agent-001`)).status).toBe(403);
		expect((await get('/agents/nobody')).json).toEqual({ error: 'NOT FOUND' });
		expect((await get('/conversation/conv-007')).json).toMatchObject({
			id: 'conv-007',
			channel: 'zapi',
		});
	});
});
