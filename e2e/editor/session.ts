import { selectors, type Page } from 'playwright-core';

import { openBrowser } from '../support/browser';
import type { CredentialFile } from '../support/home';
import type { Release } from '../support/installation';
import { openHome, startN8n } from '../support/n8n';
import { packPackage } from '../support/packed';
import type { Rest } from '../support/rest';

/** n8n's editor marks its parts with this attribute. */
selectors.setTestIdAttribute('data-test-id');

/** Milliseconds to wait for a state of the editor, on a machine that is busy. */
const PATIENCE = 30_000;
const VIEWPORT = { width: 1440, height: 900 };

export interface Appearance {
	colorScheme?: 'light' | 'dark';
	viewport?: { width: number; height: number };
}

/** A signed-in owner in Chromium, at an n8n of its own that has this package. */
export interface Session {
	rest: Rest;
	/** A new window at the path. */
	open(path: string, appearance?: Appearance): Promise<Page>;
	close(): Promise<void>;
}

/** @param release the n8n whose editor it is */
export async function startSession(
	credentials: readonly CredentialFile[],
	release: Release = 'current',
): Promise<Session> {
	const closing: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const end of closing.reverse()) await end();
	};
	try {
		const packed = await packPackage();
		closing.push(async () => await packed.remove());
		const home = await openHome(release);
		closing.push(async () => await home.remove());
		await home.installPackage(packed.tarball);
		await home.importCredentials(credentials);
		const n8n = await startN8n(home);
		closing.push(async () => await n8n.stop());
		const browser = await openBrowser();
		closing.push(async () => await browser.close());
		// One for all windows, so that the editor is loaded from the browser's cache
		const context = await browser.newContext();
		context.setDefaultTimeout(PATIENCE);
		await context.addCookies([{ ...n8n.rest.session, url: n8n.url }]);
		return {
			rest: n8n.rest,
			async open(path, { colorScheme = 'light', viewport = VIEWPORT } = {}) {
				const page = await context.newPage();
				await page.emulateMedia({ colorScheme });
				await page.setViewportSize(viewport);
				await page.goto(`${n8n.url}${path}`);
				return page;
			},
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
