import { account as Z_API } from '../../sandbox/providers/zApi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { post, request } from './client';

let sandbox: Sandbox;
let base: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	base = sandbox.credentials.zApi.baseUrl;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const auth = { 'client-token': Z_API.clientToken };
const one = { phone: '447700900001', contactName: 'Citra', contactPhone: '447700900002' };
const many = {
	phone: Z_API.group,
	contacts: [
		{ name: 'Citra', phones: ['447700900002', '447700900003'], businessDescription: 'Acme' },
		{ name: 'Dewi', phones: ['447700900004'] },
	],
};
const at = (route: string, instance: string = Z_API.instanceId, token: string = Z_API.token) =>
	`${base}/instances/${instance}/token/${token}/${route}`;

describe('a card that Z-API takes', () => {
	it('may have one contact', async () => {
		const { status, json } = await post(at('send-contact'), { ...one, messageId: 'AB' }, auth);
		expect([status, json]).toMatchObject([
			200,
			{ messageId: expect.stringMatching(/^[0-9A-F]{20}$/) },
		]);
		const [card] = sandbox.deliveries();
		expect(card).toMatchObject({
			recipient: '447700900001',
			contacts: [{ phones: [{ phone: '+447700900002' }] }],
			options: { replyTo: 'AB' },
		});
		expect(JSON.stringify(card?.request)).not.toContain(Z_API.token);
	});

	it('may have several, with several phones', async () => {
		await post(at('send-contacts'), many, auth);
		expect(sandbox.deliveries()).toMatchObject([
			{
				recipient: Z_API.group,
				contacts: [
					{ phones: [{}, { phone: '+447700900003' }], org: { company: 'Acme' } },
					{ name: { formatted_name: 'Dewi' } },
				],
			},
		]);
	});
});

describe('what Z-API refuses', () => {
	it.each([
		['send-contact', { ...one, contactName: '' }, 'Invalid contactName'],
		['send-contact', { ...one, phone: '120363040000000001@g.us' }, 'Invalid phone'],
		['send-contact', { ...one, phone: '+447700900001' }, 'Invalid phone'],
		['send-contact', { ...one, delayMessage: 16 }, 'Invalid delayMessage'],
		['send-contacts', { ...many, contacts: [] }, 'Invalid contacts'],
		['send-contacts', { ...many, contacts: [{ name: 'A' }] }, 'Invalid contacts.0.phones'],
		['send-text', { phone: '447700900001' }, 'Invalid message'],
	])('%s %j with 400', async (route, body, error) => {
		const { status, json } = await post(at(route), body, auth);
		expect([status, json]).toEqual([400, { error }]);
		expect(sandbox.deliveries()).toEqual([]);
	});

	it('by the tokens', async () => {
		const send = async (url: string, headers: Record<string, string>) => {
			const { status, json } = await post(url, one, headers);
			return [status, json];
		};
		const url = at('send-contact');
		expect(await send(url, {})).toEqual([400, { error: 'your client-token is not configured' }]);
		expect(await send(url, { 'client-token': 'x' })).toEqual([
			403,
			{ error: 'Client-Token x not allowed' },
		]);
		const wrong = at('send-contact', Z_API.instanceId, 'x');
		expect(await send(wrong, auth)).toEqual([404, { error: 'Instance not found' }]);
	});

	it('by the verb and the type', async () => {
		expect((await request(at('send-contact'), { headers: auth })).status).toBe(405);
		const headers = { ...auth, 'content-type': 'text/plain' };
		expect((await post(at('send-contact'), one, headers)).status).toBe(415);
	});

	it.each([
		[Z_API.offlineInstance, 200, { error: 'You are not connected.' }],
		[Z_API.mutedInstance, 200, { value: false }],
		[Z_API.expiredInstance, 400, { error: expect.stringContaining('subscribe') }],
	])('by the state of %s', async (instance, status, body) => {
		const reply = await post(at('send-contact', instance), one, auth);
		expect([reply.status, reply.json]).toEqual([status, body]);
		expect(sandbox.deliveries()).toEqual([]);
	});
});

it('shows texts as they arrive, and %0a as a line break', async () => {
	const message = { phone: '447700900001', message: 'Hi%0athere', messageId: 'AB' };
	const { json } = await post(at('send-text'), message, auth);
	const [text] = sandbox.deliveries();
	expect(text).toMatchObject({ text: 'Hi\nthere', contacts: [], options: { replyTo: 'AB' } });
	expect(json).toMatchObject({ messageId: text?.messageIds[0] });
});

it('says who is on WhatsApp, and under which number', async () => {
	const phones = ['447700900001', '5531987654321', SPECIAL_NUMBERS.neverConfirms, '12025550190'];
	expect((await post(at('phone-exists-batch'), { phones }, auth)).json).toMatchObject([
		{ exists: true, outputPhone: '447700900001' },
		{ exists: true, inputPhone: '5531987654321', outputPhone: '553187654321' },
		{ exists: false, outputPhone: '12025550190', lid: null },
	]);
});
