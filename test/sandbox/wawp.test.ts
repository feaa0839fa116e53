import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

const NOON = Date.UTC(2026, 6, 1, 12);
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON });
	base = sandbox.credentials.wawp.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const keys = { access_token: 'sandbox-wawp-token', instance_id: 'SANDBOX00001' };
const contacts = [
	{
		fullName: 'Citra Barros',
		organization: 'Sandbox Ltd',
		phoneNumber: '+447700900002',
		whatsappId: '447700900002',
	},
];
const card = { ...keys, chatId: '447700900001', contacts };

function send(body: unknown, query = ''): Promise<Reply> {
	return post(`${base}/v2/send/contact${query}`, body);
}

describe('a card that Wawp takes', () => {
	it('is answered with a message of the WEBJS engine', async () => {
		const { status, json } = await send({ ...card, reply_to: 'false_111@c.us_AAAA' });
		const id = expect.stringMatching(/^true_447700900001@c\.us_3EB0[0-9A-F]{20}$/);
		expect([status, json]).toMatchObject([
			200,
			{
				id: { fromMe: true, remote: '447700900001@c.us', _serialized: id },
				_data: { id: { _serialized: id } },
				type: 'vcard',
				to: '447700900001@c.us',
				timestamp: NOON / 1000,
				ack: 0,
			},
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			account: 'SANDBOX00001',
			recipient: '447700900001@c.us',
			options: { replyTo: 'false_111@c.us_AAAA' },
		});
	});

	it('becomes a vCard as WAHA builds it; a raw one stays as it is', async () => {
		const vcard = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Raw\r\nEND:VCARD';
		const { json } = await send({ ...card, contacts: [...contacts, { vcard }] });
		expect(json).toMatchObject({ type: 'multi_vcard' });
		expect(sandbox.deliveries()[0]?.vcards).toEqual([
			'BEGIN:VCARD\nVERSION:3.0\nFN:Citra Barros\nORG:Sandbox Ltd;\nTEL;type=CELL;type=VOICE;waid=447700900002:+447700900002\nEND:VCARD',
			vcard,
		]);
	});

	it('may have its credentials in the query, which the log hides', async () => {
		const { status } = await send(
			{ chatId: '120363040000000001@g.us', contacts },
			'?instance_id=SANDBOX00001&access_token=sandbox-wawp-token',
		);
		expect(status).toBe(200);
		expect(sandbox.requests()[0]?.url).toBe(
			'/wawp/v2/send/contact?instance_id=SANDBOX00001&access_token=***',
		);
	});

	it('hides the credentials of a body too', async () => {
		await send(card);
		expect(JSON.stringify(sandbox.deliveries()) + JSON.stringify(sandbox.requests())).not.toContain(
			'sandbox-wawp-token',
		);
	});
});

describe('what Wawp refuses', () => {
	it.each([
		['no token', { ...card, access_token: undefined }, 401, 'Unauthorized', 'Missing access_token'],
		[
			'a wrong token',
			{ ...card, access_token: 'x' },
			401,
			'Unauthorized',
			'Invalid or Missing Access Token',
		],
		[
			'no instance',
			{ ...card, instance_id: '' },
			400,
			'Bad Request',
			'Missing Required Parameter(s): instance_id',
		],
		[
			'an unknown instance',
			{ ...card, instance_id: '123456789' },
			404,
			'Not Found',
			'Session Does Not Exist',
		],
		[
			'nothing to send',
			keys,
			400,
			'Bad Request',
			'Missing Required Parameter(s): chatId, contacts',
		],
		[
			'an Egyptian number of the wrong length',
			{ ...card, chatId: '20123456' },
			400,
			'Bad Request',
			'Invalid Number (Egypt)',
		],
		[
			'a Saudi number of the wrong length',
			{ ...card, chatId: '96612345678901@c.us' },
			400,
			'Bad Request',
			'Invalid Number (Saudi Arabia)',
		],
		[
			'a number with a plus',
			{ ...card, chatId: '+447700900001' },
			400,
			'Bad Request',
			'Invalid Number (Unknown)',
		],
		[
			'a contact without a phone',
			{ ...card, contacts: [contacts[0], { fullName: 'A' }] },
			400,
			'Bad Request',
			'Invalid Parameter: contacts (contact 2)',
		],
		[
			'half a vCard',
			{ ...card, contacts: [{ vcard: 'BEGIN:VCARD\nFN:A' }] },
			400,
			'Bad Request',
			'Serialization Error',
		],
		[
			'too many requests',
			{ ...card, chatId: '12025550189' },
			429,
			'Too Many Requests',
			'Rate Limit Exceeded',
		],
		[
			'a failure',
			{ ...card, chatId: '12025550193' },
			500,
			'Internal Server Error',
			'Unexpected Failure',
		],
		[
			'a failure upstream',
			{ ...card, chatId: '12025550197' },
			502,
			'Bad Gateway',
			'Connection Failed to Upstream',
		],
	])('%s', async (_name, body, status, error, message) => {
		const reply = await send(body);
		expect([reply.status, reply.json]).toEqual([status, { status, message, error }]);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		[
			'400 as XML',
			{ ...card, chatId: '12025550194' },
			400,
			'application/xml; charset=utf-8',
			'<status>400</status>',
		],
		[
			'400 as text',
			{ ...card, chatId: '12025550195' },
			400,
			'text/plain; charset=utf-8',
			'Bad Request - Missing Required Parameter(s)',
		],
		[
			'401 as XML',
			{ ...card, access_token: 'sandbox-wawp-xml-token' },
			401,
			'application/xml; charset=utf-8',
			'<error>Unauthorized</error>',
		],
		[
			'404 as XML',
			{ ...card, instance_id: 'SANDBOXXML01' },
			404,
			'application/xml; charset=utf-8',
			'<message>Session Does Not Exist</message>',
		],
		[
			'500 as HTML',
			{ ...card, chatId: '12025550196' },
			500,
			'text/html; charset=utf-8',
			'<h1>500 Internal Server Error</h1>',
		],
		[
			'502 as XML',
			{ ...card, chatId: '12025550198' },
			502,
			'application/xml; charset=utf-8',
			'<status>502</status>',
		],
	])('%s', async (_name, body, status, contentType, part) => {
		const reply = await send(body);
		expect([reply.status, reply.headers.get('content-type')]).toEqual([status, contentType]);
		expect(reply.text).toContain(part);
	});

	it('a session that is gone, one that is not paired, an error under 200', async () => {
		expect((await send({ ...card, instance_id: 'SANDBOXGONE1' })).json).toEqual({
			code: 'invalid_session',
			message: 'Session Does Not Exist',
		});
		expect((await send({ ...card, instance_id: 'SANDBOXSCAN1' })).json).toMatchObject({
			status: 'SCAN_QR_CODE',
			expected: ['WORKING'],
		});
		const inside = await send({ ...card, chatId: '12025550199' });
		expect([inside.status, inside.json]).toEqual([
			200,
			{ code: 'invalid_session', message: 'Session is not available' },
		]);
	});

	it('a form, since credentials are read from JSON', async () => {
		const reply = await request(`${base}/v2/send/contact`, {
			method: 'POST',
			body: new URLSearchParams({ ...keys, chatId: '447700900001' }),
		});
		expect([reply.status, reply.json]).toMatchObject([401, { message: 'Missing access_token' }]);
	});
});

describe("Wawp's session/info", () => {
	it('reports the status by GET and by POST', async () => {
		const query = '?instance_id=SANDBOX00001&access_token=sandbox-wawp-token';
		const got = await request(`${base}/v2/session/info${query}`);
		const posted = await request(`${base}/v2/session/info${query}`, { method: 'POST' });
		expect(got.json).toMatchObject({ status: 'WORKING', me: { id: '447700900930@c.us' } });
		expect(posted.json).toEqual(got.json);
		expect((await request(`${base}/v2/session/info`)).status).toBe(401);
	});
});
