import type { Locator, Page } from 'playwright-core';

import { openMenu } from './openMenu';
import { ResourceLocator } from './resourceLocator';

/** A search that no node has an answer to. */
const FOUND_BY_NOTHING = 'qqqqqqqqqq';

/** The panel of a node in n8n's editor, as a person works in it. */
export class NodePanel {
	constructor(readonly page: Page) {}

	/** The element of the parameter at this path: `contacts.contact[0].phones.phone[1].phone`. */
	field(path: string): Locator {
		return this.page.locator(`[data-parameter-path="parameters.${path}"]`);
	}

	/** The labels of the parameters that are shown, in order. */
	async labels(): Promise<string[]> {
		const labels = this.page
			.getByTestId('node-parameters')
			.locator('label')
			.filter({ visible: true });
		return (await labels.allInnerTexts()).map((label) => label.split('\n')[0]?.trim() ?? '');
	}

	async choose(parameter: string, label: string): Promise<void> {
		await openMenu(this.page.getByTestId(`parameter-input-${parameter}`), this.option(label));
		await this.option(label).click();
		await this.option(label).waitFor({ state: 'hidden' });
	}

	/** Opens an options parameter, and gives what it offers. */
	async open(parameter: string): Promise<Locator> {
		await this.page.getByTestId(`parameter-input-${parameter}`).click();
		const options = this.page.getByRole('option').filter({ visible: true });
		await options.first().waitFor();
		return options;
	}

	/** What an options parameter offers. */
	async offered(parameter: string): Promise<string[]> {
		const options = await this.open(parameter);
		const texts = await options.allInnerTexts();
		await this.page.keyboard.press('Escape');
		await options.first().waitFor({ state: 'hidden' });
		return texts.map((text) => text.split('\n')[0]?.trim() ?? '');
	}

	/** Waits until every one of these labels is there. */
	async shows(labels: readonly string[]): Promise<void> {
		for (const label of labels) {
			await this.page
				.getByTestId('node-parameters')
				.getByText(label, { exact: true })
				.first()
				.waitFor();
		}
	}

	/** What an options parameter shows as chosen. */
	async chosen(parameter: string): Promise<string> {
		return await this.page
			.getByTestId(`parameter-input-${parameter}`)
			.locator('input')
			.inputValue();
	}

	async fill(path: string, value: string): Promise<void> {
		await this.field(path).locator('input, textarea').first().fill(value);
	}

	async value(path: string): Promise<string> {
		return await this.field(path).locator('input, textarea').first().inputValue();
	}

	/** The resource locator of this name: how it is filled, and with what. */
	locator(parameter: string): ResourceLocator {
		return new ResourceLocator(this.page, this.page.getByTestId(`resource-locator-${parameter}`));
	}

	/** Adds an entry to a list such as Contacts, or Phones in one of them. */
	async addEntry(buttonLabel: string, place = 0): Promise<void> {
		await this.page.getByRole('button', { name: buttonLabel, exact: true }).nth(place).click();
	}

	/** Adds one of the options. */
	async addOption(label: string): Promise<void> {
		await openMenu(this.page.getByTestId('collection-parameter-add'), this.option(label));
		await this.option(label).click();
	}

	/** Chooses a credential, and gives the names of all that the editor offers for the provider. */
	async chooseCredential(name: string): Promise<string[]> {
		const offered = this.page.getByRole('option').filter({ visible: true });
		const wanted = offered.getByText(name, { exact: true });
		await openMenu(this.page.getByTestId('node-credentials-select'), wanted);
		const names = await offered.allInnerTexts();
		await wanted.click();
		await wanted.waitFor({ state: 'hidden' });
		return names.map((text) => text.split('\n')[0]?.trim() ?? '');
	}

	/** Opens the dialog of a new credential. */
	async newCredential(): Promise<CredentialDialog> {
		const entry = this.page
			.getByTestId('node-credentials-select-item-new')
			.filter({ visible: true });
		await openMenu(this.page.getByTestId('node-credentials-select'), entry);
		await entry.click();
		return new CredentialDialog(this.page);
	}

	async execute(): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
	}

	/** The text of the output panel, as soon as it holds this. */
	output(text: string | RegExp): Locator {
		return this.page.getByTestId('output-panel').getByText(text);
	}

	async showOutputAs(view: 'schema' | 'table' | 'json'): Promise<void> {
		await this.page.getByTestId('output-panel').getByTestId(`radio-button-${view}`).click();
	}

	/** Drags a value of the input panel to a place. */
	async dragInput(name: string, target: Locator): Promise<void> {
		const source = this.page
			.getByTestId('ndv-input-panel')
			.locator('[data-target="mappable"]')
			.filter({ hasText: name })
			.first();
		await source.hover();
		await this.page.mouse.down();
		const { x = 0, y = 0, width = 0, height = 0 } = (await target.boundingBox()) ?? {};
		await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 10 });
		await this.page.mouse.up();
	}

	/** The brightness of the panel's background, 0 black to 1 white. */
	async brightness(): Promise<number> {
		const background =
			"getComputedStyle(document.querySelector('[data-test-id=ndv]')).backgroundColor";
		const color = await this.page.evaluate(background);
		const [red = 0, green = 0, blue = 0] = (String(color).match(/[\d.]+/g) ?? []).map(Number);
		return (red + green + blue) / 3 / (String(color).startsWith('rgb') ? 255 : 1);
	}

	/** The address of the node's icon. */
	async icon(): Promise<string> {
		return (await this.page.getByTestId('ndv').locator('img').first().getAttribute('src')) ?? '';
	}

	/** Takes away what the editor reports in its corner. */
	async dismissNotices(): Promise<void> {
		const close = this.page.locator('.el-notification__closeBtn').filter({ visible: true });
		await close.first().click();
		await close.first().waitFor({ state: 'hidden' });
	}

	private option(label: string): Locator {
		return this.page
			.getByRole('option')
			.filter({ has: this.page.getByText(label, { exact: true }), visible: true });
	}
}

/** The canvas of a workflow, and the panel in which nodes are found. */
export class Canvas {
	constructor(readonly page: Page) {}

	/** The nodes that a search finds, as soon as one of them is this. */
	async search(text: string, node: string): Promise<string[]> {
		if (!(await this.page.getByTestId('node-creator-search-bar').isVisible())) {
			await this.page.getByTestId('node-creator-plus-button').click();
		}
		const search = this.page.getByTestId('node-creator-search-bar');
		const items = this.page.getByTestId('node-creator-item-name');
		// What an earlier search found is shown until this one has found something
		await search.fill(FOUND_BY_NOTHING);
		await items.first().waitFor({ state: 'hidden' });
		await search.fill(text);
		await items.getByText(node, { exact: true }).waitFor();
		return await items.allInnerTexts();
	}

	/** Adds a node with one of its actions, which opens its panel. */
	async add(search: string, node: string, action: string): Promise<NodePanel> {
		await this.search(search, node);
		const items = this.page.getByTestId('node-creator-item-name');
		await items.getByText(node, { exact: true }).click();
		await items.getByText(action, { exact: true }).click();
		await this.page.getByTestId('node-parameters').waitFor();
		return new NodePanel(this.page);
	}

	async openNode(name: string): Promise<NodePanel> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.page.getByTestId('node-parameters').waitFor();
		return new NodePanel(this.page);
	}
}

/** The dialog of a credential. */
export class CredentialDialog {
	private readonly root: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('editCredential-modal');
	}

	async fill(name: string, value: string): Promise<void> {
		await this.root.getByTestId(`parameter-input-${name}`).locator('input').first().fill(value);
	}

	async save(): Promise<void> {
		await this.page.getByTestId('credential-save-button').click();
	}

	/** What the test of the credential says when it fails. */
	async failure(): Promise<string> {
		await this.root.getByText('More details').click();
		return await this.root.innerText();
	}

	async closed(): Promise<void> {
		await this.root.waitFor({ state: 'hidden' });
	}
}
