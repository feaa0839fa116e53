import type { INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { byId } from '../support/providerRows';
import { outputs, runSend, SEND } from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const PEOPLE = [
	{ to: '+6281234567890', name: 'Ana', phone: '+5512996130832' },
	{ to: '+6281234567891', name: 'Ben', phone: '+447700900001' },
	{ to: '6281234567890@s.whatsapp.net', name: 'Chen', phone: '+14155551234' },
];

const EACH: INodeParameters = {
	operation: 'send',
	recipient: '={{ $json.to }}',
	contactSource: 'fields',
	contacts: {
		contact: [
			{
				formattedName: '={{ $json.name }}',
				phones: { phone: [{ phone: '={{ $json.phone }}', type: 'CELL' }] },
			},
		],
	},
};
const RYZE: INodeParameters = { ...EACH, provider: 'ryzeapi', instance: byId('sales') };

async function send(
	parameters: INodeParameters,
	items: ReadonlyArray<Record<string, string>> = PEOPLE,
) {
	const run = await runSend(sandbox, parameters, { items });
	expect(run.error).toBeUndefined();
	return run;
}

describe('Combine Items', () => {
	it('makes one card of all items with the same recipient, paired with all of them', async () => {
		const run = await send({ ...RYZE, options: { combineItems: true } });
		expect(run.items(SEND).map(({ json, pairedItem }) => [json['recipient'], pairedItem])).toEqual([
			['6281234567890', [{ item: 0 }, { item: 2 }]],
			['6281234567891', { item: 1 }],
		]);
		const bodies = sandbox.requests().map(({ body }) => body);
		expect(bodies.sort()).toEqual([
			'{"number":"6281234567890","vcard":[{"fullName":"Ana","phone":"5512996130832"},{"fullName":"Chen","phone":"14155551234"}],"source":"n8n"}',
			'{"number":"6281234567891","vcard":[{"fullName":"Ben","phone":"447700900001"}],"source":"n8n"}',
		]);
	});

	it('sends a message a contact where the provider takes one at a time', async () => {
		const run = await send({ ...EACH, provider: 'gowa', options: { combineItems: true } });
		expect(outputs(run).map(({ messageIds }) => messageIds)).toEqual([
			[expect.any(String), expect.any(String)],
			[expect.any(String)],
		]);
		expect(sandbox.deliveries({ recipient: '6281234567890' })).toHaveLength(2);
	});

	it('keeps items apart that go to different conversations', async () => {
		const conversations = [{ to: 'conv-001' }, { to: 'conv-002' }, { to: 'conv-001' }];
		const run = await send(
			{
				operation: 'send',
				provider: 'chatvolt',
				agentId: byId('agent-001'),
				conversationId: byId('={{ $json.to }}'),
				contactSource: 'flat',
				flatParameters: { name_formatted_name: 'Ana', phone_1_phone: '112' },
				options: { combineItems: true },
			},
			conversations,
		);
		expect(run.items(SEND).map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			{ item: 1 },
		]);
	});
});

describe('Output', () => {
	it("raw adds the provider's bodies, one a message", async () => {
		const contacts = [
			{ contact_name: 'Ana', contact_phone: '5512996130832' },
			{ contact_name: 'Ben', contact_phone: '447700900001' },
		];
		const run = await send(
			{
				...EACH,
				provider: 'gowa',
				contactSource: 'json',
				contactsJson: JSON.stringify(contacts),
				options: { output: 'raw' },
			},
			PEOPLE.slice(0, 1),
		);
		const sentence = expect.stringContaining('Contact sent to 6281234567890@s.whatsapp.net');
		const response = {
			code: 'SUCCESS',
			message: sentence,
			results: { message_id: expect.stringMatching(/^3EB0/), status: sentence },
		};
		expect(outputs(run)[0]?.['responses']).toEqual([response, response]);
	});

	it('simplified, the default, has none', async () => {
		const run = await send({ ...RYZE, options: { output: 'simplified' } });
		expect(outputs(run).every((item) => !('responses' in item))).toBe(true);
	});
});

describe('WhatsApp ID', () => {
	const wawp: INodeParameters = { ...EACH, provider: 'wawp' };
	const [ana] = PEOPLE;

	it('comes from the phone', async () => {
		await send(wawp, [ana!]);
		expect(sandbox.requests()[0]?.body).toContain(
			'"phoneNumber":"+5512996130832","whatsappId":"5512996130832"',
		);
	});

	it('is only what was given with As Given', async () => {
		await send({ ...wawp, options: { whatsappId: 'asGiven' } }, [ana!]);
		expect(sandbox.requests()[0]?.body).not.toContain('whatsappId');
	});
});

it('Default Country reads national numbers of recipient and contact', async () => {
	await send({ ...EACH, provider: 'gowa', options: { defaultCountry: 'BR' } }, [
		{ to: '(12) 99613-0832', name: 'Ana', phone: '(11) 99999-8888' },
	]);
	expect(sandbox.requests()[0]?.body).toBe(
		'{"phone":"5512996130832@s.whatsapp.net","contact_name":"Ana","contact_phone":"5511999998888"}',
	);
});

it('sends to groups, newsletters and hidden users where the provider takes them', async () => {
	const jids = ['120363040000000001@g.us', '120363040000000001@newsletter', '98765432109876@lid'];
	const items = jids.map((to) => ({ to, name: 'Ana', phone: '112' }));
	for (const provider of ['gowa', 'ryzeapi', 'wawp']) {
		sandbox.reset();
		await send({ ...RYZE, provider }, items);
		expect(new Set(sandbox.deliveries().map(({ recipient }) => recipient))).toEqual(new Set(jids));
	}
});

it('Wawp sends from the instance of the options', async () => {
	const run = await runSend(
		sandbox,
		{ ...EACH, provider: 'wawp', options: { instanceId: 'SANDBOX00001' } },
		{ items: PEOPLE },
		{ wawp: { instanceId: 'NOBODY' } },
	);
	expect(run.error).toBeUndefined();
	expect(sandbox.deliveries().map(({ account }) => account)).toEqual(
		PEOPLE.map(() => 'SANDBOX00001'),
	);
});

it('Chert signs what it sends, with letters of every script', async () => {
	const run = await runSend(
		sandbox,
		{ ...EACH, provider: 'chert', addressBy: 'phone' },
		{ items: [{ to: '+6281234567890', name: 'João 📇 محمد 陈伟', phone: '+5512996130832' }] },
		{ chert: { authentication: 'hmac' } },
	);
	expect(run.error).toBeUndefined();
	expect(sandbox.deliveries()[0]?.contacts[0]?.name.formatted_name).toBe('João 📇 محمد 陈伟');
	const [request] = sandbox.requests();
	expect(request?.headers).toMatchObject({
		'x-chert-tenant': 'sandbox-tenant',
		'x-chert-signature': '***',
	});
	expect(request?.headers.authorization).toBeUndefined();
});

it('previews a signed request with its body as JSON and its signature hidden', async () => {
	const run = await runSend(
		sandbox,
		{ ...EACH, operation: 'preview', provider: 'chert', addressBy: 'chat', chatId: 'ch_1' },
		{ items: PEOPLE.slice(0, 1) },
		{ chert: { authentication: 'hmac' } },
	);
	expect(outputs(run)[0]?.['requests']).toEqual([
		{
			method: 'POST',
			url: `${sandbox.url}/chert/api/v1/chats/ch_1/send-contact`,
			headers: {
				'Content-Type': 'application/json',
				'x-chert-tenant': 'sandbox-tenant',
				'x-chert-signature': '***',
			},
			body: {
				contact: { full_name: 'Ana', phones: [{ value: '+5512996130832', label: 'mobile' }] },
			},
		},
	]);
	expect(sandbox.requests()).toEqual([]);
});

it('names a device in a header that cannot change the request', async () => {
	const run = await runSend(
		sandbox,
		{ ...EACH, provider: 'gowa', options: { deviceId: 'a/../b?x#y\r\nX-Evil: 1' } },
		{ items: PEOPLE.slice(0, 1) },
	);
	expect(run.error?.message).toContain('DEVICE_NOT_FOUND');
	expect(sandbox.requests()[0]).toMatchObject({ url: '/gowa/send/contact' });
	expect(sandbox.requests()[0]?.headers['x-evil']).toBeUndefined();
	expect(sandbox.requests()[0]?.answer).toContain('a/../b?x#y');
});

it.each(['sales/../admin', 'sales?x=1', 'sales#x', '../../devices', 'a b', 'ü'])(
	'names the instance %j in a path that it cannot change',
	async (instance) => {
		const run = await runSend(
			sandbox,
			{ ...RYZE, instance: byId(instance) },
			{ items: PEOPLE.slice(0, 1) },
		);
		expect(run.error?.message).toContain('(404): Instance not found');
		expect(sandbox.requests()[0]?.url).toBe(
			`/ryzeapi/api/message/contact/${encodeURIComponent(instance)}`,
		);
	},
);

it('sends nothing without items, and makes no request', async () => {
	const run = await runSend(sandbox, { ...RYZE }, { items: [] });
	expect(outputs(run)).toEqual([]);
	expect(sandbox.requests()).toEqual([]);
});

it('reads the credential once for many items', async () => {
	const run = await send(
		RYZE,
		Array.from({ length: 30 }, () => PEOPLE[0]!),
	);
	expect(run.credentialReads).toBe(1);
	expect(outputs(run)).toHaveLength(30);
});
