import type { INodeParameters } from 'n8n-workflow';

import { ContactCardEvolutionApi } from '../../credentials/ContactCardEvolutionApi.credentials';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers/dialects';
import { evolution } from '../../nodes/providers/evolution/evolution';
import { readTarget } from '../../nodes/providers/targetParameters';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { listContext } from '../../sandbox/engine/engine';
import {
	account as EVOLUTION,
	specialNumbers as EVOLUTION_NUMBERS,
} from '../../sandbox/providers/evolution/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { contactOf, contactsOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { byId } from '../support/providerRows';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';
import {
	credentialData,
	outputs,
	runSend,
	SEND,
	sendPackage,
	sendWorkflow,
	type WorkflowSettings,
} from '../support/workflow';

const TARGET = { recipient: '+55 31 9829-6801', instanceName: 'sales' };

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(evolution, { ...TARGET, ...parameters });
	return evolution.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, target).body ?? {};
}

const ana = { name: { formatted_name: 'Ana Lima' }, phones: ['+55 12 99613-0832'] };

describe('the request', () => {
	it("is the documents' example, to the byte", () => {
		const target = readTarget(evolution, { ...TARGET, recipient: '553198296801' });
		const contact = {
			fullName: 'Contact Name',
			wuid: '559999999999',
			phoneNumber: '+55 99 9999-9999',
			organization: 'Company Name',
			email: 'email@example.com',
			url: 'https://example.com',
		};
		const { method, path, body } = evolution.request(
			{ id: MESSAGE_ID, contacts: contactsOf(contact) },
			target,
		);
		expect([method, path, JSON.stringify(body)]).toEqual([
			'POST',
			'/message/sendContact/sales',
			'{"number":"553198296801","contact":[{"fullName":"Contact Name","wuid":"559999999999","phoneNumber":"+559999999999","organization":"Company Name","email":"email@example.com","url":"https://example.com"}]}',
		]);
	});

	it('has several contacts in one card, each with its first phone, email and URL', () => {
		expect(bodyOf([ana, RICH_CONTACT])).toEqual({
			number: '553198296801',
			contact: [
				{ fullName: 'Ana Lima', wuid: '5512996130832', phoneNumber: '+5512996130832' },
				{
					fullName: 'Dr. John A. Doe Jr.',
					wuid: '5512996130832',
					phoneNumber: '+5512996130832',
					organization: 'Acme',
					email: 'john@example.com',
					url: 'https://example.com',
				},
			],
		});
	});

	it.each([
		[{ phone: '+447700900123', wa_id: '447700900999' }, '447700900999', '+447700900123'],
		[{ phone: '+14155551234;ext=89' }, '14155551234', '+14155551234'],
		[{ phone: '+376 123456' }, '0000000000', '+376123456'],
		[{ phone: 'by the door, 0770 090 0123' }, '0000000000', 'by the door, 0770 090 0123'],
	])('has the WhatsApp ID of %j as digits, always', (phone, wuid, phoneNumber) => {
		expect(bodyOf({ name: 'Ana', phones: [phone] })['contact']).toEqual([
			{ fullName: 'Ana', wuid, phoneNumber },
		]);
	});

	it('has delay in milliseconds, and the message that it replies to', () => {
		expect(bodyOf(ana, { delay: '2', replyTo: ' 3EB0A1 ' })).toMatchObject({
			delay: 2000,
			quoted: { key: { id: '3EB0A1' } },
		});
		expect(Object.keys(bodyOf(ana, { delay: null, replyTo: '' }))).toEqual(['number', 'contact']);
	});

	it('keeps the name of the instance in its part of the path', () => {
		const target = readTarget(evolution, { ...TARGET, instanceName: 'a/b ?#' });
		expect(evolution.request({ id: MESSAGE_ID, contacts: contactsOf(ana) }, target).path).toBe(
			'/message/sendContact/a%2Fb%20%3F%23',
		);
	});
});

describe('the target', () => {
	it.each([
		['+62 812-3456-7890', '6281234567890'],
		['6281234567890@s.whatsapp.net', '6281234567890'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
	])('reads the recipient %j', (recipient, number) => {
		expect(readTarget(evolution, { ...TARGET, recipient }).recipient).toBe(number);
	});

	it('refuses a newsletter, of which the server would make a group', () => {
		const recipient = '120363040000000001@newsletter';
		expect(refusalOf(() => readTarget(evolution, { ...TARGET, recipient })).message).toBe(
			'Recipient "120363040000000001@newsletter" is a newsletter (…@newsletter), which Evolution API does not send to',
		);
	});

	it("does not take another provider's instance for its own", () => {
		expect(
			refusalOf(() => readTarget(evolution, { recipient: '+6281234567890', instance: 'sales' })),
		).toMatchObject({ message: 'Instance is missing', field: 'instanceName' });
	});

	it.each([
		[{ delay: -1 }, 'Delay must be a whole number of seconds, 0 or more'],
		[{ replyTo: {} }, 'Reply To Message ID must be text'],
		[{ instanceName: 7.5 }, 'Instance must be text'],
	])('refuses %j', (option, message) => {
		expect(refusalOf(() => readTarget(evolution, { ...TARGET, ...option })).message).toBe(message);
	});
});

describe('a contact that has to fit', () => {
	const fit = (contact: unknown) => evolution.fit?.(contactOf(contact));

	it.each([
		[{ name: 'Ana', emails: ['a@example.com'] }, 'has no phone number'],
		[{ name: 'Ana', phones: [';'] }, 'has no phone number'],
		[
			{ name: 'Ana', phones: ['112'] },
			'has the phone number "112", which is too short for Evolution API',
		],
	])('is refused: %j', (contact, problem) => {
		expect(fit(contact)).toMatchObject({ problem, field: 'phones' });
	});

	it('goes as it is', () => {
		expect(fit(RICH_CONTACT)).toEqual({ contact: contactOf(RICH_CONTACT), warnings: [] });
	});

	it('gets a warning where its card has no button', () => {
		expect(fit({ name: 'Ana', phones: ['+376 123456'] })).toMatchObject({
			warnings: [
				{
					field: 'phones',
					message:
						'Evolution API needs a WhatsApp ID of at least 10 digits, and "+376123456" has fewer; the card has no button to write to it',
				},
			],
		});
	});

	it('loses what would leave its field in the unescaped vCard', () => {
		const fitted = fit({
			fullName: 'Doe; John\\n',
			wuid: '5512996130832',
			phoneNumber: '+5512996130832',
			organization: 'Doe; Sons',
			email: 'a\\nb@example.com',
			url: 'https://example.com/a\\nb',
		});
		expect(fitted).toMatchObject({
			contact: {
				name: { formatted_name: 'Doe, John/n' },
				org: { company: 'Doe, Sons' },
				emails: [{ email: 'a/nb@example.com' }],
				urls: [{ url: 'https://example.com/a%5Cnb' }],
			},
			warnings: [{ field: 'name' }, { field: 'emails' }, { field: 'org' }, { field: 'urls' }],
		});
		expect(fitted).toMatchObject({
			warnings: expect.arrayContaining([
				{
					field: 'org',
					message:
						'Evolution API does not escape companies: "Doe; Sons" was sent as "Doe, Sons", so that it stays in its field',
				},
			]),
		});
	});
});

it("Evolution API's own spelling of a contact is distinguished from Wawp's", () => {
	const read = (contact: object) => readJson(contact, dialects)[0];
	const base = { fullName: 'Ana', phoneNumber: '+447700900123' };
	for (const more of [{ wuid: '447700900123' }, { email: 'a@example.com' }, { url: 'https://a' }]) {
		expect(read({ ...base, ...more })?.warnings).toEqual([]);
	}
	expect(read({ ...base, whatsappId: '447700900123' })).toMatchObject({
		draft: { phones: [{ wa_id: '447700900123' }] },
		warnings: [],
	});
});

describe('receipts', () => {
	it("reads the documents' success", () => {
		expect(
			evolution.receipt(
				answer(201, {
					key: {
						remoteJid: '553198296801@s.whatsapp.net',
						fromMe: true,
						id: 'BAE58DA6CBC941BC',
					},
					message: { contactMessage: { displayName: 'Ana', vcard: '', contextInfo: {} } },
					messageTimestamp: '1717780437',
					status: 'PENDING',
				}),
			),
		).toEqual({ messageIds: ['BAE58DA6CBC941BC'], chatId: '553198296801@s.whatsapp.net' });
		expect(evolution.receipt(answer(201, { key: { id: 'X' } }))?.chatId).toBeNull();
	});

	it.each([{ key: { id: '' } }, { message: '(#100) No', code: 100 }, {}, '<html></html>'])(
		'finds none in %j',
		(body) => {
			expect(evolution.receipt(answer(201, body))).toBeUndefined();
		},
	);
});

describe('refusals', () => {
	it('name the licence that a server of version 2.4 lacks: nothing was sent', () => {
		const message = 'Your instance is not activated. Please complete registration.';
		const body = { error: 'service not activated', code: 'LICENSE_REQUIRED', message };
		expect(evolution.refusal(answer(503, body))).toEqual({
			message,
			code: 'LICENSE_REQUIRED',
			outcome: 'notSent',
			advice: 'Activate the license of this server in the Evolution API manager, then send again.',
		});
	});

	const of = (status: number, message: unknown) =>
		evolution.refusal(answer(status, { status, error: 'Bad Request', response: { message } }));

	it('says that a number is not on WhatsApp', () => {
		const advice = 'Check the number: it has no WhatsApp account.';
		expect(of(400, [{ jid: '1@s.whatsapp.net', exists: false, number: '1' }])).toEqual({
			message: '1 is not on WhatsApp',
			advice,
		});
		expect(of(400, [{ jid: '1@s.whatsapp.net', exists: false }]).message).toBe(
			'1@s.whatsapp.net is not on WhatsApp',
		);
		expect(of(400, { exists: false })).toEqual({
			message: 'The number is not on WhatsApp',
			advice,
		});
	});

	it.each([
		'Error: Timed Out',
		'Error: Connection Closed',
		'TypeError: Cannot read properties of undefined',
		'PrismaClientKnownRequestError: \nInvalid invocation',
		'BadRequestException',
	])('does not know whether a card went out after a 400 with %j', (words) => {
		expect(of(400, [words])).toMatchObject({ message: words, outcome: 'unknown' });
	});

	it.each([
		'Connection Closed',
		"Cannot read properties of undefined (reading 'contactMessage')",
		"Cannot read properties of undefined (reading 'id')",
	])('knows that nothing was sent after a 500 with the bare text %j', (words) => {
		expect(of(500, words)).toMatchObject({ message: words, outcome: 'notSent' });
		expect(of(500, [`Error: ${words}`]).outcome).toBeUndefined();
	});

	it.each([
		[400, ['Invalid format', 'contact contains duplicate item']],
		[400, ['[object Object]']],
		[400, 'Unexpected end of JSON input'],
		[401, 'Unauthorized'],
		[404, ['The "x" instance does not exist']],
	])('leaves %i with %j to the status', (status, message) => {
		expect(of(status, message).outcome).toBeUndefined();
		expect(of(status, message).message).toBe([message].flat().join('; '));
	});

	it('shows what else the server may say', () => {
		expect(of(500, [{ odd: 1 }, null, 'No'])).toEqual({ message: '{"odd":1}; No' });
		expect(of(400, [['contact contains duplicate item']])).toEqual({
			message: 'contact contains duplicate item',
		});
		expect(of(400, [[[{ error: { message: ['too long'] } }]]])).toEqual({ message: 'too long' });
		const deep: unknown = JSON.parse(`${'['.repeat(10_000)}"No"${']'.repeat(10_000)}`);
		const buried = { response: { message: deep } };
		expect(evolution.refusal({ status: 400, headers: {}, json: buried, text: '' }).message).toBe(
			'No',
		);
		expect(
			evolution.refusal(
				answer(503, {
					error: 'service not activated',
					code: 'LICENSE_REQUIRED',
					message: 'Not active',
				}),
			),
		).toMatchObject({
			code: 'LICENSE_REQUIRED',
			advice: expect.stringContaining('Activate the license'),
		});
		expect(evolution.refusal(answer(502, '<html></html>'))).toEqual({ message: '<html></html>' });
		expect(
			evolution.refusal(answer(503, { error: 'Service Unavailable' })).outcome,
		).toBeUndefined();
		expect(evolution.refusal(answer(200, {}))).toEqual({ message: '{}' });
	});

	it("reads Meta's error, which comes with a success status", () => {
		const error = { message: '(#131026) Message undeliverable', code: 131026 };
		expect(
			evolution.refusal(answer(201, { ...error, error_data: { details: 'No account' } })),
		).toEqual({
			message: 'Message undeliverable: No account',
			code: '131026',
		});
		expect(evolution.refusal(answer(201, error)).message).toBe('Message undeliverable');
		const again = { ...error, error_data: { details: 'Message undeliverable. No account' } };
		expect(evolution.refusal(answer(201, again)).message).toBe('Message undeliverable. No account');
	});
});

it('the credential is the header apikey', async () => {
	const { headers } = await new ContactCardEvolutionApi().authenticate(
		{ apiKey: ' key-1\n' },
		{ url: 'https://example.com', headers: { a: 'b' } },
	);
	expect(headers).toEqual({ a: 'b', apikey: 'key-1' });
});

describe('in a workflow', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => sandbox.reset());

	const run = async (parameters: INodeParameters, settings: WorkflowSettings = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'evolution',
				instanceName: byId(EVOLUTION.instance),
				recipient: '+6281234567890',
				contactSource: 'json',
				contactsJson: JSON.stringify(ana),
				...parameters,
			},
			settings,
		);
	const failure = async (parameters: INodeParameters) => {
		const [item] = outputs(await run(parameters, { onError: 'continueRegularOutput' }));
		return item ?? {};
	};

	it.each<[INodeParameters, string]>([
		[
			{ recipient: `+${SPECIAL_NUMBERS.notOnWhatsApp}` },
			'Evolution API refused the card (400): 12025550190 is not on WhatsApp [item 0]. Check the number: it has no WhatsApp account.',
		],
		[
			{ instanceName: byId('nowhere') },
			'Evolution API refused the card (404): The "nowhere" instance does not exist [item 0]. Check the instance: this server has none with that name.',
		],
		[
			{ instanceName: byId(EVOLUTION.closedInstance) },
			'Evolution API refused the card (500): Connection Closed [item 0]. Connect the instance to WhatsApp in Evolution API.',
		],
		[
			{ instanceName: byId(EVOLUTION.unloadedInstance) },
			"Evolution API refused the card (500): Cannot read properties of undefined (reading 'contactMessage') [item 0]. Connect the instance to WhatsApp in Evolution API.",
		],
		[
			{ recipient: '120363040000000404@g.us' },
			"Evolution API refused the card (500): Cannot read properties of undefined (reading 'id') [item 0]. Check the group: the instance is not a member of it.",
		],
		[
			{ contactsJson: JSON.stringify([ana, ana]) },
			'Evolution API refused the card (400): contact contains duplicate item [item 0]. Correct what the provider names, then send again.',
		],
		[
			{
				instanceName: byId(EVOLUTION.metaInstance),
				recipient: `+${SPECIAL_NUMBERS.notOnWhatsApp}`,
			},
			'Evolution API refused the card (201 131026): Message undeliverable: The recipient has no WhatsApp account [item 0]. Correct what the provider names, then send again.',
		],
	])('says what is wrong with %j, and sends nothing', async (parameters, error) => {
		expect(await failure(parameters)).toMatchObject({ error, outcome: 'notSent' });
		expect(sandbox.requests()).toHaveLength(1);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		[SPECIAL_NUMBERS.neverConfirms, 'Error: Timed Out', 0],
		[SPECIAL_NUMBERS.sendFails, 'Error: Connection Closed', 0],
		[EVOLUTION_NUMBERS.savesNothing, 'PrismaClientKnownRequestError', 1],
	])('does not know about %s, and asks once', async (number, words, sent) => {
		expect(await failure({ recipient: `+${number}` })).toMatchObject({
			error: expect.stringMatching(
				new RegExp(
					`${words}.*The card may have arrived: ask the recipient or check the chat before you send it again\\.`,
				),
			),
			httpCode: '400',
			outcome: 'unknown',
		});
		expect(sandbox.requests()).toHaveLength(1);
		expect(sandbox.count()).toBe(sent);
	});

	it('says what is wrong with a token of another instance', async () => {
		const { error } = await runSend(
			sandbox,
			{
				provider: 'evolution',
				instanceName: byId(EVOLUTION.secondInstance),
				recipient: '+6281234567890',
				contactSource: 'json',
				contactsJson: JSON.stringify(ana),
			},
			{},
			{ evolution: { apiKey: EVOLUTION.instanceToken } },
		);
		expect(error?.message).toBe(
			'Evolution API refused the card (401): Unauthorized [item 0]. Check the API key in the credential: the global key, or the token of this instance.',
		);
	});

	it('sends several contacts to a group in one message', async () => {
		const others = [
			{ ...ana, name: 'Ben' },
			{ ...ana, name: 'Chen' },
		];
		const sent = await run({
			recipient: EVOLUTION.group,
			contactsJson: JSON.stringify([ana, ...others]),
		});
		expect(outputs(sent)[0]).toMatchObject({
			recipient: EVOLUTION.group,
			chatId: EVOLUTION.group,
			messageIds: [expect.stringMatching(/^3EB0[0-9A-F]{18}$/)],
		});
		expect(sandbox.deliveries()[0]?.contacts).toHaveLength(3);
	});

	it("gives Meta's channel the delay and the reply", async () => {
		await run({
			instanceName: byId(EVOLUTION.metaInstance),
			options: { delay: 2, replyTo: 'wamid.X' },
		});
		expect(sandbox.deliveries()[0]?.options).toEqual({
			delay: 2000,
			quoted: { key: { id: 'wamid.X' } },
		});
	});

	it('lists the instances with their states, and finds one', async () => {
		const search = async (filter?: string) =>
			await new SendContactCard().methods.listSearch['searchEvolutionInstances']?.call(
				listContext(
					sendWorkflow({ provider: 'evolution' }),
					SEND,
					sendPackage,
					credentialData(sandbox),
				),
				filter,
			);
		const all = await search();
		expect(all?.results.slice(0, 3)).toEqual([
			{ name: 'sales (open)', value: 'sales' },
			{ name: 'support (open)', value: 'support' },
			{ name: 'offline (close)', value: 'offline' },
		]);
		expect(all?.results).toHaveLength(34);
		expect(JSON.stringify(all)).not.toContain(EVOLUTION.instanceToken);
		expect((await search('SHOP-09'))?.results).toEqual([
			{ name: 'shop-09 (connecting)', value: 'shop-09' },
		]);
		sandbox.fault({ kind: 'html-200', on: 'list' });
		await expect(search()).rejects.toMatchObject({
			message: expect.stringMatching(/^Evolution API did not return the list \(200\)/),
		});
	});
});
