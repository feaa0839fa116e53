import { account as TELEGRAM } from '../../sandbox/providers/telegram/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

const NOON = Date.UTC(2026, 6, 1, 12);
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON });
	base = sandbox.credentials.telegram.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const card = { chat_id: 6001, phone_number: '+447700900002', first_name: 'Citra' };

const send = (body: unknown, method = 'sendContact'): Promise<Reply> =>
	post(`${base}/bot${TELEGRAM.botToken}/${method}`, body);

const failure = (error_code: number, description: string, parameters?: object) => [
	error_code,
	{ ok: false, error_code, description, ...(parameters && { parameters }) },
];

describe('a card that Telegram takes', () => {
	it('is answered with the message', async () => {
		const { status, json } = await send({ ...card, last_name: 'Barros' });
		expect([status, json]).toEqual([
			200,
			{
				ok: true,
				result: {
					message_id: 101,
					from: {
						id: 7000000001,
						is_bot: true,
						first_name: 'Sandbox Bot',
						username: 'sandbox_bot',
					},
					chat: { id: 6001, type: 'private', first_name: 'Bruno Barros' },
					date: NOON / 1000,
					contact: { phone_number: '+447700900002', first_name: 'Citra', last_name: 'Barros' },
				},
			},
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			account: 'sandbox_bot',
			recipient: '6001',
			contacts: [
				{ name: { formatted_name: 'Citra Barros' }, phones: [{ phone: '+447700900002' }] },
			],
			vcards: [],
			request: { url: '/telegram/bot***/sendContact' },
		});
	});

	it('shows the names of the fields, and the rest of the vCard without its carriage returns', async () => {
		await send({
			...card,
			vcard: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:C. B.\r\nEMAIL:c@example.com\r\nEND:VCARD\r\n',
		});
		expect(sandbox.deliveries()[0]).toMatchObject({
			contacts: [{ name: { formatted_name: 'Citra' }, emails: [{ email: 'c@example.com' }] }],
			vcards: ['BEGIN:VCARD\nVERSION:3.0\nFN:C. B.\nEMAIL:c@example.com\nEND:VCARD\n'],
		});
	});

	it('may come as a form, in the query, with the method in any case and the token encoded', async () => {
		const form = new URLSearchParams({
			...card,
			chat_id: '@SANDBOX_channel',
			reply_parameters: '{"message_id":5}',
		});
		const token = encodeURIComponent(TELEGRAM.botToken);
		const posted = await request(`${base}/bot${token}/SENDCONTACT`, { method: 'POST', body: form });
		expect(posted.json).toMatchObject({
			ok: true,
			result: { chat: { id: Number(TELEGRAM.channel) }, reply_to_message: { message_id: 5 } },
		});
		const got = await request(`${base}/bot${TELEGRAM.botToken}/sendContact?${form.toString()}`);
		expect(got.status).toBe(200);
	});
});

describe('what Telegram refuses', () => {
	it.each([
		['malformed JSON', '{', "Bad Request: can't parse JSON object"],
		['no object', '[]', "Bad Request: can't parse JSON object"],
		['nothing', {}, 'Bad Request: parameter "phone_number" is required'],
		['no name', { ...card, first_name: '' }, 'Bad Request: parameter "first_name" is required'],
		['no chat', { ...card, chat_id: undefined }, 'Bad Request: chat_id is empty'],
		['an unknown chat', { ...card, chat_id: -4404 }, 'Bad Request: chat not found'],
		['an unknown name', { ...card, chat_id: '@nobody' }, 'Bad Request: chat not found'],
		['a phone number', { ...card, chat_id: '+447700900002' }, 'Bad Request: chat not found'],
		[
			'a vCard of 2,049 bytes',
			{ ...card, vcard: 'é'.repeat(1024) + 'e' },
			'Bad Request: vCard is too long',
		],
		[
			'a reply to nothing',
			{ ...card, reply_parameters: { message_id: 1_000_001 } },
			'Bad Request: message to be replied not found',
		],
		[
			'a reply that is no object',
			{ ...card, reply_parameters: 5 },
			'Bad Request: object expected as reply parameters',
		],
		[
			'a reply that is no JSON',
			{ ...card, reply_parameters: '{' },
			"Bad Request: can't parse reply parameters JSON object",
		],
		[
			'a reply to a text',
			{ ...card, reply_parameters: { message_id: '5' } },
			'Bad Request: field "message_id" must be of type Number',
		],
		[
			'a topic of no forum',
			{ ...card, message_thread_id: 7 },
			'Bad Request: message thread not found',
		],
		[
			'a closed topic',
			{ ...card, chat_id: TELEGRAM.forum, message_thread_id: 10 },
			'Bad Request: message thread not found',
		],
		[
			'a foreign business',
			{ ...card, business_connection_id: 'x' },
			'Bad Request: business connection not found',
		],
	])('%s', async (_name, body, description) => {
		const { status, json } = await send(body);
		expect([status, json]).toEqual(failure(400, description));
		expect(sandbox.count()).toBe(0);
	});

	it('a group that became a supergroup, with its new ID', async () => {
		const { status, json } = await send({ ...card, chat_id: TELEGRAM.migratedGroup });
		expect([status, json]).toEqual(
			failure(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
				migrate_to_chat_id: -1001000004002,
			}),
		);
	});

	it('too many messages, with the wait in the body and in the header', async () => {
		const { status, json, headers } = await send({ ...card, chat_id: TELEGRAM.floodedChat });
		expect([status, json]).toEqual(
			failure(429, 'Too Many Requests: retry after 2', { retry_after: 2 }),
		);
		expect(headers.get('retry-after')).toBe('2');
		expect((await send({ ...card, chat_id: TELEGRAM.floodedChat })).status).toBe(200);
	});

	it.each([
		['wrong', 401, 'Unauthorized: invalid token specified'],
		['0:x', 401, 'Unauthorized: invalid token specified'],
		['1:%zz', 401, 'Unauthorized'],
	])('the token %s', async (token, status, description) => {
		const reply = await post(`${base}/bot${token}/getMe`, {});
		expect([reply.status, reply.json]).toEqual(failure(status, description));
	});

	it('other methods and paths', async () => {
		expect((await send(card, 'sendCard')).json).toMatchObject({
			description: 'Not Found: method not found',
		});
		expect((await request(`${base}/getMe`)).json).toMatchObject({
			error_code: 404,
			description: 'Not Found',
		});
	});
});

it('Telegram tells who the bot is', async () => {
	expect((await request(`${base}/bot${TELEGRAM.botToken}/getMe`)).json).toMatchObject({
		ok: true,
		result: { is_bot: true, username: 'sandbox_bot' },
	});
});
