import type { Locator } from 'playwright-core';

/** Milliseconds in which a menu that was opened shows its entries. */
const MENU_TIME = 3000;
const MENU_TRIES = 5;

/** Opens a menu. The editor closes one that opened while the panel still scrolled, so it is opened again. */
export async function openMenu(menu: Locator, entry: Locator): Promise<void> {
	for (let tries = 1; tries < MENU_TRIES; tries += 1) {
		await menu.click();
		const shown = entry.waitFor({ timeout: MENU_TIME }).then(
			() => true,
			() => false,
		);
		if (await shown) return;
	}
	await menu.click();
	await entry.waitFor({ timeout: MENU_TIME });
}
