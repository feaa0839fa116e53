import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
	width?: number;
	height?: number;
	colorScheme?: 'light' | 'dark';
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
	});
	context.setDefaultTimeout(5000);
	return { page: await context.newPage(), context };
}
