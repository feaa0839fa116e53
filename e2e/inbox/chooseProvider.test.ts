import { sendSamples } from '../../sandbox/demo/samples';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { sendChert, sendGowa } from './cards';
import { openForTests } from './opened';

const inbox = openForTests();

describe('The chats of one provider', () => {
	it.each([
		[1280, 800],
		[390, 844],
	])(
		'are chosen from a list of the providers that have any, %i pixels wide',
		async (width, height) => {
			await sendSamples(inbox.sandbox);
			const page = await inbox.open('#/', { width, height });
			const choice = page.getByLabel('Show chats of');
			expect(await choice.locator('option').count()).toBe(PROVIDER_IDS.length + 1);
			await choice.selectOption({ label: 'Infobip (1)' });
			await page.getByText('1 chat found').waitFor({ state: 'attached' });
			expect(await page.locator('.chat-row .badge').allInnerTexts()).toEqual(['Infobip']);
			// The chats begin in the upper half
			expect((await page.locator('.chat-row').boundingBox())?.y).toBeLessThan(height / 2);
			expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
		},
	);

	it('are chosen with buttons if there are few providers, and all chats are shown once the chosen one has none', async () => {
		await sendGowa(inbox.sandbox);
		await sendChert(inbox.sandbox, { full_name: 'Inês Silva' });
		const page = await inbox.open();
		await page.getByRole('button', { name: 'Chert' }).click();
		await page.getByText('1 chat found').waitFor({ state: 'attached' });
		inbox.sandbox.clear();
		await sendGowa(inbox.sandbox);
		await page.locator('.chat-row .badge', { hasText: 'GOWA' }).waitFor();
		expect(await page.getByRole('button', { name: 'Chert' }).count()).toBe(0);
	});
});
