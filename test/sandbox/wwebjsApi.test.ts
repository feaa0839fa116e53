import { account as WWEBJS_API } from '../../sandbox/providers/wwebjsApi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request } from './client';

let sandbox: Sandbox;
let base: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.wwebjsApi.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const auth = { 'x-api-key': WWEBJS_API.apiKey };
const content = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Citra\r\nNOTE:kept\r\nEND:VCARD\r\n';
const card = { chatId: '447700900001@c.us', contentType: 'string', content };
const send = (
	body: unknown,
	session: string = WWEBJS_API.session,
	headers: Record<string, string> = auth,
) => post(`${base}/client/sendMessage/${session}`, body, headers);

describe('a message that WWebJS API takes', () => {
	it('is a card where it begins as one', async () => {
		const options = { quotedMessageId: WWEBJS_API.knownMessage };
		const { status, json } = await send({ ...card, options });
		expect([status, json]).toMatchObject([
			200,
			{ success: true, message: { type: 'vcard', vCards: [content] } },
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			recipient: card.chatId,
			vcards: [content],
			contacts: [{ name: { formatted_name: 'Citra' }, note: 'kept' }],
			options: { replyTo: WWEBJS_API.knownMessage },
			request: { headers: { 'x-api-key': '***' } },
		});
	});

	it.each([
		[{ content: `\n${content}` }],
		[{ content: 'BEGIN:VCARD\r\nEND:VCARD' }],
		[{ options: { parseVCards: false } }],
	])('is plain text with %j', async (changes) => {
		expect((await send({ ...card, ...changes })).json).toMatchObject({ message: { type: 'chat' } });
		const [message] = sandbox.deliveries();
		expect(message).toMatchObject({ text: { ...card, ...changes }.content, contacts: [] });
	});

	it('may be none: a channel, or a chat that is not there', async () => {
		for (const chatId of ['120363040000000001@newsletter', '120363040000000099@g.us']) {
			const { status, json } = await send({ ...card, chatId });
			expect([status, json]).toEqual([200, { success: true }]);
		}
		expect(sandbox.deliveries()).toEqual([]);
	});

	it('drops the quotation of an unknown message, or fails if ignoreQuoteErrors is false', async () => {
		await send({ ...card, options: { quotedMessageId: 'x' } });
		expect(sandbox.deliveries()[0]?.options).toEqual({});
		const options = { quotedMessageId: 'x', ignoreQuoteErrors: false };
		expect(await send({ ...card, options })).toMatchObject({
			status: 500,
			json: { error: 'Could not get the quoted message.' },
		});
	});
});

describe('what WWebJS API refuses', () => {
	it.each([
		[{ ...card, contentType: 'vcard' }, 400, 'invalid contentType'],
		[{ ...card, chatId: '447700900001' }, 500, 'Evaluation failed: Error: wid error: invalid wid'],
		[{ ...card, chatId: `${SPECIAL_NUMBERS.notOnWhatsApp}@c.us` }, 500, 'No LID for user'],
	])('%j', async (body, status, error) => {
		expect(await send(body)).toMatchObject({ status, json: { success: false, error } });
	});

	it.each([
		['nobody', 404, 'session_not_found'],
		[WWEBJS_API.unpairedSession, 404, 'session_not_connected'],
		[WWEBJS_API.crashedSession, 404, 'browser tab closed'],
		['a_b', 422, 'Session should be alphanumerical or -'],
	])('by the session %s', async (session, status, error) => {
		expect(await send(card, session)).toMatchObject({ status, json: { error } });
	});

	it('by the key, but for its ping', async () => {
		const headers = { 'x-api-key': 'x' };
		expect(await send(card, 'nobody', headers)).toMatchObject({
			status: 403,
			json: { error: 'Invalid API key' },
		});
		expect((await request(`${base}/ping`)).json).toEqual({ success: true, message: 'pong' });
	});
});

it('answers for the state of a session with 200, whatever it is', async () => {
	const state = async (session: string) =>
		await request(`${base}/session/status/${session}`, { headers: auth });
	expect(await state('sales')).toMatchObject({ status: 200, json: { state: 'CONNECTED' } });
	expect(await state('nobody')).toMatchObject({ status: 200, json: { success: false } });
});

it('says who is on WhatsApp, and under which ID', async () => {
	const ask = async (number: unknown) =>
		(await post(`${base}/client/getNumberId/sales`, { number }, auth)).json;
	expect(await ask('447700900001')).toMatchObject({ result: { _serialized: '447700900001@c.us' } });
	expect(await ask('5531987654321')).toMatchObject({
		result: { _serialized: '553187654321@c.us' },
	});
	expect(await ask(SPECIAL_NUMBERS.neverConfirms)).toMatchObject({
		success: false,
		error: 'Runtime.callFunctionOn timed out',
	});
	expect(await ask(SPECIAL_NUMBERS.notOnWhatsApp)).toEqual({ success: true, result: null });
	expect(await ask(7)).toMatchObject({ error: 'number.endsWith is not a function' });
});
