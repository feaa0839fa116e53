import type { Page } from 'playwright-core';

import { ANA, sendGowa, sendWawp, vcard } from './cards';
import { openForTests } from './opened';

const inbox = openForTests();
const ZOE = vcard('N:Lindqvist;Zoë;;;', 'FN:Zoë Lindqvist', 'TEL;waid=447700900302:+447700900302');

const background = async (page: Page): Promise<string> =>
	await page.evaluate('getComputedStyle(document.querySelector(".sidebar")).backgroundColor');
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(20, 32, 30)';

describe('Light and dark', () => {
	it('follow the device until the switch says otherwise, and stay so', async () => {
		const page = await inbox.open('#/', { colorScheme: 'dark' });
		expect(await background(page)).toBe(DARK);
		await page.emulateMedia({ colorScheme: 'light' });
		expect(await background(page)).toBe(LIGHT);
		await page.getByRole('button', { name: 'Theme: system. Switch to light' }).click();
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await background(page)).toBe(LIGHT);
		await page.getByRole('button', { name: 'Theme: light. Switch to dark' }).click();
		await page.emulateMedia({ colorScheme: 'light' });
		await page.reload();
		await page.locator('.app').waitFor();
		expect(await background(page)).toBe(DARK);
		await page.getByRole('button', { name: 'Theme: dark. Switch to system' }).click();
		expect(await background(page)).toBe(LIGHT);
	});

	it.each(['light', 'dark'] as const)('have enough contrast: %s', async (colorScheme) => {
		await sendWawp(inbox.sandbox, [ZOE]);
		await sendWawp(inbox.sandbox, [vcard('FN:Karim', 'TEL:0')]);
		await sendGowa(inbox.sandbox, { phone: '081' });
		await sendGowa(inbox.sandbox, { phone: '447700900399' });
		inbox.sandbox.fault({ kind: '401', provider: 'chert', times: 1 });
		const page = await inbox.open(`#/chat/wawp/${ANA}/card/1`, { colorScheme });
		await page.getByText('WhatsApp ID').first().waitFor();
		expect(await lowContrast(page)).toEqual([]);
		await page.goto(`${inbox.sandbox.url}/#/refused`);
		await page.locator('.refusal').waitFor();
		expect(await lowContrast(page)).toEqual([]);
	});
});

describe('With the keyboard alone', () => {
	it('a chat is chosen, a card opened, its tabs gone through, and closed again', async () => {
		await sendGowa(inbox.sandbox, { phone: '447700900399', contact_name: 'Karim' });
		await sendWawp(inbox.sandbox, [ZOE]);
		const page = await inbox.open();
		const focused = async (): Promise<string> =>
			await page.evaluate('(document.activeElement?.innerText ?? "").replace(/\\s+/g, " ").trim()');

		await page.keyboard.press('Tab');
		expect(await focused()).toBe('Skip to the cards');
		await page.keyboard.press('/');
		await page.keyboard.press('Tab');
		await page.locator('.chat-row').first().focus();
		await page.keyboard.press('ArrowDown');
		expect(await focused()).toContain('+44 7700 900399');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await page.getByRole('article').waitFor();

		await page.locator('.card-face').focus();
		await page.keyboard.press('Enter');
		await page.getByRole('tab', { name: 'Contact' }).waitFor();
		expect(await focused()).toBe('Zoë Lindqvist');
		await page.keyboard.press('Tab');
		expect(await focused()).toBe('Contact');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		expect(await focused()).toBe('Request');
		expect(await page.getByRole('tab', { name: 'Request' }).getAttribute('aria-selected')).toBe(
			'true',
		);
		await page.keyboard.press('Tab');
		expect(await focused()).toContain('POST /wawp/v2/send/contact');
		await page.keyboard.press('Escape');
		await page.locator('.details').waitFor({ state: 'detached' });
		expect(await focused()).toContain('Zoë Lindqvist');
	});

	it('a dialog keeps the focus, and Escape closes it', async () => {
		const page = await inbox.open();
		await page.getByRole('button', { name: 'Fail next…' }).focus();
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor();
		for (let press = 0; press < 8; press++) await page.keyboard.press('Tab');
		expect(
			await page.evaluate(
				'document.activeElement === document.body || document.querySelector("dialog").contains(document.activeElement)',
			),
		).toBe(true);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
	});
});

describe('For screen readers', () => {
	it('everything that can be used has a name', async () => {
		await sendWawp(inbox.sandbox, [ZOE, ZOE]);
		const page = await inbox.open(`#/chat/wawp/${ANA}/card/1`);
		await page.getByRole('tab', { name: 'vCard' }).click();
		await page.getByRole('button', { name: 'View all' }).click();
		const nameless = await page.evaluate<
			string[]
		>(`[...document.querySelectorAll('button, a, input, select, [role=img], [tabindex]')]
			.filter((element) => !(element.ariaLabel || element.innerText?.trim() || element.labels?.length || element.getAttribute('aria-labelledby') || element.id === 'main'))
			.map((element) => element.outerHTML)`);
		expect(nameless).toEqual([]);
		for (const role of ['navigation', 'main', 'tablist', 'tabpanel', 'toolbar'] as const) {
			expect([role, await page.getByRole(role).count()]).toEqual([role, 1]);
		}
	});
});

describe('On a phone, 375 pixels wide', () => {
	it('only the list of cards scrolls, never the page', async () => {
		for (let card = 0; card < 6; card++)
			await sendWawp(inbox.sandbox, [vcard('FN:Karim', 'TEL:0')]);
		const page = await inbox.open(`#/chat/wawp/${ANA}`, { width: 375, height: 812 });
		await page.locator('.message').nth(5).waitFor();
		expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(812);
		await page.evaluate("document.querySelector('.message').scrollIntoView()");
		expect((await page.locator('.conversation-head').boundingBox())?.y).toBe(0);
	});

	it('one thing is shown at a time, and Back leads back', async () => {
		await sendWawp(inbox.sandbox, [ZOE]);
		const page = await inbox.open('#/', { width: 375, height: 812 });
		const fits = async () =>
			await page.evaluate('document.documentElement.scrollWidth <= innerWidth');
		await page.locator('.chat-row').waitFor();
		expect([await fits(), await page.locator('main').isVisible()]).toEqual([true, false]);
		await page.locator('.chat-row').click();
		const card = page.getByRole('article', { name: 'Zoë Lindqvist' });
		await card.waitFor();
		expect([await fits(), await page.locator('.sidebar').isVisible()]).toEqual([true, false]);
		const [bubble, check] = [await card.boundingBox(), await page.locator('.check').boundingBox()];
		expect(check?.y).toBeGreaterThan((bubble?.y ?? 0) + (bubble?.height ?? 0));
		await page.locator('.card-face').click();
		await page.getByRole('tab', { name: 'vCard' }).click();
		expect((await page.locator('.details').boundingBox())?.width).toBe(375);
		expect(await fits()).toBe(true);
		await page.goBack();
		await card.waitFor();
		await page.getByRole('link', { name: 'Back to the chats' }).click();
		await page.locator('.chat-row').waitFor();
	});
});

/** Texts whose colour differs from what is behind them by less than 4.5 to 1 (WCAG 2.2, 1.4.3). */
async function lowContrast(page: Page): Promise<string[]> {
	return await page.evaluate<string[]>(`(() => {
		const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
		const rgb = (colors) => {
			canvas.clearRect(0, 0, 1, 1);
			for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
			return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
		};
		const light = (color) => {
			const [r, g, b] = color.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const behind = (element) => {
			const colors = [];
			for (let at = element; at !== null; at = at.parentElement) colors.unshift(getComputedStyle(at).backgroundColor);
			return colors;
		};
		const texts = [...document.querySelectorAll('.app *')].filter((element) =>
			element.closest('svg, .spoken, .skip, .toast') === null && element.checkVisibility() &&
			[...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
		return texts.flatMap((element) => {
			const back = behind(element);
			const [a, b] = [light(rgb([...back, getComputedStyle(element).color])), light(rgb(back))];
			const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
			return ratio < 4.5 ? [ratio.toFixed(2) + ' ' + element.className + ': ' + element.textContent.slice(0, 40)] : [];
		});
	})()`);
}
