import type { Browser, BrowserContext, Page } from 'playwright-core';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server';
import { openBrowser } from '../support/browser';
import { openPage, type Look } from './page';

/** A sandbox and a browser for the tests of a file; each test has an empty inbox and a page of its own. */
export interface Opened {
	readonly sandbox: Sandbox;
	readonly browser: Browser;
	/** Opens the inbox at this address after the `#`. */
	open: (hash?: string, look?: Look) => Promise<Page>;
	/** What the pages of this test complained about: errors, and what the policy of the page kept out. */
	readonly complaints: string[];
	/** Where the pages of this test went beyond the sandbox. */
	readonly elsewhere: string[];
}

/** Registers the hooks of Jest that open and close everything. */
export function openForTests(options: SandboxOptions = {}): Opened {
	let sandbox: Sandbox | undefined;
	let browser: Browser | undefined;
	const contexts: BrowserContext[] = [];
	const complaints: string[] = [];
	const elsewhere: string[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox(options);
		browser = await openBrowser();
	});
	afterEach(async () => {
		for (const context of contexts.splice(0)) await context.close();
		sandbox?.reset();
		complaints.length = 0;
		elsewhere.length = 0;
	});
	afterAll(async () => {
		await browser?.close();
		await sandbox?.close();
	});

	const opened = {
		get sandbox() {
			if (sandbox === undefined) throw new Error('The sandbox runs during tests only');
			return sandbox;
		},
		get browser() {
			if (browser === undefined) throw new Error('The browser runs during tests only');
			return browser;
		},
		complaints,
		elsewhere,
		open: async (hash = '#/', look: Look = {}) => {
			const { page, context } = await openPage(opened.browser, look);
			contexts.push(context);
			page.on('console', (message) => {
				if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
			});
			page.on('pageerror', (error) => complaints.push(error.message));
			page.on('request', (request) => {
				const url = request.url();
				if (!url.startsWith(`${opened.sandbox.url}/`) && !url.startsWith('data:'))
					elsewhere.push(url);
			});
			await page.goto(`${opened.sandbox.url}/${hash}`);
			await page.locator('.app').waitFor();
			return page;
		},
	};
	return opened;
}
