import {
	account as EVOLUTION,
	specialNumbers as EVOLUTION_NUMBERS,
} from '../../sandbox/providers/evolution/account';
import { createJid, evolutionVcard } from '../../sandbox/providers/evolution/send';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request, type Reply } from './client';

const NOON = Date.UTC(2026, 6, 1, 12);
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox({ now: () => NOON });
	base = sandbox.credentials.evolution.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const CITRA = { fullName: 'Citra Barros', wuid: '447700900002', phoneNumber: '+447700900002' };
const card = { number: '447700900001', contact: [CITRA] };

const send = (
	body: unknown,
	instance: string = EVOLUTION.instance,
	apikey: string = EVOLUTION.apiKey,
): Promise<Reply> => post(`${base}/message/sendContact/${instance}`, body, { apikey });

const failure = (status: number, error: string, message: unknown) => [
	status,
	{ status, error, response: { message } },
];

describe('a card that Evolution API takes', () => {
	it('is answered with the message, 201', async () => {
		const { status, json } = await send({
			...card,
			contact: [
				{ ...CITRA, organization: 'Acme', email: 'c@example.com', url: 'https://example.com' },
			],
		});
		expect([status, json]).toMatchObject([
			201,
			{
				key: {
					remoteJid: '447700900001@s.whatsapp.net',
					fromMe: true,
					id: expect.stringMatching(/^3EB0[0-9A-F]{18}$/),
				},
				message: {
					contactMessage: {
						displayName: 'Citra Barros',
						vcard:
							'BEGIN:VCARD\nVERSION:3.0\nN:Citra Barros\nFN:Citra Barros\nORG:Acme;\nEMAIL:c@example.com\nURL:https://example.com\nitem1.TEL;waid=447700900002:+447700900002\nitem1.X-ABLabel:Celular\nEND:VCARD',
					},
				},
				messageTimestamp: NOON / 1000,
				status: 'PENDING',
			},
		]);
		expect(sandbox.deliveries()[0]).toMatchObject({
			account: 'sales',
			contacts: [{ phones: [{ phone: '+447700900002', wa_id: '447700900002' }] }],
			request: { headers: { apikey: '***' } },
		});
	});

	it('may hold several contacts, for a group, with the token of the instance', async () => {
		const ben = { ...CITRA, fullName: 'Ben' };
		const { json } = await send(
			{ number: EVOLUTION.group, contact: [CITRA, ben] },
			EVOLUTION.instance,
			EVOLUTION.instanceToken,
		);
		expect(json).toMatchObject({
			message: { contactsArrayMessage: { displayName: '2 contacts', contacts: { length: 2 } } },
		});
	});

	it('loses delay and quoted, except through Meta', async () => {
		const options = { delay: 1000, quoted: { key: { id: 'A1' } } };
		await send({ ...card, ...options });
		await send({ ...card, ...options }, EVOLUTION.metaInstance);
		expect(sandbox.deliveries().map((delivery) => delivery.options)).toEqual([{}, options]);
	});

	it('goes through Meta to the bare digits, of a lid and a group too', async () => {
		await send({ ...card, number: '98765432109876@lid' }, EVOLUTION.metaInstance);
		expect(sandbox.deliveries().map(({ recipient }) => recipient)).toEqual(['98765432109876']);
		const { json } = await send({ ...card, number: EVOLUTION.group }, EVOLUTION.metaInstance);
		expect(json).toMatchObject({ code: 131026 });
		expect(sandbox.count()).toBe(1);
	});

	it('names the JID where the WhatsApp ID is empty', () => {
		const contact = { fullName: 'Ana', phoneNumber: '+447700900002', wuid: '' };
		expect(evolutionVcard(contact)).toContain(';waid=447700900002@s.whatsapp.net:+447700900002');
	});

	it('lets a text out of its field, as the server escapes nothing', () => {
		const fullName = 'Eve\nEMAIL:e@example.com';
		expect(evolutionVcard({ fullName, phoneNumber: '+447700900002' })).toBe(
			'BEGIN:VCARD\nVERSION:3.0\nN:Eve\nEMAIL:e@example.com\nFN:Eve\nEMAIL:e@example.com\nitem1.TEL;waid=447700900002@s.whatsapp.net:+447700900002\nitem1.X-ABLabel:Celular\nEND:VCARD',
		);
	});
});

it.each([
	['+44 7700 900001', '447700900001@s.whatsapp.net'],
	['447700900001:12@s.whatsapp.net', '447700900001@s.whatsapp.net'],
	['98765432109876@lid', '98765432109876@lid'],
	['120363040000000001@newsletter', '120363040000000001@g.us'],
	['447700900001-1600000000', '4477009000011600000000@g.us'],
	['8613800138000-1600000000', '8613800138000-1600000000@g.us'],
	['5215512345678', '525512345678@s.whatsapp.net'],
	['5491123456789', '541123456789@s.whatsapp.net'],
	['5531998765432', '553198765432@s.whatsapp.net'],
	['5511998765432', '5511998765432@s.whatsapp.net'],
])('makes a JID of %s as the server does', (number, jid) => {
	expect(createJid(number)).toBe(jid);
});

describe('what Evolution API refuses', () => {
	it.each([
		['no number', { contact: [CITRA] }, 'instance requires property "number"'],
		['a number that is no text', { ...card, number: 44 }, 'Invalid format'],
		['no contact', { number: '1' }, 'instance requires property "contact"'],
		['a contact that is no list', { ...card, contact: CITRA }, 'contact is not of a type(s) array'],
		['no contacts', { ...card, contact: [] }, 'contact does not meet minimum length of 1'],
		['the same twice', { ...card, contact: [CITRA, CITRA] }, 'contact contains duplicate item'],
		[
			'the same twice, with its keys in another order',
			{ ...card, contact: [CITRA, Object.fromEntries(Object.entries(CITRA).reverse())] },
			'contact contains duplicate item',
		],
		[
			'nine characters that take two units each',
			{ ...card, contact: [{ ...CITRA, phoneNumber: '😀'.repeat(9) }] },
			'contact[0].phoneNumber does not meet minimum length of 10',
		],
		['a text', { ...card, contact: ['x'] }, 'contact[0] is not of a type(s) object'],
		[
			'a short number',
			{ ...card, contact: [{ ...CITRA, phoneNumber: '112' }] },
			'contact[0].phoneNumber does not meet minimum length of 10',
		],
		[
			'a short WhatsApp ID',
			{ ...card, contact: [{ ...CITRA, wuid: '376123456' }] },
			'"wuid" must be a numeric string',
		],
		[
			'a name that is no text',
			{ ...card, contact: [{ ...CITRA, fullName: 7 }] },
			'contact[0].fullName is not of a type(s) string',
		],
		[
			'no phone number',
			{ ...card, contact: [{ fullName: 'Citra' }] },
			'contact[0] requires property "phoneNumber"',
		],
	])('%s', async (_name, body, message) => {
		const { status, json } = await send(body);
		expect([status, json]).toEqual(failure(400, 'Bad Request', [[message]]));
	});

	it.each([
		[
			'no such instance',
			'nowhere',
			'x',
			404,
			'Not Found',
			['The "nowhere" instance does not exist'],
		],
		['a wrong key', 'sales', 'x', 401, 'Unauthorized', 'Unauthorized'],
		[
			"another instance's token",
			'support',
			EVOLUTION.instanceToken,
			401,
			'Unauthorized',
			'Unauthorized',
		],
		[
			'an instance that is not connected',
			EVOLUTION.closedInstance,
			EVOLUTION.apiKey,
			500,
			'Internal Server Error',
			'Connection Closed',
		],
		[
			'an instance that is not loaded',
			EVOLUTION.unloadedInstance,
			EVOLUTION.apiKey,
			500,
			'Internal Server Error',
			"Cannot read properties of undefined (reading 'contactMessage')",
		],
	])('%s', async (_name, instance, key, status, error, message) => {
		const reply = await send(card, instance, key);
		expect([reply.status, reply.json]).toEqual(failure(status, error, message));
	});

	it('everything, as version 2.4 does until it is licensed', async () => {
		const { status, json } = await send(card, EVOLUTION.unlicensedInstance);
		expect([status, json]).toMatchObject([
			503,
			{ error: 'service not activated', code: 'LICENSE_REQUIRED', message: expect.any(String) },
		]);
		expect(sandbox.count()).toBe(0);
	});

	it('a number without account, as an object', async () => {
		const number = SPECIAL_NUMBERS.notOnWhatsApp;
		const { status, json } = await send({ ...card, number });
		expect([status, json]).toEqual(
			failure(400, 'Bad Request', [{ jid: `${number}@s.whatsapp.net`, exists: false, number }]),
		);
		const meta = await send({ ...card, number }, EVOLUTION.metaInstance);
		expect([meta.status, meta.json]).toMatchObject([201, { code: 131026, error_data: {} }]);
	});

	it.each([
		[SPECIAL_NUMBERS.neverConfirms, /^Error: Timed Out$/, 0],
		[SPECIAL_NUMBERS.reachoutLock, /^Error: Connection Closed$/, 0],
		[EVOLUTION_NUMBERS.savesNothing, /^PrismaClientKnownRequestError: /, 1],
	])('%s, while or after it is sent', async (number, words, sent) => {
		const { status, json } = await send({ ...card, number });
		expect([status, json]).toMatchObject([
			400,
			{ response: { message: [expect.stringMatching(words)] } },
		]);
		expect(sandbox.count()).toBe(sent);
	});

	it('malformed JSON and other paths', async () => {
		expect((await send('{')).json).toMatchObject({
			status: 400,
			response: { message: 'Unexpected end of JSON input' },
		});
		expect((await request(`${base}/nothing`)).json).toMatchObject({
			status: 404,
			response: { message: ['Cannot GET /nothing'] },
		});
	});
});

describe("Evolution API's lists", () => {
	const get = (path: string, apikey: string = EVOLUTION.apiKey) =>
		request(base + path, { headers: { apikey } });

	it('gives all instances for the global key, one for its token, none for another', async () => {
		expect((await get('/instance/fetchInstances')).json).toMatchObject({
			length: 34,
			0: { name: 'sales', connectionStatus: 'open', token: EVOLUTION.instanceToken },
		});
		const own = await get('/instance/fetchInstances', EVOLUTION.instanceToken);
		expect(own.json).toMatchObject({ length: 1, 0: { name: 'sales' } });
		expect((await get('/instance/fetchInstances', 'x')).status).toBe(401);
	});

	it('reports the state of an instance, and that it is there', async () => {
		expect((await get('/instance/connectionState/offline')).json).toEqual({
			instance: { instanceName: 'offline', state: 'close' },
		});
		expect((await request(`${base}/`)).json).toMatchObject({ version: '2.3.6' });
	});
});
