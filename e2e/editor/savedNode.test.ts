import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { SEND } from '../../test/support/workflow';
import { Canvas, type NodePanel } from './editor';
import { startSession, type Appearance, type Session } from './session';
import { credentialName, saveWorkflow, workingCredentials, type SavedWorkflow } from './workflow';

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

async function savedNode(workflow: SavedWorkflow, appearance?: Appearance): Promise<NodePanel> {
	const page = await session.open(await saveWorkflow(session, workflow), appearance);
	return await new Canvas(page).openNode(SEND);
}

describe('a saved node', () => {
	const contacts = {
		contact: [{ formattedName: 'Ana Lima', phones: { phone: [{ phone: '+447700900001' }] } }],
	};

	it('takes a value of the input as recipient, by drag and drop', async () => {
		const panel = await savedNode({
			parameters: { provider: 'gowa', contacts },
			items: [{ phone: '+6281234567890' }],
		});
		await panel.dragInput('phone', panel.locator('recipient').target);
		await panel.locator('recipient').expression.getByText('{{ $json.phone }}').waitFor();
		await panel.execute();
		await panel.showOutputAs('json');
		await panel.output('"6281234567890@s.whatsapp.net"').waitFor();
		await panel.page.close();
	});

	it('sends the rows of a sheet with two parameters set', async () => {
		const panel = await savedNode({
			parameters: { provider: 'gowa' },
			items: [
				{ Nome: 'Ana Lima', Celular: '+44 7700 900001', Guest: '+6281234567890' },
				{ Nome: 'Bruno Reis', Celular: '+44 7700 900002', Guest: '+6281234567891' },
			],
		});
		await panel.choose('contactSource', 'Input Item');
		await panel.dragInput('Guest', panel.locator('recipient').target);
		await panel.locator('recipient').expression.getByText('{{ $json.Guest }}').waitFor();
		await panel.execute();
		await panel.showOutputAs('json');
		await panel.output('"6281234567890@s.whatsapp.net"').waitFor();
		const cards = sandbox
			.deliveries()
			.map(({ recipient, contacts: [contact] }) => [recipient, contact?.name.formatted_name]);
		expect(cards).toEqual([
			['6281234567890@s.whatsapp.net', 'Ana Lima'],
			['6281234567891@s.whatsapp.net', 'Bruno Reis'],
		]);
		await panel.page.close();
	});

	it('with a recipient as plain text shows it, and sends', async () => {
		const panel = await savedNode({
			parameters: { provider: 'gowa', recipient: '+6281234567890', contacts },
		});
		expect(await panel.locator('recipient').value()).toBe('+6281234567890');
		await panel.execute();
		await panel.showOutputAs('json');
		await panel.output('"6281234567890@s.whatsapp.net"').waitFor();
		await panel.page.close();
	});

	it('shows what failed, and goes on with the next item', async () => {
		const panel = await savedNode({
			parameters: { provider: 'gowa', recipient: '={{ $json.phone }}', contacts },
			items: [{ phone: `+${SPECIAL_NUMBERS.notOnWhatsApp}` }, { phone: '+6281234567890' }],
			onError: 'continueRegularOutput',
		});
		await panel.execute();
		await panel.showOutputAs('json');
		await panel.output('"notSent"').waitFor();
		await panel.output('"INVALID_JID"').waitFor();
		await panel.output('"sent"').waitFor();
		await panel.page.close();
	});

	it('lets a recipient be chosen by name and number, and takes the choice to no other account', async () => {
		const panel = await savedNode({ parameters: { provider: 'gowa', contacts } });
		const recipient = panel.locator('recipient');
		await recipient.chooseMode('From list');
		const entries = await recipient.openList();
		expect(await entries.first().innerText()).toBe('Sales team (group 120363040000000001)');
		await recipient.search('lindqvist', 'Hana Lindqvist (+447700900024)');
		await panel.choose('provider', 'WAHA');
		await panel.chooseCredential(credentialName('WAHA'));
		await recipient.shows('');
		expect(await recipient.mode()).toBe('From list');
		expect(await recipient.openRefusedList()).toContain(
			'WAHA has no list of recipients to choose from. Choose Number instead of From List',
		);
		await panel.page.close();
	});

	it('says at once what is no phone number', async () => {
		const panel = await savedNode({ parameters: { provider: 'gowa', contacts } });
		await panel.locator('recipient').fill('Ana Lima');
		await panel.page.keyboard.press('Tab');
		await panel.locator('recipient').showsProblem('This is not a phone number');
		await panel.page.close();
	});

	it('sums up above the output what was left out', async () => {
		const [contact] = contacts.contact;
		const emails = { email: [{ email: 'ana@example.com' }] };
		const panel = await savedNode({
			parameters: {
				provider: 'gowa',
				recipient: '+6281234567890',
				contacts: { contact: [{ ...contact, emails, company: 'Acme' }] },
			},
		});
		await panel.execute();
		await panel.output('Sent. GOWA left out: 1 email, the company.').waitFor();
		await panel.page.close();
	});

	it('says why there is no list, and takes a number all the same', async () => {
		const panel = await savedNode({
			parameters: {
				provider: 'gowa',
				contacts,
				options: { deviceId: { __rl: true, mode: 'id', value: 'nobody' } },
			},
		});
		const recipient = panel.locator('recipient');
		await recipient.chooseMode('From list');
		const words = await recipient.openRefusedList();
		expect(words).toContain('GOWA did not return the list');
		expect(words).toContain('Choosing Number works without the list.');
		await panel.page.keyboard.press('Escape');
		await recipient.chooseMode('Number');
		await recipient.fill('+6281234567890');
		expect(await recipient.value()).toBe('+6281234567890');
		await panel.page.close();
	});

	it('has its icon for the dark', async () => {
		const panel = await savedNode({ parameters: { provider: 'gowa' } }, { colorScheme: 'dark' });
		expect(await panel.brightness()).toBeLessThan(0.3);
		expect(await panel.icon()).toMatch(/contactCard\.dark\.svg$/);
		await panel.page.close();
	});
});
