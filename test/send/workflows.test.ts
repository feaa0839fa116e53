import { startSandbox, type Sandbox } from '../../sandbox/server';
import { outputs, SEND } from '../support/workflow';
import { runWorkflowFile } from '../support/workflowFile';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

async function succeed(workflow: string) {
	const run = await runWorkflowFile(sandbox, workflow);
	expect(run.error).toBeUndefined();
	return { items: run.items(SEND), credentialReads: run.credentialReads };
}

describe('a workflow sends through', () => {
	it('Chatvolt: flat parameters into the conversation of the item', async () => {
		const { items } = await succeed('sendChatvolt');
		expect(items).toEqual([
			{
				json: {
					provider: 'chatvolt',
					status: 'sent',
					recipient: 'conv-002',
					messageId: expect.stringMatching(/^wamid\.\S+$/),
					messageIds: [expect.stringMatching(/^wamid\.\S+$/)],
					chatId: '447700900001',
					contacts: [
						expect.objectContaining({
							name: { formatted_name: 'John Doe', first_name: 'John Doe' },
							phones: [
								{ phone: '+5512996130832', type: 'Mobile', wa_id: '5512996130832' },
								{ phone: '+5511999998888', wa_id: '5511999998888' },
							],
							org: { company: 'Chatvolt' },
							birthday: '1990-05-15',
						}),
					],
					warnings: [],
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(sandbox.requests().map(({ body }) => body)).toEqual([
			'{"agentId":"agent-001","conversationId":"conv-002","name_formatted_name":"John Doe","name_first_name":"John Doe","phone_1_phone":"+5512996130832","phone_1_type":"Mobile","phone_1_wa_id":"5512996130832","phone_2_phone":"+5511999998888","phone_2_wa_id":"5511999998888","org_company":"Chatvolt","birthday":"1990-05-15"}',
		]);
	});

	it('RyzeAPI: two contacts of the fields in one message, with every option', async () => {
		const { items } = await succeed('sendRyzeApi');
		expect(items[0]?.json).toMatchObject({
			provider: 'ryzeapi',
			recipient: '5512996130832',
			messageId: expect.stringMatching(/^3EB0/),
			warnings: [
				{
					contact: 2,
					field: 'phones',
					message: expect.stringMatching(/^RyzeAPI sends only .*; 1 phone was left out$/),
				},
			],
		});
		expect(sandbox.requests()).toHaveLength(1);
		expect(sandbox.requests()[0]).toMatchObject({
			url: '/ryzeapi/api/message/contact/sales',
			body: '{"number":"5512996130832","vcard":[{"fullName":"João Silva","phone":"5511888888888","organization":"Acme","email":"joao@example.com","url":"https://example.com"},{"fullName":"Maria Souza","phone":"5511777777777"}],"delay":2,"replyTo":"3EB0B430B6F8F1D0E053","replyPrivate":true,"source":"crm"}',
		});
	});

	it('Wawp: JSON of an expression, with the token in the body and not in the address', async () => {
		const { items } = await succeed('sendWawp');
		expect(items[0]?.json).toMatchObject({
			provider: 'wawp',
			recipient: '201234567890',
			messageId: expect.stringMatching(/^true_201234567890@c\.us_3EB0/),
			chatId: '201234567890@c.us',
			warnings: [],
		});
		expect(sandbox.requests()[0]).toMatchObject({
			url: '/wawp/v2/send/contact',
			body: '{"instance_id":"SANDBOX00001","access_token":"***","chatId":"201234567890","contacts":[{"fullName":"Wawp Support","organization":"Wawp HQ","phoneNumber":"+201111111111","whatsappId":"201111111111"}],"reply_to":"false_111...AAAA"}',
		});
	});

	it('GOWA: two contacts as two messages, from the device of the options', async () => {
		const { items } = await succeed('sendGowa');
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({
			provider: 'gowa',
			recipient: '6289685024992@s.whatsapp.net',
			messageIds: [expect.stringMatching(/^3EB0/), expect.stringMatching(/^3EB0/)],
			chatId: null,
		});
		expect(items[0]?.json['messageIds']).toEqual(
			sandbox.deliveries().flatMap(({ messageIds }) => messageIds),
		);
		expect(sandbox.requests().map(({ body }) => body)).toEqual([
			'{"phone":"6289685024992@s.whatsapp.net","contact_name":"Customer Support - 24/7","contact_phone":"6281234567890","is_forwarded":true,"duration":86400}',
			'{"phone":"6289685024992@s.whatsapp.net","contact_name":"Emergency Hotline","contact_phone":"112","is_forwarded":true,"duration":86400}',
		]);
		expect(sandbox.deliveries().map(({ account }) => account)).toEqual([
			'office 2+1',
			'office 2+1',
		]);
	});

	it('Chert: its own spelling into a chat, without a message id', async () => {
		const { items } = await succeed('sendChert');
		expect(items[0]?.json).toMatchObject({
			provider: 'chert',
			recipient: 'ch_01HSANDBOX000000000000001',
			messageId: null,
			messageIds: [],
			chatId: 'ch_01HSANDBOX000000000000001',
		});
		expect(sandbox.requests()[0]).toMatchObject({
			url: '/chert/api/v1/chats/ch_01HSANDBOX000000000000001/send-contact',
			body: '{"contact":{"full_name":"John Doe","organization":"Acme","phones":[{"value":"+14155551234","label":"mobile"}]}}',
		});
	});
});

it('a workflow previews a card and sends nothing', async () => {
	const { items } = await succeed('previewGowa');
	expect(items).toEqual([
		{
			json: {
				provider: 'gowa',
				recipient: '6289685024992@s.whatsapp.net',
				requests: [
					{
						method: 'POST',
						url: `${sandbox.url}/gowa/send/contact`,
						headers: {
							'X-Device-Id': 'sandbox-device-1',
							'Content-Type': 'application/json',
							Authorization: 'Basic ***',
						},
						body: {
							phone: '6289685024992@s.whatsapp.net',
							contact_name: 'John Doe',
							contact_phone: '6281234567890',
						},
					},
				],
				contacts: [
					expect.objectContaining({
						phones: [{ phone: '+6281234567890', wa_id: '6281234567890' }],
					}),
				],
				warnings: [],
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(sandbox.requests()).toEqual([]);
});

describe('items that fail', () => {
	it('stand among the others with Continue On Fail', async () => {
		const { items, credentialReads } = await succeed('continueOnFail');
		expect(credentialReads).toBe(1);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
			{ item: 3 },
		]);
		expect(items.map(({ json }) => json['status'] ?? json['outcome'])).toEqual([
			'sent',
			'notSent',
			'notSent',
			'sent',
		]);
		expect(items[1]?.json).toEqual({
			error: expect.stringMatching(
				/^Recipient "ana@example\.com" .*\[item 1\]\. Add the country code, /,
			),
			provider: 'gowa',
			outcome: 'notSent',
			sentMessageIds: [],
		});
		expect(items[2]?.json).toEqual({
			error:
				'GOWA refused the card (400 INVALID_JID): Phone 12025550190@s.whatsapp.net is not on whatsapp [item 2]. Check the number: it has no WhatsApp account.',
			httpCode: '400',
			code: 'INVALID_JID',
			provider: 'gowa',
			outcome: 'notSent',
			sentMessageIds: [],
		});
		expect(sandbox.deliveries().map(({ recipient }) => recipient)).toEqual([
			'6281234567890@s.whatsapp.net',
			'6281234567891@s.whatsapp.net',
		]);
	});

	it('leave by the error output, whole, where there is one', async () => {
		const run = await runWorkflowFile(sandbox, 'errorOutput');
		expect(run.error).toBeUndefined();
		expect(run.items('Sent').map(({ json }) => json['recipient'])).toEqual([
			'6281234567890@s.whatsapp.net',
			'6281234567891@s.whatsapp.net',
		]);
		expect(run.items('Failed').map(({ json }) => json)).toMatchObject([
			{ error: expect.stringContaining('[item 1]'), outcome: 'notSent', provider: 'gowa' },
			{ error: expect.stringContaining('[item 2]'), httpCode: '400', code: 'INVALID_JID' },
		]);
		expect(run.items(SEND, 1).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('end the workflow before anything is sent, when an item cannot be read', async () => {
		const run = await runWorkflowFile(sandbox, 'stopOnFail');
		expect(run.error?.message).toMatch(
			/^0 of 4 cards were sent\. Item 1: Recipient "ana@example\.com" .*\. Add the country code, /,
		);
		expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(outputs(run)).toEqual([]);
		expect(sandbox.requests()).toEqual([]);
	});
});
