import { account as GREEN_API, specialNumbers } from '../../sandbox/providers/greenApi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request, type Reply } from './client';

const NOON = Date.UTC(2026, 6, 1, 12);
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON });
	base = sandbox.credentials.greenApi.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const CITRA = { phoneContact: 447700900002, firstName: 'Citra', lastName: 'Barros' };
const CARD = { chatId: '447700900001@c.us', contact: CITRA };
const at = (
	method: string,
	instance: string = GREEN_API.idInstance,
	token: string = GREEN_API.apiTokenInstance,
) => `${base}/waInstance${instance}/${method}/${token}`;
const send = (body: unknown): Promise<Reply> => post(at('sendContact'), body);

it('queues a card, by a method in any case, and builds its vCard', async () => {
	const card = { ...CARD, contact: { ...CITRA, middleName: 'M.', company: 'Acme' } };
	const { status, json } = await post(at('SendContact'), { ...card, typingTime: 1000 });
	expect([status, json]).toEqual([200, { idMessage: expect.stringMatching(/^3EB0[0-9A-F]{16}$/) }]);
	expect(sandbox.deliveries()).toMatchObject([
		{
			recipient: '447700900001@c.us',
			vcards: [
				'BEGIN:VCARD\nVERSION:3.0\nN:Barros;Citra;M.;;\nFN:Citra M. Barros\nORG:Acme\nTEL;type=CELL;waid=447700900002:+447700900002\nEND:VCARD',
			],
			options: { typingTime: 1000 },
			request: { url: `/greenApi/waInstance${GREEN_API.idInstance}/SendContact/***` },
		},
	]);
});

describe('what GREEN-API refuses', () => {
	it.each([
		[{ contact: CITRA }, "'chatId' is required"],
		[{ ...CARD, chatId: '447700900001' }, /^'chatId' must be one of/],
		[{ chatId: CARD.chatId }, "'contact' is required"],
		[{ ...CARD, contact: 'x' }, "'contact' must be of type object"],
		[{ ...CARD, contact: { firstName: 'x' } }, "'contact.phoneContact' is required"],
		[
			{ ...CARD, contact: { ...CITRA, phoneContact: '447700900002' } },
			"'contact.phoneContact' must be a number",
		],
		[
			{ ...CARD, contact: { ...CITRA, phoneContact: 44.77 } },
			"'contact.phoneContact' must be an integer",
		],
		[{ ...CARD, contact: { ...CITRA, company: 1 } }, "'contact.company' must be a string"],
		[
			{ ...CARD, contact: { phoneContact: 447700900002 } },
			/^'contact' must contain at least one of/,
		],
		[{ ...CARD, quotedMessageId: 1 }, "'quotedMessageId' must be a string"],
		[{ ...CARD, typingTime: 999 }, "'typingTime' must be between 1000 and 20000"],
	])('%j, with the token in the answer', async (body, details) => {
		const { status, json } = await send(body);
		const text = typeof details === 'string' ? details : details.source.slice(1);
		expect([status, json]).toMatchObject([
			400,
			{
				statusCode: 400,
				timestamp: '2026-07-01T12:00:00.000Z',
				path: `/waInstance${GREEN_API.idInstance}/sendContact/${GREEN_API.apiTokenInstance}`,
				message: expect.stringContaining(`Validation failed. Details: ${text}`),
			},
		]);
	});

	it('malformed JSON', async () => {
		expect((await send('{')).json).toMatchObject({ message: 'Unexpected token in JSON' });
	});

	it.each([
		['1', GREEN_API.apiTokenInstance, 403, { message: 'Forbidden' }],
		[GREEN_API.idInstance, 'wrong', 401, { message: 'Unauthorized' }],
		[GREEN_API.oddInstance, 'wrong', 200, { code: 401, description: 'Unauthorized' }],
		[
			GREEN_API.unlinkedInstance,
			GREEN_API.apiTokenInstance,
			400,
			{ message: 'instance account not authorized' },
		],
		[
			GREEN_API.usedUpInstance,
			GREEN_API.apiTokenInstance,
			466,
			{ correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED' } },
		],
	])('the instance %s with the token %s', async (instance, token, status, body) => {
		const reply = await post(at('sendContact', instance, token), CARD);
		expect([reply.status, reply.json]).toMatchObject([status, body]);
	});

	it('no number without account: the card stays in the queue', async () => {
		const chatId = `${SPECIAL_NUMBERS.notOnWhatsApp}@c.us`;
		expect((await send({ ...CARD, chatId })).status).toBe(200);
		expect((await send({ ...CARD, chatId: `${SPECIAL_NUMBERS.sendFails}@c.us` })).status).toBe(500);
		expect(sandbox.count()).toBe(0);
	});
});

it('takes a text of at most 20,000 characters', async () => {
	const text = (message: unknown) => post(at('sendMessage'), { chatId: CARD.chatId, message });
	expect((await text('👋'.repeat(20_000))).json).toMatchObject({ idMessage: expect.any(String) });
	expect(sandbox.deliveries()).toMatchObject([
		{ text: expect.stringMatching(/^👋+$/u), vcards: [] },
	]);
	expect((await text('x'.repeat(20_001))).json).toMatchObject({
		message: expect.stringContaining('less than or equal to 20000 characters'),
	});
	expect((await text('')).status).toBe(400);
});

it('reports its state, its contacts, and who is on WhatsApp', async () => {
	expect((await request(at('getStateInstance'))).json).toEqual({ stateInstance: 'authorized' });
	expect((await request(at('getContacts'))).json).toMatchObject({
		length: 121,
		0: { id: GREEN_API.group, type: 'group' },
	});
	const check = (phoneNumber: unknown) => post(at('checkWhatsapp'), { phoneNumber });
	expect((await check(447700900001)).json).toEqual({ existsWhatsapp: true });
	expect((await check(Number(SPECIAL_NUMBERS.notOnWhatsApp))).json).toEqual({
		existsWhatsapp: false,
	});
	expect((await check(5531998765432)).json).toEqual({ existsWhatsapp: false });
	expect((await check(553198765432)).json).toEqual({ existsWhatsapp: true });
	expect((await check(Number(specialNumbers.isCheckedTooLong))).json).toMatchObject({
		message: 'check phone number timeout limit exceeded',
	});
	expect((await check('447700900001')).status).toBe(400);
	expect((await check(44)).json).toMatchObject({
		message: 'bad phone number, valid from 11 to 16 digits',
	});
	expect((await request(at('nothing'))).status).toBe(404);
	expect((await request(`${base}/nothing`)).status).toBe(404);
});
