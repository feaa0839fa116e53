import { sendSamples } from '../../sandbox/demo/samples';
import { startSandbox } from '../../sandbox/server';
import { ANA, sendGowa } from './cards';
import { openForTests } from './opened';
import { openPage } from './page';

const inbox = openForTests({
	samples: async (sandbox) => {
		await sendSamples(sandbox);
	},
});

describe('The buttons', () => {
	it('send the sample workflows, and their cards appear', async () => {
		const page = await inbox.open();
		await page.getByRole('button', { name: 'Send the samples' }).click();
		await page.getByText('The sample workflows were sent.').waitFor({ timeout: 20_000 });
		expect(await page.locator('.chat-row').count()).toBeGreaterThan(10);
		await page.getByRole('link', { name: /Refused requests/ }).click();
		await page
			.getByText(/^INVALID_JID: Phone 12025550190@s.whatsapp.net is not on whatsapp$/)
			.first()
			.waitFor();
	});

	it('clear the inbox, after a question', async () => {
		await sendGowa(inbox.sandbox);
		const page = await inbox.open(`#/chat/gowa/${ANA}`);
		await page.getByRole('button', { name: 'Clear' }).click();
		const question = page.getByRole('dialog', { name: 'Clear the inbox?' });
		await question.getByRole('button', { name: 'Cancel' }).click();
		expect(inbox.sandbox.count()).toBe(1);
		await page.getByRole('button', { name: 'Clear' }).click();
		await question.getByRole('button', { name: 'Clear' }).click();
		await page.getByText('No cards yet', { exact: true }).waitFor();
		expect(inbox.sandbox.count()).toBe(0);
	});

	it('make the next card of a provider fail in a chosen way, and stop it', async () => {
		const page = await inbox.open();
		await page.getByRole('button', { name: 'Fail next…' }).click();
		const dialog = page.getByRole('dialog', { name: 'Fail next' });
		await dialog.getByLabel('Provider').selectOption('GOWA');
		await dialog.getByLabel('What happens').selectOption('502 Bad Gateway, as a web page');
		await dialog.getByLabel('How many cards').fill('2');
		await dialog.getByRole('button', { name: 'Fail' }).click();
		await page.getByText('GOWA, next 2 cards: 502 Bad Gateway, as a web page').waitFor();
		await sendGowa(inbox.sandbox);
		await page.getByText('GOWA, next card: 502 Bad Gateway, as a web page').waitFor();
		await page.getByRole('link', { name: /Refused requests 1 new/ }).click();
		await page.getByText('as asked: 502 Bad Gateway, as a web page', { exact: true }).click();
		expect(await page.getByRole('region', { name: 'Answer' }).innerText()).toContain(
			'502 Bad Gateway',
		);
		await page.getByRole('button', { name: 'Stop failing' }).click();
		await page.locator('.faults').waitFor({ state: 'detached' });
		expect(inbox.sandbox.faults()).toEqual([]);
	});

	it('offer every provider and every fault that the sandbox knows', async () => {
		const page = await inbox.open();
		await page.getByRole('button', { name: 'Fail next…' }).click();
		const names = await page.getByLabel('Provider').locator('option').allInnerTexts();
		expect(names).toHaveLength(Object.keys(inbox.sandbox.credentials).length + 1);
		expect(names.at(-1)).toBe('Every provider');
	});
});

describe('The log of refused requests', () => {
	it('has each with its reason, its request and its answer', async () => {
		await sendGowa(inbox.sandbox, { phone: '081' });
		const page = await inbox.open('#/refused');
		await page.getByText(/^VALIDATION_ERROR: phone number must be in international format/).click();
		expect(await page.getByRole('region', { name: 'Request', exact: true }).innerText()).toContain(
			'"phone": "081"',
		);
		expect(await page.getByRole('region', { name: 'Answer' }).innerText()).toContain(
			'"VALIDATION_ERROR"',
		);
		await sendGowa(inbox.sandbox, { contact_name: '' });
		await page.getByText(/^VALIDATION_ERROR: contact_name: cannot be blank\.$/).waitFor();
	});
});

describe('Connect n8n', () => {
	it('says what to enter for every provider', async () => {
		const page = await inbox.open();
		await page.getByRole('link', { name: 'Connect n8n' }).first().click();
		const accounts = page.locator('.accounts li');
		expect(await accounts.count()).toBe(Object.keys(inbox.sandbox.credentials).length);
		expect(await accounts.filter({ hasText: 'Contact Card GOWA API' }).innerText()).toContain(
			`${inbox.sandbox.url}/gowa`,
		);
	});
});

describe('A sandbox that ends', () => {
	it('is missed by the page, which goes on when it is there again', async () => {
		const first = await startSandbox();
		const { page, context } = await openPage(inbox.browser);
		await page.goto(`${first.url}/`);
		await page.getByText('No cards yet', { exact: true }).waitFor();
		await first.close();
		await page.getByRole('alert').getByText('The sandbox does not answer.').waitFor();
		const second = await startSandbox({ port: first.port });
		await sendGowa(second);
		await page.getByRole('alert').waitFor({ state: 'detached' });
		await page.locator('.chat-row').waitFor();
		await context.close();
		await second.close();
	});
});
