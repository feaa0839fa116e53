import { chromium, selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';

import { startN8n } from './n8n';

/** n8n's editor marks its parts with this attribute. */
selectors.setTestIdAttribute('data-test-id');

const OWNER = {
	email: 'owner@example.com',
	firstName: 'Ana',
	lastName: 'Lima',
	password: 'Editor-tests-1',
};
/** Chromium as Debian packages it, unless `CHROMIUM` names another. */
const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
/** Milliseconds to wait for a state of the editor. */
const PATIENCE = 15_000;

export interface Appearance {
	colorScheme?: 'light' | 'dark';
	viewport?: { width: number; height: number };
}

/** A signed-in owner in Chromium, at an n8n of its own. */
export interface Session {
	/** A new tab at the address. */
	open(path: string, appearance?: Appearance): Promise<Page>;
	/** Calls n8n's REST interface, as the editor does. */
	call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
	close(): Promise<void>;
}

export async function startSession(): Promise<Session> {
	const n8n = await startN8n();
	const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
	const signedIn = await signIn(browser, n8n.url);
	const storageState = await signedIn.storageState();
	const browserId = storageState.origins
		.flatMap(({ localStorage }) => localStorage)
		.find(({ name }) => name === 'n8n-browserId')?.value;
	return {
		async open(path, { colorScheme = 'light', viewport = { width: 1440, height: 900 } } = {}) {
			const context = await browser.newContext({ storageState, colorScheme, viewport });
			context.setDefaultTimeout(PATIENCE);
			const page = await context.newPage();
			await page.goto(`${n8n.url}${path}`);
			return page;
		},
		async call(method, path, body) {
			const answer = await signedIn.request.fetch(`${n8n.url}/rest${path}`, {
				method,
				headers: { 'browser-id': browserId ?? '' },
				...(body === undefined ? {} : { data: body }),
			});
			if (!answer.ok()) throw new Error(`${path}: ${String(answer.status())} ${await answer.text()}`);
			const { data } = (await answer.json()) as { data: unknown };
			return data;
		},
		async close() {
			await browser.close();
			await n8n.stop();
		},
	};
}

async function signIn(browser: Browser, url: string): Promise<BrowserContext> {
	const context = await browser.newContext();
	context.setDefaultTimeout(PATIENCE);
	await context.request.post(`${url}/rest/owner/setup`, { data: OWNER });
	await context.clearCookies();
	const page = await context.newPage();
	await page.goto(`${url}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[name=password]').fill(OWNER.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/\/home\//);
	await page.close();
	return context;
}
