import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { readVCards } from '../nodes/contact/vcard/read';
import { providers } from '../nodes/providers';
import type { WorkflowFile } from '../sandbox/engine/engine';
import type { FaultRule } from '../sandbox/faults/rules';
import { account as EVOLUTION } from '../sandbox/providers/evolution/account';
import { account as WAHA } from '../sandbox/providers/waha/account';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { readQrCode } from '../test/support/qrCode';
import { runSavedWorkflow, saveWorkflow } from './support/executions';
import type { CredentialFile, Home } from './support/home';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage } from './support/packed';
import { manualTrigger, node, TRIGGER } from './support/workflows';

/** By provider, where a card goes beside the recipient. */
const WHERE: Readonly<Record<string, INodeParameters>> = {
	evolution: { instanceName: EVOLUTION.instance },
	waha: { session: WAHA.session },
	whatsAppCloud: {},
	wuzapi: {},
};
const SENDERS = Object.keys(WHERE);

const ANA = '+447700900001';
const BEN = '+447700900002';
const PEOPLE: readonly IDataObject[] = [
	{ to: ANA, who: 'Ana', names: ['Marcus Okonjo'], after: 'He is in until six. 🙂' },
	{ to: BEN, who: 'Ben', names: ['Inês Silva', 'Wei Chen'], after: '' },
	{ to: ANA, who: 'Ana, once more', names: ['Karim Haddad'], after: 'Line one\nLine two' },
];
/** What Ana and Ben read. */
const CHATS = {
	[ANA]: [
		'Hi Ana',
		'[Marcus Okonjo]',
		'He is in until six. 🙂',
		'Hi Ana, once more',
		'[Karim Haddad]',
		'Line one\nLine two',
	],
	[BEN]: ['Hi Ben', '[Inês Silva, Wei Chen]'],
};
/** For services that carry one contact in a message. */
const ONE_BY_ONE = { ...CHATS, [BEN]: ['Hi Ben', '[Inês Silva]', '[Wei Chen]'] };

let sandbox: Sandbox;
let home: Home;
let n8n: N8n;
beforeAll(async () => {
	sandbox = await startSandbox();
	home = await openHome('current');
	const packed = await packPackage();
	await home.installPackage(packed.tarball);
	await packed.remove();
	await home.importCredentials(SENDERS.map(credentialOf));
	n8n = await startN8n(home);
});
beforeEach(() => {
	sandbox.reset();
	sandbox.clear();
});
afterAll(async () => {
	await n8n.stop();
	await home.remove();
	await sandbox.close();
});

describe('Texts around a card', () => {
	it('reach everybody in order, from expressions of each item, through four providers in one workflow', async () => {
		const execution = await run(PEOPLE, SENDERS.map(sends()));
		expect(execution.error).toBeUndefined();
		for (const provider of SENDERS) {
			expect(chatsOf(provider)).toEqual(atOnce(provider) === 1 ? ONE_BY_ONE : CHATS);
			expect(execution.items(provider).map(({ textMessageIds }) => textMessageIds)).toEqual([
				[expect.any(String), expect.any(String)],
				[expect.any(String)],
				[expect.any(String), expect.any(String)],
			]);
		}
	});

	it.each<[string, number, FaultRule]>([
		['the second card', 4, { kind: '401' }],
		['a text after a card', 2, { kind: '429-retry-after', seconds: 0 }],
		['a text before a card', 3, { kind: 'success-false' }],
	])('are sent once with Retry On Fail where %s is refused', async (_, after, fault) => {
		sandbox.fault({ ...fault, after, times: 1 });
		const retries = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const execution = await run(PEOPLE, [sends({ concurrency: 1 }, retries)('waha')]);
		expect(execution.error).toBeUndefined();
		expect(chatsOf('waha')).toEqual(CHATS);
	});

	it('are held back with Retry On Fail where nobody knows whether the card arrived', async () => {
		sandbox.fault({ kind: 'reset-after', after: 1, times: 1 });
		const retries = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const execution = await run(PEOPLE.slice(0, 1), [sends({}, retries)('waha')]);
		expect(execution.error).toContain('The card was not sent again');
		expect(execution.error).toContain('Sent: Text Before. Not sent: Text After.');
		expect(chatsOf('waha')).toEqual({ [ANA]: ['Hi Ana', '[Marcus Okonjo]'] });
	});
});

describe('WhatsApp ID: Look Up', () => {
	const phones = ['+5531987654321', '+5511987654321', '+525512345678', '+12025550190'];
	const items = [
		{ to: ANA, phones },
		{ to: BEN, phones },
	];
	const options = { whatsappId: 'lookUp', textBefore: '', textAfter: '' };
	const ids = () =>
		sandbox
			.deliveries()
			.map(({ contacts: [contact] }) => contact?.phones.map(({ wa_id: id }) => id ?? null));
	const lookUps = () => sandbox.requests().filter(({ url }) => url.includes('check-exists'));

	it('asks once about each number, and puts the ID of the account into both cards', async () => {
		const execution = await run(items, [sends(options)('waha')]);
		expect(execution.error).toBeUndefined();
		const found = ['553187654321', '5511987654321', '5215512345678', null];
		expect(ids()).toEqual([found, found]);
		expect(lookUps()).toHaveLength(4);
		expect(execution.items('waha').map(({ recipient, warnings }) => [recipient, warnings])).toEqual(
			[ANA, BEN].map((to) => [
				`${to.slice(1)}@c.us`,
				[
					{
						contact: 1,
						field: 'phones',
						message: '+12025550190 is not on WhatsApp: the card shows Invite',
					},
				],
			]),
		);
	});

	it('that fails loses no card', async () => {
		sandbox.fault({ kind: '502-html', on: 'list' });
		const execution = await run(items, [sends({ ...options, maxRetries: 0 })('waha')]);
		expect(execution.error).toBeUndefined();
		const digits = phones.map((phone) => phone.slice(1));
		expect(ids()).toEqual([digits, digits]);
		expect(JSON.stringify(execution.items('waha'))).toContain('could not be looked up');
	});
});

describe('Convert, To QR Code', () => {
	it('makes a picture that a camera reads as the vCard', async () => {
		const convert = node('Convert', 'n8n-nodes-contact-card.convertContactCard', 1, {
			operation: 'toQrCode',
			contactSource: 'json',
			contactsJson:
				'={{ { name: { formatted_name: $json.names[0] }, phones: [{ phone: $json.to }], note: "x".repeat(2000) } }}',
			options: { errorCorrection: 'H', size: 900 },
		});
		const toText = node('To Text', 'n8n-nodes-base.extractFromFile', 1, {
			operation: 'binaryToPropery',
			options: {},
		});
		const execution = await run(PEOPLE, [convert], [toText]);
		expect(execution.error).toBeUndefined();
		const codes = execution
			.items('To Text')
			.map(({ data }) => readQrCode(Buffer.from(z.string().parse(data), 'base64')));
		expect(codes.map(({ side }) => side)).toEqual([900, 900, 900]);
		expect(codes.map(({ text }) => readVCards(text).contacts[0]?.draft)).toMatchObject([
			{ name: { formatted_name: 'Marcus Okonjo' }, phones: [{ phone: ANA }] },
			{ name: { formatted_name: 'Inês Silva' }, phones: [{ phone: BEN }] },
			{ name: { formatted_name: 'Karim Haddad' }, phones: [{ phone: ANA }] },
		]);
		expect(
			execution.items('Convert').map(({ fileName, warnings }) => [fileName, warnings]),
		).toEqual(
			['Marcus Okonjo.png', 'Inês Silva.png', 'Karim Haddad.png'].map((fileName) => [
				fileName,
				[
					{
						field: 'note',
						message:
							'A QR code holds at most 1,273 bytes with this error correction; the note was left out',
					},
				],
			]),
		);
	});
});

/** A Send Contact Card node of a provider that is called like it. */
function sends(
	options: INodeParameters = {},
	settings: Partial<INode> = {},
): (provider: string) => INode {
	return (provider) => {
		const { id, name, type } = credentialOf(provider);
		return node(
			provider,
			'n8n-nodes-contact-card.sendContactCard',
			1,
			{
				operation: 'send',
				provider,
				...WHERE[provider],
				recipient: '={{ $json.to }}',
				contactSource: 'json',
				contactsJson:
					'={{ $json.phones ? { name: { formatted_name: "All" }, phones: $json.phones } : $json.names.map((name) => ({ name: { formatted_name: name }, phones: [{ phone: "+442079460123" }] })) }}',
				options: { textBefore: '=Hi {{ $json.who }}', textAfter: '={{ $json.after }}', ...options },
			},
			{ credentials: { [type]: { id, name } }, ...settings },
		);
	};
}

function credentialOf(provider: string): CredentialFile {
	const { name: type } = providerOf(provider).credential;
	const all: Record<string, object> = { ...sandbox.credentials };
	return { id: provider, name: `Sandbox ${provider}`, type, data: all[provider] ?? {} };
}

function providerOf(id: string) {
	const provider = providers.find((known) => known.id === id);
	if (provider === undefined) throw new Error(`There is no provider ${id}`);
	return provider;
}

function atOnce(id: string): number | undefined {
	return providerOf(id).limits.contactsPerCard;
}

/** Runs a workflow in which the items go to each of the nodes, and from the first of them to those after it. */
async function run(items: readonly IDataObject[], nodes: INode[], after: INode[] = []) {
	const link = (to: INode) => ({ node: to.name, type: 'main' as const, index: 0 });
	const workflow: WorkflowFile = {
		name: 'Texts',
		nodes: [manualTrigger, ...nodes, ...after],
		connections: {
			[TRIGGER]: { main: [nodes.map(link)] },
			...(nodes[0] === undefined || after.length === 0
				? {}
				: { [nodes[0].name]: { main: [after.map(link)] } }),
		},
		pinData: { [TRIGGER]: items.map((json) => ({ json: { ...json } })) },
		settings: { executionOrder: 'v1' },
	};
	return await runSavedWorkflow(n8n, await saveWorkflow(n8n, workflow), TRIGGER);
}

/** What the recipients of a provider read, by number: texts, and the names on cards. */
function chatsOf(provider: string): Record<string, string[]> {
	const chats: Record<string, string[]> = {};
	const own = sandbox.deliveries().filter((card) => card.provider === provider);
	for (const { recipient, text, contacts } of own) {
		const to = `+${recipient.replace(/\D/g, '')}`;
		const names = contacts.map(({ name }) => name.formatted_name).join(', ');
		(chats[to] ??= []).push(text ?? `[${names}]`);
	}
	return chats;
}
