import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SEND } from '../../test/support/workflow';
import { Canvas } from './editor';
import { startSession, type Session } from './session';
import { credentialName, saveWorkflow, workingCredentials } from './workflow';

let sandbox: Sandbox;
let session: Session;
beforeAll(async () => {
	sandbox = await startSandbox();
	session = await startSession(workingCredentials({ ...sandbox.credentials }), 'oldest');
});
afterAll(async () => {
	await session.close();
	await sandbox.close();
});

describe('in the oldest n8n', () => {
	it('a node is found, and its panel has the fields and sends', async () => {
		const canvas = new Canvas(await session.open('/workflow/new'));
		const panel = await canvas.add('vcard', SEND, 'Send contact card');
		await panel.shows(['Operation', 'Provider', 'Recipient', 'Contact Source', 'Full Name']);
		await panel.choose('provider', 'GOWA');
		await panel.chooseCredential(credentialName('GOWA'));
		await panel.locator('recipient').fill('+6281234567890');
		await panel.fill('contacts.contact[0].formattedName', 'Ana Lima');
		await panel.fill('contacts.contact[0].phones.phone[0].phone', '+447700900001');
		await panel.execute();
		await panel.showOutputAs('json');
		await panel.output('"sent"').waitFor();
		const [card] = sandbox.deliveries();
		expect(card?.contacts.map(({ name }) => name.formatted_name)).toEqual(['Ana Lima']);
		await panel.page.close();
	});

	it('a saved node keeps its recipient from provider to provider, and a row becomes a card', async () => {
		const parameters = {
			provider: 'gowa',
			recipient: '+6281234567890',
			contactSource: 'item',
		};
		const items = [{ Nome: 'Bruno Reis', Celular: '+44 7700 900002', Industry: 'Retail' }];
		const page = await session.open(await saveWorkflow(session, { parameters, items }));
		const panel = await new Canvas(page).openNode(SEND);
		await panel.choose('provider', 'WAHA');
		await panel.shows(['Recipient', 'Columns']);
		expect(await panel.locator('recipient').value()).toBe('+6281234567890');
		await panel.chooseCredential(credentialName('WAHA'));
		sandbox.reset();
		await panel.execute();
		await panel.showOutputAs('json');
		await panel.output('"sent"').waitFor();
		const [card] = sandbox.deliveries();
		expect(card?.contacts.map(({ name }) => name.formatted_name)).toEqual(['Bruno Reis']);
		await page.close();
	});
});
