import {
	account as EVOLUTION_GO,
	specialNumbers,
} from '../../sandbox/providers/evolutionGo/account';
import { createJid } from '../../sandbox/providers/evolutionGo/jid';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => Date.UTC(2026, 6, 1, 12) });
	base = sandbox.credentials.evolutionGo.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const CARD = {
	number: '+447700900001@s.whatsapp.net',
	vcard: { fullName: 'Citra Barros', phone: '447700900002', organization: 'Acme' },
	formatJid: false,
};
const send = (body: unknown, apikey: string = EVOLUTION_GO.apiKey): Promise<Reply> =>
	post(`${base}/send/contact`, body, { apikey });
const get = (path: string, apikey: string = EVOLUTION_GO.apiKey) =>
	request(base + path, { headers: { apikey } });

it('answers a card with the message as WhatsApp has it', async () => {
	const { status, json } = await send({ ...CARD, id: 'ABC' });
	expect([status, json]).toMatchObject([
		200,
		{
			message: 'success',
			data: {
				Info: { ID: 'ABC', Chat: '447700900001@s.whatsapp.net', IsGroup: false },
				Message: {
					contactMessage: {
						displayName: 'Citra Barros',
						vcard:
							'\nBEGIN:VCARD\nVERSION:3.0\nFN:Citra Barros\nORG:Acme;\nTEL;type=CELL;type=VOICE;waid=447700900002:447700900002\nEND:VCARD',
					},
				},
			},
		},
	]);
	expect(sandbox.deliveries()).toMatchObject([{ messageIds: ['ABC'], account: 'sales' }]);
});

it('makes an ID of its own where the client gives none', async () => {
	const { json } = await send(CARD);
	expect(json).toMatchObject({
		data: { Info: { ID: expect.stringMatching(/^3EB0[0-9A-F]{18}$/) } },
	});
});

it('lets a text out of its field, as the server escapes nothing', async () => {
	await send({ ...CARD, vcard: { ...CARD.vcard, fullName: 'Eve\nEMAIL:e@example.com' } });
	expect(sandbox.deliveries()[0]?.contacts).toMatchObject([
		{ name: { formatted_name: 'Eve' }, emails: [{ email: 'e@example.com' }] },
	]);
});

it('keeps the options of a group, and passes over mentions elsewhere', async () => {
	const options = {
		mentionAll: true,
		mentionedJid: ['447700900003@s.whatsapp.net'],
		quoted: { messageId: 'A', participant: '447700900003@s.whatsapp.net' },
	};
	await send({ ...CARD, ...options, number: EVOLUTION_GO.group });
	await send({ ...CARD, ...options });
	expect(sandbox.deliveries().map((card) => card.options)).toEqual([
		options,
		{ quoted: options.quoted },
	]);
});

it.each([
	['+44 (7700) 900001', '+447700900001@s.whatsapp.net'],
	['447700900001:12', '+447700900001@s.whatsapp.net'],
	['447700900001@s.whatsapp.net', '447700900001@s.whatsapp.net'],
	['120363040000000001', '120363040000000001@g.us'],
	['447700900001-1600000000000', '447700900001-1600000000000@g.us'],
	['5215551234567', '+52551234567@s.whatsapp.net'],
	['5491123456789', '+541123456789@s.whatsapp.net'],
	['5531998765432', '+553198765432@s.whatsapp.net'],
	['5511998765432', '+5511998765432@s.whatsapp.net'],
	['Ana', undefined],
])('makes a JID of %s as the server does', (number, jid) => {
	expect(createJid(number)).toBe(jid);
});

it('rewrites the digits of a JID unless formatJid is false', async () => {
	const number = '+5491123456789@s.whatsapp.net';
	await send({ ...CARD, number, formatJid: undefined });
	await send({ ...CARD, number });
	expect(sandbox.deliveries().map(({ recipient }) => recipient)).toEqual([
		'541123456789@s.whatsapp.net',
		'5491123456789@s.whatsapp.net',
	]);
});

describe('what Evolution Go refuses', () => {
	it.each([
		['{', 400, 'Invalid JSON format'],
		['[]', 400, 'Invalid JSON format'],
		[{ ...CARD, number: 'Ana' }, 400, 'Invalid number format: invalid number format'],
		[
			{ ...CARD, vcard: { ...CARD.vcard, phone: 'x' } },
			400,
			'Invalid vcard phone format: invalid number format',
		],
		[{ ...CARD, number: '' }, 400, 'phone number is required'],
		[{ ...CARD, vcard: { fullName: 'Citra' } }, 400, 'contact phone number is required'],
		[{ ...CARD, vcard: { phone: '1' } }, 400, 'contact full name is required'],
		[
			{ ...CARD, number: 44 },
			400,
			'json: cannot unmarshal number into Go struct field .number of type string',
		],
		[
			{ ...CARD, delay: 1.5 },
			400,
			'json: cannot unmarshal number 1.5 into Go struct field .delay of type int32',
		],
		[
			{ ...CARD, number: `${SPECIAL_NUMBERS.notOnWhatsApp}@s.whatsapp.net` },
			500,
			`number ${SPECIAL_NUMBERS.notOnWhatsApp}@s.whatsapp.net is not registered on WhatsApp`,
		],
		[{ ...CARD, number: `+${SPECIAL_NUMBERS.reachoutLock}` }, 500, 'server returned error 463'],
		[{ ...CARD, number: '120363040000000099@g.us' }, 500, /^failed to get group members/],
	])('%j', async (body, status, error) => {
		const reply = await send(body);
		expect([reply.status, reply.json]).toEqual([
			status,
			{ error: typeof error === 'string' ? error : expect.stringMatching(error) },
		]);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		['', 401, 'not authorized'],
		[EVOLUTION_GO.globalKey, 401, 'not authorized'],
		[EVOLUTION_GO.loggedOutToken, 500, 'client disconnected'],
		[EVOLUTION_GO.sleepingToken, 500, 'no active session found'],
	])('the token %j', async (token, status, error) => {
		const reply = await send(CARD, token);
		expect([reply.status, reply.json]).toEqual([status, { error }]);
	});

	it('everything, until it is licensed', async () => {
		const { baseUrl, apiKey } = sandbox.otherCredentials.evolutionGo.unlicensed;
		const { status, json } = await post(`${baseUrl}/send/contact`, CARD, { apikey: apiKey });
		expect([status, json]).toMatchObject([503, { code: 'LICENSE_REQUIRED' }]);
		expect((await request(`${baseUrl}/server/ok`)).json).toEqual({ status: 'ok' });
	});
});

it('takes a text as it is, and refuses an empty one', async () => {
	const text = (body: unknown) => post(`${base}/send/text`, body, { apikey: EVOLUTION_GO.apiKey });
	const words = 'Hi @447700900003 {{x}}';
	expect(
		(await text({ number: CARD.number, text: words, id: 'T1', formatJid: false })).json,
	).toMatchObject({ data: { Info: { ID: 'T1', Type: 'ExtendedTextMessage' } } });
	expect(sandbox.deliveries()).toMatchObject([
		{ text: words, contacts: [], messageIds: ['T1'], options: {} },
	]);
	expect((await text({ number: CARD.number })).json).toEqual({ error: 'message body is required' });
});

describe("Evolution Go's lists", () => {
	it('are the groups and the contacts of the account', async () => {
		expect((await get('/group/list')).json).toMatchObject({
			data: { length: 5, 0: { JID: EVOLUTION_GO.group, Name: 'Sales team' } },
		});
		expect((await get('/user/contacts')).json).toMatchObject({ data: { length: 120 } });
		expect((await get('/user/contacts', EVOLUTION_GO.sleepingToken)).status).toBe(500);
	});

	it('tell the state of the instance', async () => {
		expect((await get('/instance/status')).json).toMatchObject({ data: { LoggedIn: true } });
		expect((await get('/nothing')).status).toBe(404);
	});

	it('tell who is on WhatsApp, of numbers with a plus', async () => {
		const check = (body: unknown) =>
			post(`${base}/user/check`, body, { apikey: EVOLUTION_GO.apiKey });
		const number = ['+447700900001', `+${SPECIAL_NUMBERS.notOnWhatsApp}`, '447700900001'];
		expect((await check({ number, formatJid: false })).json).toMatchObject({
			data: {
				Users: [
					{ Query: '+447700900001', IsInWhatsapp: true, RemoteJID: '447700900001@s.whatsapp.net' },
					{ IsInWhatsapp: false, RemoteJID: `+${SPECIAL_NUMBERS.notOnWhatsApp}` },
					{ IsInWhatsapp: false },
				],
			},
		});
		expect((await check({ number: ['+5531998765432'], formatJid: false })).json).toMatchObject({
			data: { Users: [{ Query: '+5531998765432', RemoteJID: '553198765432@s.whatsapp.net' }] },
		});
		const unanswered = [`+${specialNumbers.notAnswered}`, '+447700900001'];
		expect((await check({ number: unanswered, formatJid: false })).json).toEqual({
			message: 'success',
			data: null,
		});
		expect((await check({ number: [] })).json).toEqual({ error: 'number array cannot be empty' });
		expect((await check({ number: '44' })).status).toBe(400);
	});
});
