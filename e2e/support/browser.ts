import { chromium, type Browser } from 'playwright-core';

/** Debian's browser. */
const CHROMIUM = '/usr/bin/chromium';

/** Runs as root in a container, draws without a graphics card, and asks nothing of the network by itself. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a browser without a window. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
