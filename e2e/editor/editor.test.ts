import type { INodeProperties } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { providers } from '../../nodes/providers';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { SPECIAL_NUMBERS } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SEND } from '../../test/support/workflow';
import { Canvas, CredentialDialog, NodePanel } from './editor';
import { startSession, type Appearance, type Session } from './session';
import { saveCredentials, saveWorkflow, type SavedWorkflow } from './workflow';

let sandbox: Sandbox;
let session: Session;
let credentialIds: Map<string, string>;
beforeAll(async () => {
	[sandbox, session] = await Promise.all([startSandbox(), startSession()]);
	credentialIds = await saveCredentials(session, { ...sandbox.credentials });
}, 180_000);
afterAll(async () => {
	await session.close();
	await sandbox.close();
});
beforeEach(() => sandbox.reset());

let page: Page | undefined;
afterEach(async () => await page?.context().close());

async function newWorkflow(appearance?: Appearance): Promise<Canvas> {
	page = await session.open('/workflow/new', appearance);
	return new Canvas(page);
}

async function newNode(appearance?: Appearance): Promise<NodePanel> {
	const canvas = await newWorkflow(appearance);
	return await canvas.add('vcard', SEND, 'Send a contact card');
}

async function savedNode(workflow: SavedWorkflow, appearance?: Appearance): Promise<NodePanel> {
	page = await session.open(await saveWorkflow(session, credentialIds, workflow), appearance);
	return await new Canvas(page).openNode(SEND);
}

const { properties } = new SendContactCard().description;

function shownFor(provider: string): INodeProperties[] {
	return properties.filter(({ displayOptions = {} }) => {
		const { provider: ids, contactSource, addressBy } = displayOptions.show ?? {};
		return (
			(ids === undefined || ids.includes(provider)) &&
			(contactSource === undefined || contactSource.includes('fields')) &&
			(addressBy === undefined || addressBy.includes('phone'))
		);
	});
}

const contacts = [
	{ formattedName: 'Ana Lima', phones: { phone: [{ phone: '+447700900001' }] } },
	{ formattedName: 'Bruno Reis', phones: { phone: [{ phone: '+447700900002' }] } },
];

describe('the panel of nodes', () => {
	it.each(['vcard', 'contact', 'whatsapp'])('finds both nodes by "%s"', async (text) => {
		const found = await (await newWorkflow()).search(text);
		expect(found).toEqual(expect.arrayContaining([SEND, 'Convert Contact Card']));
	});
});

describe('a new node', () => {
	it('asks for the credential, the operation, the provider, the recipient and the contact, in this order', async () => {
		const panel = await newNode();
		expect(await panel.chosen('provider')).toBe('GOWA');
		expect(await panel.chosen('operation')).toBe('Send Contact Card');
		const labels = await panel.labels();
		const wanted = ['Operation', 'Provider', 'Recipient', 'Contact Source', 'Full Name', 'Phones'];
		expect(labels.filter((label) => wanted.includes(label))).toEqual(wanted);
		expect(labels).not.toContain('Birthday');
	});

	it('offers every provider', async () => {
		const panel = await newNode();
		await panel.page.getByTestId('parameter-input-provider').click();
		const options = panel.page.getByRole('option').filter({ visible: true });
		await options.first().waitFor();
		expect((await options.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(
			providers.map(({ displayName }) => displayName),
		);
	});
});
