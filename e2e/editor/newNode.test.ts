import type { INodeProperties } from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SEND } from '../../test/support/workflow';
import { Canvas, type NodePanel } from './editor';
import { startSession, type Session } from './session';
import { credentialName, workingCredentials } from './workflow';

let sandbox: Sandbox;
let session: Session;
beforeAll(async () => {
	sandbox = await startSandbox();
	session = await startSession(workingCredentials({ ...sandbox.credentials }));
});
afterAll(async () => {
	await session.close();
	await sandbox.close();
});
beforeEach(() => sandbox.reset());

/** How the names of all working credentials end. */
const SANDBOXED = credentialName('').trim();

async function newNode(): Promise<NodePanel> {
	const canvas = new Canvas(await session.open('/workflow/new'));
	return await canvas.add('vcard', SEND, 'Send contact card');
}

const { properties } = new SendContactCard().description;

/** The labels that the editor shows for a provider of a new node, by the description alone. */
function labelsFor(provider: string): string[] {
	const chosen = { provider, contactSource: 'fields', addressBy: 'phone' };
	return properties
		.filter((property) => isShown(property, properties, chosen))
		.map(({ displayName }) => displayName);
}

it('finds both nodes by what people search for', async () => {
	const canvas = new Canvas(await session.open('/workflow/new'));
	for (const text of [
		'vcard',
		'contact',
		'contacts',
		'whatsapp',
		'whatsapp contact',
		'telegram contact',
		'whatsapp card',
		'vcard file',
		'phone number',
		'cartão de contato',
		'cartão de visita',
		'tarjeta de contacto',
		'tarjeta de visita',
		'vcf',
	]) {
		expect(await canvas.search(text, SEND)).toContain('Convert Contact Card');
	}
	for (const text of [
		'send vcard',
		'share contact',
		'enviar contato',
		'compartilhar contato',
		'enviar contacto',
		...providers.map(({ displayName }) => displayName),
	]) {
		expect(await canvas.search(text, SEND)).toContain(SEND);
	}
	await canvas.page.close();
});

describe('a new node', () => {
	let panel: NodePanel;
	beforeAll(async () => {
		panel = await newNode();
	});
	afterAll(async () => await panel.page.close());

	it('asks for operation, provider, recipient and contact, in this order', async () => {
		expect(await panel.chosen('operation')).toBe('Send Contact Card');
		expect(await panel.chosen('provider')).toBe('WhatsApp Cloud API');
		const labels = await panel.labels();
		expect(labels).toEqual([
			'Operation',
			'Provider',
			'Credential',
			'Recipient',
			'Contact Source',
			'Contacts',
			'Full Name',
			'Phones',
			'Phone',
			'Type',
			'Emails',
			'Company',
			'Options',
		]);
	});

	it('offers every provider', async () => {
		expect(await panel.offered('provider')).toEqual(
			providers.map(({ displayName }) => displayName),
		);
	});

	it('keeps recipient, contacts and options from provider to provider', async () => {
		await panel.locator('recipient').fill('+6281234567890');
		await panel.fill('contacts.contact[0].formattedName', 'Ana Lima');
		await panel.addEntry('Add Phone');
		await panel.fill('contacts.contact[0].phones.phone[0].phone', '+447700900001');
		await panel.addEntry('Add Contact');
		await panel.fill('contacts.contact[1].formattedName', 'Bruno Reis');
		await panel.addEntry('Add Phone', 1);
		await panel.fill('contacts.contact[1].phones.phone[0].phone', '+447700900002');
		await panel.addEntry('Add Phone', 1);
		await panel.fill('contacts.contact[1].phones.phone[1].phone', '+447700900003');
		await panel.addOption('Timeout');
		await panel.fill('options.timeout', '12345');

		let kept = true;
		for (const { id, displayName } of providers) {
			await panel.choose('provider', displayName);
			const wanted = labelsFor(id);
			await panel.shows(wanted);
			expect((await panel.labels()).filter((label) => wanted.includes(label))).toEqual(wanted);
			expect(await panel.chosen('provider')).toBe(displayName);
			const offered = await panel.chooseCredential(credentialName(displayName));
			expect(offered.filter((name) => name.endsWith(SANDBOXED))).toEqual([
				credentialName(displayName),
			]);
			if (wanted.includes('Recipient')) {
				// n8n forgets what a node does not show, so a provider without Recipient between two with one loses it
				if (!kept) await panel.locator('recipient').fill('+6281234567890');
				expect(await panel.locator('recipient').value()).toBe('+6281234567890');
			}
			kept = wanted.includes('Recipient');
			expect(await panel.value('contacts.contact[0].phones.phone[0].phone')).toBe('+447700900001');
			expect(await panel.value('contacts.contact[1].formattedName')).toBe('Bruno Reis');
			expect(await panel.value('contacts.contact[1].phones.phone[1].phone')).toBe('+447700900003');
			expect(await panel.value('options.timeout')).toBe('12345');
		}
	});

	it('sends what was filled in, and shows the receipt', async () => {
		await panel.choose('provider', 'GOWA');
		await panel.chooseCredential(credentialName('GOWA'));
		await panel.execute();
		await panel.showOutputAs('json');
		await panel.output('"sent"').first().waitFor();
		const sent = sandbox.deliveries().flatMap((card) => card.contacts);
		expect(sent.map(({ name }) => name.formatted_name)).toEqual(['Ana Lima', 'Bruno Reis']);
	});
});

describe('a new credential', () => {
	let panel: NodePanel;
	beforeAll(async () => {
		panel = await newNode();
	});
	afterAll(async () => await panel.page.close());

	it.each(providers.map((provider) => [provider.displayName, provider] as const))(
		'of %s says what is wrong with a secret, and is saved when it works',
		async (displayName, { credential: { name: type, properties: fields } }) => {
			const working = workingCredentials({ ...sandbox.credentials });
			const data = new Map(Object.entries(working.find((each) => each.type === type)?.data ?? {}));
			const secret = fields.find(({ typeOptions }) => typeOptions?.password === true)?.name ?? '';
			await panel.choose('provider', displayName);
			const dialog = await panel.newCredential();
			for (const field of fields.filter(
				(each) => each.type === 'string' && isShown(each, fields),
			)) {
				await dialog.fill(
					field.name,
					field.name === secret ? 'wrong' : String(data.get(field.name)),
				);
			}
			await dialog.save();
			expect(await dialog.failure()).toContain(`${displayName} rejected this`);
			await dialog.fill(secret, String(data.get(secret)));
			await dialog.save();
			await dialog.closed();
		},
	);
});

/** Whether the editor shows a field where nothing was changed but what is `chosen`. */
function isShown(
	{ displayOptions }: INodeProperties,
	fields: readonly INodeProperties[],
	chosen: Readonly<Record<string, unknown>> = {},
): boolean {
	const holds = (conditions: Readonly<Record<string, unknown>> = {}) =>
		Object.entries(conditions).map(([name, values]) => {
			const value = chosen[name] ?? fields.find((field) => field.name === name)?.default;
			return Array.isArray(values) && values.includes(value);
		});
	return (
		holds(displayOptions?.show).every((isSo) => isSo) &&
		!holds(displayOptions?.hide).some((isSo) => isSo)
	);
}
