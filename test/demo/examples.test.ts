import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse } from 'n8n-workflow';

import { completeContact } from '../../nodes/contact/complete';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers';
import { loadBuiltPackage } from '../../sandbox/demo/builtPackage';
import { EXAMPLES, readExample, sandboxCredentials, WORKFLOWS } from '../../sandbox/demo/examples';
import { runWorkflow, type Package, type WorkflowFile } from '../../sandbox/engine/engine';
import { misbehaviourOf } from '../../sandbox/misbehaviour';
import { startSandbox, type Sandbox } from '../../sandbox/server';

const KNOWN_NODES = [
	'n8n-nodes-base.manualTrigger',
	'n8n-nodes-base.noOp',
	'n8n-nodes-base.stickyNote',
	'n8n-nodes-contact-card.convertContactCard',
	'n8n-nodes-contact-card.sendContactCard',
];

/** Ranges that the countries' regulators keep for fiction, and the emergency number. */
const NUMBERS_OF_NOBODY =
	/^(\+1 202-555-01\d\d|\+44 7700 900\d{3}|\+44 20 7946 0\d{3}|\+61 491 57[02] \d{3}|\+33 6 39 98 \d\d \d\d|\+353 20 91\d \d{4}|\+46 70 174 06 \d\d|\+49 171 39200\d\d|\+49 30 23125 \d{3}|112)$/;

const contacts = jsonParse<
	Array<{ name: { formatted_name: string }; phones: Array<{ phone: string }> }>
>(readFileSync(path.join(EXAMPLES, 'contacts.json'), 'utf8'));

describe('contacts.json', () => {
	it('holds at least twelve contacts with different names', () => {
		const names = contacts.map(({ name }) => name.formatted_name);
		expect(names.length).toBeGreaterThanOrEqual(12);
		expect(new Set(names).size).toBe(names.length);
	});

	it('holds no phone number of a real person', () => {
		const phones = contacts.flatMap((contact) => contact.phones.map(({ phone }) => phone));
		expect(phones.filter((phone) => !NUMBERS_OF_NOBODY.test(phone))).toEqual([]);
	});

	it('is read without a warning', () => {
		const read = readJson(contacts, dialects).map((contact) =>
			completeContact(contact, { whatsappId: 'fromPhone' }),
		);
		expect(read.map((contact) => ('problem' in contact ? contact : contact.warnings))).toEqual(
			contacts.map(() => []),
		);
	});
});

describe('The workflows of examples/', () => {
	it('are all run by the demo, the one that fails at the end', () => {
		const files = readdirSync(EXAMPLES).filter((file) => file !== 'contacts.json');
		expect([...WORKFLOWS].sort()).toEqual(files.sort());
		expect(WORKFLOWS.at(-1)).toBe('failures.json');
	});

	describe.each(WORKFLOWS)('%s', (file) => {
		const workflow = readExample(file);

		it('uses nodes of this package and plain ones of n8n', () => {
			const types = workflow.nodes.map(({ type }) => type);
			expect(types.filter((type) => !KNOWN_NODES.includes(type))).toEqual([]);
		});

		it('has a name, an id and a place for every node', () => {
			for (const key of ['id', 'name', 'position'] as const) {
				const values = workflow.nodes.map((node) => JSON.stringify(node[key]));
				expect(new Set(values).size).toBe(values.length);
			}
		});

		it('connects and pins only nodes that it has', () => {
			const names = new Set(workflow.nodes.map(({ name }) => name));
			expect(namesUsed(workflow).filter((name) => !names.has(name))).toEqual([]);
		});

		it('names the credentials of the sandbox', () => {
			const names = workflow.nodes.flatMap(({ credentials }) =>
				Object.values(credentials ?? {}).map(({ name }) => name),
			);
			expect(names.length).toBeGreaterThan(0);
			expect(names.filter((name) => !name.startsWith('Sandbox '))).toEqual([]);
		});

		it('sends to nobody real', () => {
			const recipients = recipientsOf(workflow);
			const phones = recipients.filter((recipient) => !/@g\.us$|^=/.test(recipient));
			expect(phones.filter((phone) => !NUMBERS_OF_NOBODY.test(phone))).toEqual([]);
			expect(phones.filter((phone) => misbehaviourOf(phone) !== undefined)).toEqual([]);
		});
	});
});

describe('Run against the sandbox', () => {
	let contents: Package;
	let sandbox: Sandbox;
	beforeAll(async () => {
		contents = await loadBuiltPackage();
		sandbox = await startSandbox();
	});
	beforeEach(() => sandbox.clear());
	afterAll(async () => sandbox.close());

	const run = async (file: string) =>
		await runWorkflow(readExample(file), contents, sandboxCredentials(sandbox));

	it('five-providers.json sends every contact, through all five', async () => {
		const ended = await run('five-providers.json');
		expect(ended.error).toBeUndefined();
		expect(ended.items('Sent').map(({ json }) => [json['provider'], json['recipient']])).toEqual([
			['chatvolt', 'conv-001'],
			['chatvolt', 'conv-003'],
			['chatvolt', 'conv-005'],
			['chert', '+447700900910'],
			['chert', '+33639981122'],
			['chert', '+61491572549'],
			['gowa', '447700900910@s.whatsapp.net'],
			['gowa', '33639981122@s.whatsapp.net'],
			['gowa', '61491572549@s.whatsapp.net'],
			['ryzeapi', '447700900910'],
			['ryzeapi', '33639981122'],
			['ryzeapi', '61491572549'],
			['wawp', '447700900910'],
			['wawp', '33639981122'],
			['wawp', '61491572549'],
		]);
		const sent = sandbox
			.deliveries({ provider: 'wawp' })
			.flatMap((delivery) => delivery.contacts.map(({ name }) => name.formatted_name));
		expect(sent).toEqual(contacts.map(({ name }) => name.formatted_name));
		expect(sandbox.requests().filter(({ status }) => status !== 200)).toEqual([]);
	});

	it('staff-directory.json sends one card with the whole staff to each recipient', async () => {
		const ended = await run('staff-directory.json');
		expect(ended.error).toBeUndefined();
		expect(ended.items('Sent')).toHaveLength(2);
		expect(ended.items('Sent').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
		]);
		expect(
			sandbox.deliveries().map(({ provider, recipient, contacts: staff }) => ({
				provider,
				recipient,
				staff: staff.map(({ name }) => name.formatted_name),
			})),
		).toEqual([
			{
				provider: 'wawp',
				recipient: '120363040000000001@g.us',
				staff: ['Reception 🏨', '王小明', 'Søren Ødegård', 'Nguyễn Thị Thu Hà', 'Emergency call'],
			},
			{
				provider: 'ryzeapi',
				recipient: '447700900955@s.whatsapp.net',
				staff: ['Reception 🏨', '王小明', 'Søren Ødegård', 'Nguyễn Thị Thu Hà', 'Emergency call'],
			},
		]);
	});

	it('failures.json sends the good cards and puts the wrong one on the error output', async () => {
		const ended = await run('failures.json');
		expect(ended.error).toBeUndefined();
		expect(ended.items('Sent')).toHaveLength(3);
		expect(ended.items('Not Sent').map(({ json }) => json)).toMatchObject([
			{
				error:
					'GOWA refused the card (400 INVALID_JID): Phone 12025550190@s.whatsapp.net is not on whatsapp [item 2]. Check the number: it has no WhatsApp account.',
				description:
					'Check the number: it has no WhatsApp account.<br>The provider says: Phone 12025550190@s.whatsapp.net is not on whatsapp',
				httpCode: '400',
				code: 'INVALID_JID',
				provider: 'gowa',
				outcome: 'notSent',
				sentMessageIds: [],
				// n8n keeps what the item came with beside it
				recipient: '+1 202-555-0190',
			},
		]);
		expect(sandbox.count()).toBe(3);
	});
});

function namesUsed({ connections, pinData }: WorkflowFile): string[] {
	const targets = Object.values(connections).flatMap((outputs) =>
		(outputs['main'] ?? []).flatMap((output) => (output ?? []).map(({ node }) => node)),
	);
	return [...Object.keys(connections), ...targets, ...Object.keys(pinData ?? {})];
}

/** The recipients that the workflow's nodes name and its items pin. */
function recipientsOf({ nodes, pinData }: WorkflowFile): string[] {
	const given = [
		...nodes.map(({ parameters }) => parameters['recipient']),
		...Object.values(pinData ?? {}).flatMap((items) => items.map(({ json }) => json['recipient'])),
	];
	return given.filter((recipient) => typeof recipient === 'string');
}
