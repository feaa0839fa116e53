import { setTimeout as sleep } from 'node:timers/promises';

import type { Locator, Page } from 'playwright-core';

import { openMenu } from './openMenu';

/** Milliseconds in which a parameter shows its value, and between two looks at it. */
const SHOW_TIME = 15_000;
const LOOK_AGAIN = 100;

/** A parameter that is chosen from a list, or typed in one of several ways. */
export class ResourceLocator {
	constructor(
		private readonly page: Page,
		private readonly root: Locator,
	) {}

	async mode(): Promise<string> {
		return await this.root.getByTestId('rlc-mode-selector').locator('input').inputValue();
	}

	async chooseMode(label: string): Promise<void> {
		const option = this.page.getByRole('option', { name: label, exact: true });
		await openMenu(this.root.getByTestId('rlc-mode-selector'), option);
		await option.click();
	}

	async fill(value: string): Promise<void> {
		await this.input().fill(value);
	}

	async value(): Promise<string> {
		return await this.input().inputValue();
	}

	/** Opens the list, and gives its entries once the first is there. */
	async openList(): Promise<Locator> {
		await this.input().click();
		const entries = this.page.getByTestId('rlc-item').filter({ visible: true });
		await entries.first().waitFor();
		return entries;
	}

	/** Opens a list that the provider refuses, and gives what it says instead. */
	async openRefusedList(): Promise<string> {
		await this.input().click();
		const error = this.page.getByTestId('rlc-error-container').filter({ visible: true });
		await error.waitFor();
		return await error.innerText();
	}

	/** Searches the list, which is open, and chooses an entry. */
	async search(text: string, name: string): Promise<void> {
		const search = this.page.getByTestId('rlc-search').filter({ visible: true });
		const entries = this.page.getByTestId('rlc-item').filter({ visible: true });
		await search.fill(text);
		const others = entries.filter({ hasNotText: new RegExp(text, 'i') });
		await others.first().waitFor({ state: 'hidden' });
		await entries.filter({ hasText: name }).click();
		await search.waitFor({ state: 'hidden' });
		await this.shows(name);
	}

	/** Waits until it shows this. */
	async shows(value: string): Promise<void> {
		const end = Date.now() + SHOW_TIME;
		while ((await this.value()) !== value) {
			if (Date.now() > end) throw new Error(`"${await this.value()}" is shown, not "${value}"`);
			await sleep(LOOK_AGAIN);
		}
	}

	/** Looks at what the editor says is wrong with the value, and waits until it holds this. */
	async showsProblem(text: string): Promise<void> {
		await this.root.getByTestId('parameter-issues').hover();
		await this.page.getByText(text).first().waitFor();
	}

	/** Where a person drops a value of the input panel. */
	get target(): Locator {
		return this.root.getByTestId('rlc-input-container');
	}

	/** The expression that it holds. */
	get expression(): Locator {
		return this.root.locator('.cm-content');
	}

	private input(): Locator {
		return this.root.locator('[data-test-id="rlc-input"]').first();
	}
}
