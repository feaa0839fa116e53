import {
	account as WHATSAPP_CLOUD,
	specialNumbers as refused,
} from '../../sandbox/providers/whatsAppCloud/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { post, request, type Reply } from './client';

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.whatsAppCloud.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const { accessToken, phoneNumberId, businessAccountId, group } = WHATSAPP_CLOUD;
const bearer = { authorization: `Bearer ${accessToken}` };
const contact = {
	name: { formatted_name: 'Citra Barros', first_name: 'Citra' },
	phones: [{ phone: '+447700900002', type: 'Mobile', wa_id: '447700900002' }],
};
const card = {
	messaging_product: 'whatsapp',
	to: '+447700900001',
	type: 'contacts',
	contacts: [contact],
};

function send(body: unknown, headers: Record<string, string> = bearer): Promise<Reply> {
	return post(`${base}/v26.0/${phoneNumberId}/messages`, body, headers);
}
const get = (path: string, headers: Record<string, string> = bearer) =>
	request(`${base}${path}`, { headers });

describe('a card that Meta takes', () => {
	it('is answered with the ID of the message and of the person', async () => {
		const { status, json } = await send({ ...card, context: { message_id: 'wamid.HBgL' } });
		expect([status, json]).toEqual([
			200,
			{
				messaging_product: 'whatsapp',
				contacts: [{ input: '+447700900001', wa_id: '447700900001' }],
				messages: [{ id: expect.stringMatching(/^wamid\.\w+={0,2}$/) }],
			},
		]);
		expect(sandbox.deliveries()).toMatchObject([
			{
				account: phoneNumberId,
				recipient: '447700900001',
				contacts: [contact],
				options: { replyTo: 'wamid.HBgL' },
				request: { headers: { authorization: '***' } },
			},
		]);
	});

	it('may go to a group, and have 257 contacts of any types', async () => {
		const contacts = Array.from({ length: 257 }, () => ({
			...contact,
			urls: [{ url: 'https://example.com', type: 'Company (FB)' }],
		}));
		const { status } = await send({ ...card, recipient_type: 'group', to: group, contacts });
		expect([status, sandbox.deliveries()[0]?.contacts.length]).toEqual([200, 257]);
	});

	it('may go to a user ID, which is not a number', async () => {
		const { to: _number, ...rest } = card;
		const { json } = await send({ ...rest, recipient: WHATSAPP_CLOUD.userId });
		expect(json).toMatchObject({
			contacts: [{ input: WHATSAPP_CLOUD.userId, user_id: WHATSAPP_CLOUD.userId }],
		});
		expect((await send({ ...card, to: WHATSAPP_CLOUD.userId })).status).toBe(400);
	});

	it('may come through Kapso, with its key and Meta’s paths', async () => {
		const path = '/meta/whatsapp/v24.0/100000000000001/messages';
		expect((await post(`${base}${path}`, card, { 'x-api-key': accessToken })).status).toBe(200);
		const wrong = await post(`${base}${path}`, card, { 'x-api-key': 'x' });
		expect([wrong.status, wrong.json]).toEqual([401, { error: 'Invalid API key' }]);
		expect((await post(`${base}${path}`, card)).status).toBe(401);
	});

	it('may come through 360dialog, whose key stands for the number', async () => {
		const key = { 'd360-api-key': accessToken };
		expect((await post(`${base}/messages`, card, key)).status).toBe(200);
		expect(sandbox.requests()[0]?.headers['d360-api-key']).toBe('***');
		expect((await get('/v1/configs/webhook', key)).json).toEqual({
			url: 'https://example.com/webhook',
		});
	});
});

describe('what Meta refuses', () => {
	it.each([
		['nothing', {}, 131008, 'Parameter "messaging_product" is missing'],
		['another product', { ...card, messaging_product: 'sms' }, 131009, /"messaging_product"/],
		['no recipient', { ...card, to: undefined }, 131008, 'Parameter "to" is missing'],
		['a national number', { ...card, to: '07700900001' }, 131009, /'to' is not a phone number/],
		['a number as a group', { ...card, recipient_type: 'group' }, 131009, /not a group/],
		['a reply to nothing', { ...card, context: { message_id: '3EB0' } }, 131009, /message_id/],
		['no contact', { ...card, contacts: [] }, 131009, /"contacts"/],
		[
			'a contact without a name',
			{ ...card, contacts: [{ phones: contact.phones }] },
			131008,
			`Parameter "contacts[0]['name']" is missing`,
		],
		[
			'a name without a part',
			{ ...card, contacts: [{ name: { formatted_name: 'Citra' } }] },
			131009,
			/at least one of the optional parameters/,
		],
		[
			'a field of its own',
			{ ...card, contacts: [contact, { ...contact, nickname: 'C' }] },
			100,
			'Unexpected key "nickname" on param "contacts[1]".',
		],
		[
			'a birthday without a year',
			{ ...card, contacts: [{ ...contact, birthday: '--05-15' }] },
			131009,
			/birthday/,
		],
		['too many contacts', { ...card, contacts: Array(258).fill(contact) }, 131009, /"contacts"/],
	])('%s', async (_name, body, code, details) => {
		const { status, json } = await send(body);
		expect([status, json]).toMatchObject([
			400,
			{
				error: {
					type: 'OAuthException',
					code,
					error_data: {
						details: typeof details === 'string' ? details : expect.stringMatching(details),
					},
				},
			},
		]);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		['no token', {}, 400, 104],
		['a wrong token', { authorization: 'Bearer x' }, 401, 190],
		['an expired token', { authorization: `Bearer ${WHATSAPP_CLOUD.expiredToken}` }, 401, 190],
		['a token of less', { authorization: `Bearer ${WHATSAPP_CLOUD.powerlessToken}` }, 403, 10],
	])('%s', async (_name, headers, status, code) => {
		const reply = await send(card, headers);
		expect([reply.status, reply.json]).toMatchObject([status, { error: { code } }]);
	});

	it.each([
		[`/v26.0/${WHATSAPP_CLOUD.deletedPhoneNumberId}`, 33, undefined],
		['/v26.0/123', 100, 33],
		[`/v26.0/${phoneNumberId}/media`, 100, 33],
		[`/${phoneNumberId}`, 2500, undefined],
		[`/v99.0/${phoneNumberId}`, 2500, undefined],
		['/v26.0//phone_numbers', 2500, undefined],
		[`/v26.0/${phoneNumberId}/messages/more`, 2500, undefined],
	])('the address %s', async (path, code, subcode) => {
		const { status, json } = await get(path);
		expect([status, json]).toMatchObject([400, { error: { code } }]);
		expect(json).toEqual({
			error: expect.objectContaining(subcode === undefined ? {} : { error_subcode: subcode }),
		});
	});

	it('a body that is no JSON', async () => {
		expect((await send('{"to":')).json).toMatchObject({ error: { code: 100 } });
	});

	it.each([
		[refused.outsideWindow, 400, 131047],
		[refused.pairLimit, 400, 131056],
		[refused.notAllowed, 400, 131030],
		[refused.spam, 400, 131048],
		[refused.locked, 403, 131031],
		[refused.unpaid, 400, 131042],
		[refused.maintenance, 500, 131057],
		[refused.overloaded, 503, 2],
		['12025550190', 400, 131026],
		['12025550193', 500, 131000],
	])('the recipient %s', async (number, status, code) => {
		const reply = await send({ ...card, to: `+${number}` });
		expect([reply.status, reply.json]).toMatchObject([status, { error: { code } }]);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		[refused.pairLimitOnce, 131056],
		[refused.throughputOnce, 130429],
	])('the recipient %s once, and takes the card then', async (number, code) => {
		const once = await send({ ...card, to: number });
		expect([once.status, once.json]).toMatchObject([400, { error: { code } }]);
		expect((await send({ ...card, to: number })).status).toBe(200);
	});

	it('a key or a path that is none of 360dialog’s', async () => {
		const wrong = await post(`${base}/messages`, card, { 'd360-api-key': 'x' });
		expect([wrong.status, wrong.json]).toMatchObject([
			401,
			{ meta: { developer_message: 'Invalid api_key' } },
		]);
		expect((await get('/v26.0/1/messages', { 'd360-api-key': accessToken })).status).toBe(404);
	});
});

describe('the numbers of the account', () => {
	const list = `/v26.0/${businessAccountId}/phone_numbers`;

	it('come in pages of 25 unless told, with the fields that are asked for', async () => {
		const { json } = await get(`${list}?fields=verified_name`);
		expect(json).toMatchObject({
			data: expect.arrayContaining([{ id: '100000000000001', verified_name: 'Amara Albers Ltd' }]),
			paging: { next: expect.stringContaining('after=') },
		});
		expect(json).toHaveProperty('data.length', 25);
	});

	it('end with a page that names no next', async () => {
		const first = await get(`${list}?limit=119`);
		expect(first.json).toHaveProperty('paging.next');
		const after = Buffer.from('cursor 100000000000119').toString('base64url');
		const last = await get(`${list}?limit=119&after=${after}`);
		expect(last.json).toHaveProperty('data.length', 1);
		expect(last.json).not.toHaveProperty('paging.next');
	});

	it.each(['limit=0', 'limit=x', 'after=nowhere'])('refuse %s', async (query) => {
		expect((await get(`${list}?${query}`)).status).toBe(400);
	});

	it('can be read one by one, which tests a token', async () => {
		expect((await get(`/v26.0/${phoneNumberId}`)).json).toMatchObject({
			display_phone_number: '+44 7700 900000',
		});
	});
});
