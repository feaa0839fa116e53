import type { Locator, Page } from 'playwright-core';

import type { Sandbox } from '../../sandbox/server';
import { SEND } from '../../test/support/workflow';
import { animate, type Frame } from './animation';
import { NodePanel } from './editor';
import type { Session } from './session';
import { credentialName } from './workflow';

/** Of the window, and of the animation, which the README shows a little smaller. */
const WINDOW = { width: 1280, height: 800 };
const SIZE = { width: 1120, height: 700 };
/** Milliseconds for which a letter, an action and a result are shown. */
const LETTER = 70;
const ACTION = 700;
const RESULT = 2400;

/** The first card from an empty canvas, in five steps, until it is in the sandbox's inbox: an animated WebP. */
export async function recordFirstCard(session: Session, sandbox: Sandbox): Promise<Buffer> {
	const page = await session.open('/workflow/new', { viewport: WINDOW });
	const film = new Film(page);
	await page.getByTestId('canvas-add-button').waitFor();

	film.caption = '1  Add Send Contact Card';
	await film.take(ACTION);
	await page.getByTestId('canvas-add-button').click();
	const search = page.getByTestId('node-creator-search-bar');
	await search.waitFor();
	await film.type(search, 'send contact');
	const items = page.getByTestId('node-creator-item-name');
	await items.getByText(SEND, { exact: true }).waitFor();
	await film.take(ACTION);
	await items.getByText(SEND, { exact: true }).click();
	const action = items.getByText('Send contact card', { exact: true });
	await action.waitFor();
	await film.take(ACTION);
	await action.click();
	await page.getByTestId('node-parameters').waitFor();
	const panel = new NodePanel(page);
	await panel.shows(['Provider']);
	await film.take(ACTION);

	film.caption = '2  Choose the provider';
	await panel.open('provider');
	await film.take(ACTION);
	await page.getByRole('option').filter({ hasText: 'GOWA' }).first().scrollIntoViewIfNeeded();
	await film.take(ACTION);
	await page.keyboard.press('Escape');
	await panel.choose('provider', 'GOWA');
	await film.take(ACTION);

	film.caption = '3  Choose its credential';
	await panel.chooseCredential(credentialName('GOWA'));
	await film.take(ACTION);

	film.caption = '4  Enter the recipient, and the contact';
	await film.type(
		page.getByTestId('resource-locator-recipient').getByTestId('rlc-input').first(),
		'+6281234567890',
	);
	const first = 'contacts.contact[0]';
	await film.type(inputOf(panel, `${first}.formattedName`), 'Ana Lima');
	await film.type(inputOf(panel, `${first}.phones.phone[0].phone`), '+44 7700 900001');
	await film.take(ACTION);

	film.caption = '5  Execute step';
	await panel.execute();
	await panel.showOutputAs('table');
	await panel.output('sent').first().waitFor();
	await panel.dismissNotices();
	await film.take(RESULT);

	film.caption = 'The card, as the recipient sees it';
	await page.goto(`${sandbox.url}/`);
	await page.locator('.chat-row').first().click();
	await page.locator('.message').first().waitFor();
	await page.evaluate('document.fonts.ready');
	await film.take(RESULT + ACTION);

	const animation = await film.animated();
	await page.close();
	return animation;
}

/** The pictures of a page, one after another. */
class Film {
	caption = '';
	private readonly frames: Frame[] = [];

	constructor(private readonly page: Page) {}

	async take(duration: number): Promise<void> {
		// Without the blinking of the caret, and with the colours that a transition ends with
		const picture = await this.page.screenshot({ caret: 'hide', animations: 'disabled' });
		this.frames.push({ picture, duration, caption: this.caption });
	}

	/** Types a text, two letters in a picture. */
	async type(field: Locator, text: string): Promise<void> {
		await field.click();
		for (let end = 2; end < text.length + 2; end += 2) {
			await field.fill(text.slice(0, end));
			await this.take(2 * LETTER);
		}
	}

	async animated(): Promise<Buffer> {
		const empty = await this.page.context().newPage();
		const animation = await animate(empty, this.frames, SIZE);
		await empty.close();
		return animation;
	}
}

function inputOf(panel: NodePanel, path: string): Locator {
	return panel.field(path).locator('input, textarea').first();
}
