import { startSandbox, type Sandbox } from '../../sandbox/server';
import { gowaHeaders, post, request, type Reply } from './client';

const NOON = Date.UTC(2026, 7, 22, 13, 47, 59);
const ZERO =
	'phone number must be in international format (should not start with 0). For Indonesian numbers, use 62xxx format instead of 08xxx';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON, settings: { gowa: { timeoutMs: 5 } } });
	base = sandbox.credentials.gowa.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

function send(body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
	return post(`${base}/send/contact`, body, { ...gowaHeaders(sandbox), ...headers });
}

const card = { phone: '6289685024992', contact_name: 'Citra', contact_phone: '447700900002' };

describe('a card that GOWA takes', () => {
	it('is answered with the same sentence as message and as status', async () => {
		const { status, json } = await send(card);
		const sentence =
			'Contact sent to 6289685024992@s.whatsapp.net (server timestamp: 2026-08-22 13:47:59 +0000 UTC)';
		expect(status).toBe(200);
		expect(json).toEqual({
			code: 'SUCCESS',
			message: sentence,
			results: { message_id: expect.stringMatching(/^3EB0[0-9A-F]{28}$/), status: sentence },
		});
	});

	it('becomes a vCard with LF and without escaping', async () => {
		await send({ ...card, contact_name: ' Doe; John,\nTEL:+1 ', contact_phone: '+62 898+' });
		expect(sandbox.deliveries()[0]?.vcards).toEqual([
			'BEGIN:VCARD\nVERSION:3.0\nN:;Doe; John,\nTEL:+1;;;\nFN:Doe; John,\nTEL:+1\nTEL;type=CELL;waid=62 898:+62 898\nEND:VCARD',
		]);
		expect(sandbox.deliveries()[0]?.contacts[0]?.phones).toHaveLength(3);
	});

	it('keeps forwarded mark and duration', async () => {
		await send({ ...card, is_forwarded: true, duration: 86400 });
		expect(sandbox.deliveries()[0]).toMatchObject({
			provider: 'gowa',
			account: 'sandbox-device-1',
			recipient: '6289685024992@s.whatsapp.net',
			options: { isForwarded: true, duration: 86400 },
		});
	});

	it('goes to a group when the phone has more than 15 characters', async () => {
		await send({ ...card, phone: '+62 898 6502 4992' });
		await send({ ...card, phone: '+628986502499200' });
		await send({ ...card, phone: '628986502499200' });
		expect(sandbox.deliveries().map(({ recipient }) => recipient)).toEqual([
			'62 898 6502 4992@g.us',
			'628986502499200@g.us',
			'628986502499200@s.whatsapp.net',
		]);
	});

	it('may come as a form, as multipart, with keys in any case and unknown keys', async () => {
		const form = new FormData();
		for (const [key, value] of Object.entries({ ...card, is_forwarded: 'true' }))
			form.set(key, value);
		const replies = [
			await request(`${base}/send/contact`, {
				method: 'POST',
				headers: gowaHeaders(sandbox),
				body: new URLSearchParams({ ...card, duration: '0' }),
			}),
			await request(`${base}/send/contact`, {
				method: 'POST',
				headers: gowaHeaders(sandbox),
				body: form,
			}),
			await send({
				Phone: card.phone,
				CONTACT_NAME: 'C',
				contact_Phone: '1',
				email: 'c@example.com',
			}),
		];
		expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(sandbox.deliveries().map(({ options }) => options)).toEqual([
			{ duration: 0 },
			{ isForwarded: true },
			{},
		]);
	});
});

describe('what GOWA refuses, in its order', () => {
	it.each([
		[
			'everything missing',
			{},
			400,
			'VALIDATION_ERROR',
			'contact_name: cannot be blank; contact_phone: cannot be blank; phone: cannot be blank.',
		],
		['no phone', { ...card, phone: '' }, 400, 'VALIDATION_ERROR', 'phone: cannot be blank.'],
		[
			'null as absent',
			{ ...card, contact_name: null },
			400,
			'VALIDATION_ERROR',
			'contact_name: cannot be blank.',
		],
		[
			'a missing field before a bad phone',
			{ phone: '081', contact_phone: '1' },
			400,
			'VALIDATION_ERROR',
			'contact_name: cannot be blank.',
		],
		[
			'a phone that begins with 0',
			{ ...card, phone: ' +0812', contact_phone: '08' },
			400,
			'VALIDATION_ERROR',
			ZERO,
		],
		[
			'a contact phone of blanks',
			{ ...card, contact_phone: ' + ' },
			400,
			'VALIDATION_ERROR',
			'contact phone number cannot be empty',
		],
		[
			'a contact phone that begins with 0',
			{ ...card, contact_phone: '0812', duration: 5 },
			400,
			'VALIDATION_ERROR',
			`contact ${ZERO}`,
		],
		[
			'another duration',
			{ ...card, duration: 60 },
			400,
			'VALIDATION_ERROR',
			'duration must be one of: 0 (no expiry), 86400 (24h), 604800 (7d), 7776000 (90d)',
		],
		[
			'a JID without a user',
			{ ...card, phone: '@s.whatsapp.net' },
			500,
			'INTERNAL_SERVER_ERROR',
			'invalid JID @s.whatsapp.net: no server specified',
		],
		[
			'a JID with two dots',
			{ ...card, phone: 'a.b.c@g.us' },
			500,
			'INTERNAL_SERVER_ERROR',
			'invalid JID a.b.c@g.us: unexpected number of dots in JID',
		],
		[
			'a number that is not on WhatsApp',
			{ ...card, phone: '+12025550190' },
			400,
			'INVALID_JID',
			'Phone +12025550190@s.whatsapp.net is not on whatsapp',
		],
		[
			'letters',
			{ ...card, phone: 'hello' },
			400,
			'INVALID_JID',
			'Phone hello@s.whatsapp.net is not on whatsapp',
		],
		[
			'a rejected send',
			{ ...card, phone: '12025550193' },
			500,
			'INTERNAL_SERVER_ERROR',
			'failed to send message: server returned error 479',
		],
		[
			'no confirmation in time',
			{ ...card, phone: '12025550192' },
			504,
			'GATEWAY_TIMEOUT',
			'Request timed out waiting for WhatsApp server response',
		],
	])('%s', async (_name, body, status, code, message) => {
		const reply = await send(body);
		expect([reply.status, reply.json]).toEqual([status, { code, message }]);
		expect(sandbox.count()).toBe(0);
	});

	it("WhatsApp's reach-out lock: 429 without a time", async () => {
		const { status, headers, json } = await send({ ...card, phone: '12025550191' });
		expect(status).toBe(429);
		expect(headers.get('retry-after')).toBeNull();
		expect(json).toMatchObject({
			code: 'WA_REACHOUT_TIMELOCK',
			message: expect.stringContaining('error 463 (reach-out timelock)'),
		});
	});

	it.each([
		['', 'bind from body: unexpected end of JSON input'],
		['{"phone":"1"', 'bind from body: unexpected end of JSON input'],
		[
			'{"phone":1,}',
			"bind from body: invalid character '}' looking for beginning of object key string",
		],
		['phone=1', "bind from body: invalid character 'p' looking for beginning of value"],
		[
			'[]',
			'bind from body: json: cannot unmarshal array into Go value of type send.ContactRequest',
		],
		[
			'{"contact_phone":1}',
			'bind "contact_phone" from body: json: cannot unmarshal number into Go struct field ContactRequest.contact_phone of type string',
		],
		[
			'{"phone":62}',
			'bind "BaseRequest.phone" from body: json: cannot unmarshal number into Go struct field ContactRequest.BaseRequest.phone of type string',
		],
		[
			'{"duration":1.5}',
			'bind "BaseRequest.duration" from body: json: cannot unmarshal number 1.5 into Go struct field ContactRequest.BaseRequest.duration of type int',
		],
		[
			'{"is_forwarded":"yes"}',
			'bind "BaseRequest.is_forwarded" from body: json: cannot unmarshal string into Go struct field ContactRequest.BaseRequest.is_forwarded of type bool',
		],
	])('the body %s with 500', async (body, message) => {
		const { status, json } = await send(body);
		expect([status, json]).toEqual([500, { code: 'INTERNAL_SERVER_ERROR', message }]);
	});

	it('another content type with 500', async () => {
		const { status, json } = await send('x', { 'content-type': 'text/plain' });
		expect([status, json]).toEqual([
			500,
			{ code: 'INTERNAL_SERVER_ERROR', message: 'Unprocessable Entity' },
		]);
	});
});
