import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's Chromium; nothing in it may speak to the network by itself. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** How a page is looked at. */
export interface Look {
	width?: number;
	height?: number;
	colorScheme?: 'light' | 'dark';
}

/** Starts Chromium: the one that `CHROMIUM` names, else Debian's. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		args: FLAGS,
	});
}

/** A page of its own, with nothing kept from another. */
export async function openPage(
	browser: Browser,
	{ width = 1360, height = 860, colorScheme = 'light' }: Look = {},
): Promise<{ page: Page; context: BrowserContext }> {
	const context = await browser.newContext({
		viewport: { width, height },
		colorScheme,
		locale: 'en-GB',
		timezoneId: 'UTC',
		acceptDownloads: true,
	});
	context.setDefaultTimeout(5000);
	return { page: await context.newPage(), context };
}
